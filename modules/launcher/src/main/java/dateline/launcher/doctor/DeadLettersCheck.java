package dateline.launcher.doctor;

import dateline.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether a record was set aside in the last days; those before somebody has seen. */
final class DeadLettersCheck implements Check {

  private static final Duration LATELY = Duration.ofDays(7);

  private final Admin admin;

  DeadLettersCheck(Admin admin) {
    this.admin = admin;
  }

  @Override
  public String name() {
    return "dead letters";
  }

  @Override
  public List<Finding> look() throws ExecutionException, InterruptedException {
    List<Finding> wrong = new ArrayList<>();
    newest(present())
        .forEach((topic, at) -> {
          if (at.isAfter(Instant.now().minus(LATELY))) {
            wrong.add(
                Finding.wrong(
                    this,
                    "A record was set aside in %s, the newest at %s.".formatted(topic, at),
                    "look at it with ./dateline topics %s, and at \"DatelineRecordSetAside\" in docs/operations.md"
                        .formatted(topic)));
          }
        });
    return wrong.isEmpty()
        ? List.of(
            Finding.ok(
                this, "No record was set aside in the last %d days.".formatted(LATELY.toDays())))
        : wrong;
  }

  /** Those that exist; one that may not be seen is no missing one. */
  private List<TopicDescription> present() throws ExecutionException, InterruptedException {
    List<String> topics =
        Arrays.stream(Topic.values())
            .map(Topic::topicName)
            .filter(topic -> topic.contains(".dead-letters."))
            .toList();
    List<TopicDescription> present = new ArrayList<>();
    for (KafkaFuture<TopicDescription> topic :
        admin.describeTopics(topics).topicNameValues().values()) {
      try {
        present.add(topic.get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
      }
    }
    return present;
  }

  /** When the newest record of each topic was written; topics without one are left out. */
  private Map<String, Instant> newest(List<TopicDescription> topics)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        topics.stream()
            .flatMap(DeadLettersCheck::partitions)
            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.maxTimestamp()));
    Map<String, Instant> newest = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found :
        admin.listOffsets(asked).all().get().entrySet()) {
      if (found.getValue().offset() >= 0) {
        newest.merge(
            found.getKey().topic(),
            Instant.ofEpochMilli(found.getValue().timestamp()),
            (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return newest;
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()));
  }
}
