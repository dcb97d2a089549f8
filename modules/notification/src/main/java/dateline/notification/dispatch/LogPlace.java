package dateline.notification.dispatch;

import dateline.contracts.Topic;
import dateline.runtime.LogExcerpt;
import dateline.runtime.LogExcerpt.Stretch;
import dateline.runtime.LogRecord;
import org.apache.avro.specific.SpecificRecord;

/** Where a record stands on the log, for those that are too large to keep and seldom needed. */
record LogPlace(Topic topic, String key, Stretch stretch) {

  static LogPlace of(LogRecord record) {
    return new LogPlace(
        record.topic(),
        record.key(),
        new Stretch(record.partition(), record.offset(), record.offset()));
  }

  /**
   * The record.
   *
   * @throws org.apache.kafka.common.KafkaException if the log does not answer
   */
  SpecificRecord read(LogExcerpt log) {
    return log.of(topic, key, stretch).getFirst();
  }
}
