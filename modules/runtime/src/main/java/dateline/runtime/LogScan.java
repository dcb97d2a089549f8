package dateline.runtime;

import dateline.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads what is committed in partitions of one topic, from one offset to another, and then ends.
 */
final class LogScan implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A consumer that closes waits for its last fetch, which waits so long for what is not there. */
  private static final Duration AT_THE_END = Duration.ofMillis(10);

  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param client settings of Kafka's clients: where the brokers are and how to sign in
   * @param name for the brokers' logs: {@code "excerpt"}
   */
  LogScan(Map<String, Object> client, String name) {
    Map<String, Object> config = FollowerStart.settings(client, name);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) AT_THE_END.toMillis());
    this.consumer = new KafkaConsumer<>(config);
  }

  /**
   * A topic's partitions, and after each the offset that comes next now.
   *
   * @throws TimeoutException if the log does not answer for 20 s
   */
  Map<TopicPartition, Long> ends(Topic topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.topicName(), PATIENCE).stream()
            .map(found -> new TopicPartition(topic.topicName(), found.partition()))
            .toList();
    return consumer.endOffsets(partitions, PATIENCE);
  }

  /** Reads these partitions from their first records; see {@link #read}. */
  void fromBeginning(
      Map<TopicPartition, Long> until, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    consumer.assign(until.keySet());
    consumer.seekToBeginning(until.keySet());
    read(until, each);
  }

  /** Reads one partition from this offset; see {@link #read}. */
  void from(
      TopicPartition partition,
      long first,
      long until,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, first);
    read(Map.of(partition, until), each);
  }

  /**
   * @param until the offset before which a partition is read
   * @throws TimeoutException if the log does not answer for 20 s
   */
  private void read(
      Map<TopicPartition, Long> until, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<TopicPartition, Long> left = new HashMap<>(until);
    long heard = System.nanoTime();
    while (true) {
      left.entrySet().removeIf(one -> consumer.position(one.getKey(), PATIENCE) >= one.getValue());
      if (left.isEmpty()) {
        return;
      }
      if (System.nanoTime() - heard > PATIENCE.toNanos()) {
        throw new TimeoutException("The log did not answer in time.");
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        heard = System.nanoTime();
        if (record.offset() < until.getOrDefault(partition(record), 0L)) {
          each.accept(record);
        }
      }
    }
  }

  private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
