package dateline.notification.kafka;

import dateline.contracts.Topic;
import dateline.runtime.Resubmissions;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;

/**
 * Notices, as two further parts of the engine's topology.
 *
 * <pre>
 * directory ──────────▶ staff (whole in every instance)
 *
 * again, clearance.events ──▶ watch-clearance ┐
 * again, releases ──────────▶ watch-releases ─┼─▶ notification.notices
 *                                      notes-past
 *
 * notification.notices ─▶ gather ─▶ deliveries
 *                            │
 *               notices-waiting, notices-due
 * </pre>
 *
 * <p>A note's events and releases have one key and so one task, which is the engine's too: what is
 * set aside of them is taken again there. Notices have the person's key.
 */
final class NoticeTopology {

  private NoticeTopology() {}

  /** To be called after the planner's part, which reads releases too. */
  static Topology addTo(Topology topology, Wire wire, Meters meters) {
    PlannerMetrics metrics = new PlannerMetrics(meters);
    topology.addGlobalStore(
        StaffStore.builder(),
        Topic.DIRECTORY.topicName(),
        Serdes.String().deserializer(),
        Serdes.ByteArray().deserializer(),
        Topic.DIRECTORY.topicName(),
        "learn-staff",
        StaffStore.Learn::new);

    PlannerTopology.source(topology, Topic.CLEARANCE_EVENTS);
    watch(topology, "watch-clearance", Topic.CLEARANCE_EVENTS, wire, metrics);
    watch(topology, "watch-releases", Topic.RELEASES, wire, metrics);
    topology.addStateStore(
        PlannerTopology.store(NoteWatch.STORE), "watch-clearance", "watch-releases");
    PlannerTopology.deadLetters(topology, NoteWatch.DEAD_LETTERS, "watch-clearance");
    Resubmissions.watch(
        topology,
        "overtaken-notes",
        Topic.RELEASES.topicName(),
        Topic.CLEARANCE_EVENTS.topicName());

    PlannerTopology.source(topology, Topic.NOTIFICATION_NOTICES);
    topology.addProcessor(
        "gather", () -> new Gatherer(wire, metrics), Topic.NOTIFICATION_NOTICES.topicName());
    topology.addStateStore(PlannerTopology.store(Gatherer.WAITING), "gather");
    topology.addStateStore(PlannerTopology.store(Gatherer.DUE), "gather");
    PlannerTopology.sink(topology, Gatherer.DELIVERIES, Topic.DELIVERIES, "gather");
    PlannerTopology.deadLetters(topology, Gatherer.DEAD_LETTERS, "gather");
    return topology;
  }

  private static void watch(
      Topology topology, String name, Topic topic, Wire wire, PlannerMetrics metrics) {
    topology.addProcessor(
        name,
        () -> new NoteWatch(name, topic, wire, metrics),
        topic.topicName(),
        Resubmissions.AGAIN);
    Resubmissions.keep(topology, name);
    PlannerTopology.sink(
        topology, topic.topicName() + NoteWatch.NOTICES, Topic.NOTIFICATION_NOTICES, name);
  }
}
