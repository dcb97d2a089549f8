package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.Principal;
import dateline.contracts.Topic;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody may more than they must. */
class RightsTest {

  /** Texts before their release, and who subscribed. */
  private static final Set<Topic> SECRET =
      EnumSet.complementOf(EnumSet.of(Topic.RELEASES, Topic.DIRECTORY));

  @Test
  void theNewsroomReadsReleasesAndGivesCommandsOfSubscribers() {
    assertThat(Rights.of(Principal.NEWSROOM).stream().map(RightsTest::said))
        .containsExactlyInAnyOrder(
            "READ topic dateline.releases.v1",
            "DESCRIBE_CONFIGS topic dateline.releases.v1",
            "WRITE topic dateline.notification.commands.v1",
            "DESCRIBE_CONFIGS topic dateline.notification.commands.v1");
    assertThat(readable(Rights.of(Principal.NEWSROOM))).doesNotContainAnyElementsOf(SECRET);
  }

  @ParameterizedTest
  @EnumSource
  void aTopicHasOneWriterUnlessItIsOneOfTheFive(Topic topic) {
    Set<Principal> writers =
        Arrays.stream(Principal.values())
            .filter(who -> writable(Rights.of(who)).contains(topic))
            .collect(Collectors.toSet());
    assertThat(writers)
        .containsExactlyInAnyOrderElementsOf(
            switch (topic) {
              case DRAFTING_COMMANDS -> Set.of(Principal.DESK, Principal.DRAFTING);
              case CLEARANCE_COMMANDS -> Set.of(Principal.DESK, Principal.CLEARANCE);
              case PUBLISHING_COMMANDS -> Set.of(Principal.DESK, Principal.PUBLISHING);
              case NOTIFICATION_COMMANDS -> Set.of(Principal.DESK, Principal.NEWSROOM);
              case NOTIFICATION_DEAD_LETTERS ->
                  Set.of(Principal.NOTIFICATION, Principal.DISPATCHER);
              default -> Set.of(topic.writers().getFirst());
            });
  }

  @ParameterizedTest
  @EnumSource
  void nobodyHasARightToAllOfAnythingOrToWhatIsNotDatelines(Principal who) {
    Set<String> others =
        who == Principal.OPERATOR ? Set.of("__consumer_offsets", "kafka-cluster") : Set.of();
    assertThat(Rights.of(who))
        .isNotEmpty()
        .allSatisfy(right -> {
          String name = right.resource().name();
          assertThat(name.startsWith("dateline") || others.contains(name)).as(name).isTrue();
          assertThat(right.operation())
              .isNotIn(AclOperation.ALL, AclOperation.ALTER, AclOperation.ALTER_CONFIGS);
          assertThat(right.operation() == AclOperation.DELETE && !name.equals("dateline-doctor"))
              .as(name + " can be deleted")
              .isFalse();
        });
  }

  @Test
  void beyondDatelinesNamesTheOperatorOnlyLooks() {
    assertThat(
            Rights.of(Principal.OPERATOR).stream()
                .filter(right -> !right.resource().name().startsWith("dateline"))
                .map(RightsTest::said))
        .containsExactlyInAnyOrder(
            "DESCRIBE topic __consumer_offsets", "DESCRIBE_CONFIGS cluster kafka-cluster");
  }

  @Test
  void theAuditorReadsAllAndChangesNothing() {
    Set<Right> rights = Rights.of(Principal.AUDITOR);
    assertThat(readable(rights)).containsExactlyInAnyOrder(Topic.values());
    assertThat(rights).extracting(Right::operation).containsOnly(AclOperation.READ);
  }

  /** What was set aside is read whole; nothing can be made of it but what it was. */
  @Test
  void theOperatorMakesAllTopicsAndReadsNoTextButWhatWasSetAside() {
    Set<Right> rights = Rights.of(Principal.OPERATOR);
    assertThat(rights.stream().filter(right -> right.operation() == AclOperation.CREATE))
        .hasSameSizeAs(Topic.values());
    assertThat(readable(rights))
        .containsExactlyInAnyOrder(
            Topic.DIRECTORY,
            Topic.DRAFTING_DEAD_LETTERS,
            Topic.CLEARANCE_DEAD_LETTERS,
            Topic.PUBLISHING_DEAD_LETTERS,
            Topic.NOTIFICATION_DEAD_LETTERS);
    assertThat(writable(rights)).containsExactlyInAnyOrder(Topic.DIRECTORY, Topic.RESUBMISSIONS);
  }

  @Test
  void aHoleIsFound() {
    ResourcePattern wide =
        new ResourcePattern(ResourceType.TOPIC, "dateline.dr", PatternType.PREFIXED);
    assertThat(readable(Set.of(new Right(AclOperation.READ, wide))))
        .contains(Topic.DRAFTING_EVENTS)
        .doesNotContain(Topic.RELEASES);
    ResourcePattern all = new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL);
    assertThat(writable(Set.of(new Right(AclOperation.ALL, all))))
        .containsExactlyInAnyOrder(Topic.values());
  }

  private static List<Topic> readable(Set<Right> rights) {
    return Arrays.stream(Topic.values())
        .filter(topic -> may(rights, AclOperation.READ, topic))
        .toList();
  }

  private static List<Topic> writable(Set<Right> rights) {
    return Arrays.stream(Topic.values())
        .filter(topic -> may(rights, AclOperation.WRITE, topic))
        .toList();
  }

  /** As Kafka decides it. */
  private static boolean may(Set<Right> rights, AclOperation operation, Topic topic) {
    return rights.stream()
        .filter(right -> Stream.of(operation, AclOperation.ALL).anyMatch(right.operation()::equals))
        .map(Right::resource)
        .filter(resource -> resource.resourceType() == ResourceType.TOPIC)
        .anyMatch(resource ->
            resource.patternType() == PatternType.PREFIXED
                ? topic.topicName().startsWith(resource.name())
                : Set.of(topic.topicName(), "*").contains(resource.name()));
  }

  private static String said(Right right) {
    return right.operation() + " " + Right.named(right.resource());
  }
}
