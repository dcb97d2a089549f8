package dateline.notification.kafka;

import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.NoticeV1;
import dateline.contracts.Topic;
import dateline.runtime.Commits;
import dateline.runtime.Trace;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one mail of a burst of notices to one person. It waits a little from the first of them;
 * meanwhile what comes later takes the place of what it makes pointless. What waits is in stores,
 * so that a restart loses and repeats nothing.
 */
final class Gatherer implements Processor<String, byte[], String, byte[]> {

  /** Person id, a line feed, note id, a line feed and place, to NoticeV1 on the wire. */
  static final String WAITING = "notices-waiting";

  /**
   * Person id to when their mail goes, epoch milliseconds in eight bytes, and behind that the trace
   * of what made it go then, if there is one.
   */
  static final String DUE = "notices-due";

  /** Its children in the topology. */
  static final String DELIVERIES = "notices-deliveries";

  static final String DEAD_LETTERS = "notices-dead-letters";

  /** From the first notice of a burst to its mail. */
  static final Duration BURST = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(Gatherer.class);
  private static final Duration LOOK = Duration.ofMillis(250);

  /** People a look: a callback of Streams must be over in 100 ms. */
  private static final int MOST_MAILS = 200;

  private final Wire wire;
  private final SetAside dead;
  private ProcessorContext<String, byte[]> context;
  private Commits commits;
  private KeyValueStore<String, byte[]> waiting;
  private KeyValueStore<String, byte[]> due;
  private StaffStore staff;

  Gatherer(Wire wire, PlannerMetrics metrics) {
    this.wire = wire;
    this.dead = new SetAside(wire, DEAD_LETTERS, metrics);
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    this.commits = Commits.of(context);
    this.waiting = context.getStateStore(WAITING);
    this.due = context.getStateStore(DUE);
    this.staff = StaffStore.of(context, wire);
    context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, this::look);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    NoticeV1 notice;
    try {
      notice = read(record);
    } catch (UnreadableRecordException e) {
      dead.send(context, record, e);
      return;
    }
    String key = record.key() + '\n' + notice.getNoteId() + '\n' + notice.getPlace();
    if (NoticeCodec.isEnd(notice)) {
      waiting.delete(key);
      return;
    }
    waiting.put(key, record.value());
    if (notice.getCode() != null) {
      due.put(record.key(), due(Duration.ZERO, record)); // Somebody waits for it.
      return;
    }
    if (Optional.ofNullable(due.get(record.key())).isEmpty()) {
      due.put(record.key(), due(BURST, record));
    }
  }

  private NoticeV1 read(Record<String, byte[]> record) {
    if (record.key() == null || record.value() == null) {
      throw new UnreadableRecordException("UNREADABLE", "it has no key or no value");
    }
    NoticeV1 notice = (NoticeV1) wire.read(Topic.NOTIFICATION_NOTICES, record.value());
    if (!NoticeCodec.isEnd(notice)) {
      NoticeCodec.fromWire(notice);
    }
    return notice;
  }

  private void look(long now) {
    List<KeyValue<String, byte[]>> people = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = due.all()) {
      while (all.hasNext() && people.size() < MOST_MAILS) {
        KeyValue<String, byte[]> entry = all.next();
        if (ByteBuffer.wrap(entry.value).getLong() <= now) {
          people.add(entry);
        }
      }
    }
    people.forEach(person -> mail(person.key, trace(person.value), Instant.ofEpochMilli(now)));
  }

  private void mail(String id, Optional<Trace> trace, Instant now) {
    List<NoticeV1> notices = taken(id);
    notices.removeIf(notice -> NoticeCodec.fromWire(notice).isStale(now));
    notices.sort(Comparator.comparing(NoticeV1::getAt).thenComparing(NoticeV1::getId));
    if (notices.isEmpty()) {
      return;
    }
    Optional<DeliveryBatchV1> mail =
        notices.stream().allMatch(notice -> notice.getInvitation() != null)
            ? Optional.of(Deliveries.invitation(id, notices, now))
            : staff.person(id).map(person -> Deliveries.notices(person, notices, now));
    if (mail.isEmpty()) {
      return;
    }
    DeliveryBatchV1 batch = mail.get();
    context.forward(
        new Record<>(
            batch.getDomain(),
            wire.write(Topic.DELIVERIES, batch),
            now.toEpochMilli(),
            Trace.headers(trace)),
        DELIVERIES);
    commits.soon(now.toEpochMilli());
    log.atDebug()
        .addKeyValue("personId", id)
        .addKeyValue("notices", notices.size())
        .log("notices gathered");
  }

  /** What waits for this person; nothing does any more. */
  private List<NoticeV1> taken(String person) {
    List<NoticeV1> notices = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> entries =
        waiting.range(person + '\n', person + (char) ('\n' + 1))) {
      entries.forEachRemaining(entry -> {
        keys.add(entry.key);
        notices.add((NoticeV1) wire.read(Topic.NOTIFICATION_NOTICES, entry.value));
      });
    }
    keys.forEach(waiting::delete);
    due.delete(person);
    return notices;
  }

  private byte[] due(Duration in, Record<String, byte[]> record) {
    byte[] trace = Texts.bytes(Trace.of(record.headers()).map(Trace::traceparent).orElse(""));
    return ByteBuffer.allocate(Long.BYTES + trace.length)
        .putLong(context.currentSystemTimeMs() + in.toMillis())
        .put(trace)
        .array();
  }

  private static Optional<Trace> trace(byte[] due) {
    return Trace.read(Texts.text(Arrays.copyOfRange(due, Long.BYTES, due.length)));
  }
}
