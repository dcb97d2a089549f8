package dateline.notification.dispatch;

import dateline.contracts.Topic;
import dateline.runtime.LogRecord;
import dateline.runtime.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Where a record stands on the log, for those that are too large to keep and seldom needed. */
record LogPlace(Topic topic, int partition, long offset) {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static LogPlace of(LogRecord record) {
    return new LogPlace(record.topic(), record.partition(), record.offset());
  }

  /**
   * The record.
   *
   * @throws org.apache.kafka.common.KafkaException if the log does not answer
   */
  SpecificRecord read(Map<String, Object> client, Wire wire) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("key.deserializer", ByteArrayDeserializer.class);
    config.put("value.deserializer", ByteArrayDeserializer.class);
    config.put("isolation.level", "read_committed");
    config.put("auto.offset.reset", "none");
    config.put("max.poll.records", 1);
    TopicPartition where = new TopicPartition(topic.topicName(), partition);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
      consumer.assign(List.of(where));
      consumer.seek(where, offset);
      Instant deadline = Instant.now().plus(PATIENCE);
      while (Instant.now().isBefore(deadline)) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          return wire.read(topic, record.value());
        }
      }
      throw new TimeoutException("The log did not answer in time.");
    }
  }
}
