package dateline.clearance;

import static dateline.clearance.Office.ANA;
import static dateline.clearance.Office.CLOCK;
import static dateline.clearance.Office.FIRST;
import static dateline.clearance.Office.GUS_GOVERNS;
import static dateline.clearance.Office.LEA_OF_LEGAL;
import static dateline.clearance.Office.LEGAL;
import static dateline.clearance.Office.MUST_LEGAL;
import static dateline.clearance.Office.POLICY;
import static dateline.clearance.Office.PRESS;
import static dateline.clearance.Office.SAM;
import static dateline.clearance.Office.SAM_OF_SECURITY;
import static dateline.clearance.Office.SECOND;
import static dateline.clearance.Office.SECURITY;
import static dateline.clearance.Office.VERA;
import static dateline.clearance.Office.VERA_APPROVES;
import static dateline.clearance.Office.asked;
import static dateline.clearance.Scenes.approve;
import static dateline.clearance.Scenes.clear;
import static dateline.clearance.Scenes.note;
import static dateline.clearance.Scenes.object;
import static dateline.clearance.Scenes.reasonOf;
import static dateline.clearance.Scenes.recall;
import static dateline.clearance.Scenes.request;
import static dateline.clearance.Scenes.underReview;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.ClearanceCommand.Answering.Recuse;
import dateline.clearance.ClearanceCommand.DeclareEmergency;
import dateline.clearance.ClearanceCommand.InEmergency.ApproveInEmergency;
import dateline.clearance.ClearanceCommand.InEmergency.RefuseEmergency;
import dateline.clearance.ClearanceCommand.NoteTheTime;
import dateline.clearance.ClearanceCommand.Owing;
import dateline.clearance.ClearanceCommand.Owing.OpenEmergency;
import dateline.clearance.ClearanceCommand.Owing.SettleEmergency;
import dateline.clearance.ClearanceCommand.ProceedWithout;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceEvent.ClearanceSuspended;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.Owed.EmergencyDenied;
import dateline.clearance.ClearanceEvent.Owed.EmergencyOpened;
import dateline.clearance.ClearanceEvent.Owed.EmergencySettled;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyDeclared;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyLapsed;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyOverdue;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyRefused;
import dateline.clearance.ClearanceEvent.Reviewing.NoteClearedAfterTheFact;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.kernel.Actor;
import dateline.kernel.Role;
import dateline.testkit.DeciderScenario;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The specification of emergencies, and of what an office owes for them. */
class EmergencyTest {

  private static final Instant DUE = Instant.parse("2026-03-04T12:00:00Z");
  private static final Emergency FLOOD =
      new Emergency(PRESS, GUS_GOVERNS.person(), "The dam breaks.", DUE);

  /** Security comes after legal. */
  private static final ClearanceList LIST =
      new ClearanceList(
          7,
          PRESS,
          1,
          List.of(
              MUST_LEGAL,
              new ClearanceLine(
                  SECURITY, Power.CLEAR, false, "cables", 2, Interest.WHOLE, Optional.empty())));

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> submitted() {
    return note().after(POLICY, new RequestClearance(FIRST, LIST));
  }

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> declared() {
    return submitted().after(GUS_GOVERNS, declare());
  }

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> passed() {
    return declared().after(POLICY, new ApproveInEmergency(FIRST.digest(), FLOOD));
  }

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> books() {
    return note().about("emergencies/press");
  }

  private static ClearanceCommand declare() {
    return new DeclareEmergency(FIRST.digest(), " The dam breaks. ");
  }

  private static Owing open(String note) {
    return new OpenEmergency(note, FIRST.digest(), Optional.of(FLOOD));
  }

  @Test
  void aNamedAuthorityDeclaresAnEmergencyWithAReason() {
    submitted()
        .when(GUS_GOVERNS, declare())
        .then(
            new EmergencyDeclared(FIRST.digest(), GUS_GOVERNS.person(), PRESS, "The dam breaks."));
    submitted()
        .when(GUS_GOVERNS, new DeclareEmergency(FIRST.digest(), "!"))
        .isRefused("REASON_MISSING");
    submitted().when(VERA_APPROVES, declare()).isRefused("WRONG_ROLE");
  }

  @Test
  void anEmergencyIsOfTheTextThatWasRead() {
    submitted()
        .when(GUS_GOVERNS, new DeclareEmergency(SECOND.digest(), "The dam breaks."))
        .isRefused("STALE_TEXT");
  }

  @Test
  void nobodyLetsTheirOwnTextPass() {
    submitted()
        .when(new Actor(ANA, PRESS, Role.EMERGENCY_AUTHORITY), declare())
        .isRefused("OWN_TEXT");
  }

  @Test
  void whatTwoPeopleMustApproveNobodyLetsPassAlone() {
    ClearanceList two = new ClearanceList(7, PRESS, 2, LIST.lines());
    note()
        .after(POLICY, new RequestClearance(FIRST, two))
        .when(GUS_GOVERNS, declare())
        .isRefused("NEEDS_MORE_PEOPLE");
    declared()
        .after(POLICY, new RequestClearance(FIRST, two))
        .when(POLICY, new ApproveInEmergency(FIRST.digest(), FLOOD))
        .then(new EmergencyLapsed(FIRST.digest(), PRESS));
  }

  @Test
  void aNoteWithoutAnOwnerHasNobodyToOweForIt() {
    underReview().when(GUS_GOVERNS, declare()).isRefused("NOT_YOUR_LIST");
  }

  @Test
  void onlyWhatIsUnderReviewPasses() {
    note().when(GUS_GOVERNS, declare()).isRefused("NOTHING_TO_CLEAR");
    submitted()
        .after(LEA_OF_LEGAL, object(FIRST, "The day is wrong."))
        .when(GUS_GOVERNS, declare())
        .isRefused("NOTE_RETURNED");
    submitted()
        .after(POLICY, recall(FIRST))
        .when(GUS_GOVERNS, declare())
        .isRefused("NOTE_RECALLED");
    passed().when(GUS_GOVERNS, declare()).isRefused("ALREADY_CLEARED");
  }

  @Test
  void theTextPassesWhenItsOfficeOwesNothingAndAllOthersAreAskedAtOnce() {
    declared()
        .when(POLICY, new ApproveInEmergency(FIRST.digest(), FLOOD))
        .then(
            new NoteCleared(
                FIRST, List.of(), GUS_GOVERNS.person(), List.of(), List.of(), Optional.of(FLOOD)),
            asked(SECURITY));
  }

  @Test
  void whatWasClearedBeforeIsNamed() {
    assertThat(
            submitted()
                .after(LEA_OF_LEGAL, clear(FIRST))
                .after(GUS_GOVERNS, declare())
                .when(POLICY, new ApproveInEmergency(FIRST.digest(), FLOOD))
                .thenSome(NoteCleared.class)
                .answers())
        .extracting(OfficeAnswer::office)
        .containsExactly(LEGAL);
  }

  @Test
  void anEmergencyThatNobodyDeclaredLapses() {
    submitted()
        .when(POLICY, new ApproveInEmergency(FIRST.digest(), FLOOD))
        .then(new EmergencyLapsed(FIRST.digest(), PRESS));
    declared()
        .when(
            POLICY,
            new ApproveInEmergency(
                FIRST.digest(), new Emergency(PRESS, VERA, "The dam breaks.", DUE)))
        .then(new EmergencyLapsed(FIRST.digest(), PRESS));
  }

  @Test
  void anEmergencyOfATextThatWasReplacedLapses() {
    declared()
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .when(POLICY, new ApproveInEmergency(FIRST.digest(), FLOOD))
        .then(new EmergencyLapsed(FIRST.digest(), PRESS));
    declared()
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .after(POLICY, new RequestClearance(FIRST, LIST))
        .when(POLICY, new ApproveInEmergency(FIRST.digest(), FLOOD))
        .then(new EmergencyLapsed(FIRST.digest(), PRESS));
  }

  @Test
  void anEmergencyOfANoteThatIsNoLongerUnderReviewLapses() {
    ClearanceCommand approval = new ApproveInEmergency(FIRST.digest(), FLOOD);
    EmergencyLapsed lapsed = new EmergencyLapsed(FIRST.digest(), PRESS);
    note().when(POLICY, approval).then(lapsed);
    note()
        .after(POLICY, approval)
        .when(POLICY, request(FIRST))
        .thenSome(ClearanceEvent.ClearanceRequested.class);
    declared().after(LEA_OF_LEGAL, object(FIRST, "No.")).when(POLICY, approval).then(lapsed);
    declared().after(POLICY, recall(FIRST)).when(POLICY, approval).then(lapsed);
    declared()
        .after(POLICY, recall(FIRST))
        .after(POLICY, approval)
        .when(POLICY, new RequestClearance(FIRST, LIST))
        .thenSome(ClearanceEvent.ClearanceRequested.class);
    declared()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(VERA_APPROVES, approve(FIRST))
        .when(POLICY, approval)
        .then(lapsed);
    passed().when(POLICY, approval).isNothingToDo();
  }

  @Test
  void anAuthorityThatStepsAsideLetsNothingPass() {
    declared()
        .after(new Actor(GUS_GOVERNS.person(), PRESS, Role.APPROVER), new Recuse("My dam."))
        .when(POLICY, new ApproveInEmergency(FIRST.digest(), FLOOD))
        .then(new EmergencyLapsed(FIRST.digest(), PRESS));
  }

  @Test
  void aRefusedEmergencyIsOnTheNotesRecord() {
    declared()
        .when(POLICY, new RefuseEmergency(FIRST.digest(), "Another is overdue."))
        .then(new EmergencyRefused(FIRST.digest(), "Another is overdue."));
    note().when(POLICY, new RefuseEmergency(FIRST.digest(), "Another is overdue.")).isNothingToDo();
    passed()
        .when(POLICY, new RefuseEmergency(FIRST.digest(), "Another is overdue."))
        .isNothingToDo();
    declared()
        .when(VERA_APPROVES, new RefuseEmergency(FIRST.digest(), "No."))
        .isRefused("WRONG_ROLE");
  }

  @Test
  void officesAnswerAfterTheFactInAnyOrder() {
    passed().when(SAM_OF_SECURITY, clear(FIRST)).thenSome(OfficeAnswered.class);
  }

  @Test
  void anObjectionAfterTheFactIsOnTheRecordAndReturnsNothing() {
    assertThat(
            passed()
                .when(LEA_OF_LEGAL, object(FIRST, "It was not the dam."))
                .thenSome(OfficeAnswered.class)
                .answer()
                .answer())
        .isEqualTo(Answer.NOT_CLEARED);
    passed().when(LEA_OF_LEGAL, object(SECOND, "It was not the dam.")).isRefused("STALE_TEXT");
  }

  @Test
  void clearanceAfterTheFactWaitsForEveryOffice() {
    DeciderScenario.Outcome<ClearanceEvent> outcome =
        passed().after(LEA_OF_LEGAL, clear(FIRST)).when(VERA_APPROVES, approve(FIRST));
    outcome.isRefused("NOT_ALL_CLEARED");
    assertThat(reasonOf(outcome)).contains("security").doesNotContain("legal");
  }

  @Test
  void clearanceAfterTheFactNamesObjectionsToo() {
    NoteClearedAfterTheFact cleared =
        passed()
            .after(LEA_OF_LEGAL, clear(FIRST))
            .after(SAM_OF_SECURITY, object(FIRST, "A cable is in it."))
            .when(VERA_APPROVES, approve(FIRST))
            .thenSome(NoteClearedAfterTheFact.class);
    assertThat(cleared.answers())
        .extracting(OfficeAnswer::answer)
        .containsExactly(Answer.CLEARED, Answer.NOT_CLEARED);
    assertThat(cleared.approver()).isEqualTo(VERA);
    assertThat(cleared.office()).isEqualTo(PRESS);
  }

  @Test
  void clearanceAfterTheFactIsAnotherPersons() {
    DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> answered =
        passed().after(LEA_OF_LEGAL, clear(FIRST)).after(SAM_OF_SECURITY, clear(FIRST));
    answered
        .when(new Actor(GUS_GOVERNS.person(), PRESS, Role.APPROVER), approve(FIRST))
        .isRefused("DECLARED_IT_TOO");
    answered.when(new Actor(SAM, PRESS, Role.APPROVER), approve(FIRST)).isRefused("CLEARED_IT_TOO");
    answered.when(new Actor(ANA, PRESS, Role.APPROVER), approve(FIRST)).isRefused("OWN_TEXT");
    answered.when(VERA_APPROVES, approve(SECOND)).isRefused("STALE_TEXT");
  }

  @Test
  void onceClearedAfterTheFactNothingIsOwed() {
    DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> settled =
        passed()
            .after(LEA_OF_LEGAL, clear(FIRST))
            .after(SAM_OF_SECURITY, clear(FIRST))
            .after(VERA_APPROVES, approve(FIRST));
    settled.when(VERA_APPROVES, approve(FIRST)).isNothingToDo();
    settled.at(DUE).when(CLOCK, new NoteTheTime(DUE)).isNothingToDo();
    settled.when(LEA_OF_LEGAL, object(FIRST, "No.")).isRefused("ALREADY_CLEARED");
  }

  @Test
  void whatIsOwedIsOverdueAtItsInstantAndOnce() {
    passed().at(DUE).when(CLOCK, new NoteTheTime(DUE)).then(new EmergencyOverdue(FIRST.digest()));
    passed()
        .at(DUE.plusSeconds(1))
        .when(CLOCK, new NoteTheTime(DUE.plusSeconds(1)))
        .isNothingToDo();
    passed()
        .at(DUE)
        .after(CLOCK, new NoteTheTime(DUE))
        .when(LEA_OF_LEGAL, clear(FIRST))
        .thenSome(OfficeAnswered.class);
  }

  @Test
  void afterTheFactTooSomebodyGoesOnWithoutASilentOffice() {
    Optional<Term> hour =
        Optional.of(
            new Term(OfficeHours.usual(java.time.ZoneOffset.UTC), java.time.Duration.ofHours(1)));
    ClearanceList timed =
        new ClearanceList(
            7,
            PRESS,
            1,
            List.of(new ClearanceLine(LEGAL, Power.CLEAR, true, "x", 1, Interest.WHOLE, hour)));
    assertThat(
            note()
                .after(POLICY, new RequestClearance(FIRST, timed))
                .after(GUS_GOVERNS, declare())
                .after(POLICY, new ApproveInEmergency(FIRST.digest(), FLOOD))
                .at(DUE.minusSeconds(60))
                .after(CLOCK, new NoteTheTime(DUE.minusSeconds(60)))
                .after(VERA_APPROVES, new ProceedWithout(FIRST.digest(), LEGAL, "They are away."))
                .when(VERA_APPROVES, approve(FIRST))
                .thenSome(NoteClearedAfterTheFact.class)
                .passedOver())
        .extracting(PassedOver::office)
        .containsExactly(LEGAL);
  }

  @Test
  void aTextThatIsTakenBackOrReplacedIsOwedForNoLonger() {
    passed()
        .when(POLICY, recall(FIRST))
        .then(
            new EmergencyLapsed(FIRST.digest(), PRESS),
            new ClearanceSuspended(FIRST.digest(), "One more comma."));
    passed().when(POLICY, new RequestClearance(SECOND, LIST)).thenSome(EmergencyLapsed.class);
    passed().when(POLICY, recall(SECOND)).isRefused("STALE_TEXT");
    passed().when(POLICY, new RequestClearance(FIRST, LIST)).isNothingToDo();
  }

  @Test
  void anOfficeThatOwesNothingOverdueMayHaveAnEmergency() {
    books().when(POLICY, open("note-1")).then(new EmergencyOpened("note-1", FIRST.digest(), FLOOD));
    books()
        .after(POLICY, open("note-1"))
        .when(POLICY, open("note-2"))
        .then(new EmergencyOpened("note-2", FIRST.digest(), FLOOD));
  }

  @Test
  void anOverdueDebtBlocksTheOfficesNextEmergency() {
    EmergencyDenied denied =
        books()
            .after(POLICY, open("note-1"))
            .at(DUE)
            .when(POLICY, open("note-2"))
            .thenSome(EmergencyDenied.class);
    assertThat(denied.because()).contains("note-1");
    assertThat(denied.note()).isEqualTo("note-2");
    books()
        .after(POLICY, open("note-1"))
        .at(DUE.minusMillis(1))
        .when(POLICY, open("note-2"))
        .thenSome(EmergencyOpened.class);
  }

  @Test
  void aDeniedEmergencyIsNotOwed() {
    books()
        .after(POLICY, open("note-1"))
        .at(DUE)
        .after(POLICY, open("note-2"))
        .when(POLICY, new SettleEmergency("note-2", FIRST.digest()))
        .isNothingToDo();
  }

  @Test
  void aSettledDebtBlocksNothing() {
    books()
        .after(POLICY, open("note-1"))
        .after(POLICY, new SettleEmergency("note-1", FIRST.digest()))
        .at(DUE)
        .when(POLICY, open("note-2"))
        .thenSome(EmergencyOpened.class);
    books()
        .after(POLICY, open("note-1"))
        .when(POLICY, new SettleEmergency("note-1", FIRST.digest()))
        .then(new EmergencySettled("note-1", FIRST.digest()));
    books()
        .after(POLICY, open("note-1"))
        .when(POLICY, new SettleEmergency("note-1", SECOND.digest()))
        .isNothingToDo();
    books().when(POLICY, new SettleEmergency("note-1", FIRST.digest())).isNothingToDo();
  }

  @Test
  void theSameNotesOwnDebtDoesNotBlockIt() {
    books()
        .after(POLICY, open("note-1"))
        .at(DUE)
        .when(POLICY, open("note-1"))
        .thenSome(EmergencyOpened.class);
  }

  @Test
  void whereTheDirectoryKnowsOfNoEmergencyThereIsNone() {
    EmergencyDenied denied =
        books()
            .when(POLICY, new OpenEmergency("note-1", FIRST.digest(), Optional.empty()))
            .thenSome(EmergencyDenied.class);
    assertThat(denied.because()).contains("directory");
  }

  @Test
  void debtsAndNotesAreKeptApart() {
    books().when(POLICY, request(FIRST)).isRefused("NOT_A_NOTE_ID");
    books().after(POLICY, open("note-1")).when(POLICY, request(FIRST)).isRefused("NOT_A_NOTE_ID");
    books()
        .after(POLICY, open("note-1"))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_A_NOTE_ID");
    note().when(POLICY, open("note-1")).isRefused("NOTHING_TO_CLEAR");
    submitted().when(POLICY, open("note-1")).isRefused("NOT_AN_OFFICE");
    submitted()
        .after(LEA_OF_LEGAL, object(FIRST, "No."))
        .when(POLICY, open("note-1"))
        .isRefused("NOT_AN_OFFICE");
    submitted()
        .after(POLICY, recall(FIRST))
        .when(POLICY, open("note-1"))
        .isRefused("NOT_AN_OFFICE");
    passed().when(POLICY, open("note-1")).isRefused("NOT_AN_OFFICE");
    books().when(VERA_APPROVES, open("note-1")).isRefused("WRONG_ROLE");
    assertThat(Emergency.keyOf(PRESS)).isEqualTo("emergencies/press");
  }
}
