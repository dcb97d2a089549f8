package dateline.runtime;

import dateline.contracts.Topic;
import dateline.runtime.wire.Wire;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * The part of an engine's topology that takes dead letters again.
 *
 * <pre>
 * resubmissions ─▶ again ─▶ whatever set the record aside
 *                    │
 *               letters, letters-keys
 *                    │
 * any other topic ─▶ overtaken
 * </pre>
 *
 * <p>A processor takes part if {@link #AGAIN} is one of its parents and {@link #keep} was called
 * for it. All that take part are one subtopology, for the stores are theirs together.
 */
public final class Resubmissions {

  /** Name of the processor that takes letters again. */
  public static final String AGAIN = "again";

  private Resubmissions() {}

  static void addTo(Topology topology, String engine, Wire wire) {
    String source = Topic.RESUBMISSIONS.topicName();
    topology.addSource(
        source, Serdes.String().deserializer(), Serdes.ByteArray().deserializer(), source);
    topology.addProcessor(AGAIN, () -> new Again(engine, wire, children(topology)), source);
    OpenLetters.addTo(topology, AGAIN);
  }

  /** These processors keep what they set aside. */
  public static void keep(Topology topology, String... processors) {
    for (String processor : processors) {
      topology.connectProcessorAndStateStores(processor, OpenLetters.STORE, OpenLetters.KEYS);
    }
  }

  /**
   * Letters of these sources are overtaken by later records. To be called after the processors that
   * read them are there: a record passes these first.
   *
   * @param name of the processor that looks
   */
  public static void watch(Topology topology, String name, String... sources) {
    topology.addProcessor(name, Overtaken::new, sources);
    keep(topology, name);
  }

  /** Whoever can be given a letter. */
  private static Set<String> children(Topology topology) {
    return topology.describe().subtopologies().stream()
        .flatMap(sub -> sub.nodes().stream())
        .filter(node -> node.name().equals(AGAIN))
        .flatMap(node -> node.successors().stream())
        .map(TopologyDescription.Node::name)
        .collect(Collectors.toSet());
  }
}
