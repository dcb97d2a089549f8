package dateline.publishing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.ActorV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.ClearanceSuspendedV1;
import dateline.contracts.ClearancesVoidedV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.NoteReturnedV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.OfficeAnsweredV1;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.publishing.PublishingCommand;
import dateline.publishing.PublishingCommand.DiscardRelease;
import dateline.publishing.PublishingCommand.PrepareRelease;
import dateline.publishing.PublishingCommand.ReleaseDue;
import dateline.publishing.PublishingEvent;
import dateline.publishing.PublishingEvent.ReleaseScheduled;
import dateline.publishing.PublishingEvent.ScheduleCancelled;
import dateline.runtime.ActorCodec;
import dateline.runtime.Engine.Clock;
import dateline.runtime.Engine.Reaction;
import dateline.runtime.NoteCodec;
import dateline.testkit.Notes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What clearance's events and the clock make publishing do. */
class PoliciesTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final MediaNote TEXT = Notes.saying("The ferry sails at nine.");
  private static final Digest DIGEST = Digest.of(TEXT);

  @Test
  void aClearedTextIsPreparedWholeWithWhoWroteIt() {
    assertThat(
            commandsAfter(
                clearance()
                    .setNoteCleared(
                        new NoteClearedV1(
                            3,
                            NoteCodec.toWire(TEXT),
                            DIGEST.hex(),
                            List.of("maya", "tom"),
                            List.of(),
                            "vera",
                            null,
                            null,
                            null))))
        .containsExactly(
            new PrepareRelease(
                3, TEXT, DIGEST, List.of(new PersonId("maya"), new PersonId("tom"))));
  }

  @Test
  void aTextThatWasTakenBackIsForgotten() {
    assertThat(
            commandsAfter(
                clearance()
                    .setClearanceSuspended(
                        new ClearanceSuspendedV1(DIGEST.hex(), "Wrong figure."))))
        .containsExactly(new DiscardRelease(Optional.of(DIGEST), "Wrong figure."));
  }

  @Test
  void aTextThatWasReturnedIsForgotten() {
    assertThat(
            commandsAfter(clearance().setNoteReturned(new NoteReturnedV1(answer("NOT_CLEARED")))))
        .containsExactly(new DiscardRelease(Optional.of(DIGEST), "Wrong figure."));
  }

  @Test
  void whenTheOfficesAreAskedAnewWhateverWasClearedIsForgotten() {
    assertThat(
            commandsAfter(
                clearance()
                    .setClearanceRequested(
                        new ClearanceRequestedV1(
                            4,
                            NoteCodec.toWire(TEXT),
                            DIGEST.hex(),
                            List.of("maya"),
                            1L,
                            List.of(),
                            null,
                            null))))
        .containsExactly(
            new DiscardRelease(Optional.empty(), "The offices are asked to clear the note anew."));
  }

  @Test
  void aTextWhoseClearancesWereVoidedIsForgotten() {
    assertThat(
            commandsAfter(
                clearance()
                    .setClearancesVoided(new ClearancesVoidedV1(DIGEST.hex(), List.of("legal")))))
        .containsExactly(new DiscardRelease(Optional.of(DIGEST), "Its clearances were voided."));
  }

  @Test
  void anAnswerThatClearsIsNotPublishingsConcern() {
    assertThat(
            commandsAfter(clearance().setOfficeAnswered(new OfficeAnsweredV1(answer("CLEARED")))))
        .isEmpty();
  }

  @Test
  void anEventOfAKindThatCameLaterIsNotPublishingsConcern() {
    assertThat(commandsAfter(clearance())).isEmpty();
  }

  @Test
  void theClockWaitsForTheScheduledInstantAndForNothingElse() {
    Clock<PublishingCommand, PublishingEvent> clock = PublishingApp.engine().clock().orElseThrow();
    assertThat(clock.dueAfter(event(new ReleaseScheduled(DIGEST, NOON, "UTC"))))
        .containsExactly(NOON);
    assertThat(clock.dueAfter(event(new ScheduleCancelled("")))).isEmpty();
    assertThat(clock.command(NOON)).isEqualTo(new ReleaseDue(NOON));
  }

  /** What all policies together say to this event. */
  private static List<PublishingCommand> commandsAfter(ClearanceEventV1.Builder event) {
    return PublishingApp.engine().policies().stream()
        .flatMap(reaction -> react(reaction, event.build()).stream())
        .toList();
  }

  private static <F> Optional<PublishingCommand> react(
      Reaction<F, PublishingCommand> reaction, ClearanceEventV1 event) {
    return reaction.codec().read(event).flatMap(reaction.policy()::when);
  }

  private static Envelope<PublishingEvent> event(PublishingEvent event) {
    return Envelope.of(
        MessageId.of("event"),
        "note",
        NOON,
        ActorCodec.fromWire(new ActorV1("dana", "duty", "DUTY_OFFICER")),
        event);
  }

  private static OfficeAnswerV1 answer(String answer) {
    return new OfficeAnswerV1("legal", answer, "lea", DIGEST.hex(), NOON, "Wrong figure.", null);
  }

  private static ClearanceEventV1.Builder clearance() {
    return ClearanceEventV1.newBuilder()
        .setId("event")
        .setCausationId("command")
        .setAt(NOON)
        .setActor(new ActorV1("lea", "legal", "REVIEWER"))
        .setNoteId("note");
  }
}
