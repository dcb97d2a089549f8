package dateline.clearance;

import static dateline.clearance.Office.ANA;
import static dateline.clearance.Office.FIRST;
import static dateline.clearance.Office.LEA_OF_LEGAL;
import static dateline.clearance.Office.LEGAL;
import static dateline.clearance.Office.POLICY;
import static dateline.clearance.Office.PRESS;
import static dateline.clearance.Office.SAM_OF_SECURITY;
import static dateline.clearance.Office.SECOND;
import static dateline.clearance.Office.SECURITY;
import static dateline.clearance.Office.TELL_LIBRARY;
import static dateline.clearance.Office.TOM_OF_TRADE;
import static dateline.clearance.Office.VERA;
import static dateline.clearance.Office.VERA_APPROVES;
import static dateline.clearance.Office.cleared;
import static dateline.clearance.Office.requested;
import static dateline.clearance.Office.returned;
import static dateline.clearance.Office.suspended;
import static dateline.clearance.Office.text;
import static dateline.clearance.Scenes.allCleared;
import static dateline.clearance.Scenes.approve;
import static dateline.clearance.Scenes.approvedNote;
import static dateline.clearance.Scenes.note;
import static dateline.clearance.Scenes.reasonOf;
import static dateline.clearance.Scenes.recall;
import static dateline.clearance.Scenes.request;
import static dateline.clearance.Scenes.underReview;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.kernel.Actor;
import dateline.kernel.Role;
import dateline.testkit.DeciderScenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The specification of the final approval, in sentences. */
class ClearanceApprovalsTest {

  @Test
  void anApprovalClearsTheNoteWithTheTextAndTheAnswersThatCount() {
    NoteCleared cleared =
        allCleared().when(VERA_APPROVES, approve(FIRST)).thenSome(NoteCleared.class);
    assertThat(cleared.text()).isEqualTo(FIRST);
    assertThat(cleared.approver()).isEqualTo(VERA);
    assertThat(cleared.answers()).extracting(OfficeAnswer::office).containsExactly(LEGAL, SECURITY);
  }

  @Test
  void anApprovalIsGivenByAnApprover() {
    allCleared()
        .when(new Actor(VERA, PRESS, Role.DUTY_OFFICER), approve(FIRST))
        .isRefused("WRONG_ROLE");
  }

  @Test
  void anApprovalIsOfTheTextThatWasRead() {
    allCleared().when(VERA_APPROVES, approve(SECOND)).isRefused("STALE_TEXT");
  }

  @Test
  void anApprovalIsNotGivenByWhoeverWroteTheText() {
    allCleared().when(new Actor(ANA, PRESS, Role.APPROVER), approve(FIRST)).isRefused("OWN_TEXT");
  }

  @Test
  void anApprovalIsNotGivenByWhoeverClearedTheTextForAnOffice() {
    allCleared()
        .when(new Actor(Office.SAM, PRESS, Role.APPROVER), approve(FIRST))
        .isRefused("CLEARED_IT_TOO");
  }

  @Test
  void anApprovalWaitsForEveryOfficeThatMustClearAndNamesTheMissing() {
    DeciderScenario.Outcome<ClearanceEvent> outcome =
        underReview()
            .by(LEA_OF_LEGAL, cleared(LEA_OF_LEGAL, FIRST))
            .when(VERA_APPROVES, approve(FIRST));
    outcome.isRefused("NOT_ALL_CLEARED");
    assertThat(reasonOf(outcome)).contains("security").doesNotContain("legal");
  }

  @Test
  void anApprovalDoesNotWaitForAConsultedOffice() {
    allCleared().when(VERA_APPROVES, approve(FIRST)).thenSome(NoteCleared.class);
  }

  @Test
  void anApprovalIsNotGivenOnAnObjectionThatOneNeverTookBack() {
    allCleared()
        .by(SAM_OF_SECURITY, returned(SAM_OF_SECURITY, FIRST))
        .after(POLICY, request(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void anApprovalDoesNotCountWhoeverContributedAfterClearing() {
    allCleared()
        .by(POLICY, requested(text(3, "The bridge opens on Monday.", ANA, Office.LEA)))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void anApprovalIsNotPossibleWhereNobodyHadToClear() {
    note()
        .by(POLICY, new ClearanceRequested(FIRST, new ClearanceList(7, List.of(TELL_LIBRARY))))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NO_CLEARANCE_LIST");
  }

  @Test
  void anApprovalOfAReturnedNoteWaitsUntilItComesAgain() {
    allCleared()
        .by(TOM_OF_TRADE, returned(TOM_OF_TRADE, FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOTE_RETURNED");
  }

  @Test
  void anApprovalOfARecalledNoteWaitsUntilItComesAgain() {
    allCleared()
        .by(POLICY, suspended(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOTE_RECALLED");
  }

  @Test
  void anApprovalOfANoteNeverSubmittedIsRefused() {
    note().when(VERA_APPROVES, approve(FIRST)).isRefused("NOTHING_TO_CLEAR");
  }

  @Test
  void anApprovalGivenTwiceIsOne() {
    approvedNote().when(VERA_APPROVES, approve(FIRST)).isNothingToDo();
  }

  @Test
  void anApprovalOfAnotherTextThanTheApprovedIsStale() {
    approvedNote().when(VERA_APPROVES, approve(SECOND)).isRefused("STALE_TEXT");
  }

  @Test
  void anApprovalEndsWithARecallAndIsGivenAnew() {
    approvedNote()
        .after(POLICY, recall(FIRST))
        .after(POLICY, request(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .thenSome(NoteCleared.class);
  }
}
