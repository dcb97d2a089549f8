package dateline.clearance.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.Answer;
import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceRule;
import dateline.clearance.Directory;
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
import dateline.runtime.wire.Wire;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
            EngineTopology.of(ClearanceApp.engine(() -> directory), wire), config);
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
