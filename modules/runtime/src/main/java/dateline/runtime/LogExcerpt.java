package dateline.runtime;

import dateline.contracts.Topic;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads again what the log has of one key: committed records, in order. For what is asked seldom
 * and must be the log's own words. For use by any number of threads; each reading is a consumer of
 * its own.
 */
public final class LogExcerpt {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A consumer that closes waits for its last fetch, which waits so long for what is not there. */
  private static final Duration AT_THE_END = Duration.ofMillis(10);

  private final Map<String, Object> client;
  private final Wire wire;

  /**
   * @param client settings of Kafka's clients: where the brokers are and how to sign in
   * @param wire stays the caller's to close
   */
  public LogExcerpt(Map<String, Object> client, Wire wire) {
    this.client = client;
    this.wire = wire;
  }

  /**
   * Where a key's records lie.
   *
   * @param partition from 0
   * @param first offset of the first one
   * @param last offset of the last one
   */
  public record Stretch(int partition, long first, long last) {

    /** The stretch that ends with this later record. */
    public Stretch to(long offset) {
      return new Stretch(partition, first, offset);
    }
  }

  /**
   * What a stretch of a topic has of a key; tombstones are passed over.
   *
   * @throws TimeoutException if the log does not answer for 20 s
   * @throws UnreadableRecordException if one of the key's records cannot be read
   */
  public List<SpecificRecord> of(Topic topic, String key, Stretch stretch) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      TopicPartition partition = new TopicPartition(topic.topicName(), stretch.partition());
      consumer.assign(List.of(partition));
      consumer.seek(partition, stretch.first());
      return read(consumer, topic, key, Map.of(partition, stretch.last() + 1));
    }
  }

  /**
   * Everything a topic has of a key; the whole topic is read for it. Tombstones are passed over.
   *
   * @throws TimeoutException if the log does not answer for 20 s
   * @throws UnreadableRecordException if one of the key's records cannot be read
   */
  public List<SpecificRecord> of(Topic topic, String key) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName(), PATIENCE).stream()
              .map(found -> new TopicPartition(topic.topicName(), found.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return read(consumer, topic, key, consumer.endOffsets(partitions, PATIENCE));
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config = FollowerStart.settings(client, "excerpt");
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) AT_THE_END.toMillis());
    return new KafkaConsumer<>(config);
  }

  /**
   * @param until the offset before which a partition is read
   */
  private List<SpecificRecord> read(
      KafkaConsumer<byte[], byte[]> consumer,
      Topic topic,
      String key,
      Map<TopicPartition, Long> until) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    Map<TopicPartition, Long> left = new HashMap<>(until);
    List<SpecificRecord> found = new ArrayList<>();
    long heard = System.nanoTime();
    while (true) {
      left.entrySet().removeIf(one -> consumer.position(one.getKey(), PATIENCE) >= one.getValue());
      if (left.isEmpty()) {
        return found;
      }
      if (System.nanoTime() - heard > PATIENCE.toNanos()) {
        throw new TimeoutException("The log did not answer in time.");
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        heard = System.nanoTime();
        byte @Nullable [] value = record.value();
        if (value != null
            && Arrays.equals(record.key(), wanted)
            && record.offset() < until.getOrDefault(partition(record), 0L)) {
          found.add(wire.read(topic, value));
        }
      }
    }
  }

  private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
