package dateline.runtime;

import dateline.contracts.Topic;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads again what the log has of one key: committed records, in order. For what is asked seldom
 * and must be the log's own words. For use by any number of threads; each reading is a consumer of
 * its own.
 */
public final class LogExcerpt {

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
    Found found = new Found(topic, key);
    try (LogScan scan = new LogScan(client, "excerpt")) {
      scan.from(
          new TopicPartition(topic.topicName(), stretch.partition()),
          stretch.first(),
          stretch.last() + 1,
          found::look);
    }
    return found.records;
  }

  /**
   * Everything a topic has of a key; the whole topic is read for it. Tombstones are passed over.
   *
   * @throws TimeoutException if the log does not answer for 20 s
   * @throws UnreadableRecordException if one of the key's records cannot be read
   */
  public List<SpecificRecord> of(Topic topic, String key) {
    Found found = new Found(topic, key);
    try (LogScan scan = new LogScan(client, "excerpt")) {
      scan.fromBeginning(scan.ends(topic), found::look);
    }
    return found.records;
  }

  /** The records of one key among those that are read. */
  private final class Found {

    private final Topic topic;
    private final byte[] key;
    private final List<SpecificRecord> records = new ArrayList<>();

    Found(Topic topic, String key) {
      this.topic = topic;
      this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    void look(ConsumerRecord<byte[], byte[]> record) {
      byte @Nullable [] value = record.value();
      if (value != null && Arrays.equals(record.key(), key)) {
        records.add(wire.read(topic, value));
      }
    }
  }
}
