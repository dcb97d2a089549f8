package dateline.publishing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.ActorV1;
import dateline.contracts.AnswerV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.DeadLetterV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.NoteReturnedV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.PublishingEventV1;
import dateline.contracts.ReleaseV1;
import dateline.contracts.ResubmissionV1;
import dateline.contracts.Topic;
import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.publishing.PublishingCommand;
import dateline.publishing.PublishingCommand.ReleaseNow;
import dateline.publishing.PublishingEvent;
import dateline.runtime.Engine;
import dateline.runtime.EngineTopology;
import dateline.runtime.NoteCodec;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.InProcessSchemaRegistry;
import dateline.runtime.wire.Wire;
import dateline.testkit.Notes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an engine set aside is taken again, once and as it is, unless that could be a way around
 * what was decided since. Shown of publishing, whose topology is that of every engine.
 */
class DeadLettersAgainTest {

  private static final String NOTE = "note-1";
  private static final MediaNote TEXT = Notes.saying("The ferry sails at nine.");
  private static final Digest DIGEST = Digest.of(TEXT);
  private static final Actor DANA =
      new Actor(new PersonId("dana"), new OfficeId("duty"), Role.DUTY_OFFICER);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(86_400);

  @TempDir Path folder;

  /** A registry of its own for each test, which can lack a schema. */
  private final String scope = "again-" + UUID.randomUUID();

  private final Wire wire =
      new Wire(Map.of("schema.registry.url", "mock://" + scope, "auto.register.schemas", true));

  /** While true, the rules fail on a release. */
  private boolean faulty;

  private TopologyTestDriver driver;
  private int asked;

  /** Of the schema that the registry lacks. */
  private int missing;

  @BeforeEach
  void start() {
    for (Topic topic : Topic.values()) {
      int id = registry().register(topic.topicName() + "-value", topic.schema());
      missing = Math.max(missing, id + 1);
    }
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "publishing-again-test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    driver =
        new TopologyTestDriver(
            EngineTopology.of(brittle(PublishingApp.engine()), wire, Meters.unread("publishing")),
            config,
            NOON);
  }

  @AfterEach
  void stop() {
    driver.close();
    wire.close();
  }

  @Test
  void whatTheRegistryLackedIsTakenOnceItIsThere() {
    clearance(unreadable(cleared("cleared")));
    assertThat(letters()).hasSize(5).allMatch(letter -> letter.getSettled() == null);
    assertThat(events()).isEmpty();

    mendRegistry();
    assertThat(again(Topic.CLEARANCE_EVENTS, 0)).isEqualTo("DONE");
    assertThat(events()).singleElement().matches(event -> event.getReleasePrepared() != null);
    release();
    assertThat(releases()).hasSize(1);

    assertThat(again(Topic.CLEARANCE_EVENTS, 0)).isEqualTo("UNKNOWN");
    assertThat(events()).hasSize(1);
  }

  @Test
  void whatStillCannotBeReadIsSetAsideAgainAsWhatItWas() {
    clearance(unreadable(cleared("cleared")));
    List<DeadLetterV1> before = letters();

    ask(resubmission(Topic.CLEARANCE_EVENTS, 0, "AGAIN").build(), LATER);
    List<DeadLetterV1> after = letters();
    assertThat(after.subList(0, 5)).isEqualTo(before);
    assertThat(after.getLast().getSettled().getOutcome()).isEqualTo("SET_ASIDE_AGAIN");
    assertThat(after.getLast().getSettled().getBy()).isEqualTo("User:ola");

    mendRegistry();
    assertThat(again(Topic.CLEARANCE_EVENTS, 0)).isEqualTo("DONE");
    assertThat(events()).hasSize(1);
  }

  /** It might say that an office objects, or that the writer took the text back. */
  @Test
  void whatClearanceSaidAndCannotBeReadEndsWhatWasPrepared() {
    clearance(wire.write(Topic.CLEARANCE_EVENTS, cleared("cleared")));
    assertThat(answers()).hasSize(1);
    clearance(unreadable(returned()));

    assertThat(answers()).as("five could not read it").hasSize(1);
    assertThat(events()).hasSize(2).last().matches(event -> event.getReleaseDiscarded() != null);
    release();
    assertThat(releases()).isEmpty();
    assertThat(answers().getLast().getRefused().getCode()).isEqualTo("NOT_CLEARED");
    mendRegistry();
    assertThat(again(Topic.CLEARANCE_EVENTS, 1)).isEqualTo("DONE");
    assertThat(events()).isEmpty();
  }

  @Test
  void whatIsPublicStaysSo() {
    clearance(wire.write(Topic.CLEARANCE_EVENTS, cleared("cleared")));
    release();
    assertThat(releases()).hasSize(1);
    clearance(unreadable(returned()));

    assertThat(events()).noneMatch(event -> event.getReleaseDiscarded() != null);
    assertThat(answers().getLast().getRefused().getCode()).isEqualTo("ALREADY_RELEASED");
  }

  /** A clearance that was taken back is none, in whatever order its records are read. */
  @Test
  void aClearanceThatWasSetAsideIsNotTakenAfterTheNoteWasReturned() {
    clearance(unreadable(cleared("cleared")));
    clearance(wire.write(Topic.CLEARANCE_EVENTS, returned()));
    mendRegistry();

    assertThat(again(Topic.CLEARANCE_EVENTS, 0)).isEqualTo("REFUSED_OVERTAKEN");
    assertThat(events()).isEmpty();
    release();
    assertThat(releases()).isEmpty();
    assertThat(answers().getLast().getRefused().getCode()).isEqualTo("NOT_CLEARED");

    assertThat(settle(Topic.CLEARANCE_EVENTS, 0, "CLOSE")).isEqualTo("CLOSED");
  }

  @Test
  void anotherNotesRecordOvertakesNothing() {
    clearance(unreadable(cleared("cleared")));
    pipe(
        Topic.CLEARANCE_EVENTS,
        "note-2",
        wire.write(
            Topic.CLEARANCE_EVENTS,
            ClearanceEventV1.newBuilder(returned()).setNoteId("note-2").build()));
    mendRegistry();

    assertThat(again(Topic.CLEARANCE_EVENTS, 0)).isEqualTo("DONE");
  }

  @Test
  void severalOfOneNoteAreTakenInTheirOrder() {
    clearance(unreadable(cleared("cleared")));
    clearance(unreadable(returned()));
    clearance(unreadable(cleared("cleared-again")));
    mendRegistry();

    assertThat(again(Topic.CLEARANCE_EVENTS, 1)).isEqualTo("REFUSED_EARLIER");
    assertThat(events()).isEmpty();
    assertThat(again(Topic.CLEARANCE_EVENTS, 0)).isEqualTo("DONE");
    assertThat(events()).as("while what came after it is not known").isEmpty();
    assertThat(again(Topic.CLEARANCE_EVENTS, 1)).isEqualTo("DONE");
    assertThat(events()).isEmpty();
    assertThat(settle(Topic.CLEARANCE_EVENTS, 2, "CLOSE")).isEqualTo("CLOSED");
    assertThat(events()).isEmpty();
  }

  /** Nobody will ever know whether it was a return. */
  @Test
  void oneThatIsClosedOvertakesThoseBeforeIt() {
    clearance(unreadable(cleared("cleared")));
    clearance(unreadable(returned()));
    assertThat(settle(Topic.CLEARANCE_EVENTS, 1, "CLOSE")).isEqualTo("CLOSED");
    mendRegistry();

    assertThat(again(Topic.CLEARANCE_EVENTS, 0)).isEqualTo("REFUSED_OVERTAKEN");
    assertThat(events()).isEmpty();
  }

  @Test
  void oneThatIsClosedIsInNobodysWay() {
    clearance(unreadable(cleared("cleared")));
    clearance(unreadable(cleared("cleared-again")));
    mendRegistry();

    assertThat(settle(Topic.CLEARANCE_EVENTS, 0, "CLOSE")).isEqualTo("CLOSED");
    assertThat(again(Topic.CLEARANCE_EVENTS, 1)).isEqualTo("DONE");
    assertThat(again(Topic.CLEARANCE_EVENTS, 0)).isEqualTo("UNKNOWN");
    assertThat(events()).hasSize(1);
  }

  @Test
  void aCommandThatTheRulesFailedOnIsDoneOnceTheyAreMended() {
    clearance(wire.write(Topic.CLEARANCE_EVENTS, cleared("cleared")));
    faulty = true;
    Envelope<PublishingCommand> command = release();
    assertThat(answers().getLast().getRefused().getCode()).isEqualTo("SET_ASIDE");
    DeadLetterV1 letter = letters().getFirst();
    assertThat(letter.getCode()).isEqualTo("FAULT");
    assertThat(again(Topic.PUBLISHING_COMMANDS, letter.getOffset())).isEqualTo("SET_ASIDE_AGAIN");
    assertThat(releases()).isEmpty();

    faulty = false;
    assertThat(again(Topic.PUBLISHING_COMMANDS, letter.getOffset())).isEqualTo("DONE");
    assertThat(releases()).hasSize(1);
    assertThat(answers().getLast().getDone()).isNotNull();
    send(command);
    assertThat(releases()).as("what was done is answered again").isEmpty();
    assertThat(answers().getLast().getDone()).isNotNull();
  }

  @Test
  void aCommandIsNotDoneAfterALaterOneOfItsNote() {
    clearance(wire.write(Topic.CLEARANCE_EVENTS, cleared("cleared")));
    faulty = true;
    release();
    faulty = false;
    clearance(wire.write(Topic.CLEARANCE_EVENTS, returned()));

    DeadLetterV1 letter = letters().getFirst();
    assertThat(again(Topic.PUBLISHING_COMMANDS, letter.getOffset())).isEqualTo("REFUSED_OVERTAKEN");
    assertThat(releases()).isEmpty();
  }

  @Test
  void whatIsNotKeptIsUnknownAndOthersResubmissionsAreTheirs() {
    assertThat(again(Topic.CLEARANCE_EVENTS, 7)).isEqualTo("UNKNOWN");
    clearance(unreadable(cleared("cleared")));
    letters();
    ask(resubmission(Topic.CLEARANCE_EVENTS, 0, "AGAIN").setEngine("clearance").build(), NOON);
    assertThat(letters()).isEmpty();
    ask(resubmission(Topic.CLEARANCE_EVENTS, 0, "AGAIN").setPartition(3).build(), NOON);
    assertThat(letters().getLast().getSettled().getOutcome()).isEqualTo("UNKNOWN");
  }

  @Test
  void aResubmissionHoldsNoContentAndNoOtherTopicCanSayWhereARecordLay() {
    assertThat(ResubmissionV1.getClassSchema().getFields())
        .extracting(Schema.Field::name)
        .containsExactlyInAnyOrder(
            "id", "engine", "topic", "partition", "offset", "action", "by", "reason", "at");
    RecordHeaders forged = new RecordHeaders();
    forged.add(
        "dateline-origin",
        "%s\n0\n0\n0"
            .formatted(Topic.CLEARANCE_EVENTS.topicName())
            .getBytes(StandardCharsets.UTF_8));
    driver
        .createInputTopic(
            Topic.PUBLISHING_COMMANDS.topicName(),
            new StringSerializer(),
            new ByteArraySerializer())
        .pipeInput(
            new TestRecord<>(
                NOTE, wire.write(Topic.CLEARANCE_EVENTS, cleared("forged")), forged, NOON));

    assertThat(letters())
        .singleElement()
        .matches(letter -> letter.getTopic().equals(Topic.PUBLISHING_COMMANDS.topicName()));
    assertThat(again(Topic.CLEARANCE_EVENTS, 0)).isEqualTo("UNKNOWN");
    assertThat(events()).isEmpty();
  }

  @Test
  void aResubmissionThatCannotBeReadIsADeadLetterToo() {
    pipe(Topic.RESUBMISSIONS, NOTE, new byte[] {1, 2, 3});
    ask(resubmission(Topic.CLEARANCE_EVENTS, 0, "FORGE").build(), NOON);

    assertThat(letters())
        .extracting(DeadLetterV1::getCode)
        .containsExactly("UNREADABLE", "UNKNOWN_KIND");
  }

  private InProcessSchemaRegistry registry() {
    return InProcessSchemaRegistry.of("//" + scope);
  }

  /** Of a newer writer, whose schema nobody has registered yet. */
  private byte[] unreadable(ClearanceEventV1 event) {
    byte[] bytes = wire.write(Topic.CLEARANCE_EVENTS, event);
    ByteBuffer.wrap(bytes).putInt(1, missing);
    assertThat(registry().schema(missing)).isEmpty();
    return bytes;
  }

  private void mendRegistry() {
    Schema newer = new Schema.Parser().parse(ClearanceEventV1.getClassSchema().toString());
    newer.addProp("newer", "1");
    assertThat(registry().register("newer", newer)).isEqualTo(missing);
  }

  /** The same engine, with a fault in its rules that can be mended. */
  private <S> Engine<PublishingCommand, S, PublishingEvent> brittle(
      Engine<PublishingCommand, S, PublishingEvent> engine) {
    Decider<PublishingCommand, S, PublishingEvent> rules = engine.decider();
    Decider<PublishingCommand, S, PublishingEvent> brittle =
        new Decider<>() {
          @Override
          public S initialState() {
            return rules.initialState();
          }

          @Override
          public Decision<PublishingEvent> decide(Envelope<PublishingCommand> command, S state) {
            if (faulty && command.payload() instanceof ReleaseNow) {
              throw new IllegalStateException("a fault");
            }
            return rules.decide(command, state);
          }

          @Override
          public S evolve(S state, Envelope<PublishingEvent> event) {
            return rules.evolve(state, event);
          }
        };
    return new Engine<>(
        engine.name(),
        brittle,
        engine.commands(),
        engine.events(),
        engine.policies(),
        engine.publications(),
        engine.clock());
  }

  private static ClearanceEventV1 cleared(String id) {
    return event(id)
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

  private static ClearanceEventV1 returned() {
    return event("returned")
        .setNoteReturned(
            new NoteReturnedV1(
                new OfficeAnswerV1(
                    "legal", "NOT_CLEARED", "lea", DIGEST.hex(), NOON, "Wrong figure.", null)))
        .build();
  }

  private static ClearanceEventV1.Builder event(String id) {
    return ClearanceEventV1.newBuilder()
        .setId(id)
        .setCausationId("command")
        .setAt(NOON)
        .setActor(new ActorV1("vera", "press", "APPROVER"))
        .setNoteId(NOTE);
  }

  private void clearance(byte[] event) {
    pipe(Topic.CLEARANCE_EVENTS, NOTE, event);
  }

  private Envelope<PublishingCommand> release() {
    Envelope<PublishingCommand> command =
        Envelope.of(
            MessageId.of("command/" + asked++),
            NOTE,
            NOON,
            DANA,
            new ReleaseNow(DIGEST, Optional.empty()));
    send(command);
    return command;
  }

  private void send(Envelope<PublishingCommand> command) {
    pipe(
        Topic.PUBLISHING_COMMANDS,
        NOTE,
        wire.write(Topic.PUBLISHING_COMMANDS, new PublishingCodecs.Commands().toWire(command)));
  }

  private String again(Topic topic, long offset) {
    return settle(topic, offset, "AGAIN");
  }

  /** What came of it. */
  private String settle(Topic topic, long offset, String action) {
    ResubmissionV1 wanted = resubmission(topic, offset, action).build();
    ask(wanted, NOON);
    return letters().stream()
        .filter(letter -> letter.getSettled() != null)
        .filter(letter -> letter.getSettled().getResubmissionId().equals(wanted.getId()))
        .reduce((_, _) -> {
          throw new AssertionError("settled twice");
        })
        .orElseThrow()
        .getSettled()
        .getOutcome();
  }

  private ResubmissionV1.Builder resubmission(Topic topic, long offset, String action) {
    return ResubmissionV1.newBuilder()
        .setId("resubmission/" + asked++)
        .setEngine("publishing")
        .setTopic(topic.topicName())
        .setPartition(0)
        .setOffset(offset)
        .setAction(action)
        .setBy("User:ola")
        .setReason("The registry is mended.")
        .setAt(NOON);
  }

  private void ask(ResubmissionV1 wanted, Instant at) {
    driver
        .createInputTopic(
            Topic.RESUBMISSIONS.topicName(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(NOTE, wire.write(Topic.RESUBMISSIONS, wanted), at);
  }

  private void pipe(Topic topic, String key, byte[] value) {
    driver
        .createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  private List<DeadLetterV1> letters() {
    return read(Topic.PUBLISHING_DEAD_LETTERS, DeadLetterV1.class);
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
