package dateline.runtime;

import dateline.contracts.DeadLetterV1;
import dateline.contracts.Topic;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a record aside, whole, so that later ones pass and a person can look at it. What a processor
 * of a topology sets aside is also kept, so that it can be taken again: {@link Resubmissions}.
 */
public final class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final Topic topic;
  private final String processor;
  private final Wire wire;
  private final Runnable count;

  /**
   * @param processor whose they are: the name of the node in the topology
   * @param count is run for each record that is set aside
   */
  public DeadLetters(String engine, String processor, Wire wire, Runnable count) {
    this.topic = Topic.of(engine, "dead-letters");
    this.processor = processor;
    this.wire = wire;
    this.count = count;
  }

  String topicName() {
    return topic.topicName();
  }

  /** Keeps the record at hand and answers what is to be written to the dead letters. */
  public Record<String, byte[]> setAside(
      ProcessingContext context, Record<String, byte[]> record, UnreadableRecordException why) {
    byte[] letter = wire.write(topic, letter(record, context.recordMetadata(), why));
    Optional<Trace> trace = Trace.of(record.headers());
    OpenLetters.of(context)
        .keep(id(context, record), new OpenLetter(false, Set.of(processor), trace, letter));
    count.run();
    return new Record<>(key(record), letter, record.timestamp(), Trace.headers(trace));
  }

  /**
   * If another processor has just set the record at hand aside, it was not for this one either: it
   * gets it too when it is taken again.
   */
  public void join(ProcessingContext context, Record<String, byte[]> record) {
    OpenLetters letters = OpenLetters.of(context);
    OpenLetters.Id id = id(context, record);
    letters.find(id).ifPresent(letter -> letters.keep(id, letter.by(processor)));
  }

  void send(
      ProcessorContext<String, Out> context,
      Record<String, byte[]> record,
      UnreadableRecordException why) {
    Record<String, byte[]> letter = setAside(context, record, why);
    context.forward(letter.withValue(new Out(topic, letter.key(), letter.value())));
  }

  /** Whether a younger record of its key lies here, set aside by the same processor. */
  boolean haveYounger(ProcessingContext context, Record<String, byte[]> record) {
    return OpenLetters.of(context).hasYounger(id(context, record), processor);
  }

  /** Whether the record at hand was set aside by anybody. */
  boolean have(ProcessingContext context, Record<String, byte[]> record) {
    return OpenLetters.of(context).find(id(context, record)).isPresent();
  }

  private static OpenLetters.Id id(ProcessingContext context, Record<String, byte[]> record) {
    Origin origin = Origin.of(record, context.recordMetadata());
    return new OpenLetters.Id(origin.topic(), key(record), origin.offset());
  }

  private static String key(Record<String, byte[]> record) {
    return record.key() == null ? "" : record.key();
  }

  /** The dead letter for a record, which it also logs by the record's position. */
  public static DeadLetterV1 letter(
      Record<String, byte[]> record,
      Optional<RecordMetadata> place,
      UnreadableRecordException why) {
    Origin origin = Origin.of(record, place);
    DeadLetterV1 letter =
        DeadLetterV1.newBuilder()
            .setTopic(origin.topic())
            .setPartition(origin.partition())
            .setOffset(origin.offset())
            .setCode(why.code())
            .setReason(String.valueOf(why.getMessage()))
            .setAt(Instant.ofEpochMilli(origin.written()))
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
