package dateline.notification.dispatch;

import dateline.contracts.ClearanceEventV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.MediaNoteV1;
import dateline.contracts.NoticeV1;
import dateline.contracts.Topic;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.notification.kafka.NoticeCodec;
import dateline.notification.kafka.StaffCodec;
import dateline.notification.mail.Letter;
import dateline.notification.mail.NoticeWriter;
import dateline.notification.mail.Told;
import dateline.notification.notices.Matter;
import dateline.notification.notices.Notice;
import dateline.notification.notices.Staff;
import dateline.runtime.LogExcerpt;
import dateline.runtime.LogFollower;
import dateline.runtime.LogRecord;
import dateline.runtime.NoteCodec;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What letters to the people of the house are made of: who and where they are, by the directory,
 * and the texts that were handed in, by their digests. A few milliseconds behind the log. The
 * newest texts are in memory; of the others it knows where on the log they are.
 */
final class NoticeDesk implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(NoticeDesk.class);

  private final LogExcerpt excerpts;
  private final NoticeWriter writer;
  private final Map<String, DirectoryEntryV1> directory = new HashMap<>();
  private final Map<OfficeId, String> parties = new HashMap<>();
  private final Map<String, LogPlace> places = new ConcurrentHashMap<>();
  private final Map<String, MediaNote> texts = new Newest<>();
  private final LogFollower follower;
  private volatile Staff staff = StaffCodec.of(List.of());

  NoticeDesk(Map<String, Object> client, Wire wire, NoticeWriter writer) {
    this.excerpts = new LogExcerpt(client, wire);
    this.writer = writer;
    this.follower =
        LogFollower.start(
            "notice-desk",
            client,
            wire,
            List.of(Topic.DIRECTORY, Topic.CLEARANCE_EVENTS),
            new LogFollower.From.Beginning(),
            this::learn);
  }

  LogFollower follower() {
    return follower;
  }

  /** Somebody of the house; empty if the directory does not have them, or no more. */
  Optional<Staff.Member> person(String id) {
    return staff.person(new PersonId(id));
  }

  /**
   * What this mail says; empty while one of its texts is not known yet.
   *
   * @throws UnreadableRecordException if a notice or a text cannot be read
   * @throws org.apache.kafka.common.KafkaException if a text must be read again and the log does
   *     not answer
   */
  Optional<Letter> letter(Task task) {
    List<Told> told = new ArrayList<>();
    List<NoticeV1> notices = Optional.ofNullable(task.delivery().getNotices()).orElse(List.of());
    for (NoticeV1 one : notices) {
      Notice notice = NoticeCodec.fromWire(one);
      Optional<MediaNote> text = text(notice.text());
      Optional<Digest> before = former(notice.matter());
      Optional<MediaNote> former = before.flatMap(this::text);
      if (text.isEmpty() || former.isPresent() != before.isPresent()) {
        return Optional.empty();
      }
      told.add(new Told(notice, text.get(), former));
    }
    return Optional.of(writer.write(told, staff, task.batch().getAt()));
  }

  /**
   * What a mail to somebody outside the house says: nothing of the text.
   *
   * @throws UnreadableRecordException if a notice cannot be read, or is none of these
   */
  Letter invitation(Task task) {
    return writer.invitation(
        Optional.ofNullable(task.delivery().getNotices()).orElse(List.of()).stream()
            .map(NoticeCodec::fromWire)
            .toList(),
        staff);
  }

  private static Optional<Digest> former(Matter matter) {
    return switch (matter) {
      case Matter.Question it -> it.former();
      case Matter.Kept it -> Optional.of(it.former());
      case Matter.Proposal it -> Optional.of(it.former());
      case Matter.Informed _,
          Matter.Silence _,
          Matter.NobodyThere _,
          Matter.Objection _,
          Matter.ApprovalAwaited _,
          Matter.Cleared _,
          Matter.Overdue _,
          Matter.Invitation _,
          Matter.Code _,
          Matter.Released _ ->
          Optional.empty();
    };
  }

  private Optional<MediaNote> text(Digest digest) {
    synchronized (texts) {
      Optional<MediaNote> known = Optional.ofNullable(texts.get(digest.hex()));
      if (known.isPresent()) {
        return known;
      }
    }
    Optional<MediaNote> read =
        Optional.ofNullable(places.get(digest.hex()))
            .flatMap(place -> handedIn((ClearanceEventV1) place.read(excerpts)))
            .map(NoteCodec::fromWire);
    read.ifPresent(text -> keep(digest.hex(), text));
    return read;
  }

  private void keep(String digest, MediaNote text) {
    synchronized (texts) {
      texts.put(digest, text);
    }
  }

  private void learn(List<LogRecord> batch) {
    for (LogRecord record : batch) {
      if (record.topic() == Topic.CLEARANCE_EVENTS) {
        record
            .value()
            .map(ClearanceEventV1.class::cast)
            .ifPresent(it -> {
              learnText(it, record);
              learnParty(it);
            });
      } else {
        learnEntry(record);
      }
    }
  }

  private void learnEntry(LogRecord record) {
    record
        .value()
        .map(DirectoryEntryV1.class::cast)
        .ifPresentOrElse(
            entry -> directory.put(record.key(), entry), () -> directory.remove(record.key()));
    staff = StaffCodec.of(directory.values()).with(parties);
  }

  private void learnParty(ClearanceEventV1 event) {
    Optional.ofNullable(event.getClearerInvited())
        .ifPresent(it -> {
          parties.put(new OfficeId(it.getParty()), it.getName());
          staff = staff.with(parties);
        });
  }

  /** Text that makes no sense is in no mail, and must not end the mail of all. */
  private void learnText(ClearanceEventV1 event, LogRecord record) {
    try {
      Optional<MediaNote> text = handedIn(event).map(NoteCodec::fromWire);
      text.ifPresent(note -> {
        String digest = Digest.of(note).hex();
        places.put(digest, LogPlace.of(record));
        keep(digest, note);
      });
    } catch (UnreadableRecordException e) {
      skipped(record, e.code());
    }
  }

  private static void skipped(LogRecord record, String code) {
    log.atWarn()
        .addKeyValue("topic", record.topic().topicName())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("code", code)
        .log("record skipped: its text cannot be read");
  }

  /** The text that is handed in, or proposed, with this event. */
  private static Optional<MediaNoteV1> handedIn(ClearanceEventV1 event) {
    return event.getClearanceRequested() != null
        ? Optional.of(event.getClearanceRequested().getNote())
        : Optional.ofNullable(event.getEditsProposed()).map(it -> it.getEdited());
  }

  @Override
  public void close() {
    follower.close();
  }
}
