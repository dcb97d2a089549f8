package dateline.clearance;

import static dateline.clearance.Office.ANA;
import static dateline.clearance.Office.ANA_DRAFTS;
import static dateline.clearance.Office.FIRST;
import static dateline.clearance.Office.LEA;
import static dateline.clearance.Office.LEA_OF_LEGAL;
import static dateline.clearance.Office.LEGAL;
import static dateline.clearance.Office.LIV_OF_LIBRARY;
import static dateline.clearance.Office.LUC_OF_LEGAL;
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
import static dateline.clearance.Office.TRADE;
import static dateline.clearance.Office.VERA;
import static dateline.clearance.Office.VERA_APPROVES;
import static dateline.clearance.Office.VITO_APPROVES;
import static dateline.clearance.Office.text;
import static dateline.clearance.Scenes.approve;
import static dateline.clearance.Scenes.clear;
import static dateline.clearance.Scenes.note;
import static dateline.clearance.Scenes.object;
import static dateline.clearance.Scenes.recall;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.Answering.ProposeEdits;
import dateline.clearance.ClearanceCommand.Answering.RecordAnswer;
import dateline.clearance.ClearanceCommand.Answering.Recuse;
import dateline.clearance.ClearanceCommand.Listing.LeaveEdits;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Reviewing.EditsLeft;
import dateline.clearance.ClearanceEvent.Reviewing.EditsProposed;
import dateline.clearance.ClearanceEvent.Reviewing.NoteApproved;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.PersonRecused;
import dateline.clearance.Manner.Channel;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.MediaNote;
import dateline.testkit.DeciderScenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The specification of edits, of answers by phone and by deputies, of stepping aside and of two
 * approvers.
 */
class EditsAndVoicesTest {

  private static final ClearanceList LIST =
      new ClearanceList(7, PRESS, 1, List.of(MUST_LEGAL, MUST_SECURITY, MAY_TRADE, TELL_LIBRARY));
  private static final MediaNote EDITED =
      Office.note("The bridge", "The bridge opens on Wednesday.");

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> asked() {
    return note().after(POLICY, new RequestClearance(FIRST, LIST));
  }

  private static ClearanceCommand edit(SubmittedText text) {
    return new ProposeEdits(text.digest(), EDITED, " It is a Wednesday. ", Manner.AT_THE_DESK);
  }

  private static ClearanceCommand phoned(OfficeId office, PersonId person, Answer answer) {
    return new RecordAnswer(FIRST.digest(), office, person, answer, "She called at noon.");
  }

  private static ClearanceCommand clearFor(PersonId deputyFor) {
    return new AnswerForOffice(
        FIRST.digest(),
        Answer.CLEARED,
        "",
        new Manner(Channel.DESK, Optional.of(deputyFor), Optional.empty()));
  }

  @Test
  void anOfficeClearsProvidedThatTheTextIsChanged() {
    EditsProposed proposed = asked().when(LEA_OF_LEGAL, edit(FIRST)).thenSome(EditsProposed.class);
    assertThat(proposed.edited()).isEqualTo(EDITED);
    assertThat(proposed.answer().answer()).isEqualTo(Answer.CLEARED_WITH_EDITS);
    assertThat(proposed.answer().reason()).isEqualTo("It is a Wednesday.");
  }

  @Test
  void untilTheEditsAreTakenTheOfficeHasNotCleared() {
    asked()
        .after(LEA_OF_LEGAL, edit(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void editsOfATextThatWasClearedTakeTheClearanceBack() {
    asked()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(LEA_OF_LEGAL, edit(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void theOfficeMayClearTheTextAsItIsAfterAll() {
    asked()
        .after(LEA_OF_LEGAL, edit(FIRST))
        .when(LEA_OF_LEGAL, clear(FIRST))
        .thenSome(OfficeAnswered.class);
  }

  @Test
  void theOfficeMayReturnTheTextAfterAll() {
    asked()
        .after(LEA_OF_LEGAL, edit(FIRST))
        .when(LEA_OF_LEGAL, object(FIRST, "All of it is wrong."))
        .thenSome(NoteReturned.class);
  }

  @Test
  void whoReturnedATextProposesNoEditsToIt() {
    asked()
        .after(LEA_OF_LEGAL, object(FIRST, "All of it is wrong."))
        .when(LEA_OF_LEGAL, edit(FIRST))
        .isRefused("ALREADY_ANSWERED");
  }

  @Test
  void whoProposedEditsHasWrittenOnceTheyAreTaken() {
    SubmittedText taken = text(2, "The bridge opens on Wednesday.", ANA, LEA);
    DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> after =
        asked().after(LEA_OF_LEGAL, edit(FIRST)).after(POLICY, new RequestClearance(taken, LIST));
    after.when(LEA_OF_LEGAL, clear(taken)).isRefused("OWN_TEXT");
    after.when(LUC_OF_LEGAL, clear(taken)).thenSome(OfficeAnswered.class);
  }

  @Test
  void editsSayWhatTheyChange() {
    asked()
        .when(LEA_OF_LEGAL, new ProposeEdits(FIRST.digest(), FIRST.note(), "", Manner.AT_THE_DESK))
        .isRefused("EDITS_CHANGE_NOTHING");
    asked()
        .when(LEA_OF_LEGAL, new AnswerForOffice(FIRST.digest(), Answer.CLEARED_WITH_EDITS, "x"))
        .isRefused("EDITS_MISSING");
    asked()
        .when(MIA_OF_PRESS, phoned(LEGAL, LEA, Answer.CLEARED_WITH_EDITS))
        .isRefused("EDITS_MISSING");
  }

  @Test
  void editsAreOfTheTextThatWasRead() {
    asked().when(LEA_OF_LEGAL, edit(SECOND)).isRefused("STALE_TEXT");
    asked()
        .when(LEA_OF_LEGAL, new AnswerForOffice(SECOND.digest(), Answer.CLEARED_WITH_EDITS, "x"))
        .isRefused("STALE_TEXT");
  }

  @Test
  void editsComeFromAnOfficeThatDecides() {
    asked().when(LIV_OF_LIBRARY, edit(FIRST)).isRefused("INFORM_ONLY");
    asked().when(new Actor(ANA, LEGAL, Role.REVIEWER), edit(FIRST)).isRefused("OWN_TEXT");
    asked()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(VERA_APPROVES, approve(FIRST))
        .when(LEA_OF_LEGAL, edit(FIRST))
        .isRefused("ALREADY_CLEARED");
  }

  @Test
  void editsThatAreLeftHaveTheOfficeAskedAgain() {
    DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> proposed =
        asked().after(LEA_OF_LEGAL, edit(FIRST));
    proposed
        .when(ANA_DRAFTS, new LeaveEdits(FIRST.digest(), LEGAL, "It is a Monday."))
        .then(new EditsLeft(LEGAL, "It is a Monday."), Office.asked(LEGAL));
    proposed
        .after(ANA_DRAFTS, new LeaveEdits(FIRST.digest(), LEGAL, "It is a Monday."))
        .when(LEA_OF_LEGAL, clear(FIRST))
        .thenSome(OfficeAnswered.class);
  }

  @Test
  void editsAreLeftByTheActionOfficeWithAReasonAndOnce() {
    DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> proposed =
        asked().after(LEA_OF_LEGAL, edit(FIRST));
    proposed
        .when(
            new Actor(Office.BEN, TRADE, Role.PRESS_OFFICER),
            new LeaveEdits(FIRST.digest(), LEGAL, "No."))
        .isRefused("NOT_YOUR_LIST");
    proposed
        .when(ANA_DRAFTS, new LeaveEdits(FIRST.digest(), LEGAL, " "))
        .isRefused("REASON_MISSING");
    proposed
        .when(ANA_DRAFTS, new LeaveEdits(SECOND.digest(), LEGAL, "No."))
        .isRefused("STALE_TEXT");
    proposed.when(ANA_DRAFTS, new LeaveEdits(FIRST.digest(), SECURITY, "No.")).isNothingToDo();
  }

  @Test
  void whatWasSaidByPhoneIsWrittenDownByAnotherAndShownAsSuch() {
    OfficeAnswer answer =
        asked()
            .when(MIA_OF_PRESS, phoned(LEGAL, LEA, Answer.CLEARED))
            .thenSome(OfficeAnswered.class)
            .answer();
    assertThat(answer.office()).isEqualTo(LEGAL);
    assertThat(answer.person()).isEqualTo(LEA);
    assertThat(answer.manner())
        .isEqualTo(new Manner(Channel.PHONE, Optional.empty(), Optional.of(MIA_OF_PRESS.person())));
  }

  @Test
  void anObjectionByPhoneReturnsTheNote() {
    asked().when(MIA_OF_PRESS, phoned(LEGAL, LEA, Answer.NOT_CLEARED)).thenSome(NoteReturned.class);
  }

  @Test
  void nobodyWritesDownTheirOwnWord() {
    asked()
        .when(new Actor(LEA, LEGAL, Role.REVIEWER), phoned(LEGAL, LEA, Answer.CLEARED))
        .isRefused("RECORDS_THEMSELVES");
  }

  @Test
  void whoWroteTheTextWritesDownNoClearanceOfIt() {
    asked().when(ANA_DRAFTS, phoned(LEGAL, LEA, Answer.CLEARED)).isRefused("OWN_TEXT");
    asked().when(MIA_OF_PRESS, phoned(LEGAL, ANA, Answer.CLEARED)).isRefused("OWN_TEXT");
  }

  @Test
  void whatWasWrittenDownByWhoBecameAContributorCountsNoLonger() {
    asked()
        .after(MIA_OF_PRESS, phoned(LEGAL, LEA, Answer.CLEARED))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(
            POLICY,
            new RequestClearance(
                text(1, "The bridge opens on Monday.", ANA, MIA_OF_PRESS.person()), LIST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void whoWroteDownACallDoesNotApprove() {
    asked()
        .after(new Actor(VERA, PRESS, Role.DUTY_OFFICER), phoned(LEGAL, LEA, Answer.CLEARED))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("CLEARED_IT_TOO");
  }

  @Test
  void aCallIsAboutTheTextThatIsCurrent() {
    asked()
        .when(
            MIA_OF_PRESS,
            new RecordAnswer(SECOND.digest(), LEGAL, LEA, Answer.CLEARED, "She called."))
        .isRefused("STALE_TEXT");
  }

  @Test
  void aCallAfterTheApprovalReturnsNothing() {
    DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> approved =
        asked()
            .after(LEA_OF_LEGAL, clear(FIRST))
            .after(SAM_OF_SECURITY, clear(FIRST))
            .after(VERA_APPROVES, approve(FIRST));
    approved
        .when(MIA_OF_PRESS, phoned(LEGAL, LEA, Answer.NOT_CLEARED))
        .isRefused("ALREADY_CLEARED");
    approved
        .when(MIA_OF_PRESS, phoned(TRADE, new PersonId("tom"), Answer.CLEARED))
        .thenSome(OfficeAnswered.class);
  }

  @Test
  void aDeputyAnswersForAnOfficeAndIsShownAsOne() {
    OfficeAnswer answer =
        asked()
            .when(new Actor(new PersonId("dot"), LEGAL, Role.REVIEWER), clearFor(LEA))
            .thenSome(OfficeAnswered.class)
            .answer();
    assertThat(answer.manner().deputyFor()).contains(LEA);
  }

  @Test
  void aDeputyOnThePhoneIsADeputyToo() {
    RecordAnswer forLea =
        new RecordAnswer(
            FIRST.digest(), LEGAL, new PersonId("dot"), Answer.CLEARED, "", Optional.of(LEA));
    OfficeAnswer answer =
        asked().when(MIA_OF_PRESS, forLea).thenSome(OfficeAnswered.class).answer();
    assertThat(answer.manner().deputyFor()).contains(LEA);

    RecordAnswer forAna =
        new RecordAnswer(
            FIRST.digest(), LEGAL, new PersonId("dot"), Answer.CLEARED, "", Optional.of(ANA));
    asked().when(MIA_OF_PRESS, forAna).isRefused("DEPUTY_OF_WRITER");
  }

  @Test
  void nobodyClearsTheirOwnTextByADeputy() {
    asked()
        .when(new Actor(new PersonId("dot"), LEGAL, Role.REVIEWER), clearFor(ANA))
        .isRefused("DEPUTY_OF_WRITER");
  }

  @Test
  void aDeputysAnswerCountsNoLongerOnceWhomTheyStandInForHasWritten() {
    asked()
        .after(new Actor(new PersonId("dot"), LEGAL, Role.REVIEWER), clearFor(LEA))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(POLICY, new RequestClearance(text(1, "The bridge opens on Monday.", ANA, LEA), LIST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void whoStepsAsideHasNoPartInIt() {
    DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> recused =
        asked().after(LEA_OF_LEGAL, new Recuse("My brother built it."));
    recused.when(LEA_OF_LEGAL, clear(FIRST)).isRefused("RECUSED");
    recused.when(MIA_OF_PRESS, phoned(LEGAL, LEA, Answer.CLEARED)).isRefused("RECUSED");
    recused
        .when(new Actor(new PersonId("dot"), LEGAL, Role.REVIEWER), clearFor(LEA))
        .isRefused("DEPUTY_OF_WRITER");
    recused.when(LUC_OF_LEGAL, clear(FIRST)).thenSome(OfficeAnswered.class);
    recused.when(LEA_OF_LEGAL, new Recuse("My brother built it.")).isNothingToDo();
  }

  @Test
  void whoStepsAsideHasNoPartInALaterTextEither() {
    asked()
        .after(LEA_OF_LEGAL, new Recuse("My brother built it."))
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .when(LEA_OF_LEGAL, clear(SECOND))
        .isRefused("RECUSED");
  }

  @Test
  void whatWasSaidBeforeSteppingAsideCountsNoLongerAndTheOfficeIsAskedAgain() {
    asked()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .when(LEA_OF_LEGAL, new Recuse(" My brother built it. "))
        .then(new PersonRecused(LEA, "My brother built it."), Office.asked(LEGAL));
    asked()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(LEA_OF_LEGAL, new Recuse("My brother built it."))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void anApproverWhoStepsAsideDoesNotApproveOrWriteDown() {
    DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> recused =
        asked()
            .after(LEA_OF_LEGAL, clear(FIRST))
            .after(SAM_OF_SECURITY, clear(FIRST))
            .after(VERA_APPROVES, new Recuse("I own the bridge."));
    recused.when(VERA_APPROVES, approve(FIRST)).isRefused("RECUSED");
    recused
        .when(
            new Actor(VERA, PRESS, Role.DUTY_OFFICER),
            phoned(TRADE, new PersonId("tom"), Answer.CLEARED))
        .isRefused("RECUSED");
  }

  @Test
  void nobodyStepsAsideWithoutAReasonOrAfterTheApproval() {
    asked().when(LEA_OF_LEGAL, new Recuse(" ")).isRefused("REASON_MISSING");
    asked()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(VERA_APPROVES, approve(FIRST))
        .when(LEA_OF_LEGAL, new Recuse("My brother built it."))
        .isRefused("ALREADY_CLEARED");
  }

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> twoMustApprove() {
    return note()
        .after(
            POLICY,
            new RequestClearance(FIRST, new ClearanceList(7, PRESS, 2, List.of(MUST_LEGAL))))
        .after(LEA_OF_LEGAL, clear(FIRST));
  }

  @Test
  void whereTwoMustApproveOneIsNotEnough() {
    twoMustApprove()
        .when(VERA_APPROVES, approve(FIRST))
        .then(new NoteApproved(FIRST.digest(), VERA));
  }

  @Test
  void theSameApproverTwiceIsOne() {
    twoMustApprove()
        .after(VERA_APPROVES, approve(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isNothingToDo();
  }

  @Test
  void theSecondApproverEndsItAndBothAreNamed() {
    NoteCleared cleared =
        twoMustApprove()
            .after(VERA_APPROVES, approve(FIRST))
            .when(VITO_APPROVES, approve(FIRST))
            .thenSome(NoteCleared.class);
    assertThat(cleared.approver()).isEqualTo(VITO_APPROVES.person());
    assertThat(cleared.alsoApproved()).containsExactly(VERA);
  }

  @Test
  void anotherRequestBeginsTheApprovalsAnew() {
    twoMustApprove()
        .after(VERA_APPROVES, approve(FIRST))
        .after(POLICY, recall(FIRST))
        .after(
            POLICY,
            new RequestClearance(FIRST, new ClearanceList(7, PRESS, 2, List.of(MUST_LEGAL))))
        .when(VITO_APPROVES, approve(FIRST))
        .thenSome(NoteApproved.class);
  }

  @Test
  void anApprovalOfWhoStepsAsideIsNone() {
    twoMustApprove()
        .after(VERA_APPROVES, approve(FIRST))
        .after(VERA_APPROVES, new Recuse("I own the bridge."))
        .when(VITO_APPROVES, approve(FIRST))
        .thenSome(NoteApproved.class);
  }

  @Test
  void aRequestForMoreApproversIsARequest() {
    note()
        .after(
            POLICY,
            new RequestClearance(FIRST, new ClearanceList(7, PRESS, 1, List.of(MUST_LEGAL))))
        .when(
            POLICY,
            new RequestClearance(FIRST, new ClearanceList(8, PRESS, 2, List.of(MUST_LEGAL))))
        .thenSome(ClearanceEvent.ClearanceRequested.class);
    asked()
        .when(POLICY, new RequestClearance(FIRST, new ClearanceList(7, TRADE, 1, LIST.lines())))
        .thenSome(ClearanceEvent.ClearanceRequested.class);
  }
}
