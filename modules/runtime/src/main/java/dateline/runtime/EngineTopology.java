package dateline.runtime;

import dateline.contracts.Topic;
import dateline.runtime.metrics.EngineMetrics;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.state.Stores;

/**
 * An engine as a Kafka Streams topology: commands in, history kept, events, answers and
 * publications out, in one transaction. The same for every engine.
 *
 * <pre>
 * other engines' events ─▶ policy ─┐
 *                                  ├─▶ out ─▶ own commands, events, answers, dead letters, publications
 * own commands ─▶ decide ──────────┘
 *                   │
 *            history, due
 * </pre>
 *
 * <p>What decide and policies set aside they are given again by {@link Resubmissions}.
 */
public final class EngineTopology {

  /**
   * Name of the sink that every record leaves by. Processors added to the topology may forward
   * {@link Out} to it.
   */
  public static final String OUT = "out";

  /** Name of the processor that decides. */
  public static final String DECIDE = "decide";

  private EngineTopology() {}

  /** The topology of this engine. */
  public static <C, S, E> Topology of(Engine<C, S, E> engine, Wire wire, Meters meters) {
    EngineMetrics metrics = new EngineMetrics(meters);
    Topology topology = new Topology();
    topology.addSource(
        "commands",
        new StringDeserializer(),
        Serdes.ByteArray().deserializer(),
        Topic.of(engine.name(), "commands").topicName());
    Resubmissions.addTo(topology, engine.name(), wire);
    topology.addProcessor(
        DECIDE,
        () -> new DeciderProcessor<>(engine, wire, metrics),
        "commands",
        Resubmissions.AGAIN);
    Resubmissions.keep(topology, DECIDE);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(History.STORE), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingEnabled(Map.of()),
        DECIDE);
    if (engine.clock().isPresent()) {
      topology.addStateStore(
          Stores.keyValueStoreBuilder(
                  Stores.persistentKeyValueStore(DueInstants.STORE),
                  Serdes.Bytes(),
                  Serdes.ByteArray())
              .withLoggingEnabled(Map.of()),
          DECIDE);
    }
    Set<String> sources = new LinkedHashSet<>(Set.of("commands"));
    List<String> parents = new ArrayList<>(List.of(Resubmissions.AGAIN, DECIDE));
    for (Engine.Reaction<?, C> reaction : engine.policies()) {
      String name = reaction.policy().name();
      String source = source(topology, reaction.source());
      topology.addProcessor(
          name,
          () -> new PolicyProcessor<>(engine.name(), engine.commands(), reaction, wire, metrics),
          source,
          Resubmissions.AGAIN);
      Resubmissions.keep(topology, name);
      sources.add(source);
      parents.add(name);
    }
    Resubmissions.watch(topology, "overtaken", sources.toArray(String[]::new));
    topology.addSink(
        OUT,
        topicOf(),
        new StringSerializer(),
        outSerde().serializer(),
        parents.toArray(String[]::new));
    return topology;
  }

  /** Several policies may listen to one topic, which can be a source only once. */
  private static String source(Topology topology, Topic topic) {
    String name = topic.topicName();
    boolean known =
        topology.describe().subtopologies().stream()
            .flatMap(sub -> sub.nodes().stream())
            .anyMatch(node -> node.name().equals(name));
    if (!known) {
      topology.addSource(name, new StringDeserializer(), Serdes.ByteArray().deserializer(), name);
    }
    return name;
  }

  private static TopicNameExtractor<String, Out> topicOf() {
    return (key, out, context) -> out.topic().topicName();
  }

  /** Bytes were made before anything was written; the sink only hands them on. */
  private static Serde<Out> outSerde() {
    ByteArraySerializer bytes = new ByteArraySerializer();
    return Serdes.serdeFrom(
        (topic, out) -> bytes.serialize(topic, out == null ? null : out.value()),
        (topic, data) -> {
          throw new UnsupportedOperationException("nothing is read back from a sink");
        });
  }
}
