package dateline.publishing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.contracts.ActorV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.DeadLetterV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.PublishingEventV1;
import dateline.contracts.ReleaseV1;
import dateline.contracts.ResubmissionV1;
import dateline.contracts.Topic;
import dateline.kernel.Actor;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.publishing.PublishingCommand;
import dateline.publishing.PublishingCommand.ReleaseNow;
import dateline.publishing.PublishingCommand.ScheduleRelease;
import dateline.runtime.CommandSender;
import dateline.runtime.EngineTopology;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogFollower;
import dateline.runtime.LogRecord;
import dateline.runtime.LogSetup;
import dateline.runtime.NoteCodec;
import dateline.runtime.StreamsApp;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.InProcessSchemaRegistry;
import dateline.runtime.wire.Wire;
import dateline.testkit.Guarantee;
import dateline.testkit.Notes;
import dateline.testkit.Observed;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Publishing on a real broker: instants, restarts, and officers and clock at once. */
@ExtendWith(KafkaClusterExtension.class)
class PublishingKafkaIT {

  private static final MediaNote TEXT = Notes.saying("The ferry sails at nine.");
  private static final Digest DIGEST = Digest.of(TEXT);
  private static final Actor DANA =
      new Actor(new PersonId("dana"), new OfficeId("duty"), Role.DUTY_OFFICER);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @SuppressWarnings("NullAway.Init") // set by the extension before each test
  KafkaCluster cluster;

  @TempDir Path folder;

  private final Wire wire =
      new Wire(
          Map.of("schema.registry.url", "mock://publishing-it", "auto.register.schemas", true));
  private final List<LogRecord> seen = new CopyOnWriteArrayList<>();
  private final List<DeadLetterV1> setAside = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<Observed.Sent> sent = new ArrayList<>();
  private final List<Observed.Approval> approvals = new ArrayList<>();

  @BeforeEach
  void follow() {
    LogSetup.ensure(settings());
    open.add(
        LogFollower.start(
            "publishing-it",
            settings().client(),
            wire,
            List.of(Topic.PUBLISHING_EVENTS, Topic.RELEASES),
            new LogFollower.From.Beginning(),
            seen::addAll));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    wire.close();
  }

  @Test
  void ofTheClockAndAnOfficerAtTheSameMomentOneReleases() throws Exception {
    int notes = 20;
    try (StreamsApp app = publishing();
        CommandSender sender = new CommandSender(settings().client(), wire)) {
      for (int i = 0; i < notes; i++) {
        clear(sender, "note-" + i);
      }
      await().atMost(PATIENCE).until(() -> events("ReleasePrepared").size() == notes);
      Instant instant = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
      for (int i = 0; i < notes; i++) {
        ask(sender, "note-" + i, new ScheduleRelease(DIGEST, instant, "UTC"));
      }
      await().atMost(PATIENCE).until(() -> events("ReleaseScheduled").size() == notes);
      await()
          .pollInterval(Duration.ofMillis(2))
          .atMost(PATIENCE)
          .until(() -> !Instant.now().isBefore(instant.minusMillis(20)));
      for (int i = 0; i < notes; i++) {
        ask(sender, "note-" + i, new ReleaseNow(DIGEST, Optional.empty()));
      }
      // The public fact and publishing's event are on two topics, read one after the other.
      await().atMost(PATIENCE).until(() -> releases().size() >= notes);
      await().atMost(PATIENCE).until(() -> events("NoteReleased").size() >= notes);
      assertThat(app.health().ready()).isTrue();
    }
    assertThat(releases()).hasSize(notes).extracting(ReleaseV1::getNoteId).doesNotHaveDuplicates();
    promisesAreKept();
  }

  @Test
  void anInstantThatPassesWhileTheEngineIsDownIsNotLost() throws Exception {
    Instant instant;
    try (StreamsApp _ = publishing();
        CommandSender sender = new CommandSender(settings().client(), wire)) {
      clear(sender, "note");
      instant = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
      await().atMost(PATIENCE).until(() -> events("ReleasePrepared").size() == 1);
      ask(sender, "note", new ScheduleRelease(DIGEST, instant, "UTC"));
      await().atMost(PATIENCE).until(() -> events("ReleaseScheduled").size() == 1);
    }
    assertThat(releases()).isEmpty();
    await().atMost(PATIENCE).until(() -> Instant.now().isAfter(instant));
    try (StreamsApp _ = publishing()) {
      await().atMost(PATIENCE).until(() -> releases().size() == 1);
      await().atMost(PATIENCE).until(() -> events("NoteReleased").size() == 1);
    }
    assertThat(releases().getFirst().getAt()).isAfterOrEqualTo(instant);
    promisesAreKept();
  }

  /** What was set aside is in the log, not only in the folder of whoever did. */
  @Test
  void whatWasSetAsideIsTakenByTheNextOneWhenItsSchemaIsThere() throws Exception {
    InProcessSchemaRegistry registry = InProcessSchemaRegistry.of("//publishing-it");
    for (Topic topic : Topic.values()) {
      registry.register(topic.topicName() + "-value", topic.schema());
    }
    int missing = registry.register("last", Schema.createFixed("last", null, null, 1)) + 1;
    byte[] newer = wire.write(Topic.CLEARANCE_EVENTS, cleared("note"));
    ByteBuffer.wrap(newer).putInt(1, missing);
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings().client(), bytes, bytes)) {
      RecordMetadata place;
      try (StreamsApp _ = publishing();
          LogFollower _ = letters()) {
        place =
            producer
                .send(
                    new ProducerRecord<>(
                        Topic.CLEARANCE_EVENTS.topicName(), 1, new byte[] {'n'}, newer))
                .get();
        await().atMost(PATIENCE).until(() -> !setAside.isEmpty());
      }
      deleteAll(folder.resolve("streams"));
      Schema schema = new Schema.Parser().parse(Topic.CLEARANCE_EVENTS.schema().toString());
      schema.addProp("newer", "1");
      assertThat(registry.register("newer", schema)).isEqualTo(missing);
      try (StreamsApp _ = publishing();
          LogFollower _ = letters()) {
        ResubmissionV1 again =
            new ResubmissionV1(
                "again",
                "publishing",
                place.topic(),
                place.partition(),
                place.offset(),
                "AGAIN",
                "ola",
                "The schema is there.",
                Instant.now());
        producer
            .send(
                new ProducerRecord<>(
                    Topic.RESUBMISSIONS.topicName(),
                    1,
                    new byte[] {'n'},
                    wire.write(Topic.RESUBMISSIONS, again)))
            .get();
        await().atMost(PATIENCE).until(() -> events("ReleasePrepared").size() == 1);
        await()
            .atMost(PATIENCE)
            .until(() ->
                setAside.stream()
                    .map(DeadLetterV1::getSettled)
                    .anyMatch(it -> it != null && it.getOutcome().equals("DONE")));
      }
    }
  }

  private LogFollower letters() {
    setAside.clear();
    return LogFollower.start(
        "publishing-it-letters",
        settings().client(),
        wire,
        List.of(Topic.PUBLISHING_DEAD_LETTERS),
        new LogFollower.From.Beginning(),
        batch ->
            batch.forEach(record -> setAside.add((DeadLetterV1) record.value().orElseThrow())));
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private StreamsApp publishing() throws InterruptedException {
    StreamsApp app =
        StreamsApp.start(
            "publishing",
            EngineTopology.of(PublishingApp.engine(), wire, Meters.unread("publishing")),
            settings(),
            Meters.unread("publishing"));
    assertThat(app.awaitRunning(PATIENCE)).isTrue();
    return app;
  }

  private static ClearanceEventV1 cleared(String noteId) {
    return ClearanceEventV1.newBuilder()
        .setId("cleared-" + noteId)
        .setCausationId("approve-" + noteId)
        .setAt(Instant.now())
        .setActor(new ActorV1("vera", "press", "APPROVER"))
        .setNoteId(noteId)
        .setNoteCleared(
            new NoteClearedV1(
                1,
                NoteCodec.toWire(TEXT),
                DIGEST.hex(),
                List.of("maya"),
                List.of(),
                "vera",
                null,
                null,
                null))
        .build();
  }

  private void clear(CommandSender sender, String noteId) {
    ClearanceEventV1 cleared = cleared(noteId);
    sender.send(Topic.CLEARANCE_EVENTS, noteId, cleared).join();
    MediaNote approved = NoteCodec.fromWire(cleared.getNoteCleared().getNote());
    approvals.add(new Observed.Cleared(noteId, Digest.of(approved).hex(), cleared.getAt()));
  }

  private void ask(CommandSender sender, String noteId, PublishingCommand command) {
    MessageId id = MessageId.of(noteId + command.getClass().getSimpleName());
    sent.add(new Observed.Sent(noteId, id.toString()));
    sender
        .send(
            Topic.PUBLISHING_COMMANDS,
            noteId,
            new PublishingCodecs.Commands()
                .toWire(Envelope.of(id, noteId, Instant.now(), DANA, command)))
        .join();
  }

  private List<PublishingEventV1> events(String kind) {
    return read(Topic.PUBLISHING_EVENTS, PublishingEventV1.class).stream()
        .filter(event ->
            new PublishingCodecs.Events()
                .fromWire(event)
                .payload()
                .getClass()
                .getSimpleName()
                .equals(kind))
        .toList();
  }

  private List<ReleaseV1> releases() {
    return read(Topic.RELEASES, ReleaseV1.class);
  }

  private <R extends SpecificRecord> List<R> read(Topic topic, Class<R> type) {
    return seen.stream()
        .filter(record -> record.topic() == topic)
        .map(record -> type.cast(record.value().orElseThrow()))
        .toList();
  }

  /** Answers and mails are not looked at here, so nothing is said of what is lost. */
  private void promisesAreKept() {
    List<PublishingEventV1> events = read(Topic.PUBLISHING_EVENTS, PublishingEventV1.class);
    Observed observed =
        new Observed(
            sent,
            List.of(),
            events.stream()
                .map(event ->
                    new Observed.Happened(event.getNoteId(), event.getId(), event.getCausationId()))
                .toList(),
            List.of(),
            approvals,
            events.stream().flatMap(event -> timing(event).stream()).toList(),
            releases().stream().map(release -> released(release, events)).toList(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(observed.released()).isNotEmpty();
    assertThat(observed.timings())
        .hasAtLeastOneElementOfType(Observed.Scheduled.class)
        .hasAtLeastOneElementOfType(Observed.Went.class);
    for (Guarantee guarantee :
        List.of(
            Guarantee.NOTHING_TWICE,
            Guarantee.NOTHING_EARLY,
            Guarantee.NOTHING_UNCLEARED,
            Guarantee.IN_ORDER_PER_NOTE)) {
      assertThat(guarantee.violations(observed)).as(guarantee.name()).isEmpty();
    }
  }

  private static Optional<Observed.Timing> timing(PublishingEventV1 event) {
    if (event.getReleaseScheduled() != null) {
      return Optional.of(
          new Observed.Scheduled(
              event.getNoteId(),
              event.getReleaseScheduled().getDigest(),
              event.getReleaseScheduled().getReleaseAt()));
    }
    if (event.getScheduleCancelled() != null) {
      return Optional.of(new Observed.Unscheduled(event.getNoteId()));
    }
    return event.getNoteReleased() == null
        ? Optional.empty()
        : Optional.of(new Observed.Went(event.getNoteId(), event.getNoteReleased().getVersion()));
  }

  /** The release is known by the id of publishing's event, which says whether a schedule did it. */
  private static Observed.Released released(ReleaseV1 release, List<PublishingEventV1> events) {
    return new Observed.Released(
        release.getNoteId(),
        release.getVersion(),
        Digest.of(NoteCodec.fromWire(release.getReleased().getNote())).hex(),
        release.getAt(),
        events.stream()
            .filter(event -> event.getId().equals(release.getId()))
            .anyMatch(event ->
                event.getNoteReleased() != null
                    && event.getNoteReleased().getScheduledFor() != null));
  }

  private KafkaSettings settings() {
    return new KafkaSettings(
        cluster.getBootstrapServers(),
        "mock://publishing-it",
        folder,
        2,
        (short) 1,
        1,
        true,
        Map.of());
  }
}
