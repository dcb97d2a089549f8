package dateline.notification.dispatch;

import dateline.contracts.OutcomeV1;
import dateline.contracts.Topic;
import dateline.runtime.wire.Wire;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a ledger back. To be used when the ledger has been taken and before it is written: then all
 * that was ever committed there can be seen.
 */
final class LedgerReader {

  private static final Duration POLL = Duration.ofMillis(200);

  private LedgerReader() {}

  /**
   * What it says, by delivery id.
   *
   * @param end offset at which the next outcome goes at the earliest
   * @param batches offset of the first batch of which it cannot say anything: nobody who wrote to
   *     the ledger can have read it
   */
  record Contents(Map<String, Past> past, long end, long batches) {}

  static Contents read(int partition, long from, Map<String, Object> client, Wire wire) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("key.deserializer", ByteArrayDeserializer.class);
    config.put("value.deserializer", ByteArrayDeserializer.class);
    config.put("client.id", "dateline-ledger-reader-" + partition);
    config.put("isolation.level", "read_committed");
    config.put("auto.offset.reset", "none");
    config.put("enable.auto.commit", false);
    TopicPartition ledger = new TopicPartition(Topic.OUTCOMES.topicName(), partition);
    TopicPartition batches = new TopicPartition(Topic.DELIVERIES.topicName(), partition);
    Map<String, Past> past = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
      consumer.assign(List.of(batches));
      long unread = consumer.endOffsets(List.of(batches)).getOrDefault(batches, 0L);
      consumer.assign(List.of(ledger));
      consumer.seek(ledger, from);
      long end = consumer.endOffsets(List.of(ledger)).getOrDefault(ledger, 0L);
      while (consumer.position(ledger) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          OutcomeV1 outcome = (OutcomeV1) wire.read(Topic.OUTCOMES, record.value());
          past.merge(
              outcome.getDeliveryId(),
              Past.NONE.and(outcome),
              (before, only) -> before.and(outcome));
        }
      }
      return new Contents(past, end, unread);
    }
  }
}
