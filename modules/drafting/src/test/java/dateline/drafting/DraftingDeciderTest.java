package dateline.drafting;

import static dateline.drafting.Drafts.FIRST;
import static dateline.drafting.Drafts.MAYA;
import static dateline.drafting.Drafts.NONE;
import static dateline.drafting.Drafts.POLICY;
import static dateline.drafting.Drafts.SECOND;
import static dateline.drafting.Drafts.TOM;
import static dateline.drafting.Drafts.begin;
import static dateline.drafting.Drafts.close;
import static dateline.drafting.Drafts.closed;
import static dateline.drafting.Drafts.created;
import static dateline.drafting.Drafts.draft;
import static dateline.drafting.Drafts.nothing;
import static dateline.drafting.Drafts.numberOf;
import static dateline.drafting.Drafts.recalled;
import static dateline.drafting.Drafts.reopen;
import static dateline.drafting.Drafts.revised;
import static dateline.drafting.Drafts.submitted;
import static dateline.drafting.Drafts.submittedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.drafting.DraftingCommand.RecallNote;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingEvent.DraftClosed;
import dateline.drafting.DraftingEvent.DraftReopened;
import dateline.drafting.DraftingEvent.NoteRecalled;
import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.testkit.DeciderScenario;
import dateline.testkit.Notes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What drafting does, sentence by sentence; what keeps a text from being saved or submitted stands
 * in {@link SubmissionTest}.
 */
class DraftingDeciderTest {

  // Beginning

  @Test
  void aNoteIsBegunWithItsFirstText() {
    nothing().when(MAYA, begin(FIRST)).then(created(FIRST));
  }

  @Test
  void beginningAgainWithTheSameTextDoesNothing() {
    draft().when(MAYA, begin(FIRST)).isNothingToDo();
    submitted().when(MAYA, begin(FIRST)).isNothingToDo();
  }

  @Test
  void beginningAgainWithAnotherTextIsRefused() {
    draft().when(TOM, begin(SECOND)).isRefused("ALREADY_BEGUN");
    submitted().when(TOM, begin(SECOND)).isRefused("ALREADY_BEGUN");
  }

  @Test
  void nothingElseCanBeDoneWithANoteThatWasNotBegun() {
    nothing().when(MAYA, new ReviseDraft(1, FIRST)).isRefused("UNKNOWN_NOTE");
    nothing().when(MAYA, new SubmitNote(1, NONE)).isRefused("UNKNOWN_NOTE");
    nothing().when(MAYA, new RecallNote("")).isRefused("UNKNOWN_NOTE");
    nothing().when(POLICY, reopen(FIRST)).isRefused("UNKNOWN_NOTE");
    nothing().when(POLICY, close(FIRST)).isRefused("UNKNOWN_NOTE");
  }

  // Who

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "PRESS_OFFICER", mode = EnumSource.Mode.EXCLUDE)
  void onlyPressOfficersDraft(Role role) {
    Actor other = new Actor(new PersonId("rita"), new OfficeId("legal"), role);
    nothing().when(other, begin(FIRST)).isRefused("WRONG_ROLE");
    draft().when(other, new ReviseDraft(1, SECOND)).isRefused("WRONG_ROLE");
    draft().when(other, new SubmitNote(1, NONE)).isRefused("WRONG_ROLE");
    submitted().when(other, new RecallNote("")).isRefused("WRONG_ROLE");
  }

  @Test
  void onlyPoliciesReopenAndClose() {
    submitted().when(MAYA, reopen(FIRST)).isRefused("WRONG_ROLE");
    submitted().when(MAYA, close(FIRST)).isRefused("WRONG_ROLE");
  }

  // Revising

  @Test
  void aRevisionReplacesTheTextThatWasRead() {
    draft().when(TOM, new ReviseDraft(1, SECOND)).then(revised(2, SECOND));
  }

  @Test
  void aRevisionOfATextThatSomebodyElseChangedIsRefusedAndSaysWhoAndWhen() {
    DeciderScenario.Outcome<DraftingEvent> outcome =
        draft()
            .by(TOM, revised(2, SECOND))
            .when(MAYA, new ReviseDraft(1, Notes.saying("The ferry sails at noon.")));
    outcome.isRefused("STALE_REVISION");
    assertThat(((Decision.Refused<DraftingEvent>) outcome.decision()).reason())
        .contains("revision 2")
        .contains("tom")
        .contains("2026-03-02T12:00:01Z");
  }

  @Test
  void aRevisionThatDoesNotExistYetIsStaleToo() {
    draft().when(MAYA, new ReviseDraft(7, SECOND)).isRefused("STALE_REVISION");
    draft().when(MAYA, new SubmitNote(7, NONE)).isRefused("STALE_REVISION");
  }

  @Test
  void sendingARevisionAgainUnderAnotherIdDoesNothing() {
    draft().by(MAYA, revised(2, SECOND)).when(MAYA, new ReviseDraft(1, SECOND)).isNothingToDo();
  }

  @Test
  void aSubmittedTextIsLocked() {
    submitted().when(MAYA, new ReviseDraft(1, SECOND)).isRefused("LOCKED");
  }

  // Taking back

  @Test
  void aSubmittedNoteIsTakenBackAndOpenAgain() {
    submitted()
        .when(TOM, new RecallNote("A figure is wrong."))
        .then(new NoteRecalled(1, Digest.of(FIRST), "A figure is wrong."));
    recalled().when(MAYA, new ReviseDraft(1, SECOND)).then(revised(2, SECOND));
  }

  @Test
  void takingBackWhatIsNotSubmittedDoesNothing() {
    draft().when(MAYA, new RecallNote("")).isNothingToDo();
    recalled().when(MAYA, new RecallNote("")).isNothingToDo();
  }

  @Test
  void aReasonHasAtMostAThousandCharacters() {
    submitted().when(MAYA, new RecallNote("x".repeat(1_001))).isRefused("REASON_TOO_LONG");
  }

  @Test
  void theUnchangedTextCanBeSubmittedAgain() {
    recalled().when(MAYA, new SubmitNote(1, NONE)).then(submittedBy(FIRST, "maya"));
  }

  // Coming back from clearance

  @Test
  void aReturnedNoteIsOpenAgain() {
    submitted().when(POLICY, reopen(FIRST)).then(new DraftReopened(1, "Wrong figure."));
    submitted()
        .by(POLICY, new DraftReopened(1, "Wrong figure."))
        .when(MAYA, new ReviseDraft(1, SECOND))
        .then(revised(2, SECOND));
  }

  @Test
  void theReturnOfAnEarlierTextDoesNotUnlockThisOne() {
    submitted().when(POLICY, reopen(SECOND)).isNothingToDo();
  }

  @Test
  void theReturnOfANoteThatIsOpenDoesNothing() {
    recalled().when(POLICY, reopen(FIRST)).isNothingToDo();
  }

  // After release

  @Test
  void aReleasedNotesDraftIsClosed() {
    submitted().when(POLICY, close(FIRST)).then(new DraftClosed(Digest.of(FIRST)), numberOf(2026));
  }

  @Test
  void aNoteThatIsRecalledWhileItsReleaseIsOnItsWayIsClosedAllTheSame() {
    recalled().when(POLICY, close(FIRST)).then(new DraftClosed(Digest.of(FIRST)), numberOf(2026));
  }

  @Test
  void aClosedDraftNeverChanges() {
    closed().when(MAYA, begin(FIRST)).isRefused("NOTE_RELEASED");
    closed().when(MAYA, new ReviseDraft(1, SECOND)).isRefused("NOTE_RELEASED");
    closed().when(MAYA, new SubmitNote(1, NONE)).isRefused("NOTE_RELEASED");
    closed().when(MAYA, new RecallNote("")).isRefused("NOTE_RELEASED");
    closed().when(POLICY, reopen(FIRST)).isRefused("NOTE_RELEASED");
    closed().when(POLICY, close(FIRST)).isNothingToDo();
  }

  // Histories

  @Test
  void anImpossibleHistoryIsNotReplayed() {
    DeciderScenario<DraftingCommand, Draft, DraftingEvent> lockedAndRevised =
        submitted().by(MAYA, revised(2, SECOND));
    assertThatThrownBy(() -> lockedAndRevised.when(MAYA, new SubmitNote(2, NONE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("DraftRevised cannot follow Submitted");
  }
}
