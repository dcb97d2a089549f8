package dateline.notification.dispatch;

import dateline.contracts.ReleaseV1;
import dateline.contracts.Topic;
import dateline.note.HtmlRendering;
import dateline.note.MediaNote;
import dateline.note.PlainText;
import dateline.notification.mail.ReleasedNote;
import dateline.runtime.LogFollower;
import dateline.runtime.LogRecord;
import dateline.runtime.NoteCodec;
import dateline.runtime.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The released notes, rendered for mails, a few milliseconds behind the log. The newest and those
 * in use are in memory; of the others it knows where on the log they are.
 */
final class Released implements AutoCloseable {

  private static final int IN_MEMORY = 200;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration READ = Duration.ofSeconds(20);

  private record Place(int partition, long offset) {}

  private final Map<String, Object> client;
  private final Wire wire;
  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final Map<String, ReleaseV1> texts = new Newest<>();
  private final Map<String, ReleasedNote> rendered = new Newest<>();
  private final Object reading = new Object();
  private final LogFollower follower;

  Released(Map<String, Object> client, Wire wire) {
    this.client = client;
    this.wire = wire;
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

  private ReleasedNote note(String releaseId, Place place) {
    Optional<ReleasedNote> ready = rendered(releaseId);
    return ready.isPresent() ? ready.get() : oneAtATime(releaseId, place);
  }

  /** Many mails of one release wait for one reading, but the log is followed meanwhile. */
  private ReleasedNote oneAtATime(String releaseId, Place place) {
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
      places.put(release.getId(), new Place(record.partition(), record.offset()));
    }
  }

  private ReleaseV1 read(Place place) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("key.deserializer", ByteArrayDeserializer.class);
    config.put("value.deserializer", ByteArrayDeserializer.class);
    config.put("isolation.level", "read_committed");
    config.put("auto.offset.reset", "none");
    config.put("max.poll.records", 1);
    TopicPartition partition = new TopicPartition(Topic.RELEASES.topicName(), place.partition());
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, place.offset());
      Instant deadline = Instant.now().plus(READ);
      while (Instant.now().isBefore(deadline)) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          return (ReleaseV1) wire.read(Topic.RELEASES, record.value());
        }
      }
      throw new TimeoutException("The log did not answer in time.");
    }
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

  /** Forgets what was not used for longest. */
  private static final class Newest<T> extends LinkedHashMap<String, T> {
    private static final long serialVersionUID = 1L;

    Newest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
      return size() > IN_MEMORY;
    }
  }
}
