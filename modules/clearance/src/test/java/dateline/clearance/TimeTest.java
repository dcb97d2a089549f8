package dateline.clearance;

import static dateline.clearance.Office.ANA_DRAFTS;
import static dateline.clearance.Office.CLOCK;
import static dateline.clearance.Office.FIRST;
import static dateline.clearance.Office.LEA_OF_LEGAL;
import static dateline.clearance.Office.LEGAL;
import static dateline.clearance.Office.LIBRARY;
import static dateline.clearance.Office.MIA_OF_PRESS;
import static dateline.clearance.Office.POLICY;
import static dateline.clearance.Office.PRESS;
import static dateline.clearance.Office.SAM_OF_SECURITY;
import static dateline.clearance.Office.SECOND;
import static dateline.clearance.Office.SECURITY;
import static dateline.clearance.Office.TRADE;
import static dateline.clearance.Office.VERA_APPROVES;
import static dateline.clearance.Office.text;
import static dateline.clearance.Scenes.approve;
import static dateline.clearance.Scenes.clear;
import static dateline.clearance.Scenes.note;
import static dateline.clearance.Scenes.object;
import static dateline.clearance.Scenes.reasonOf;
import static dateline.clearance.Scenes.recall;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.ClearanceCommand.NoteTheTime;
import dateline.clearance.ClearanceCommand.ProceedWithout;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.OfficePassedOver;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesAsked;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesReminded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesSilent;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.testkit.DeciderScenario;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The specification of deadlines: reminders, silence, and going on without an office. */
class TimeTest {

  /** A Monday at nine. */
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));
  private static final Instant ONE = NINE.plus(Duration.ofHours(4));

  private static final Optional<Term> FOUR_HOURS =
      Optional.of(new Term(OfficeHours.usual(ZoneOffset.UTC), Duration.ofHours(4)));

  private static final ClearanceList LIST =
      new ClearanceList(
          7,
          PRESS,
          1,
          List.of(
              new ClearanceLine(LEGAL, Power.CLEAR, true, "law", 1, Interest.WHOLE, FOUR_HOURS),
              new ClearanceLine(
                  SECURITY, Power.CLEAR, false, "cables", 1, Interest.WHOLE, FOUR_HOURS),
              new ClearanceLine(
                  TRADE, Power.CONSULT, false, "tariffs", 1, Interest.WHOLE, FOUR_HOURS),
              new ClearanceLine(
                  LIBRARY, Power.INFORM, false, "all", 1, Interest.WHOLE, Optional.empty())));

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> asked() {
    return note().at(NINE).after(POLICY, new RequestClearance(FIRST, LIST));
  }

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> silent() {
    return asked().at(ONE).after(CLOCK, new NoteTheTime(ONE));
  }

  private static ClearanceCommand without(OfficeId office) {
    return new ProceedWithout(FIRST.digest(), office, "The minister speaks at two.");
  }

  @Test
  void whoIsAskedIsToldUntilWhen() {
    OfficesAsked turn =
        note()
            .at(NINE)
            .when(POLICY, new RequestClearance(FIRST, LIST))
            .thenSome(OfficesAsked.class);
    assertThat(turn.asked())
        .containsExactly(
            new Asked(LEGAL, Optional.of(ELEVEN), Optional.of(ONE)),
            new Asked(SECURITY, Optional.of(ELEVEN), Optional.of(ONE)),
            new Asked(TRADE, Optional.of(ELEVEN), Optional.of(ONE)),
            new Asked(LIBRARY, Optional.empty(), Optional.empty()));
  }

  @Test
  void withHalfOfItsTimeGoneAnOfficeThatHasNotAnsweredIsReminded() {
    asked()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .at(ELEVEN)
        .when(CLOCK, new NoteTheTime(ELEVEN))
        .then(new OfficesReminded(List.of(SECURITY, TRADE)));
  }

  @Test
  void anOfficeIsRemindedOnce() {
    asked()
        .at(ELEVEN)
        .after(CLOCK, new NoteTheTime(ELEVEN))
        .when(CLOCK, new NoteTheTime(ELEVEN))
        .isNothingToDo();
  }

  @Test
  void nobodyIsRemindedBeforeItsTime() {
    asked().at(ELEVEN.minusMillis(1)).when(CLOCK, new NoteTheTime(ELEVEN)).isNothingToDo();
  }

  @Test
  void silenceIsRecorded() {
    asked()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .at(ONE)
        .when(CLOCK, new NoteTheTime(ONE))
        .then(new OfficesSilent(List.of(SECURITY, TRADE)));
  }

  @Test
  void silenceIsRecordedOnceAndEndsTheReminding() {
    silent().when(CLOCK, new NoteTheTime(ONE)).isNothingToDo();
  }

  @Test
  void silenceIsNoConsent() {
    silent().when(VERA_APPROVES, approve(FIRST)).isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void aSilentOfficeMayStillAnswer() {
    silent().when(SAM_OF_SECURITY, clear(FIRST)).thenSome(OfficeAnswered.class);
  }

  @Test
  void theTimeIsTheClocksBusiness() {
    asked().when(VERA_APPROVES, new NoteTheTime(ONE)).isRefused("WRONG_ROLE");
  }

  @Test
  void theTimeOfANoteThatIsNotWithTheOfficesIsNothingToDo() {
    note().when(CLOCK, new NoteTheTime(ONE)).isNothingToDo();
    asked()
        .after(LEA_OF_LEGAL, object(FIRST, "The day is wrong."))
        .at(ONE)
        .when(CLOCK, new NoteTheTime(ONE))
        .isNothingToDo();
    asked().after(POLICY, recall(FIRST)).at(ONE).when(CLOCK, new NoteTheTime(ONE)).isNothingToDo();
    asked()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(VERA_APPROVES, approve(FIRST))
        .at(ONE)
        .when(CLOCK, new NoteTheTime(ONE))
        .isNothingToDo();
  }

  @Test
  void anotherTextGivesTheOfficesTheirTimeAnew() {
    silent()
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .when(MIA_OF_PRESS, new ProceedWithout(SECOND.digest(), SECURITY, "It must go."))
        .isRefused("NOT_SILENT");
  }

  @Test
  void thePersonOfTheActionOfficeGoesOnWithoutASilentOffice() {
    silent()
        .when(MIA_OF_PRESS, without(SECURITY))
        .then(
            new OfficePassedOver(
                new PassedOver(
                    SECURITY,
                    MIA_OF_PRESS.person(),
                    ONE.plusSeconds(1),
                    "The minister speaks at two.")));
  }

  @Test
  void anApprovalNamesWhoWentOnWithoutWhomAndWhy() {
    NoteCleared cleared =
        silent()
            .after(MIA_OF_PRESS, without(SECURITY))
            .after(LEA_OF_LEGAL, clear(FIRST))
            .when(VERA_APPROVES, approve(FIRST))
            .thenSome(NoteCleared.class);
    assertThat(cleared.passedOver())
        .containsExactly(
            new PassedOver(
                SECURITY,
                MIA_OF_PRESS.person(),
                ONE.plusSeconds(1),
                "The minister speaks at two."));
    assertThat(cleared.answers()).extracting(OfficeAnswer::office).containsExactly(LEGAL);
  }

  @Test
  void whoAnswersAfterAllIsNotPassedOver() {
    NoteCleared cleared =
        silent()
            .after(MIA_OF_PRESS, without(SECURITY))
            .after(SAM_OF_SECURITY, clear(FIRST))
            .after(LEA_OF_LEGAL, clear(FIRST))
            .when(VERA_APPROVES, approve(FIRST))
            .thenSome(NoteCleared.class);
    assertThat(cleared.passedOver()).isEmpty();
    assertThat(cleared.answers()).hasSize(2);
  }

  @Test
  void anObjectionAfterAllReturnsTheNote() {
    silent()
        .after(MIA_OF_PRESS, without(SECURITY))
        .after(SAM_OF_SECURITY, object(FIRST, "A cable is in it."))
        .after(POLICY, new RequestClearance(FIRST, LIST))
        .after(LEA_OF_LEGAL, clear(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void nobodyGoesOnBeforeTheTimeIsUpAndIsToldWhenItIs() {
    DeciderScenario.Outcome<ClearanceEvent> outcome = asked().when(MIA_OF_PRESS, without(SECURITY));
    outcome.isRefused("NOT_SILENT");
    assertThat(reasonOf(outcome)).contains("2026-03-02T13:00:00Z");
    asked().when(VERA_APPROVES, without(SECURITY)).isRefused("NOT_SILENT");
  }

  @Test
  void nobodyGoesOnWithoutAReason() {
    silent()
        .when(MIA_OF_PRESS, new ProceedWithout(FIRST.digest(), SECURITY, "…"))
        .isRefused("REASON_MISSING");
    silent()
        .when(MIA_OF_PRESS, new ProceedWithout(FIRST.digest(), SECURITY, "x".repeat(1_001)))
        .isRefused("REASON_TOO_LONG");
  }

  @Test
  void whoWroteTheTextGoesOnWithoutNobody() {
    silent().when(ANA_DRAFTS, without(SECURITY)).isRefused("OWN_TEXT");
    silent()
        .when(new Actor(Office.ANA, PRESS, Role.APPROVER), without(SECURITY))
        .isRefused("OWN_TEXT");
  }

  @Test
  void anotherOfficeGoesOnWithoutNobody() {
    silent()
        .when(new Actor(Office.BEN, TRADE, Role.PRESS_OFFICER), without(SECURITY))
        .isRefused("NOT_YOUR_LIST");
    silent()
        .when(new Actor(Office.BEN, TRADE, Role.REVIEWER), without(SECURITY))
        .isRefused("WRONG_ROLE");
  }

  @Test
  void onlyTheFinalApproverGoesOnWithoutAMandatoryOffice() {
    silent().when(MIA_OF_PRESS, without(LEGAL)).isRefused("MANDATORY_LINE");
    silent().when(VERA_APPROVES, without(LEGAL)).thenSome(OfficePassedOver.class);
  }

  @Test
  void theFinalApproverMayBeOfAnyOffice() {
    silent()
        .when(new Actor(new PersonId("zoe"), TRADE, Role.APPROVER), without(SECURITY))
        .thenSome(OfficePassedOver.class);
  }

  @Test
  void onlyTheFinalApproverGoesOnOverAnObjection() {
    DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> objected =
        asked()
            .after(SAM_OF_SECURITY, object(FIRST, "A cable is in it."))
            .after(POLICY, new RequestClearance(FIRST, LIST))
            .at(ONE.plus(Duration.ofDays(1)))
            .after(CLOCK, new NoteTheTime(ONE));
    objected.when(MIA_OF_PRESS, without(SECURITY)).isRefused("OBJECTED");
    objected.when(VERA_APPROVES, without(SECURITY)).thenSome(OfficePassedOver.class);
  }

  @Test
  void theFinalApproverNeedNotWaitForTheSilenceOfWhoObjectedToThisVeryText() {
    asked()
        .after(SAM_OF_SECURITY, object(FIRST, "A cable is in it."))
        .after(POLICY, new RequestClearance(FIRST, LIST))
        .when(VERA_APPROVES, without(SECURITY))
        .thenSome(OfficePassedOver.class);
  }

  @Test
  void anObjectionToAnotherTextIsNoneToThis() {
    asked()
        .after(SAM_OF_SECURITY, object(FIRST, "A cable is in it."))
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .when(VERA_APPROVES, new ProceedWithout(SECOND.digest(), SECURITY, "It must go."))
        .isRefused("NOT_SILENT");
  }

  @Test
  void anObjectionThatWasTakenBackIsNone() {
    asked()
        .after(SAM_OF_SECURITY, object(FIRST, "A cable is in it."))
        .after(POLICY, new RequestClearance(FIRST, LIST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .when(VERA_APPROVES, without(SECURITY))
        .isNothingToDo();
  }

  @Test
  void theTextThatWasReadIsNamed() {
    silent()
        .when(MIA_OF_PRESS, new ProceedWithout(SECOND.digest(), SECURITY, "It must go."))
        .isRefused("STALE_TEXT");
  }

  @Test
  void nobodyWaitsForWhoNeedNotClearHasClearedOrIsNotThere() {
    silent().when(MIA_OF_PRESS, without(TRADE)).isNothingToDo();
    silent()
        .after(SAM_OF_SECURITY, clear(FIRST))
        .when(MIA_OF_PRESS, without(SECURITY))
        .isNothingToDo();
    silent()
        .after(MIA_OF_PRESS, without(SECURITY))
        .when(MIA_OF_PRESS, without(SECURITY))
        .isNothingToDo();
    silent().when(MIA_OF_PRESS, without(new OfficeId("health"))).isRefused("NOT_ON_LIST");
  }

  @Test
  void aSilenceDoesNotOutliveAnAnswerThatCountsNoLonger() {
    silent()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(
            POLICY,
            new RequestClearance(
                text(1, "The bridge opens on Monday.", Office.ANA, Office.LEA), LIST))
        .when(VERA_APPROVES, without(LEGAL))
        .isRefused("NOT_SILENT");
  }

  @Test
  void aNoteThatIsNotUnderReviewIsGoneOnWithByNobody() {
    note().when(VERA_APPROVES, without(SECURITY)).isRefused("NOTHING_TO_CLEAR");
    silent()
        .after(LEA_OF_LEGAL, object(FIRST, "The day is wrong."))
        .when(VERA_APPROVES, without(SECURITY))
        .isRefused("NOTE_RETURNED");
    silent()
        .after(POLICY, recall(FIRST))
        .when(VERA_APPROVES, without(SECURITY))
        .isRefused("NOTE_RECALLED");
    silent()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(VERA_APPROVES, approve(FIRST))
        .when(VERA_APPROVES, without(SECURITY))
        .isRefused("ALREADY_CLEARED");
  }
}
