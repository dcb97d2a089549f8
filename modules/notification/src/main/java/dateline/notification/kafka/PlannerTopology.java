package dateline.notification.kafka;

import dateline.contracts.Topic;
import dateline.runtime.Resubmissions;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The planner, as two further parts of the engine's topology.
 *
 * <pre>
 * releases ─▶ announce ─▶ notification.plans (the same record in every partition)
 *                ▲
 *              again
 *
 * notification.events ─▶ learn-events ────┐
 * addresses ───────────▶ learn-addresses ─┼─ subscribers, reach, exceptions
 * notification.plans ──▶ plan ────────────┘─▶ deliveries
 * </pre>
 *
 * <p>A partition's plan is scanned where the partition's subscribers live. Events, addresses and
 * plans must have the same number of partitions.
 */
final class PlannerTopology {

  private PlannerTopology() {}

  static Topology addTo(Topology topology, Wire wire, Meters meters) {
    PlannerMetrics metrics = new PlannerMetrics(meters);
    source(topology, Topic.RELEASES);
    topology.addProcessor(
        Announcer.NAME,
        () -> new Announcer(wire, metrics),
        Topic.RELEASES.topicName(),
        Resubmissions.AGAIN);
    Resubmissions.keep(topology, Announcer.NAME);
    StreamPartitioner<String, byte[]> everywhere =
        (topic, key, value, partitions) ->
            Optional.<Set<Integer>>of(
                IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
    topology.addSink(
        Announcer.PLANS,
        Topic.NOTIFICATION_PLANS.topicName(),
        Serdes.String().serializer(),
        Serdes.ByteArray().serializer(),
        everywhere,
        Announcer.NAME);
    deadLetters(topology, Announcer.DEAD_LETTERS, Announcer.NAME);

    learner(
        topology, Topic.NOTIFICATION_EVENTS, "learn-events", () -> new LearnEvents(wire, metrics));
    learner(topology, Topic.ADDRESSES, "learn-addresses", () -> new LearnAddresses(wire, metrics));
    deadLetters(topology, LearnEvents.DEAD_LETTERS, "learn-events");
    deadLetters(topology, LearnAddresses.DEAD_LETTERS, "learn-addresses");
    source(topology, Topic.NOTIFICATION_PLANS);
    topology.addProcessor(
        "plan", () -> new Planner(wire, metrics), Topic.NOTIFICATION_PLANS.topicName());
    for (String store : Reach.STORES) {
      topology.addStateStore(store(store), "learn-events", "learn-addresses", "plan");
    }
    sink(topology, "deliveries", Topic.DELIVERIES, "plan");
    return topology;
  }

  private static void learner(
      Topology topology,
      Topic topic,
      String name,
      ProcessorSupplier<String, byte[], String, byte[]> processor) {
    source(topology, topic);
    topology.addProcessor(name, processor, topic.topicName());
  }

  static void deadLetters(Topology topology, String sink, String parent) {
    sink(topology, sink, Topic.NOTIFICATION_DEAD_LETTERS, parent);
  }

  static void sink(Topology topology, String name, Topic topic, String parent) {
    topology.addSink(
        name,
        topic.topicName(),
        Serdes.String().serializer(),
        Serdes.ByteArray().serializer(),
        parent);
  }

  static void source(Topology topology, Topic topic) {
    topology.addSource(
        topic.topicName(),
        Serdes.String().deserializer(),
        Serdes.ByteArray().deserializer(),
        topic.topicName());
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
        .withLoggingEnabled(Map.of());
  }
}
