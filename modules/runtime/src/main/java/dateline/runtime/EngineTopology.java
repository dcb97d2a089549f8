package dateline.runtime;

import dateline.contracts.Topic;
import dateline.runtime.metrics.EngineMetrics;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.util.Map;
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
    topology.addProcessor(DECIDE, () -> new DeciderProcessor<>(engine, wire, metrics), "commands");
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
    int n = engine.policies().size();
    String[] parents = new String[n + 1];
    parents[0] = DECIDE;
    for (int i = 0; i < n; i++) {
      Engine.Reaction<?, C> reaction = engine.policies().get(i);
      String name = reaction.policy().name();
      topology.addProcessor(
          name,
          () -> new PolicyProcessor<>(engine.name(), engine.commands(), reaction, wire, metrics),
          source(topology, reaction.source()));
      parents[i + 1] = name;
    }
    topology.addSink(OUT, topicOf(), new StringSerializer(), outSerde().serializer(), parents);
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
