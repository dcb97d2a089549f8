package dateline.clearance;

import static dateline.clearance.Office.ANA_DRAFTS;
import static dateline.clearance.Office.FIRST;
import static dateline.clearance.Office.LEA_OF_LEGAL;
import static dateline.clearance.Office.LEGAL;
import static dateline.clearance.Office.LIBRARY;
import static dateline.clearance.Office.LIV_OF_LIBRARY;
import static dateline.clearance.Office.MAY_TRADE;
import static dateline.clearance.Office.MIA_OF_PRESS;
import static dateline.clearance.Office.MUST_LEGAL;
import static dateline.clearance.Office.MUST_SECURITY;
import static dateline.clearance.Office.POLICY;
import static dateline.clearance.Office.PRESS;
import static dateline.clearance.Office.SAM_OF_SECURITY;
import static dateline.clearance.Office.SECOND;
import static dateline.clearance.Office.SECURITY;
import static dateline.clearance.Office.TELL_LIBRARY;
import static dateline.clearance.Office.TOM_OF_TRADE;
import static dateline.clearance.Office.TRADE;
import static dateline.clearance.Office.VERA_APPROVES;
import static dateline.clearance.Office.asked;
import static dateline.clearance.Office.cleared;
import static dateline.clearance.Scenes.approve;
import static dateline.clearance.Scenes.clear;
import static dateline.clearance.Scenes.note;
import static dateline.clearance.Scenes.object;
import static dateline.clearance.Scenes.reasonOf;
import static dateline.clearance.Scenes.see;
import static dateline.clearance.Scenes.underReview;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.ClearanceCommand.Listing;
import dateline.clearance.ClearanceCommand.Listing.AddOffice;
import dateline.clearance.ClearanceCommand.Listing.ProposeOffice;
import dateline.clearance.ClearanceCommand.Listing.RemoveOffice;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAdded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeProposed;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeRemoved;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import dateline.testkit.DeciderScenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The specification of stages, and of whose list it is. */
class StagesAndListsTest {

  private static final OfficeId HEALTH = new OfficeId("health");
  private static final ClearanceLine MUST_HEALTH =
      new ClearanceLine(HEALTH, Power.CLEAR, false, "it names a vaccine");

  /** Legal first, then security and trade; the library is told at once. */
  private static final ClearanceList STAGED =
      new ClearanceList(
          7,
          PRESS,
          1,
          List.of(MUST_LEGAL, inStage(2, MUST_SECURITY), inStage(2, MAY_TRADE), TELL_LIBRARY));

  private static ClearanceLine inStage(int stage, ClearanceLine line) {
    return new ClearanceLine(
        line.office(),
        line.power(),
        line.mandatory(),
        line.because(),
        stage,
        line.interest(),
        line.term());
  }

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> staged() {
    return note().after(POLICY, new RequestClearance(FIRST, STAGED));
  }

  /** All of one stage. */
  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> owned() {
    return note()
        .after(
            POLICY,
            new RequestClearance(
                FIRST,
                new ClearanceList(
                    7, PRESS, 1, List.of(MUST_LEGAL, MUST_SECURITY, MAY_TRADE, TELL_LIBRARY))));
  }

  @Test
  void onlyTheFirstStageIsAskedAtFirst() {
    note()
        .when(POLICY, new RequestClearance(FIRST, STAGED))
        .then(new ClearanceRequested(FIRST, STAGED), asked(LEGAL, LIBRARY));
  }

  @Test
  void theNextStageIsAskedWhenTheFormerHasCleared() {
    staged()
        .when(LEA_OF_LEGAL, clear(FIRST))
        .then(
            new OfficeAnswered(
                new OfficeAnswer(
                    LEGAL,
                    Answer.CLEARED,
                    Office.LEA,
                    FIRST.digest(),
                    java.time.Instant.parse("2026-03-02T12:00:01Z"),
                    "")),
            asked(SECURITY, TRADE));
  }

  @Test
  void anOfficeOfALaterStageWaitsForTheFormerAndIsToldForWhom() {
    DeciderScenario.Outcome<ClearanceEvent> outcome = staged().when(SAM_OF_SECURITY, clear(FIRST));
    outcome.isRefused("NOT_YET_ASKED");
    assertThat(reasonOf(outcome)).contains("legal").doesNotContain("trade");
  }

  @Test
  void aConsultedOfficeOfALaterStageWaitsToo() {
    staged().when(TOM_OF_TRADE, clear(FIRST)).isRefused("NOT_YET_ASKED");
  }

  @Test
  void anInformedOfficeSeesTheTextInAnyStage() {
    staged().when(LIV_OF_LIBRARY, see(FIRST)).thenSome(OfficeAnswered.class);
  }

  @Test
  void anOfficeOfALaterStageAnswersOnceItWasAskedThoughTheFormerStageOpensAgain() {
    staged()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(LEA_OF_LEGAL, new ClearanceCommand.Answering.Recuse("My brother built it."))
        .when(SAM_OF_SECURITY, clear(FIRST))
        .thenSome(OfficeAnswered.class);
  }

  @Test
  void aReturnInTheFirstStageAsksNobodyElse() {
    staged().when(LEA_OF_LEGAL, object(FIRST, "The day is wrong.")).thenSome(NoteReturned.class);
  }

  @Test
  void theActionOfficeHasOneMoreOfficeAsked() {
    owned()
        .when(ANA_DRAFTS, new AddOffice(MUST_HEALTH))
        .then(new OfficeAdded(MUST_HEALTH), asked(HEALTH));
  }

  @Test
  void anAddedOfficeMustClearToo() {
    owned()
        .after(ANA_DRAFTS, new AddOffice(MUST_HEALTH))
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void anAddedOfficeStaysOnTheListOfALaterText() {
    ClearanceRequested again =
        owned()
            .after(ANA_DRAFTS, new AddOffice(MUST_HEALTH))
            .when(POLICY, new RequestClearance(SECOND, STAGED))
            .thenSome(ClearanceRequested.class);
    assertThat(again.list().lines()).contains(MUST_HEALTH);
  }

  @Test
  void aConsultedOfficeIsMadeToClear() {
    ClearanceLine must = new ClearanceLine(TRADE, Power.CLEAR, false, "it sets a tariff");
    owned()
        .after(ANA_DRAFTS, new AddOffice(must))
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void anOfficeThatIsOnTheListIsNotAddedAgain() {
    owned().when(ANA_DRAFTS, new AddOffice(MUST_SECURITY)).isNothingToDo();
  }

  @Test
  void addingNeverWeakensALine() {
    owned()
        .when(ANA_DRAFTS, new AddOffice(new ClearanceLine(LEGAL, Power.INFORM, false, "enough")))
        .isNothingToDo();
  }

  @Test
  void nobodyIsAddedWithoutAReason() {
    owned()
        .when(ANA_DRAFTS, new AddOffice(new ClearanceLine(HEALTH, Power.CLEAR, false, " – ")))
        .isRefused("REASON_MISSING");
  }

  @Test
  void theActionOfficeTakesAnOfficeOffTheList() {
    owned()
        .when(ANA_DRAFTS, new RemoveOffice(SECURITY, " No cables in it. "))
        .then(new OfficeRemoved(SECURITY, "No cables in it."));
  }

  @Test
  void anOfficeTakenOffTheListHoldsNothingUpAndIsNotAskedOfALaterText() {
    DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> without =
        owned().after(ANA_DRAFTS, new RemoveOffice(SECURITY, "No cables in it."));
    without.after(LEA_OF_LEGAL, clear(FIRST));
    without.when(VERA_APPROVES, approve(FIRST)).thenSome(NoteCleared.class);
    assertThat(
            without
                .when(POLICY, new RequestClearance(SECOND, STAGED))
                .thenSome(ClearanceRequested.class)
                .list()
                .lineOf(SECURITY))
        .isEmpty();
  }

  @Test
  void anOfficeTakenOffTheListComesBackWhenARuleMakesItMandatory() {
    ClearanceList strict =
        new ClearanceList(
            8,
            PRESS,
            1,
            List.of(MUST_LEGAL, new ClearanceLine(SECURITY, Power.CLEAR, true, "it is law now")));
    assertThat(
            owned()
                .after(ANA_DRAFTS, new RemoveOffice(SECURITY, "No cables in it."))
                .when(POLICY, new RequestClearance(SECOND, strict))
                .thenSome(ClearanceRequested.class)
                .list()
                .lineOf(SECURITY))
        .isPresent();
  }

  @Test
  void anOfficeTakenOffTheListCanBeAddedAgain() {
    owned()
        .after(ANA_DRAFTS, new RemoveOffice(SECURITY, "No cables in it."))
        .when(ANA_DRAFTS, new AddOffice(MUST_SECURITY))
        .then(new OfficeAdded(MUST_SECURITY), asked(SECURITY));
  }

  @Test
  void aMandatoryOfficeStaysOnTheList() {
    owned().when(ANA_DRAFTS, new RemoveOffice(LEGAL, "They are slow.")).isRefused("MANDATORY_LINE");
  }

  @Test
  void theLastOfficeThatMustClearStaysOnTheList() {
    note()
        .after(
            POLICY,
            new RequestClearance(
                FIRST, new ClearanceList(7, PRESS, 1, List.of(MUST_SECURITY, MAY_TRADE))))
        .when(ANA_DRAFTS, new RemoveOffice(SECURITY, "No cables in it."))
        .isRefused("LAST_OFFICE");
  }

  @Test
  void nobodyIsTakenOffTheListWithoutAReason() {
    owned().when(ANA_DRAFTS, new RemoveOffice(SECURITY, "")).isRefused("REASON_MISSING");
  }

  @Test
  void whoIsNotOnTheListCannotBeTakenOffIt() {
    owned().when(ANA_DRAFTS, new RemoveOffice(HEALTH, "Not theirs.")).isNothingToDo();
  }

  @Test
  void aClearingOfficeProposesAndChangesNothing() {
    Listing proposal = new ProposeOffice(HEALTH, Power.CLEAR, "It names a vaccine.");
    owned()
        .when(LEA_OF_LEGAL, proposal)
        .then(new OfficeProposed(HEALTH, Power.CLEAR, "It names a vaccine."));
    owned()
        .after(LEA_OF_LEGAL, proposal)
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .thenSome(NoteCleared.class);
  }

  @Test
  void aProposalNeedsAReasonAndAPlaceOnTheList() {
    owned()
        .when(LEA_OF_LEGAL, new ProposeOffice(HEALTH, Power.CLEAR, ""))
        .isRefused("REASON_MISSING");
    owned()
        .when(
            new Actor(Office.BEN, HEALTH, Role.REVIEWER),
            new ProposeOffice(HEALTH, Power.CLEAR, "We should be asked."))
        .isRefused("NOT_ON_LIST");
  }

  @Test
  void aProposalOfAnOfficeThatIsThereWithThatPowerHasNothingToDo() {
    owned()
        .when(LEA_OF_LEGAL, new ProposeOffice(SECURITY, Power.CONSULT, "Cables."))
        .isNothingToDo();
    owned()
        .when(LEA_OF_LEGAL, new ProposeOffice(TRADE, Power.CLEAR, "Tariffs."))
        .thenSome(OfficeProposed.class);
  }

  @Test
  void aClearingOfficeChangesNoList() {
    owned()
        .when(new Actor(Office.BEN, LEGAL, Role.PRESS_OFFICER), new RemoveOffice(SECURITY, "Slow."))
        .isRefused("NOT_YOUR_LIST");
    owned().when(LEA_OF_LEGAL, new RemoveOffice(SECURITY, "Slow.")).isRefused("WRONG_ROLE");
    owned()
        .when(new Actor(Office.BEN, LEGAL, Role.PRESS_OFFICER), new AddOffice(MUST_HEALTH))
        .isRefused("NOT_YOUR_LIST");
  }

  @Test
  void aListOfATimeBeforeListsHadOwnersIsChangedByNobody() {
    underReview()
        .when(MIA_OF_PRESS, new RemoveOffice(SECURITY, "No cables in it."))
        .isRefused("NOT_YOUR_LIST");
  }

  @Test
  void aListIsMendedWhileTheNoteIsWithItsDrafter() {
    owned()
        .after(LEA_OF_LEGAL, object(FIRST, "The day is wrong."))
        .when(ANA_DRAFTS, new AddOffice(MUST_HEALTH))
        .then(new OfficeAdded(MUST_HEALTH));
  }

  @Test
  void aListIsNotChangedAfterTheApproval() {
    owned()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(VERA_APPROVES, approve(FIRST))
        .when(ANA_DRAFTS, new AddOffice(MUST_HEALTH))
        .isRefused("ALREADY_CLEARED");
  }

  @Test
  void aListOfANoteThatWasNeverSubmittedOrTakenBackIsNotChanged() {
    note().when(ANA_DRAFTS, new AddOffice(MUST_HEALTH)).isRefused("NOTHING_TO_CLEAR");
    owned()
        .by(POLICY, Office.suspended(FIRST))
        .when(ANA_DRAFTS, new AddOffice(MUST_HEALTH))
        .isRefused("NOTE_RECALLED");
  }

  @Test
  void twoLinesOfOneOfficeBecomeItsStrongest() {
    Term day = new Term(OfficeHours.usual(java.time.ZoneOffset.UTC), java.time.Duration.ofHours(8));
    Term hour =
        new Term(OfficeHours.usual(java.time.ZoneOffset.UTC), java.time.Duration.ofHours(1));
    Interest one = new Interest(List.of(FIRST.digest()));
    Interest other = new Interest(List.of(SECOND.digest(), FIRST.digest()));
    ClearanceLine both =
        new ClearanceLine(LEGAL, Power.INFORM, false, "a", 2, one, Optional.of(day))
            .and(new ClearanceLine(LEGAL, Power.CLEAR, true, "b", 1, other, Optional.of(hour)));
    assertThat(both)
        .isEqualTo(
            new ClearanceLine(
                LEGAL,
                Power.CLEAR,
                true,
                "a; b",
                1,
                new Interest(List.of(FIRST.digest(), SECOND.digest())),
                Optional.of(hour)));
    assertThat(both.and(new ClearanceLine(LEGAL, Power.INFORM, false, "a")).interest())
        .isEqualTo(Interest.WHOLE);
    assertThat(
            new ClearanceLine(LEGAL, Power.CLEAR, true, "a", 1, one, Optional.of(hour))
                .and(new ClearanceLine(LEGAL, Power.CLEAR, true, "", 1, one, Optional.of(day)))
                .term())
        .contains(hour);
    assertThat(new ClearanceLine(LEGAL, Power.CLEAR, true, "a").and(both).term()).contains(hour);
    assertThat(both.and(new ClearanceLine(LEGAL, Power.CLEAR, true, "a")).term()).contains(hour);
  }

  @Test
  void anAnswerOfAnOfficeThatWasTakenOffTheListCountsNoLonger() {
    NoteCleared cleared =
        owned()
            .by(SAM_OF_SECURITY, cleared(SAM_OF_SECURITY, FIRST))
            .after(ANA_DRAFTS, new RemoveOffice(SECURITY, "No cables in it."))
            .after(LEA_OF_LEGAL, clear(FIRST))
            .when(VERA_APPROVES, approve(FIRST))
            .thenSome(NoteCleared.class);
    assertThat(cleared.answers()).extracting(OfficeAnswer::office).containsExactly(LEGAL);
  }
}
