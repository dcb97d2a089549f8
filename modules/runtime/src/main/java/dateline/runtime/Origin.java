package dateline.runtime;

import dateline.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Where a record was first read: if it is taken again, not where that was asked for.
 *
 * @param topic the Kafka topic's name; empty if it is not known
 * @param partition from 0; -1 if it is not known
 * @param offset from 0; -1 if it is not known
 * @param written epoch milliseconds
 */
record Origin(String topic, int partition, long offset, long written) {

  /** Of a record that is taken again: the four, a line each. */
  private static final String HEADER = "dateline-origin";

  /**
   * Of the record at hand. Its header counts only behind a resubmission, where {@link Again} alone
   * set it: whoever writes a record to any other topic cannot say that it lay elsewhere.
   */
  static Origin of(Record<?, ?> record, Optional<RecordMetadata> place) {
    Header header = record.headers().lastHeader(HEADER);
    if (header != null && isTakenAgain(place)) {
      String[] lines = new String(header.value(), StandardCharsets.UTF_8).split("\n", -1);
      return new Origin(
          lines[0], Integer.parseInt(lines[1]), Long.parseLong(lines[2]), Long.parseLong(lines[3]));
    }
    return new Origin(
        place.map(RecordMetadata::topic).orElse(""),
        place.map(RecordMetadata::partition).orElse(-1),
        place.map(RecordMetadata::offset).orElse(-1L),
        record.timestamp());
  }

  /** Whether the record at hand was set aside and is taken again. */
  static boolean isTakenAgain(Optional<RecordMetadata> place) {
    return place
        .map(RecordMetadata::topic)
        .filter(Topic.RESUBMISSIONS.topicName()::equals)
        .isPresent();
  }

  Header header() {
    return new RecordHeader(
        HEADER,
        "%s\n%d\n%d\n%d"
            .formatted(topic, partition, offset, written)
            .getBytes(StandardCharsets.UTF_8));
  }
}
