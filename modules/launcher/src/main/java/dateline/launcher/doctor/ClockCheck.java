package dateline.launcher.doctor;

import dateline.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Whether this machine and the brokers agree on the time, by which releases go out. Brokers give
 * their own time to a group's position when it is stored: so one is, in a group of the doctor's own
 * that is deleted again.
 */
final class ClockCheck implements Check {

  private static final String GROUP = "dateline-doctor";
  private static final String POSITIONS = "__consumer_offsets";
  private static final Duration MUCH = Duration.ofSeconds(2);

  private final Admin admin;

  ClockCheck(Admin admin) {
    this.admin = admin;
  }

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public List<Finding> look() throws ExecutionException, InterruptedException {
    if (!admin.listTopics().names().get().contains(Topic.DIRECTORY.topicName())) {
      return List.of(
          Finding.unknown(this, "not looked at, because topics are missing or may not be seen"));
    }
    Instant before = Instant.now();
    Instant theirs = askBroker();
    return List.of(compare(before, theirs, Instant.now()));
  }

  private Instant askBroker() throws ExecutionException, InterruptedException {
    admin
        .alterConsumerGroupOffsets(
            GROUP,
            Map.of(
                new TopicPartition(Topic.DIRECTORY.topicName(), 0),
                new OffsetAndMetadata(0, UUID.randomUUID().toString())))
        .all()
        .get();
    int partitions =
        admin
            .describeTopics(List.of(POSITIONS))
            .allTopicNames()
            .get()
            .values()
            .iterator()
            .next()
            .partitions()
            .size();
    TopicPartition place = new TopicPartition(POSITIONS, Utils.abs(GROUP.hashCode()) % partitions);
    ListOffsetsResultInfo newest =
        admin.listOffsets(Map.of(place, OffsetSpec.maxTimestamp())).partitionResult(place).get();
    admin.deleteConsumerGroups(List.of(GROUP)).all().get();
    return Instant.ofEpochMilli(newest.timestamp());
  }

  /**
   * What to say of two clocks.
   *
   * @param before ours, before theirs was asked for
   * @param after ours, when theirs was known
   */
  Finding compare(Instant before, Instant theirs, Instant after) {
    Duration ahead = Duration.between(after, theirs);
    Duration behind = Duration.between(theirs, before);
    if (ahead.compareTo(MUCH) > 0 || behind.compareTo(MUCH) > 0) {
      return Finding.wrong(
          this,
          ahead.isPositive()
              ? "The brokers' clock is %d s ahead of ours.".formatted(ahead.toSeconds())
              : "The brokers' clock is %d s behind ours.".formatted(behind.toSeconds()),
          "set both machines by NTP; releases go out by the clock of who runs publishing");
    }
    return Finding.ok(this, "This machine and the brokers agree on the time.");
  }
}
