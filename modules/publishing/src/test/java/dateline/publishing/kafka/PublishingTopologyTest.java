package dateline.publishing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.ActorV1;
import dateline.contracts.AddendumV1;
import dateline.contracts.AnswerV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceSuspendedV1;
import dateline.contracts.DeadLetterV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.PublishingEventV1;
import dateline.contracts.ReleaseV1;
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
import dateline.publishing.PublishingCommand.AddEndorsers;
import dateline.publishing.PublishingCommand.CancelSchedule;
import dateline.publishing.PublishingCommand.ProposeEndorsers;
import dateline.publishing.PublishingCommand.ReleaseNow;
import dateline.publishing.PublishingCommand.RemoveEndorser;
import dateline.publishing.PublishingCommand.ScheduleRelease;
import dateline.runtime.EngineTopology;
import dateline.runtime.NoteCodec;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import dateline.testkit.Notes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How publishing is wired: which topics it reads and writes. Proves nothing about transactions. */
class PublishingTopologyTest {

  private static final String NOTE = "note-1";
  private static final MediaNote TEXT = Notes.saying("The ferry sails at nine.");
  private static final Digest DIGEST = Digest.of(TEXT);
  private static final Actor DANA =
      new Actor(new PersonId("dana"), new OfficeId("duty"), Role.DUTY_OFFICER);
  private static final Actor PIA =
      new Actor(new PersonId("pia"), new OfficeId("press"), Role.PRESS_OFFICER);
  private static final Actor ANN =
      new Actor(new PersonId("ann"), new OfficeId("press"), Role.APPROVER);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant ONE = NOON.plusSeconds(3_600);

  @TempDir Path folder;
  private final Wire wire =
      new Wire(
          Map.of(
              "schema.registry.url", "mock://publishing-topology", "auto.register.schemas", true));
  private TopologyTestDriver driver;
  private int sent;

  @BeforeEach
  void start() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "publishing-topology-test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    driver =
        new TopologyTestDriver(
            EngineTopology.of(PublishingApp.engine(), wire, Meters.unread("publishing")),
            config,
            NOON);
  }

  @AfterEach
  void stop() {
    driver.close();
    wire.close();
  }

  @Test
  void aClearedNoteIsReleasedWithItsFullText() {
    clearance(cleared());
    officer(new ReleaseNow(DIGEST, Optional.empty()));
    ReleaseV1 release = releases().getFirst();
    assertThat(release.getNoteId()).isEqualTo(NOTE);
    assertThat(release.getVersion()).isEqualTo(1);
    assertThat(NoteCodec.fromWire(release.getReleased().getNote())).isEqualTo(TEXT);
    assertThat(release.getReleased().getDigest()).isEqualTo(DIGEST.hex());
    PublishingEventV1 event = events().getLast();
    assertThat(event.getNoteReleased().getDigest()).isEqualTo(DIGEST.hex());
    assertThat(release.getId()).isEqualTo(event.getId());
    assertThat(release.getAt()).isEqualTo(event.getAt());
  }

  @Test
  void theSameCommandAgainIsAnsweredAgainAndNotDoneAgain() {
    clearance(cleared());
    Envelope<PublishingCommand> command = ask(DANA, new ReleaseNow(DIGEST, Optional.empty()));
    send(command);
    send(command);
    assertThat(releases()).hasSize(1);
    List<AnswerV1> answers = answers();
    assertThat(answers).hasSize(3);
    assertThat(answers.get(1).getDone()).isEqualTo(answers.get(2).getDone()).isNotNull();
  }

  @Test
  void aNoteWithoutAClearanceIsNotReleased() {
    officer(new ReleaseNow(DIGEST, Optional.empty()));
    assertThat(releases()).isEmpty();
    assertThat(answers().getLast().getRefused().getCode()).isEqualTo("NOT_CLEARED");
  }

  @Test
  void aNoteWhoseClearanceWasSuspendedIsNotReleased() {
    clearance(cleared());
    clearance(
        clearanceEvent("suspended")
            .setClearanceSuspended(new ClearanceSuspendedV1(DIGEST.hex(), "Wrong figure."))
            .build());
    officer(new ReleaseNow(DIGEST, Optional.empty()));
    assertThat(releases()).isEmpty();
    assertThat(answers().getLast().getRefused().getCode()).isEqualTo("NOT_CLEARED");
  }

  @Test
  void aScheduledNoteIsReleasedWhenItsInstantComesAndNotBefore() {
    clearance(cleared());
    officer(new ScheduleRelease(DIGEST, ONE, "America/New_York"));
    driver.advanceWallClockTime(Duration.ofSeconds(3_599));
    assertThat(releases()).isEmpty();
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    ReleaseV1 release = releases().getFirst();
    assertThat(release.getAt()).isAfterOrEqualTo(ONE);
    assertThat(events().getLast().getNoteReleased().getScheduledFor()).isEqualTo(ONE);
    driver.advanceWallClockTime(Duration.ofDays(1));
    assertThat(releases()).isEmpty();
  }

  @Test
  void aCancelledScheduleReleasesNothing() {
    clearance(cleared());
    officer(new ScheduleRelease(DIGEST, ONE, "America/New_York"));
    officer(new CancelSchedule("Not yet."));
    driver.advanceWallClockTime(Duration.ofDays(1));
    assertThat(releases()).isEmpty();
  }

  @Test
  void endorsersArePublicAsAnAddendumToTheSameVersionAndWithoutReasons() {
    MediaNote joint = Notes.ofKind("Joint Statement", TEXT);
    Digest digest = Digest.of(joint);
    clearance(cleared(joint));
    officer(new ReleaseNow(digest, Optional.empty()));
    as(PIA, new ProposeEndorsers(digest, List.of("Norland", "Sudland"), "Note verbale."));
    assertThat(releases()).as("a proposal is not public").hasSize(1);
    as(ANN, new AddEndorsers(digest, List.of("norland")));
    as(ANN, new RemoveEndorser(digest, "Norland", "Their wish."));
    List<ReleaseV1> addenda = releases();
    List<PublishingEventV1> events = events();
    assertThat(addenda)
        .allMatch(fact -> fact.getReleased() == null)
        .allMatch(fact -> fact.getVersion() == 1 && fact.getNoteId().equals(NOTE))
        .extracting(ReleaseV1::getAddendum)
        .containsExactly(
            new AddendumV1(digest.hex(), List.of("Norland"), List.of()),
            new AddendumV1(digest.hex(), List.of(), List.of("Norland")));
    assertThat(addenda)
        .extracting(ReleaseV1::getId)
        .isEqualTo(events.subList(3, 5).stream().map(PublishingEventV1::getId).toList());
    assertThat(addenda.toString()).doesNotContain("verbale", "wish");
  }

  @Test
  void aClearanceThatCannotBeReadIsSetAsideAndTheNextOneGoesOn() {
    pipe(Topic.CLEARANCE_EVENTS, new byte[] {1, 2, 3});
    clearance(cleared());
    officer(new ReleaseNow(DIGEST, Optional.empty()));
    assertThat(releases()).hasSize(1);
    assertThat(read(Topic.PUBLISHING_DEAD_LETTERS, DeadLetterV1.class))
        .isNotEmpty()
        .allMatch(letter -> letter.getTopic().equals(Topic.CLEARANCE_EVENTS.topicName()));
  }

  private static ClearanceEventV1 cleared() {
    return cleared(TEXT);
  }

  private static ClearanceEventV1 cleared(MediaNote text) {
    return clearanceEvent("cleared")
        .setNoteCleared(
            new NoteClearedV1(
                1,
                NoteCodec.toWire(text),
                Digest.of(text).hex(),
                List.of("maya"),
                List.of(),
                "vera",
                null,
                null,
                null))
        .build();
  }

  private static ClearanceEventV1.Builder clearanceEvent(String id) {
    return ClearanceEventV1.newBuilder()
        .setId(id)
        .setCausationId("command")
        .setAt(NOON)
        .setActor(new ActorV1("vera", "press", "APPROVER"))
        .setNoteId(NOTE);
  }

  private void clearance(ClearanceEventV1 event) {
    pipe(Topic.CLEARANCE_EVENTS, wire.write(Topic.CLEARANCE_EVENTS, event));
  }

  private void officer(PublishingCommand command) {
    as(DANA, command);
  }

  private void as(Actor actor, PublishingCommand command) {
    send(ask(actor, command));
  }

  private Envelope<PublishingCommand> ask(Actor actor, PublishingCommand command) {
    return Envelope.of(MessageId.of("command/" + sent++), NOTE, NOON, actor, command);
  }

  private void send(Envelope<PublishingCommand> command) {
    pipe(
        Topic.PUBLISHING_COMMANDS,
        wire.write(Topic.PUBLISHING_COMMANDS, new PublishingCodecs.Commands().toWire(command)));
  }

  private void pipe(Topic topic, byte[] value) {
    driver
        .createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(NOTE, value);
  }

  private List<ReleaseV1> releases() {
    return read(Topic.RELEASES, ReleaseV1.class);
  }

  private List<PublishingEventV1> events() {
    return read(Topic.PUBLISHING_EVENTS, PublishingEventV1.class);
  }

  private List<AnswerV1> answers() {
    return read(Topic.PUBLISHING_ANSWERS, AnswerV1.class);
  }

  private <R extends SpecificRecord> List<R> read(Topic topic, Class<R> type) {
    return driver
        .createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readValuesToList()
        .stream()
        .map(bytes -> type.cast(wire.read(topic, bytes)))
        .toList();
  }
}
