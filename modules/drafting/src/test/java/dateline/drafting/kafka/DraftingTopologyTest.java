package dateline.drafting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.ActorV1;
import dateline.contracts.AnswerV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.DeadLetterV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.NoteReleasedV1;
import dateline.contracts.NoteReturnedV1;
import dateline.contracts.NoteSubmittedV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.PublishingEventV1;
import dateline.contracts.Topic;
import dateline.drafting.DraftingCommand;
import dateline.drafting.DraftingCommand.ConfirmTranslation;
import dateline.drafting.DraftingCommand.CreateDraft;
import dateline.drafting.DraftingCommand.LinkTranslation;
import dateline.drafting.DraftingCommand.RecallNote;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingCommand.TakeEdits;
import dateline.drafting.DraftingEvent;
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
import dateline.runtime.Engine;
import dateline.runtime.EngineTopology;
import dateline.runtime.NoteCodec;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import dateline.testkit.Notes;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How drafting is wired: which topics it reads and writes. Proves nothing about transactions. */
class DraftingTopologyTest {

  private static final String NOTE = "note-1";
  private static final MediaNote FIRST = Notes.saying("The ferry sails at nine.");
  private static final MediaNote SECOND = Notes.saying("The ferry sails at ten.");
  private static final MediaNote THIRD = Notes.saying("The ferry sails at noon.");
  private static final Actor MAYA =
      new Actor(new PersonId("maya"), new OfficeId("press"), Role.PRESS_OFFICER);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path folder;
  private final Wire wire =
      new Wire(
          Map.of("schema.registry.url", "mock://drafting-topology", "auto.register.schemas", true));
  private TopologyTestDriver driver;
  private int sent;

  @BeforeEach
  void start() {
    driver = running(DraftingApp.engine());
  }

  private TopologyTestDriver running(Engine<DraftingCommand, ?, DraftingEvent> engine) {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "drafting-topology-test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    return new TopologyTestDriver(
        EngineTopology.of(engine, wire, Meters.unread("drafting")), config, NOON);
  }

  @AfterEach
  void stop() {
    driver.close();
    wire.close();
  }

  @Test
  void aNoteIsBegunRevisedAndSubmitted() {
    officer(new CreateDraft(FIRST, Optional.empty()));
    officer(new ReviseDraft(1, SECOND));
    officer(new SubmitNote(2, List.of()));
    List<DraftingEventV1> events = read(Topic.DRAFTING_EVENTS, DraftingEventV1.class);
    assertThat(events).hasSize(3).allMatch(event -> event.getNoteId().equals(NOTE));
    assertThat(events.getLast().getNoteSubmitted().getDigest()).isEqualTo(Digest.of(SECOND).hex());
    assertThat(NoteCodec.fromWire(events.getLast().getNoteSubmitted().getNote())).isEqualTo(SECOND);
    assertThat(answers()).hasSize(3).allMatch(answer -> answer.getDone() != null);
  }

  @Test
  void theSameCommandAgainIsAnsweredAgainAndNotDoneAgain() {
    Envelope<DraftingCommand> create = ask(new CreateDraft(FIRST, Optional.empty()));
    send(create);
    officer(new ReviseDraft(1, SECOND));
    send(create);
    assertThat(read(Topic.DRAFTING_EVENTS, DraftingEventV1.class)).hasSize(2);
    List<AnswerV1> answers = answers();
    assertThat(answers.getLast().getDone().getEvents())
        .isEqualTo(answers.getFirst().getDone().getEvents());
  }

  @Test
  void editsOfASubmittedTextAreTakenInOneStepWithWhoProposedThem() {
    officer(new CreateDraft(FIRST, Optional.empty()));
    officer(new SubmitNote(1, List.of(), true));
    officer(new TakeEdits(1, SECOND, new PersonId("ruth")));
    List<DraftingEventV1> events = read(Topic.DRAFTING_EVENTS, DraftingEventV1.class);
    assertThat(events.get(2).getNoteRecalled().getRevision()).isEqualTo(1);
    assertThat(events.get(3).getDraftRevised().getProposedBy()).isEqualTo("ruth");
    NoteSubmittedV1 again = events.get(4).getNoteSubmitted();
    assertThat(again.getDigest()).isEqualTo(Digest.of(SECOND).hex());
    assertThat(again.getContributors()).containsExactly("maya", "ruth");
    assertThat(again.getUrgent()).isTrue();
    assertThat(answers().getLast().getDone().getEvents()).hasSize(3);
  }

  @Test
  void aReturnedNoteIsOpenAgain() {
    officer(new CreateDraft(FIRST, Optional.empty()));
    officer(new SubmitNote(1, List.of()));
    pipe(Topic.CLEARANCE_EVENTS, wire.write(Topic.CLEARANCE_EVENTS, returned()));
    officer(new ReviseDraft(1, SECOND));
    List<DraftingEventV1> events = read(Topic.DRAFTING_EVENTS, DraftingEventV1.class);
    assertThat(events.get(2).getDraftReopened().getReason()).isEqualTo("Wrong figure.");
    assertThat(events.getLast().getDraftRevised().getRevision()).isEqualTo(2);
  }

  @Test
  void aReleasedNotesDraftIsClosed() {
    officer(new CreateDraft(FIRST, Optional.empty()));
    officer(new SubmitNote(1, List.of()));
    pipe(Topic.PUBLISHING_EVENTS, wire.write(Topic.PUBLISHING_EVENTS, released()));
    officer(new ReviseDraft(1, SECOND));
    assertThat(answers().getLast().getRefused().getCode()).isEqualTo("NOTE_RELEASED");
  }

  @Test
  void aTranslationIsStaleOnceItsSourceChangesAndCurrentWhenConfirmed() {
    officer("source", new CreateDraft(FIRST, Optional.empty()));
    officer("french", new CreateDraft(SECOND, Optional.empty()));
    officer("french", new LinkTranslation("source", 1, "fr"));
    officer("source", new ReviseDraft(1, THIRD));
    officer("french", new SubmitNote(1, List.of()));
    assertThat(answers().getLast().getRefused().getCode()).isEqualTo("BLOCKING_FINDINGS");
    officer("french", new ConfirmTranslation(2));
    officer("french", new SubmitNote(1, List.of()));
    assertThat(answers().getLast().getDone()).isNotNull();
    assertThat(eventsOf("source").filter(event -> event.getSourceChanged() != null)).hasSize(1);
  }

  @Test
  void aTranslationOfATextThatChangedBeforeIsToldAtOnce() {
    officer("source", new CreateDraft(FIRST, Optional.empty()));
    officer("source", new ReviseDraft(1, SECOND));
    officer("french", new CreateDraft(THIRD, Optional.empty()));
    officer("french", new LinkTranslation("source", 1, "fr"));
    assertThat(eventsOf("french").toList().getLast().getTranslationOutdated().getSourceRevision())
        .isEqualTo(2);
  }

  @Test
  void publicNotesAreNumberedWithoutAGapHoweverOftenARecordIsReadAgain() {
    for (int i = 1; i <= 12; i++) {
      String note = "note-" + i;
      officer(note, new CreateDraft(FIRST, Optional.of(ZoneId.of("Asia/Tokyo"))));
      officer(note, new SubmitNote(1, List.of()));
      pipe(note, Topic.PUBLISHING_EVENTS, wire.write(Topic.PUBLISHING_EVENTS, released(note)));
    }
    List<KeyValue<String, byte[]>> events = output(Topic.DRAFTING_EVENTS);
    for (KeyValue<String, byte[]> event : events) {
      pipe(event.key, Topic.DRAFTING_EVENTS, event.value);
    }
    for (int i = 12; i > 0; i--) {
      String note = "note-" + i;
      pipe(note, Topic.PUBLISHING_EVENTS, wire.write(Topic.PUBLISHING_EVENTS, released(note)));
    }
    List<DraftingEventV1> all =
        Stream.concat(events.stream(), output(Topic.DRAFTING_EVENTS).stream())
            .map(event -> (DraftingEventV1) wire.read(Topic.DRAFTING_EVENTS, event.value))
            .toList();
    assertThat(
            all.stream()
                .filter(event -> event.getNoteNumbered() != null)
                .map(event -> event.getNoteNumbered().getNumber()))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
    assertThat(all.stream().filter(event -> event.getNumberAllocated() != null))
        .hasSize(12)
        .allMatch(event -> event.getNoteId().equals("numbers/press/2026"));
  }

  @Test
  void aRecordThatCannotBeReadIsSetAsideAndTheNextOneGoesOn() {
    pipe(Topic.DRAFTING_COMMANDS, new byte[] {1, 2, 3});
    officer(new CreateDraft(FIRST, Optional.empty()));
    assertThat(read(Topic.DRAFTING_EVENTS, DraftingEventV1.class)).hasSize(1);
    assertThat(read(Topic.DRAFTING_DEAD_LETTERS, DeadLetterV1.class)).hasSize(1);
  }

  @Test
  void whoeverAskedForWhatTheRulesFailOnIsToldThatItIsSetAside() {
    driver.close();
    driver = running(failingToRecall(DraftingApp.engine()));
    officer(new CreateDraft(FIRST, Optional.empty()));
    officer(new RecallNote("A figure."));
    officer(new ReviseDraft(1, SECOND));
    List<AnswerV1> answers = answers();
    assertThat(answers).hasSize(3);
    assertThat(answers.get(1).getRefused().getCode()).isEqualTo("SET_ASIDE");
    assertThat(answers.getLast().getDone()).isNotNull();
    assertThat(read(Topic.DRAFTING_DEAD_LETTERS, DeadLetterV1.class))
        .singleElement()
        .satisfies(letter -> assertThat(letter.getCode()).isEqualTo("FAULT"));
  }

  /** The same engine with a fault in its rules. */
  private static <S> Engine<DraftingCommand, S, DraftingEvent> failingToRecall(
      Engine<DraftingCommand, S, DraftingEvent> engine) {
    Decider<DraftingCommand, S, DraftingEvent> rules = engine.decider();
    Decider<DraftingCommand, S, DraftingEvent> faulty =
        new Decider<>() {
          @Override
          public S initialState() {
            return rules.initialState();
          }

          @Override
          public Decision<DraftingEvent> decide(Envelope<DraftingCommand> command, S state) {
            if (command.payload() instanceof RecallNote) {
              throw new IllegalStateException("a fault");
            }
            return rules.decide(command, state);
          }

          @Override
          public S evolve(S state, Envelope<DraftingEvent> event) {
            return rules.evolve(state, event);
          }
        };
    return new Engine<>(
        engine.name(),
        faulty,
        engine.commands(),
        engine.events(),
        engine.policies(),
        engine.publications(),
        engine.clock());
  }

  private static ClearanceEventV1 returned() {
    return ClearanceEventV1.newBuilder()
        .setId("returned")
        .setCausationId("command")
        .setAt(NOON)
        .setActor(new ActorV1("lea", "legal", "REVIEWER"))
        .setNoteId(NOTE)
        .setNoteReturned(
            new NoteReturnedV1(
                new OfficeAnswerV1(
                    "legal",
                    "NOT_CLEARED",
                    "lea",
                    Digest.of(FIRST).hex(),
                    NOON,
                    "Wrong figure.",
                    null)))
        .build();
  }

  private static PublishingEventV1 released() {
    return PublishingEventV1.newBuilder()
        .setId("released")
        .setCausationId("command")
        .setAt(NOON)
        .setActor(new ActorV1("dana", "duty", "DUTY_OFFICER"))
        .setNoteId(NOTE)
        .setNoteReleased(
            new NoteReleasedV1(NoteCodec.toWire(FIRST), Digest.of(FIRST).hex(), 1, null))
        .build();
  }

  private static PublishingEventV1 released(String note) {
    return PublishingEventV1.newBuilder(released())
        .setId("released-" + note)
        .setNoteId(note)
        .build();
  }

  private void officer(DraftingCommand command) {
    officer(NOTE, command);
  }

  private void officer(String note, DraftingCommand command) {
    send(Envelope.of(MessageId.of("command/" + sent++), note, NOON, MAYA, command));
  }

  private Envelope<DraftingCommand> ask(DraftingCommand command) {
    return Envelope.of(MessageId.of("command/" + sent++), NOTE, NOON, MAYA, command);
  }

  private void send(Envelope<DraftingCommand> command) {
    pipe(
        command.key(),
        Topic.DRAFTING_COMMANDS,
        wire.write(Topic.DRAFTING_COMMANDS, new CommandCodec().toWire(command)));
  }

  private void pipe(Topic topic, byte[] value) {
    pipe(NOTE, topic, value);
  }

  private void pipe(String key, Topic topic, byte[] value) {
    driver
        .createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  private List<KeyValue<String, byte[]>> output(Topic topic) {
    return driver
        .createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readKeyValuesToList();
  }

  private Stream<DraftingEventV1> eventsOf(String note) {
    return read(Topic.DRAFTING_EVENTS, DraftingEventV1.class).stream()
        .filter(event -> event.getNoteId().equals(note));
  }

  private List<AnswerV1> answers() {
    return read(Topic.DRAFTING_ANSWERS, AnswerV1.class);
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
