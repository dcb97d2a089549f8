package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.Directory;
import dateline.clearance.kafka.ClearanceApp;
import dateline.contracts.Principal;
import dateline.contracts.Topic;
import dateline.drafting.kafka.DraftingApp;
import dateline.notification.kafka.NotificationApp;
import dateline.publishing.kafka.PublishingApp;
import dateline.runtime.EngineTopology;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An engine reads what the catalogue of topics says: a policy that listens elsewhere is found. */
class CatalogueTest {

  private final Wire wire = new Wire(Map.of("schema.registry.url", "mock://catalogue"));

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void draftingReadsWhatTheCatalogueSays() {
    assertThat(sources(EngineTopology.of(DraftingApp.engine(), wire, Meters.unread("drafting"))))
        .isEqualTo(catalogue(Principal.DRAFTING));
  }

  /** The directory's follower stands beside the engine. */
  @Test
  void clearanceReadsWhatTheCatalogueSays() {
    Set<String> all =
        sources(
            EngineTopology.of(
                ClearanceApp.engine(() -> Directory.NONE), wire, Meters.unread("clearance")));
    all.add(Topic.DIRECTORY.topicName());
    assertThat(all).isEqualTo(catalogue(Principal.CLEARANCE));
  }

  @Test
  void publishingReadsWhatTheCatalogueSays() {
    assertThat(
            sources(EngineTopology.of(PublishingApp.engine(), wire, Meters.unread("publishing"))))
        .isEqualTo(catalogue(Principal.PUBLISHING));
  }

  @Test
  void notificationReadsWhatTheCatalogueSays() {
    assertThat(sources(NotificationApp.topology(wire, Meters.unread("notification"))))
        .isEqualTo(catalogue(Principal.NOTIFICATION));
  }

  private static Set<String> catalogue(Principal who) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(Topic.values())
        .filter(topic -> topic.readers().contains(who))
        .forEach(topic -> names.add(topic.topicName()));
    return names;
  }

  private static Set<String> sources(Topology topology) {
    TopologyDescription described = topology.describe();
    Set<String> names = new TreeSet<>();
    described.subtopologies().stream()
        .flatMap(sub -> sub.nodes().stream())
        .filter(TopologyDescription.Source.class::isInstance)
        .forEach(node -> names.addAll(((TopologyDescription.Source) node).topicSet()));
    described.globalStores().forEach(store -> names.addAll(store.source().topicSet()));
    return names;
  }
}
