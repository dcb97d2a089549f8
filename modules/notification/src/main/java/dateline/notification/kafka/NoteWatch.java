package dateline.notification.kafka;

import dateline.contracts.ClearanceEventV1;
import dateline.contracts.NoticeV1;
import dateline.contracts.ReleaseV1;
import dateline.contracts.Topic;
import dateline.note.Digest;
import dateline.notification.notices.Fact;
import dateline.notification.notices.WhoIsTold;
import dateline.notification.notices.Word;
import dateline.runtime.Commits;
import dateline.runtime.DeadLetters;
import dateline.runtime.Trace;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Follows each note's clearance and says who is to be told what of it. What is stored of a note is
 * its past, clearance's events as they are, so there is never a state to migrate.
 */
final class NoteWatch implements Processor<String, byte[], String, byte[]> {

  /** Note id, a slash and eight digits, to ClearanceEventV1 on the wire. */
  static final String STORE = "notes-past";

  /** Its child in the topology, behind the topic it reads. */
  static final String NOTICES = "-notices";

  /** The other child, of the one that reads clearance's events. */
  static final String DEAD_LETTERS = "watch-dead-letters";

  private static final int MOST_NOTES = 64;
  private static final String KEYS_OF_OFFICES = "emergencies/";

  private record Happened(String id, Instant at, Optional<Fact> fact) {}

  private final Topic topic;
  private final Wire wire;
  private final DeadLetters dead;
  private ProcessorContext<String, byte[]> context;
  private Commits commits;
  private KeyValueStore<String, byte[]> past;
  private StaffStore staff;

  /** Those read last, by note id; what it follows it also adds to. Of clearance's events alone. */
  private Map<String, List<Fact>> newest = new LinkedHashMap<>();

  /**
   * @param name in the topology
   * @param topic clearance's events, or releases
   */
  NoteWatch(String name, Topic topic, Wire wire, PlannerMetrics metrics) {
    this.topic = topic;
    this.wire = wire;
    this.dead = new DeadLetters("notification", name, wire, metrics::setAside);
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    this.commits = Commits.of(context);
    this.past = context.getStateStore(STORE);
    this.staff = StaffStore.of(context, wire);
    this.newest = new LinkedHashMap<>(16, 0.75f, true);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    List<Record<String, byte[]>> notices = new ArrayList<>();
    List<Fact> before;
    Optional<Fact> fact;
    try {
      Happened happened = happened(record);
      fact = happened.fact();
      before = fact.isEmpty() ? List.of() : List.copyOf(pastOf(record.key()));
      fact.ifPresent(it ->
          WhoIsTold.when(record.key(), before, it, staff.staff(), happened.at())
              .forEach(word -> notices.add(notice(word, record, happened))));
    } catch (UnreadableRecordException e) {
      if (isClearance()) {
        context.forward(dead.setAside(context, record, e), DEAD_LETTERS);
      } else {
        dead.join(context, record); // The announcer, which reads it first, has set it aside.
      }
      return;
    }
    if (fact.isPresent() && isClearance()) {
      pastOf(record.key()).add(fact.get());
      past.put("%s/%08d".formatted(record.key(), before.size()), record.value());
    }
    notices.forEach(notice -> context.forward(notice, topic.topicName() + NOTICES));
    if (!notices.isEmpty()) {
      commits.soon(record.timestamp());
    }
  }

  private boolean isClearance() {
    return topic == Topic.CLEARANCE_EVENTS;
  }

  private Happened happened(Record<String, byte[]> record) {
    if (record.key() == null || record.value() == null) {
      throw new UnreadableRecordException("UNREADABLE", "it has no key or no value");
    }
    return switch (wire.read(topic, record.value())) {
      case ClearanceEventV1 event ->
          new Happened(
              event.getId(),
              event.getAt(),
              record.key().startsWith(KEYS_OF_OFFICES)
                  ? Optional.empty()
                  : ClearanceFacts.of(event));
      case ReleaseV1 release ->
          new Happened(
              release.getId(),
              release.getAt(),
              Optional.ofNullable(release.getReleased())
                  .map(it -> new Fact.Released(new Digest(it.getDigest()))));
      case SpecificRecord _ ->
          throw new UnreadableRecordException("UNREADABLE", "it is of another topic");
    };
  }

  /** A long past is not read again for each event of it. */
  private List<Fact> pastOf(String noteId) {
    if (!isClearance()) {
      return read(noteId);
    }
    List<Fact> facts = newest.computeIfAbsent(noteId, this::read);
    if (newest.size() > MOST_NOTES) {
      newest.remove(newest.keySet().iterator().next());
    }
    return facts;
  }

  private List<Fact> read(String noteId) {
    List<Fact> facts = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> entries =
        past.range(noteId + '/', noteId + (char) ('/' + 1))) {
      while (entries.hasNext()) {
        ClearanceEventV1 event =
            (ClearanceEventV1) wire.read(Topic.CLEARANCE_EVENTS, entries.next().value);
        ClearanceFacts.of(event).ifPresent(facts::add);
      }
    }
    return facts;
  }

  private Record<String, byte[]> notice(
      Word word, Record<String, byte[]> record, Happened happened) {
    NoticeV1 notice = NoticeCodec.toWire(word, happened.id(), record.key(), happened.at());
    return new Record<>(
        notice.getPerson(),
        wire.write(Topic.NOTIFICATION_NOTICES, notice),
        record.timestamp(),
        Trace.headers(Trace.of(record.headers())));
  }
}
