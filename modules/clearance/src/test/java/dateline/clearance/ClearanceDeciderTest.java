package dateline.clearance;

import static dateline.clearance.Office.ANA;
import static dateline.clearance.Office.BEN;
import static dateline.clearance.Office.FIRST;
import static dateline.clearance.Office.LEA_OF_LEGAL;
import static dateline.clearance.Office.LEGAL;
import static dateline.clearance.Office.LIST;
import static dateline.clearance.Office.LUC_OF_LEGAL;
import static dateline.clearance.Office.MAY_TRADE;
import static dateline.clearance.Office.POLICY;
import static dateline.clearance.Office.SAM_OF_SECURITY;
import static dateline.clearance.Office.SECOND;
import static dateline.clearance.Office.SECURITY;
import static dateline.clearance.Office.TELL_LIBRARY;
import static dateline.clearance.Office.VERA_APPROVES;
import static dateline.clearance.Office.allAsked;
import static dateline.clearance.Office.cleared;
import static dateline.clearance.Office.requested;
import static dateline.clearance.Office.returned;
import static dateline.clearance.Office.suspended;
import static dateline.clearance.Office.text;
import static dateline.clearance.Scenes.allCleared;
import static dateline.clearance.Scenes.approve;
import static dateline.clearance.Scenes.approvedNote;
import static dateline.clearance.Scenes.clear;
import static dateline.clearance.Scenes.note;
import static dateline.clearance.Scenes.recall;
import static dateline.clearance.Scenes.request;
import static dateline.clearance.Scenes.underReview;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.ClearanceSuspended;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Reviewing.ClearancesVoided;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.kernel.OfficeId;
import dateline.note.Digest;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The specification of clearance, in sentences: requests and recalls. Answers and approvals have
 * their own files.
 */
class ClearanceDeciderTest {

  @Test
  void aRequestAsksTheOfficesOnItsList() {
    note().when(POLICY, request(FIRST)).then(new ClearanceRequested(FIRST, LIST), allAsked());
  }

  @Test
  void aRequestIsTheBusinessOfDateline() {
    note().when(VERA_APPROVES, request(FIRST)).isRefused("WRONG_ROLE");
  }

  @Test
  void aRequestNamesTheDigestOfItsOwnText() {
    SubmittedText forged =
        new SubmittedText(1, SECOND.note(), FIRST.digest(), FIRST.contributors());
    note().when(POLICY, request(forged)).isRefused("DIGEST_MISMATCH");
  }

  @Test
  void aRequestNamesWhoWroteTheText() {
    note().when(POLICY, request(text(1, "By nobody."))).isRefused("NO_CONTRIBUTORS");
  }

  @Test
  void aRequestThatNobodyMustClearGoesStraightBackSoThatTheDraftIsNotLocked() {
    NoteReturned back =
        note()
            .when(
                POLICY,
                new RequestClearance(FIRST, new ClearanceList(7, List.of(MAY_TRADE, TELL_LIBRARY))))
            .thenSome(NoteReturned.class);
    assertThat(back.answer().office()).isEqualTo(OfficeId.NONE);
    assertThat(back.answer().person()).isEqualTo(POLICY.person());
    assertThat(back.answer().answer()).isEqualTo(Answer.NOT_CLEARED);
    assertThat(back.answer().digest()).isEqualTo(FIRST.digest());
    assertThat(back.answer().reason()).contains("version 7").contains("add one");
  }

  @Test
  void aRequestMadeWithoutAnyDirectorySaysToApplyOne() {
    NoteReturned back =
        note()
            .when(POLICY, new RequestClearance(FIRST, new ClearanceList(0, List.of())))
            .thenSome(NoteReturned.class);
    assertThat(back.answer().reason()).contains("dateline directory apply");
  }

  @Test
  void aRequestOfATextThatWentStraightBackCanBeMadeAgain() {
    note()
        .after(POLICY, new RequestClearance(FIRST, new ClearanceList(0, List.of())))
        .when(POLICY, request(FIRST))
        .then(requested(FIRST), allAsked());
  }

  @Test
  void aRequestMadeTwiceAsksOnce() {
    underReview().when(POLICY, request(FIRST)).isNothingToDo();
  }

  @Test
  void aRequestForAChangedTextVoidsWhatWasSaidOfTheFormer() {
    underReview()
        .by(SAM_OF_SECURITY, cleared(SAM_OF_SECURITY, FIRST))
        .by(LEA_OF_LEGAL, cleared(LEA_OF_LEGAL, FIRST))
        .when(POLICY, request(SECOND))
        .then(
            new ClearancesVoided(FIRST.digest(), List.of(LEGAL, SECURITY)),
            requested(SECOND),
            allAsked());
  }

  @Test
  void aRequestForAChangedTextVoidsNothingWhereNothingWasSaid() {
    underReview().when(POLICY, request(SECOND)).then(requested(SECOND), allAsked());
  }

  @Test
  void aRequestAfterAReturnKeepsWhatWasClearedOfAnIdenticalText() {
    underReview()
        .by(LEA_OF_LEGAL, cleared(LEA_OF_LEGAL, FIRST))
        .by(SAM_OF_SECURITY, returned(SAM_OF_SECURITY, FIRST))
        .after(POLICY, request(FIRST))
        .when(LUC_OF_LEGAL, clear(FIRST))
        .isNothingToDo();
  }

  @Test
  void aRequestAfterAReturnAsksTheObjectorAnew() {
    underReview()
        .by(LEA_OF_LEGAL, cleared(LEA_OF_LEGAL, FIRST))
        .by(SAM_OF_SECURITY, returned(SAM_OF_SECURITY, FIRST))
        .after(POLICY, request(FIRST))
        .when(SAM_OF_SECURITY, clear(FIRST))
        .thenSome(OfficeAnswered.class);
  }

  @Test
  void aRequestAfterARecallKeepsWhatWasClearedOfAnIdenticalText() {
    allCleared()
        .by(POLICY, suspended(FIRST))
        .after(POLICY, request(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .thenSome(NoteCleared.class);
  }

  @Test
  void aRequestRemembersEveryoneWhoContributedToAnyTextAskedForBefore() {
    underReview()
        .when(POLICY, request(text(2, "Another text.", BEN)))
        .then(requested(text(2, "Another text.", ANA, BEN)), allAsked());
  }

  @Test
  void aRequestOfAClearedTextHasNothingToDo() {
    approvedNote().when(POLICY, request(FIRST)).isNothingToDo();
  }

  @Test
  void aRequestForAChangedTextEndsTheApprovalFirst() {
    approvedNote()
        .when(POLICY, request(SECOND))
        .then(
            new ClearanceSuspended(
                FIRST.digest(), "The note was submitted again after its approval."),
            new ClearancesVoided(FIRST.digest(), List.of(LEGAL, SECURITY)),
            requested(SECOND),
            allAsked());
  }

  @Test
  void aRequestAsksAnOfficeOnceThoughSeveralRulesNameIt() {
    ClearanceList list =
        new ClearanceList(
            7,
            List.of(
                new ClearanceLine(LEGAL, Power.INFORM, false, "it is a readout"),
                new ClearanceLine(SECURITY, Power.CONSULT, false, "it is long"),
                new ClearanceLine(LEGAL, Power.CLEAR, true, "it names a treaty")));
    assertThat(list.lines())
        .containsExactly(
            new ClearanceLine(LEGAL, Power.CLEAR, true, "it is a readout; it names a treaty"),
            new ClearanceLine(SECURITY, Power.CONSULT, false, "it is long"));
  }

  @Test
  void aRecallStopsTheAsking() {
    underReview().when(POLICY, recall(FIRST)).then(suspended(FIRST));
  }

  @Test
  void aRecallEndsAnApproval() {
    approvedNote().when(POLICY, recall(FIRST)).then(suspended(FIRST));
  }

  @Test
  void aRecallOfAReturnedNoteIsRecordedToo() {
    underReview()
        .by(LEA_OF_LEGAL, returned(LEA_OF_LEGAL, FIRST))
        .when(POLICY, recall(FIRST))
        .then(suspended(FIRST));
  }

  @Test
  void aRecallIsTheBusinessOfDateline() {
    underReview().when(VERA_APPROVES, recall(FIRST)).isRefused("WRONG_ROLE");
  }

  @Test
  void aRecallOfAFormerTextStopsNothing() {
    underReview().by(POLICY, requested(SECOND)).when(POLICY, recall(FIRST)).isRefused("STALE_TEXT");
  }

  @Test
  void aRecallMadeTwiceIsOne() {
    underReview().by(POLICY, suspended(FIRST)).when(POLICY, recall(FIRST)).isNothingToDo();
  }

  @Test
  void aRecallOfANoteNobodyWasAskedAboutHasNothingToDo() {
    note().when(POLICY, recall(FIRST)).isNothingToDo();
  }

  @Test
  void anImpossibleHistoryIsNotGuessedAt() {
    assertThatThrownBy(() ->
            note()
                .by(LEA_OF_LEGAL, cleared(LEA_OF_LEGAL, FIRST))
                .when(VERA_APPROVES, new ApproveNote(new Digest("0".repeat(64)))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("OfficeAnswered after NotRequested");
  }
}
