package dateline.launcher.letters;

import dateline.contracts.DeadLetterV1;
import dateline.contracts.SettlementV1;
import dateline.contracts.Topic;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the dead letters of the engines from the log, from the beginning: they are few, and kept
 * for ever. For one thread.
 */
public final class DeadLetterLog implements AutoCloseable {

  /** The engines, which have dead letters. */
  public static final List<String> ENGINES =
      Arrays.stream(Topic.values())
          .filter(topic -> topic.name().endsWith("_DEAD_LETTERS"))
          .map(DeadLetterLog::engine)
          .toList();

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Wire wire;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private final Map<DeadLetter.Id, DeadLetter> letters = new LinkedHashMap<>();
  private final Map<String, SettlementV1> settlements = new HashMap<>();
  private int unreadable;

  /**
   * @param client settings of Kafka's clients
   * @param wire stays the caller's to close
   * @param engines whose dead letters are read
   */
  public DeadLetterLog(Map<String, Object> client, Wire wire, Collection<String> engines) {
    this.wire = wire;
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) POLL.toMillis());
    config.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    this.consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    for (String engine : engines) {
      String topic = Topic.of(engine, "dead-letters").topicName();
      consumer
          .partitionsFor(topic)
          .forEach(it -> partitions.add(new TopicPartition(topic, it.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  private static String engine(Topic topic) {
    return engine(topic.topicName());
  }

  /** {@code "clearance"} of {@code "dateline.clearance.dead-letters.v1"}. */
  private static String engine(String topicName) {
    return topicName.split("\\.", -1)[1];
  }

  /**
   * All letters there are now, in the order in which they were set aside.
   *
   * @throws TimeoutException if the log does not answer for ten seconds
   */
  public Collection<DeadLetter> all() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long heard = System.nanoTime();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      if (take()) {
        heard = System.nanoTime();
      } else if (System.nanoTime() - heard > ANSWER.toNanos()) {
        throw new TimeoutException("The dead letters were not all to be had.");
      }
    }
    return letters.values();
  }

  /** What a resubmission led to; empty if that is not on the log within this time. */
  Optional<SettlementV1> settlement(String resubmission, Duration within) {
    long asked = System.nanoTime();
    while (!settlements.containsKey(resubmission) && System.nanoTime() - asked < within.toNanos()) {
      take();
    }
    return Optional.ofNullable(settlements.get(resubmission));
  }

  /** Records among them that are no dead letters, or not readable with the registry there is. */
  public int unreadable() {
    return unreadable;
  }

  private boolean take() {
    boolean any = false;
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      any = true;
      take(record);
    }
    return any;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    String engine = engine(record.topic());
    Topic topic = Topic.of(engine, "dead-letters");
    try {
      byte @org.jspecify.annotations.Nullable [] value = record.value();
      if (value == null) {
        throw new UnreadableRecordException("UNREADABLE", "it has no value");
      }
      DeadLetterV1 said = (DeadLetterV1) wire.read(topic, value);
      DeadLetter.Id id = DeadLetter.Id.of(engine, said);
      letters.put(id, letters.getOrDefault(id, DeadLetter.none(id)).and(said));
      if (said.getSettled() != null) {
        settlements.put(said.getSettled().getResubmissionId(), said.getSettled());
      }
    } catch (UnreadableRecordException e) {
      unreadable++;
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
