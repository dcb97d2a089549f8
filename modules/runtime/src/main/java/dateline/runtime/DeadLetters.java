package dateline.runtime;

import dateline.contracts.DeadLetterV1;
import dateline.contracts.Topic;
import dateline.runtime.metrics.EngineMetrics;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets a record aside, whole, so that later ones pass and a person can look at it. */
public final class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final Topic topic;
  private final Wire wire;
  private final EngineMetrics metrics;

  DeadLetters(String engine, Wire wire, EngineMetrics metrics) {
    this.topic = Topic.of(engine, "dead-letters");
    this.wire = wire;
    this.metrics = metrics;
  }

  String topicName() {
    return topic.topicName();
  }

  void send(
      ProcessorContext<String, Out> context,
      Record<String, byte[]> record,
      UnreadableRecordException why) {
    String key = record.key() == null ? "" : record.key();
    DeadLetterV1 letter = letter(record, context.recordMetadata(), why);
    metrics.setAside();
    context.forward(
        new Record<>(
            key,
            new Out(topic, key, wire.write(topic, letter)),
            record.timestamp(),
            Trace.headers(Trace.of(record.headers()))));
  }

  /** The dead letter for a record, which it also logs by the record's position. */
  public static DeadLetterV1 letter(
      Record<String, byte[]> record,
      Optional<RecordMetadata> place,
      UnreadableRecordException why) {
    DeadLetterV1 letter =
        DeadLetterV1.newBuilder()
            .setTopic(place.map(RecordMetadata::topic).orElse(""))
            .setPartition(place.map(RecordMetadata::partition).orElse(-1))
            .setOffset(place.map(RecordMetadata::offset).orElse(-1L))
            .setCode(why.code())
            .setReason(String.valueOf(why.getMessage()))
            .setAt(Instant.ofEpochMilli(record.timestamp()))
            .setKey(
                record.key() == null
                    ? null
                    : ByteBuffer.wrap(record.key().getBytes(StandardCharsets.UTF_8)))
            .setValue(record.value() == null ? null : ByteBuffer.wrap(record.value()))
            .build();
    log.atError()
        .addKeyValue("topic", letter.getTopic())
        .addKeyValue("partition", letter.getPartition())
        .addKeyValue("offset", letter.getOffset())
        .addKeyValue("code", why.code())
        .log("record set aside in the dead letters");
    return letter;
  }
}
