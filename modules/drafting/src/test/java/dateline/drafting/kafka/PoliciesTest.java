package dateline.drafting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contracts.ActorV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearancesVoidedV1;
import dateline.contracts.DraftRestoredV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.NoteReleasedV1;
import dateline.contracts.NoteReturnedV1;
import dateline.contracts.NumberAllocatedV1;
import dateline.contracts.NumberRequestedV1;
import dateline.contracts.NumberSeriesV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.PublishingEventV1;
import dateline.contracts.ScheduleCancelledV1;
import dateline.contracts.SourceChangedV1;
import dateline.contracts.TranslationLinkedV1;
import dateline.drafting.DraftingCommand.AllocateNumber;
import dateline.drafting.DraftingCommand.CloseDraft;
import dateline.drafting.DraftingCommand.NumberNote;
import dateline.drafting.DraftingCommand.OutdateTranslation;
import dateline.drafting.DraftingCommand.RegisterTranslation;
import dateline.drafting.DraftingCommand.ReopenDraft;
import dateline.drafting.NumberSeries;
import dateline.kernel.OfficeId;
import dateline.note.Digest;
import dateline.runtime.NoteCodec;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.testkit.Notes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other engines' events make drafting do. */
class PoliciesTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Digest DIGEST = Digest.of(Notes.saying("The ferry sails at nine."));

  @Test
  void aReturnedTextIsReopenedWithItsReason() {
    ClearanceEventV1 returned =
        clearance().setNoteReturned(new NoteReturnedV1(answer(DIGEST.hex()))).build();
    assertThat(
            new WhenNoteReturnedReopenDraft()
                .when(WhenNoteReturnedReopenDraft.read(returned).orElseThrow()))
        .contains(new ReopenDraft(DIGEST, "Wrong figure."));
  }

  @Test
  void aReleasedNotesDraftIsClosed() {
    PublishingEventV1 released =
        publishing()
            .setNoteReleased(
                new NoteReleasedV1(
                    NoteCodec.toWire(Notes.saying("The ferry sails at nine.")),
                    DIGEST.hex(),
                    1,
                    null))
            .build();
    assertThat(
            new WhenNoteReleasedCloseDraft()
                .when(WhenNoteReleasedCloseDraft.read(released).orElseThrow()))
        .contains(new CloseDraft(DIGEST));
  }

  @Test
  void otherEventsAreNotDraftingsConcern() {
    assertThat(
            WhenNoteReturnedReopenDraft.read(
                clearance()
                    .setClearancesVoided(new ClearancesVoidedV1(DIGEST.hex(), List.of()))
                    .build()))
        .isEmpty();
    assertThat(
            WhenNoteReleasedCloseDraft.read(
                publishing().setScheduleCancelled(new ScheduleCancelledV1("")).build()))
        .isEmpty();
  }

  @Test
  void anEventOfAKindThatCameLaterIsNotDraftingsConcern() {
    assertThat(WhenNoteReturnedReopenDraft.read(clearance().build())).isEmpty();
    assertThat(WhenNoteReleasedCloseDraft.read(publishing().build())).isEmpty();
  }

  @Test
  void aReturnThatCannotBeReadIsSaidToBeSo() {
    ClearanceEventV1 returned =
        clearance().setNoteReturned(new NoteReturnedV1(answer("no digest"))).build();
    assertThatThrownBy(() -> WhenNoteReturnedReopenDraft.read(returned))
        .isInstanceOf(UnreadableRecordException.class);
  }

  @Test
  void aTranslationIsRegisteredWithItsSource() {
    DraftingEventV1 linked =
        drafting("french").setTranslationLinked(new TranslationLinkedV1("source", 3, "fr")).build();
    var policy = new WhenTranslationLinkedRegisterIt();
    var event = WhenTranslationLinkedRegisterIt.read(linked).orElseThrow();
    assertThat(policy.when(event)).contains(new RegisterTranslation("french", 3));
    assertThat(policy.keyOf(event)).isEqualTo("source");
  }

  @Test
  void aTranslationIsToldThatItsSourceChanged() {
    DraftingEventV1 changed =
        drafting("source").setSourceChanged(new SourceChangedV1("french", 4)).build();
    var policy = new WhenSourceChangedOutdateTranslation();
    var event = WhenSourceChangedOutdateTranslation.read(changed).orElseThrow();
    assertThat(policy.when(event)).contains(new OutdateTranslation("source", 4));
    assertThat(policy.keyOf(event)).isEqualTo("french");
  }

  @Test
  void aNumberIsAskedForWhereNumbersAreKeptAndHandedBack() {
    NumberSeries series = new NumberSeries(new OfficeId("press"), 2026);
    NumberSeriesV1 wire = new NumberSeriesV1("press", 2026);
    var ask = new WhenNumberRequestedAllocateIt();
    var asked =
        WhenNumberRequestedAllocateIt.read(
                drafting("note").setNumberRequested(new NumberRequestedV1(wire)).build())
            .orElseThrow();
    assertThat(ask.when(asked)).contains(new AllocateNumber(series, "note"));
    assertThat(ask.keyOf(asked)).isEqualTo("numbers/press/2026");
    var give = new WhenNumberAllocatedNumberNote();
    var given =
        WhenNumberAllocatedNumberNote.read(
                drafting("numbers/press/2026")
                    .setNumberAllocated(new NumberAllocatedV1(wire, 7, "note"))
                    .build())
            .orElseThrow();
    assertThat(give.when(given)).contains(new NumberNote(series, 7));
    assertThat(give.keyOf(given)).isEqualTo("note");
  }

  @Test
  void ofItsOwnEventsDraftingFollowsNoOthers() {
    DraftingEventV1 other = drafting("note").setDraftRestored(new DraftRestoredV1()).build();
    assertThat(WhenTranslationLinkedRegisterIt.read(other)).isEmpty();
    assertThat(WhenSourceChangedOutdateTranslation.read(other)).isEmpty();
    assertThat(WhenNumberRequestedAllocateIt.read(other)).isEmpty();
    assertThat(WhenNumberAllocatedNumberNote.read(other)).isEmpty();
  }

  private static DraftingEventV1.Builder drafting(String key) {
    return DraftingEventV1.newBuilder()
        .setId("event")
        .setCausationId("command")
        .setAt(NOON)
        .setActor(new ActorV1("maya", "press", "PRESS_OFFICER"))
        .setNoteId(key);
  }

  private static OfficeAnswerV1 answer(String digest) {
    return new OfficeAnswerV1("legal", "NOT_CLEARED", "lea", digest, NOON, "Wrong figure.", null);
  }

  private static ClearanceEventV1.Builder clearance() {
    return ClearanceEventV1.newBuilder()
        .setId("event")
        .setCausationId("command")
        .setAt(NOON)
        .setActor(new ActorV1("lea", "legal", "REVIEWER"))
        .setNoteId("note");
  }

  private static PublishingEventV1.Builder publishing() {
    return PublishingEventV1.newBuilder()
        .setId("event")
        .setCausationId("command")
        .setAt(NOON)
        .setActor(new ActorV1("dana", "duty", "DUTY_OFFICER"))
        .setNoteId("note");
  }
}
