package dateline.notification.dispatch;

import dateline.contracts.ReleaseV1;
import dateline.contracts.Topic;
import dateline.note.HtmlRendering;
import dateline.note.MediaNote;
import dateline.note.PlainText;
import dateline.notification.mail.ReleasedNote;
import dateline.runtime.LogExcerpt;
import dateline.runtime.LogFollower;
import dateline.runtime.LogRecord;
import dateline.runtime.NoteCodec;
import dateline.runtime.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The released notes, rendered for mails, a few milliseconds behind the log. The newest and those
 * in use are in memory; of the others it knows where on the log they are.
 */
final class Released implements AutoCloseable {

  private final LogExcerpt excerpts;
  private final Map<String, LogPlace> places = new ConcurrentHashMap<>();
  private final Map<String, ReleaseV1> texts = new Newest<>();
  private final Map<String, ReleasedNote> rendered = new Newest<>();
  private final Object reading = new Object();
  private final LogFollower follower;

  Released(Map<String, Object> client, Wire wire) {
    this.excerpts = new LogExcerpt(client, wire);
    this.follower =
        LogFollower.start(
            "released-texts",
            client,
            wire,
            List.of(Topic.RELEASES),
            new LogFollower.From.Beginning(),
            this::learn);
  }

  LogFollower follower() {
    return follower;
  }

  /**
   * The note of a release; empty if it is not known yet.
   *
   * @throws org.apache.kafka.common.KafkaException if it must be read again and the log does not
   *     answer
   */
  Optional<ReleasedNote> of(String releaseId) {
    return Optional.ofNullable(places.get(releaseId)).map(place -> note(releaseId, place));
  }

  private ReleasedNote note(String releaseId, LogPlace place) {
    Optional<ReleasedNote> ready = rendered(releaseId);
    return ready.isPresent() ? ready.get() : oneAtATime(releaseId, place);
  }

  /** Many mails of one release wait for one reading, but the log is followed meanwhile. */
  private ReleasedNote oneAtATime(String releaseId, LogPlace place) {
    synchronized (reading) {
      Optional<ReleasedNote> ready = rendered(releaseId);
      if (ready.isPresent()) {
        return ready.get();
      }
      ReleasedNote note = render(text(releaseId).orElseGet(() -> read(place)));
      keep(releaseId, note);
      return note;
    }
  }

  private synchronized Optional<ReleasedNote> rendered(String releaseId) {
    return Optional.ofNullable(rendered.get(releaseId));
  }

  private synchronized Optional<ReleaseV1> text(String releaseId) {
    return Optional.ofNullable(texts.get(releaseId));
  }

  private synchronized void keep(String releaseId, ReleasedNote note) {
    rendered.put(releaseId, note);
  }

  private synchronized void learn(List<LogRecord> batch) {
    for (LogRecord record : batch) {
      // A release without a value says nothing; the planner has set it aside.
      record.value().map(ReleaseV1.class::cast).ifPresent(release -> learn(release, record));
    }
  }

  private synchronized void learn(ReleaseV1 release, LogRecord record) {
    if (release.getReleased() != null) {
      texts.put(release.getId(), release);
      places.put(release.getId(), LogPlace.of(record));
    }
  }

  private ReleaseV1 read(LogPlace place) {
    return (ReleaseV1) place.read(excerpts);
  }

  private static ReleasedNote render(ReleaseV1 release) {
    MediaNote note = NoteCodec.fromWire(release.getReleased().getNote());
    return new ReleasedNote(
        release.getNoteId(),
        note.headline(),
        release.getAt(),
        PlainText.of(note),
        HtmlRendering.of(note),
        note.languages().isEmpty() ? "en" : note.languages().getFirst());
  }

  @Override
  public void close() {
    follower.close();
  }
}
