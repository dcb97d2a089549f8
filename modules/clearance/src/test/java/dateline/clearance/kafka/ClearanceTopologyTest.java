package dateline.clearance.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.Answer;
import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.DeclareEmergency;
import dateline.clearance.ClearanceRule;
import dateline.clearance.Deadline;
import dateline.clearance.Directory;
import dateline.clearance.OfficeHours;
import dateline.clearance.Power;
import dateline.contracts.AnswerV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.Topic;
import dateline.kernel.Actor;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.runtime.EngineTopology;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

/** How clearance is wired: which topics it reads and writes. Proves nothing about transactions. */
class ClearanceTopologyTest {

  private static final Actor LEGAL =
      new Actor(new PersonId("lea"), new OfficeId("legal"), Role.REVIEWER);
  private static final Actor AUTHORITY =
      new Actor(new PersonId("gus"), new OfficeId("press"), Role.EMERGENCY_AUTHORITY);
  private static final Actor APPROVER =
      new Actor(new PersonId("vera"), new OfficeId("press"), Role.APPROVER);

  @TempDir Path folder;
  private final Wire wire =
      new Wire(
          Map.of(
              "schema.registry.url", "mock://clearance-topology", "auto.register.schemas", true));
  private Directory directory =
      new Directory(
          2, List.of(ClearanceRule.always(new OfficeId("legal"), Power.CLEAR, "every note")));
  private TopologyTestDriver driver;
  private int asked;

  @BeforeEach
  void start() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "clearance-topology-test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    driver =
        new TopologyTestDriver(
            EngineTopology.of(
                ClearanceApp.engine(() -> directory), wire, Meters.unread("clearance")),
            config);
  }

  @AfterEach
  void stop() {
    driver.close();
    wire.close();
  }

  @Test
  void aSubmittedNoteIsClearedByItsOfficesAndApproved() {
    drafting(Drafted.submitted());
    person(LEGAL, new AnswerForOffice(Drafted.DIGEST, Answer.CLEARED, ""));
    person(APPROVER, new ApproveNote(Drafted.DIGEST));
    List<ClearanceEventV1> events = read(Topic.CLEARANCE_EVENTS, ClearanceEventV1.class);
    assertThat(events).hasSize(4);
    assertThat(events.getLast().getNoteId()).isEqualTo(Drafted.NOTE_ID);
    assertThat(events.getLast().getNoteCleared().getDigest()).isEqualTo(Drafted.DIGEST.hex());
    assertThat(events.getLast().getNoteCleared().getApprover()).isEqualTo("vera");
    assertThat(read(Topic.CLEARANCE_ANSWERS, AnswerV1.class))
        .hasSize(3)
        .allMatch(answer -> answer.getDone() != null);
  }

  @Test
  void aSubmittedNoteThatNobodyMustClearComesBack() {
    directory = Directory.NONE;
    drafting(Drafted.submitted());
    ClearanceEventV1 back = read(Topic.CLEARANCE_EVENTS, ClearanceEventV1.class).getFirst();
    assertThat(back.getNoteReturned().getAnswer().getOffice()).isEmpty();
    assertThat(back.getNoteReturned().getAnswer().getReason()).contains("directory apply");
  }

  @Test
  void aRecalledNoteIsNoLongerAskedAbout() {
    drafting(Drafted.submitted());
    drafting(Drafted.recalled());
    person(LEGAL, new AnswerForOffice(Drafted.DIGEST, Answer.CLEARED, ""));
    assertThat(read(Topic.CLEARANCE_EVENTS, ClearanceEventV1.class).getLast())
        .matches(event -> event.getClearanceSuspended() != null);
    assertThat(read(Topic.CLEARANCE_ANSWERS, AnswerV1.class).getLast().getRefused().getCode())
        .isEqualTo("NOTE_RECALLED");
  }

  @Test
  void aRefusalIsAnAnswerAndNoEvent() {
    person(APPROVER, new ApproveNote(new Digest("0".repeat(64))));
    assertThat(read(Topic.CLEARANCE_EVENTS, ClearanceEventV1.class)).isEmpty();
    assertThat(read(Topic.CLEARANCE_ANSWERS, AnswerV1.class).getFirst().getRefused().getCode())
        .isEqualTo("NOTHING_TO_CLEAR");
  }

  /** Declared under the note's key, granted under the office's, approved under the note's. */
  @Test
  void anEmergencyGoesPastItsOfficesDebtsToItsNote() {
    directory = withTerms(Duration.ofHours(8));
    drafting(Drafted.submitted());
    person(AUTHORITY, new DeclareEmergency(Drafted.DIGEST, "The dam breaks."));
    List<ClearanceEventV1> events = read(Topic.CLEARANCE_EVENTS, ClearanceEventV1.class);
    ClearanceEventV1 opened =
        events.stream().filter(it -> it.getEmergencyOpened() != null).findFirst().orElseThrow();
    assertThat(opened.getNoteId()).isEqualTo("emergencies/press");
    assertThat(opened.getEmergencyOpened().getNote()).isEqualTo(Drafted.NOTE_ID);
    ClearanceEventV1 cleared =
        events.stream().filter(it -> it.getNoteCleared() != null).findFirst().orElseThrow();
    assertThat(cleared.getNoteId()).isEqualTo(Drafted.NOTE_ID);
    assertThat(cleared.getNoteCleared().getEmergency().getReason()).isEqualTo("The dam breaks.");
    assertThat(cleared.getNoteCleared().getEmergency().getDue())
        .as("eight working hours from a Thursday at midnight")
        .isEqualTo(Instant.parse("1970-01-01T17:00:00Z"));
  }

  @Test
  void anEmergencyThatTheDirectoryDoesNotKnowIsRefusedOnTheNote() {
    drafting(Drafted.submitted());
    person(AUTHORITY, new DeclareEmergency(Drafted.DIGEST, "The dam breaks."));
    assertThat(read(Topic.CLEARANCE_EVENTS, ClearanceEventV1.class).getLast())
        .matches(event -> event.getEmergencyRefused() != null)
        .matches(event -> event.getNoteId().equals(Drafted.NOTE_ID));
  }

  @Test
  void aTextThatIsTakenBackSettlesWhatItsOfficeOwes() {
    directory = withTerms(Duration.ofHours(8));
    drafting(Drafted.submitted());
    person(AUTHORITY, new DeclareEmergency(Drafted.DIGEST, "The dam breaks."));
    drafting(Drafted.recalled());
    assertThat(read(Topic.CLEARANCE_EVENTS, ClearanceEventV1.class))
        .anyMatch(event ->
            event.getEmergencySettled() != null && event.getNoteId().equals("emergencies/press"));
  }

  @Test
  void theClockRemindsAndRecordsSilence() {
    directory = withTerms(Duration.ofHours(8));
    drafting(Drafted.submitted());
    driver.advanceWallClockTime(Duration.between(Instant.EPOCH, Instant.now()));
    assertThat(read(Topic.CLEARANCE_EVENTS, ClearanceEventV1.class).getLast())
        .matches(event -> event.getOfficesSilent() != null)
        .extracting(event -> event.getOfficesSilent().getOffices())
        .isEqualTo(List.of("legal"));
  }

  /** Legal clears every note within eight working hours. */
  private static Directory withTerms(Duration afterTheFact) {
    OfficeHours hours = OfficeHours.usual(ZoneOffset.UTC);
    return new Directory(
        2,
        List.of(ClearanceRule.always(new OfficeId("legal"), Power.CLEAR, "every note")),
        Map.of(new OfficeId("legal"), hours, new OfficeId("press"), hours),
        List.of(new Deadline(List.of(), Optional.empty(), Duration.ofHours(8))),
        List.of(),
        Optional.of(afterTheFact));
  }

  private void drafting(SpecificRecord event) {
    send(Topic.DRAFTING_EVENTS, wire.write(Topic.DRAFTING_EVENTS, event));
    // What a policy says goes out on the commands topic and comes in again.
    driver
        .createOutputTopic(
            Topic.CLEARANCE_COMMANDS.topicName(),
            new StringDeserializer(),
            new ByteArrayDeserializer())
        .readValuesToList();
  }

  private void person(Actor actor, ClearanceCommand command) {
    Envelope<ClearanceCommand> asks =
        Envelope.of(
            MessageId.of("command/" + asked++), Drafted.NOTE_ID, Instant.EPOCH, actor, command);
    send(
        Topic.CLEARANCE_COMMANDS,
        wire.write(Topic.CLEARANCE_COMMANDS, ClearanceCodecs.COMMANDS.toWire(asks)));
  }

  private void send(Topic topic, byte[] value) {
    driver
        .createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(Drafted.NOTE_ID, value);
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
