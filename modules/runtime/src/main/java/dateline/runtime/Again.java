package dateline.runtime;

import dateline.contracts.DeadLetterV1;
import dateline.contracts.ResubmissionV1;
import dateline.contracts.SettlementV1;
import dateline.contracts.Topic;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes dead letters again, or closes them, as the operator asks. A resubmission names a record and
 * holds none: what is taken is what the engine itself kept when it set the record aside. What came
 * of it is written to the dead letters, in the same transaction.
 */
final class Again implements Processor<String, byte[], String, Object> {

  private static final Logger log = LoggerFactory.getLogger(Again.class);

  private final String engine;
  private final Topic deadLetters;
  private final Wire wire;
  private final Set<String> takers;
  private ProcessorContext<String, Object> context;
  private Commits commits;
  private OpenLetters letters;

  /**
   * @param takers the processors that a letter can be given to: this node's children
   */
  Again(String engine, Wire wire, Set<String> takers) {
    this.engine = engine;
    this.deadLetters = Topic.of(engine, "dead-letters");
    this.wire = wire;
    this.takers = takers;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.commits = Commits.of(context);
    this.letters = OpenLetters.of(context);
    letters.load();
  }

  @Override
  public void process(Record<String, byte[]> record) {
    String key = record.key() == null ? "" : record.key();
    ResubmissionV1 wanted;
    try {
      wanted = read(record);
    } catch (UnreadableRecordException e) {
      write(key, DeadLetters.letter(record, context.recordMetadata(), e), record.timestamp());
      return;
    }
    if (wanted.getEngine().equals(engine)) {
      settle(wanted, key, record.timestamp());
      commits.soon(record.timestamp());
    }
  }

  private ResubmissionV1 read(Record<String, byte[]> record) {
    if (record.value() == null) {
      throw new UnreadableRecordException("UNREADABLE", "it has no value");
    }
    ResubmissionV1 wanted = (ResubmissionV1) wire.read(Topic.RESUBMISSIONS, record.value());
    if (!Set.of("AGAIN", "CLOSE").contains(wanted.getAction())) {
      throw new UnreadableRecordException("UNKNOWN_KIND", "it asks for what is unknown here");
    }
    return wanted;
  }

  private void settle(ResubmissionV1 wanted, String key, long now) {
    OpenLetters.Id id = new OpenLetters.Id(wanted.getTopic(), key, wanted.getOffset());
    Optional<OpenLetter> open =
        wanted.getPartition() == context.taskId().partition() ? letters.find(id) : Optional.empty();
    String outcome =
        wanted.getAction().equals("CLOSE")
            ? close(id, open)
            : take(id, wanted.getPartition(), open, now);
    log.atInfo()
        .addKeyValue("topic", wanted.getTopic())
        .addKeyValue("partition", wanted.getPartition())
        .addKeyValue("offset", wanted.getOffset())
        .addKeyValue("outcome", outcome)
        .log("dead letter resubmitted");
    write(key, settlement(wanted, key, open, outcome, now), now);
  }

  /**
   * Also one that is not kept: of that it is a word and no more. What the closed one said nobody
   * will know, so the older ones of its key can no longer be taken in order.
   */
  private String close(OpenLetters.Id id, Optional<OpenLetter> open) {
    if (open.isPresent()) {
      letters.remove(id);
      letters.overtakeBefore(id);
    }
    return "CLOSED";
  }

  private String take(OpenLetters.Id id, int partition, Optional<OpenLetter> open, long now) {
    if (open.isEmpty() || !takers.containsAll(open.get().processors())) {
      return "UNKNOWN";
    }
    if (open.get().overtaken()) {
      return "REFUSED_OVERTAKEN";
    }
    if (letters.hasEarlier(id)) {
      return "REFUSED_EARLIER";
    }
    letters.remove(id);
    DeadLetterV1 letter = letter(open.get());
    Headers headers = Trace.headers(open.get().trace());
    headers.add(
        new Origin(id.topic(), partition, id.offset(), letter.getAt().toEpochMilli()).header());
    Record<String, byte[]> record =
        new Record<>(text(letter.getKey()), bytes(letter.getValue()), now, headers);
    for (String processor : open.get().processors()) {
      context.forward(record, processor);
    }
    return letters.find(id).isPresent() ? "SET_ASIDE_AGAIN" : "DONE";
  }

  private DeadLetterV1 letter(OpenLetter open) {
    return (DeadLetterV1) wire.read(deadLetters, open.letter());
  }

  private DeadLetterV1 settlement(
      ResubmissionV1 wanted, String key, Optional<OpenLetter> open, String outcome, long now) {
    Optional<DeadLetterV1> letter = open.map(this::letter);
    return DeadLetterV1.newBuilder()
        .setTopic(wanted.getTopic())
        .setPartition(wanted.getPartition())
        .setOffset(wanted.getOffset())
        .setCode("")
        .setReason("")
        .setAt(letter.map(DeadLetterV1::getAt).orElse(wanted.getAt()))
        .setKey(
            letter
                .map(DeadLetterV1::getKey)
                .orElseGet(() -> ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8))))
        .setSettled(
            new SettlementV1(
                wanted.getId(),
                outcome,
                wanted.getBy(),
                wanted.getReason(),
                Instant.ofEpochMilli(now)))
        .build();
  }

  private void write(String key, DeadLetterV1 letter, long now) {
    context.forward(
        new Record<>(key, new Out(deadLetters, key, wire.write(deadLetters, letter)), now),
        EngineTopology.OUT);
  }

  private static @Nullable String text(@Nullable ByteBuffer key) {
    return key == null ? null : StandardCharsets.UTF_8.decode(key.duplicate()).toString();
  }

  private static byte @Nullable [] bytes(@Nullable ByteBuffer value) {
    if (value == null) {
      return null;
    }
    byte[] bytes = new byte[value.remaining()];
    value.duplicate().get(bytes);
    return bytes;
  }
}
