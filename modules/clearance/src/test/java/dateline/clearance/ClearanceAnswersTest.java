package dateline.clearance;

import static dateline.clearance.Office.ANA;
import static dateline.clearance.Office.FIRST;
import static dateline.clearance.Office.LEA_OF_LEGAL;
import static dateline.clearance.Office.LEGAL;
import static dateline.clearance.Office.LIV_OF_LIBRARY;
import static dateline.clearance.Office.LUC_OF_LEGAL;
import static dateline.clearance.Office.PIA_OF_PRESS;
import static dateline.clearance.Office.POLICY;
import static dateline.clearance.Office.SAM_OF_SECURITY;
import static dateline.clearance.Office.SECOND;
import static dateline.clearance.Office.TOM_OF_TRADE;
import static dateline.clearance.Office.cleared;
import static dateline.clearance.Office.requested;
import static dateline.clearance.Office.returned;
import static dateline.clearance.Office.suspended;
import static dateline.clearance.Office.text;
import static dateline.clearance.Scenes.approvedNote;
import static dateline.clearance.Scenes.clear;
import static dateline.clearance.Scenes.note;
import static dateline.clearance.Scenes.object;
import static dateline.clearance.Scenes.reasonOf;
import static dateline.clearance.Scenes.see;
import static dateline.clearance.Scenes.underReview;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import dateline.testkit.DeciderScenario;
import org.junit.jupiter.api.Test;

/** The specification of what offices may say about a text, in sentences. */
class ClearanceAnswersTest {

  @Test
  void anAnswerIsForTheOfficeOfWhoeverGivesIt() {
    OfficeAnswered answered =
        underReview().when(LEA_OF_LEGAL, clear(FIRST)).thenSome(OfficeAnswered.class);
    assertThat(answered.answer().office()).isEqualTo(LEGAL);
    assertThat(answered.answer().person()).isEqualTo(LEA_OF_LEGAL.person());
    assertThat(answered.answer().digest()).isEqualTo(FIRST.digest());
  }

  @Test
  void anAnswerIsGivenByAReviewer() {
    underReview()
        .when(new Actor(Office.LEA, LEGAL, Role.PRESS_OFFICER), clear(FIRST))
        .isRefused("WRONG_ROLE");
  }

  @Test
  void anAnswerIsOfTheTextThatWasReadAndSaysWhichIsCurrent() {
    DeciderScenario.Outcome<ClearanceEvent> outcome =
        underReview().by(POLICY, requested(SECOND)).when(LEA_OF_LEGAL, clear(FIRST));
    outcome.isRefused("STALE_TEXT");
    assertThat(reasonOf(outcome))
        .contains(SubmittedText.shown(FIRST.digest()))
        .contains("revision 2")
        .contains(SubmittedText.shown(SECOND.digest()));
  }

  @Test
  void anAnswerIsGivenByAnOfficeOnTheListAndSaysWhoThatIs() {
    DeciderScenario.Outcome<ClearanceEvent> outcome =
        underReview().when(PIA_OF_PRESS, clear(FIRST));
    outcome.isRefused("NOT_ON_LIST");
    assertThat(reasonOf(outcome)).contains("legal, security, trade, library");
  }

  @Test
  void anAnswerIsGivenForSomeOffice() {
    underReview()
        .when(new Actor(Office.LEA, OfficeId.NONE, Role.REVIEWER), clear(FIRST))
        .isRefused("NOT_ON_LIST");
  }

  @Test
  void anAnswerIsNotGivenByWhoeverWroteTheText() {
    note()
        .by(POLICY, requested(text(1, "Ours.", ANA, Office.LEA)))
        .when(LEA_OF_LEGAL, clear(text(1, "Ours.")))
        .isRefused("OWN_TEXT");
  }

  @Test
  void anAnswerOfAnInformedOfficeIsThatItSawTheText() {
    underReview().when(LIV_OF_LIBRARY, see(FIRST)).thenSome(OfficeAnswered.class);
  }

  @Test
  void anAnswerOfAnInformedOfficeNeitherClears() {
    underReview().when(LIV_OF_LIBRARY, clear(FIRST)).isRefused("INFORM_ONLY");
  }

  @Test
  void anAnswerOfAnInformedOfficeNorReturns() {
    underReview().when(LIV_OF_LIBRARY, object(FIRST, "No.")).isRefused("INFORM_ONLY");
  }

  @Test
  void anAnswerOfADecidingOfficeIsADecision() {
    underReview().when(LEA_OF_LEGAL, see(FIRST)).isRefused("SEEN_IS_NO_ANSWER");
  }

  @Test
  void anAnswerOfAConsultedOfficeMayClear() {
    underReview().when(TOM_OF_TRADE, clear(FIRST)).thenSome(OfficeAnswered.class);
  }

  @Test
  void anAnswerOfAConsultedOfficeMayReturn() {
    underReview().when(TOM_OF_TRADE, object(FIRST, "No.")).thenSome(NoteReturned.class);
  }

  @Test
  void anAnswerThatReturnsTheNoteCarriesItsReason() {
    NoteReturned back =
        underReview()
            .when(LEA_OF_LEGAL, object(FIRST, " It opens on Tuesday. "))
            .thenSome(NoteReturned.class);
    assertThat(back.answer().reason()).isEqualTo("It opens on Tuesday.");
    assertThat(back.answer().answer()).isEqualTo(Answer.NOT_CLEARED);
  }

  @Test
  void anAnswerThatReturnsTheNoteIsRefusedWithoutAReason() {
    underReview().when(LEA_OF_LEGAL, object(FIRST, "")).isRefused("REASON_MISSING");
  }

  @Test
  void anAnswerThatReturnsTheNoteIsRefusedWithAReasonThatSaysNothing() {
    underReview()
        .when(LEA_OF_LEGAL, object(FIRST, "\u00a0\u200b -- . "))
        .isRefused("REASON_MISSING");
  }

  @Test
  void anAnswerHasAReasonThatFitsIntoTheApprovalWithAllTheOthers() {
    underReview().when(LEA_OF_LEGAL, object(FIRST, "x".repeat(1_001))).isRefused("REASON_TOO_LONG");
    NoteReturned back =
        underReview()
            .when(LEA_OF_LEGAL, object(FIRST, " " + "\ud840\udc00".repeat(1_000) + " "))
            .thenSome(NoteReturned.class);
    assertThat(back.answer().reason()).hasSize(2_000);
  }

  @Test
  void anAnswerThatClearsOrWasSeenHasNoLongerReasonEither() {
    String tooLong = "x".repeat(1_001);
    underReview()
        .when(LEA_OF_LEGAL, new AnswerForOffice(FIRST.digest(), Answer.CLEARED, tooLong))
        .isRefused("REASON_TOO_LONG");
    underReview()
        .when(LIV_OF_LIBRARY, new AnswerForOffice(FIRST.digest(), Answer.SEEN, tooLong))
        .isRefused("REASON_TOO_LONG");
  }

  @Test
  void anAnswerGivenTwiceIsOne() {
    underReview()
        .by(LEA_OF_LEGAL, cleared(LEA_OF_LEGAL, FIRST))
        .when(LUC_OF_LEGAL, clear(FIRST))
        .isNothingToDo();
  }

  @Test
  void anAnswerCanStillBecomeAnObjectionUntilTheNoteIsApproved() {
    underReview()
        .by(LEA_OF_LEGAL, cleared(LEA_OF_LEGAL, FIRST))
        .when(LUC_OF_LEGAL, object(FIRST, "We overlooked the second sentence."))
        .thenSome(NoteReturned.class);
  }

  @Test
  void anAnswerThatReturnedTheNoteIsNotTurnedIntoAClearanceBeforeTheNoteComesAgain() {
    underReview()
        .by(LEA_OF_LEGAL, returned(LEA_OF_LEGAL, FIRST))
        .when(LUC_OF_LEGAL, clear(FIRST))
        .isRefused("ALREADY_ANSWERED");
  }

  @Test
  void anAnswerToAReturnedTextIsKept() {
    underReview()
        .by(LEA_OF_LEGAL, returned(LEA_OF_LEGAL, FIRST))
        .when(SAM_OF_SECURITY, clear(FIRST))
        .thenSome(OfficeAnswered.class);
  }

  @Test
  void anAnswerOfAConsultedOfficeIsTakenAfterTheApprovalToo() {
    approvedNote().when(TOM_OF_TRADE, clear(FIRST)).thenSome(OfficeAnswered.class);
  }

  @Test
  void anAnswerThatObjectsAfterTheApprovalIsToldHowToStopTheNote() {
    DeciderScenario.Outcome<ClearanceEvent> outcome =
        approvedNote().when(TOM_OF_TRADE, object(FIRST, "No."));
    outcome.isRefused("ALREADY_CLEARED");
    assertThat(reasonOf(outcome)).contains("recall");
  }

  @Test
  void anAnswerIsNotAskedForBeforeTheNoteIsSubmitted() {
    note().when(LEA_OF_LEGAL, clear(FIRST)).isRefused("NOTHING_TO_CLEAR");
  }

  @Test
  void anAnswerIsNotAskedForAfterTheNoteWasTakenBack() {
    underReview()
        .by(POLICY, suspended(FIRST))
        .when(LEA_OF_LEGAL, clear(FIRST))
        .isRefused("NOTE_RECALLED");
  }

  @Test
  void anAnswerOfSomebodyWhoContributedSinceIsGivenAgainByAColleague() {
    underReview()
        .by(LEA_OF_LEGAL, cleared(LEA_OF_LEGAL, FIRST))
        .by(POLICY, requested(text(3, "The bridge opens on Monday.", ANA, Office.LEA)))
        .when(LUC_OF_LEGAL, clear(FIRST))
        .thenSome(OfficeAnswered.class);
  }
}
