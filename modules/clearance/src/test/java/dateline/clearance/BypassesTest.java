package dateline.clearance;

import static dateline.clearance.Office.ANA;
import static dateline.clearance.Office.BEN;
import static dateline.clearance.Office.CLOCK;
import static dateline.clearance.Office.FIRST;
import static dateline.clearance.Office.GUS_GOVERNS;
import static dateline.clearance.Office.LEA;
import static dateline.clearance.Office.LEA_OF_LEGAL;
import static dateline.clearance.Office.LEGAL;
import static dateline.clearance.Office.LIST;
import static dateline.clearance.Office.LUC_OF_LEGAL;
import static dateline.clearance.Office.MIA_OF_PRESS;
import static dateline.clearance.Office.POLICY;
import static dateline.clearance.Office.PRESS;
import static dateline.clearance.Office.SAM_OF_SECURITY;
import static dateline.clearance.Office.SECOND;
import static dateline.clearance.Office.SECURITY;
import static dateline.clearance.Office.TOM_OF_TRADE;
import static dateline.clearance.Office.VERA_APPROVES;
import static dateline.clearance.Office.text;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.ApproveNote;
import dateline.clearance.ClearanceCommand.DeclareEmergency;
import dateline.clearance.ClearanceCommand.Listing.KeepAnswer;
import dateline.clearance.ClearanceCommand.Listing.RemoveOffice;
import dateline.clearance.ClearanceCommand.NoteTheTime;
import dateline.clearance.ClearanceCommand.ProceedWithout;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.OfficePassedOver;
import dateline.kernel.Actor;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.testkit.DeciderScenario;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The known ways past clearance in systems that do this job today, told in commands alone. The
 * number is the defect's in the list of bypasses; each is tried here and does not get through.
 */
class BypassesTest {

  private static final Actor ANA_OF_LEGAL = new Actor(ANA, LEGAL, Role.REVIEWER);
  private static final Actor ANA_APPROVES = new Actor(ANA, PRESS, Role.APPROVER);

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> submitted(
      SubmittedText text) {
    return DeciderScenario.given(new ClearanceDecider())
        .after(POLICY, new RequestClearance(text, LIST));
  }

  private static ClearanceCommand clear(SubmittedText text) {
    return new AnswerForOffice(text.digest(), Answer.CLEARED, "");
  }

  private static ClearanceCommand approve(SubmittedText text) {
    return new ApproveNote(text.digest());
  }

  /**
   * The request names who wrote, not who pressed the button, so a colleague's hand hides nobody.
   */
  @Test
  void bypass01AColleagueSubmitsForTheAuthorWhoThenClears() {
    submitted(text(1, "By Ana.", ANA))
        .when(ANA_OF_LEGAL, clear(text(1, "By Ana.")))
        .isRefused("OWN_TEXT");
  }

  @Test
  void bypass01AColleagueSubmitsForTheAuthorWhoThenApproves() {
    submitted(FIRST)
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .when(ANA_APPROVES, approve(FIRST))
        .isRefused("OWN_TEXT");
  }

  @Test
  void bypass02AnotherChangesOneCharacterAndTheAuthorClears() {
    SubmittedText touched = text(2, "The bridge opens on Monday!", BEN);
    submitted(FIRST)
        .after(POLICY, new RequestClearance(touched, LIST))
        .when(ANA_OF_LEGAL, clear(touched))
        .isRefused("OWN_TEXT");
  }

  @Test
  void bypass02WhoClearedAndThenTouchedTheTextNoLongerCounts() {
    submitted(FIRST)
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(POLICY, new RequestClearance(text(3, "The bridge opens on Monday.", ANA, LEA), LIST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void bypass03TheReviewerRewritesTheTextAndClearsTheirOwnWords() {
    SubmittedText rewritten = text(2, "What Lea would rather say.", ANA, LEA);
    submitted(FIRST)
        .after(POLICY, new RequestClearance(rewritten, LIST))
        .when(LEA_OF_LEGAL, clear(rewritten))
        .isRefused("OWN_TEXT");
  }

  @Test
  void bypass03EarlierClearancesStandAfterARewrite() {
    submitted(FIRST)
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .when(VERA_APPROVES, approve(SECOND))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void bypass04AStaleScreensClearanceCountsForTheNewText() {
    submitted(FIRST)
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .when(LEA_OF_LEGAL, clear(FIRST))
        .isRefused("STALE_TEXT");
  }

  @Test
  void bypass04AStaleScreensApprovalCountsForTheNewText() {
    submitted(FIRST)
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .after(LEA_OF_LEGAL, clear(SECOND))
        .after(SAM_OF_SECURITY, clear(SECOND))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("STALE_TEXT");
  }

  @Test
  void bypass05ASaveThatChangesNothingResetsAllClearances() {
    SubmittedText samePaperOtherSpaces =
        new SubmittedText(
            2,
            Office.note("The bridge", "The bridge \u00a0opens on  Monday. "),
            FIRST.digest(),
            FIRST.contributors());
    submitted(FIRST)
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(POLICY, new RequestClearance(samePaperOtherSpaces, LIST))
        .when(VERA_APPROVES, approve(FIRST))
        .thenSome(NoteCleared.class);
  }

  @Test
  void bypass06ANoteIsClearedWithoutLookingAtTheClearances() {
    submitted(FIRST).when(VERA_APPROVES, approve(FIRST)).isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void bypass07OneOfficeClearingThreeTimesMakesAQuorum() {
    submitted(FIRST)
        .after(LEA_OF_LEGAL, clear(FIRST))
        .when(LUC_OF_LEGAL, clear(FIRST))
        .isNothingToDo();
    submitted(FIRST)
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(TOM_OF_TRADE, clear(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void bypass08ALateClearanceIsLostBecauseAWindowClosed() {
    submitted(FIRST)
        .at(Instant.parse("2036-03-02T12:00:00Z"))
        .when(LEA_OF_LEGAL, clear(FIRST))
        .thenSome(OfficeAnswered.class);
  }

  /** Every way past an office, past what it said or past all of them is taken with a reason. */
  @Test
  void bypass09OneWayPastAnOfficeAsksForAReasonAndItsTwinDoesNot() {
    OfficeHours always =
        new OfficeHours(
            ZoneOffset.UTC, LocalTime.MIN, LocalTime.MAX, Set.of(DayOfWeek.values()), Set.of());
    ClearanceList list =
        new ClearanceList(
            7,
            PRESS,
            1,
            List.of(
                new ClearanceLine(LEGAL, Power.CLEAR, true, "law"),
                new ClearanceLine(
                    SECURITY,
                    Power.CLEAR,
                    false,
                    "cables",
                    1,
                    Interest.WHOLE,
                    Optional.of(new Term(always, Duration.ofHours(1))))));
    Instant late = Instant.parse("2026-03-03T12:00:00Z");
    var asked =
        DeciderScenario.given(new ClearanceDecider())
            .after(POLICY, new RequestClearance(FIRST, list));
    var changed =
        DeciderScenario.given(new ClearanceDecider())
            .after(POLICY, new RequestClearance(FIRST, list))
            .after(SAM_OF_SECURITY, clear(FIRST))
            .after(POLICY, new RequestClearance(SECOND, list));
    for (String nothing : List.of("", " – ")) {
      asked
          .when(GUS_GOVERNS, new DeclareEmergency(FIRST.digest(), nothing))
          .isRefused("REASON_MISSING");
      asked.when(MIA_OF_PRESS, new RemoveOffice(SECURITY, nothing)).isRefused("REASON_MISSING");
      changed
          .when(MIA_OF_PRESS, new KeepAnswer(SECOND.digest(), SECURITY, nothing))
          .isRefused("REASON_MISSING");
    }
    var silent = asked.at(late).after(CLOCK, new NoteTheTime(late));
    for (Actor actor : List.of(MIA_OF_PRESS, VERA_APPROVES)) {
      silent
          .when(actor, new ProceedWithout(FIRST.digest(), SECURITY, " "))
          .isRefused("REASON_MISSING");
      silent
          .when(actor, new ProceedWithout(FIRST.digest(), SECURITY, "It must go."))
          .thenSome(OfficePassedOver.class);
    }
  }

  @Test
  void bypass10ARejectionCommitsFirstAndAsksForAReasonAfterwards() {
    submitted(FIRST)
        .when(LEA_OF_LEGAL, new AnswerForOffice(FIRST.digest(), Answer.NOT_CLEARED, " "))
        .isRefused("REASON_MISSING");
    NoteReturned returned =
        submitted(FIRST)
            .when(
                LEA_OF_LEGAL,
                new AnswerForOffice(FIRST.digest(), Answer.NOT_CLEARED, "It is Tuesday."))
            .thenSome(NoteReturned.class);
    assertThat(returned.answer().reason()).isEqualTo("It is Tuesday.");
  }

  @Test
  void bypass11ThePageIsGuardedAndItsTwinIsOnlyHidden() {
    submitted(FIRST).when(new Actor(LEA, LEGAL, Role.PUBLIC), clear(FIRST)).isRefused("WRONG_ROLE");
    submitted(FIRST)
        .when(new Actor(new PersonId("mia"), PRESS, Role.REVIEWER), approve(FIRST))
        .isRefused("WRONG_ROLE");
  }

  @Test
  void bypass12ANoteWithoutAWorkflowIsPassed() {
    DeciderScenario.given(new ClearanceDecider())
        .when(POLICY, new RequestClearance(FIRST, new ClearanceList(7, List.of())))
        .thenSome(NoteReturned.class);
    DeciderScenario.given(new ClearanceDecider())
        .after(POLICY, new RequestClearance(FIRST, new ClearanceList(7, List.of())))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOTHING_TO_CLEAR");
  }

  @Test
  void bypass13WhatIsClearedIsTheLatestTextAndNotTheApprovedOne() {
    NoteCleared cleared =
        submitted(FIRST)
            .after(LEA_OF_LEGAL, clear(FIRST))
            .after(SAM_OF_SECURITY, clear(FIRST))
            .when(VERA_APPROVES, approve(FIRST))
            .thenSome(NoteCleared.class);
    assertThat(cleared.text().note()).isEqualTo(FIRST.note());
    assertThat(cleared.answers()).allMatch(answer -> answer.digest().equals(FIRST.digest()));
  }
}
