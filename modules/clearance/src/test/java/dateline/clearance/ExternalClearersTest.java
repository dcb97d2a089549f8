package dateline.clearance;

import static dateline.clearance.Office.ANA_DRAFTS;
import static dateline.clearance.Office.CLOCK;
import static dateline.clearance.Office.FIRST;
import static dateline.clearance.Office.LEA_OF_LEGAL;
import static dateline.clearance.Office.LEGAL;
import static dateline.clearance.Office.MIA_OF_PRESS;
import static dateline.clearance.Office.MUST_LEGAL;
import static dateline.clearance.Office.POLICY;
import static dateline.clearance.Office.PRESS;
import static dateline.clearance.Office.SAM_OF_SECURITY;
import static dateline.clearance.Office.SECOND;
import static dateline.clearance.Office.SECURITY;
import static dateline.clearance.Office.VERA_APPROVES;
import static dateline.clearance.Scenes.approve;
import static dateline.clearance.Scenes.clear;
import static dateline.clearance.Scenes.note;
import static dateline.clearance.Scenes.object;
import static dateline.clearance.Scenes.recall;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.ClearanceCommand.Answering.AnswerForOffice;
import dateline.clearance.ClearanceCommand.Answering.ProposeEdits;
import dateline.clearance.ClearanceCommand.Answering.RecordAnswer;
import dateline.clearance.ClearanceCommand.Inviting.InviteClearer;
import dateline.clearance.ClearanceCommand.Inviting.RevokeInvitation;
import dateline.clearance.ClearanceCommand.Inviting.UseInvitation;
import dateline.clearance.ClearanceCommand.Listing.AddOffice;
import dateline.clearance.ClearanceCommand.Listing.KeepAnswer;
import dateline.clearance.ClearanceCommand.Listing.RemoveOffice;
import dateline.clearance.ClearanceCommand.NoteTheTime;
import dateline.clearance.ClearanceCommand.ProceedWithout;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceEvent.Invited.ClearerInvited;
import dateline.clearance.ClearanceEvent.Invited.InvitationRevoked;
import dateline.clearance.ClearanceEvent.Invited.InvitationUsed;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.NoteReturned;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAdded;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.OfficePassedOver;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesAsked;
import dateline.clearance.ClearanceEvent.Reviewing.OfficesSilent;
import dateline.kernel.Actor;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.testkit.DeciderScenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who outside the house clears one text: by one link, after a code that was mailed to them. */
class ExternalClearersTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
  private static final OfficeId NORWAY = new OfficeId("external.norway");
  private static final PersonId KARI = new PersonId("0f".repeat(16));
  private static final Actor KARI_OUTSIDE = new Actor(KARI, NORWAY, Role.EXTERNAL_CLEARER);
  private static final String NAME = "Kari Nordmann, Ministry of Foreign Affairs of Norway";
  private static final ClearanceList LIST = new ClearanceList(7, PRESS, 1, List.of(MUST_LEGAL));

  /** The command that follows the two facts of {@link #underReview}. */
  private static final String LINK = MessageId.of("history/2").value();

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> underReview() {
    return note().after(POLICY, new RequestClearance(FIRST, LIST));
  }

  private static InviteClearer invite(SubmittedText text, boolean mandatory) {
    return new InviteClearer(
        text.digest(), NORWAY, KARI, NAME, mandatory, TOMORROW, "They agreed to it.");
  }

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> invited() {
    return underReview().after(ANA_DRAFTS, invite(FIRST, false));
  }

  private static ClearanceCommand askForACode() {
    return new UseInvitation(LINK, InvitationUse.CODE_ASKED, 0);
  }

  private static ClearanceCommand open(int code) {
    return new UseInvitation(LINK, InvitationUse.OPENED, code);
  }

  private static ClearanceCommand mistype() {
    return new UseInvitation(LINK, InvitationUse.WRONG_CODE, 1);
  }

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> opened() {
    return invited().after(KARI_OUTSIDE, askForACode()).after(KARI_OUTSIDE, open(1));
  }

  @Test
  void theActionOfficeInvitesSomebodyOutsideTheHouse() {
    underReview()
        .when(ANA_DRAFTS, invite(FIRST, true))
        .then(
            new OfficeAdded(new ClearanceLine(NORWAY, Power.CLEAR, true, "They agreed to it.")),
            new ClearerInvited(
                MessageId.of("command-under-test").value(),
                FIRST.digest(),
                NORWAY,
                KARI,
                NAME,
                TOMORROW),
            askedUntil(TOMORROW));
  }

  private static ClearanceEvent askedUntil(Instant until) {
    return new OfficesAsked(List.of(new Asked(NORWAY, Optional.empty(), Optional.of(until))));
  }

  @Test
  void nobodyElseInvites() {
    underReview()
        .when(new Actor(new PersonId("tim"), SECURITY, Role.PRESS_OFFICER), invite(FIRST, false))
        .isRefused("NOT_YOUR_LIST");
  }

  @Test
  void aReviewerInvitesNobody() {
    underReview().when(LEA_OF_LEGAL, invite(FIRST, false)).isRefused("WRONG_ROLE");
  }

  @Test
  void anInvitationIsToThePresentText() {
    underReview().when(ANA_DRAFTS, invite(SECOND, false)).isRefused("STALE_TEXT");
  }

  @Test
  void anOfficeOfTheHouseIsNotInvited() {
    underReview()
        .when(
            ANA_DRAFTS,
            new InviteClearer(FIRST.digest(), SECURITY, KARI, NAME, false, TOMORROW, "So."))
        .isRefused("NOT_EXTERNAL");
  }

  @Test
  void whoIsInvitedHasAName() {
    for (String name : List.of("", " – ", "n".repeat(201))) {
      underReview()
          .when(
              ANA_DRAFTS,
              new InviteClearer(FIRST.digest(), NORWAY, KARI, name, false, TOMORROW, "So."))
          .isRefused("UNUSABLE_NAME");
    }
    underReview()
        .when(
            ANA_DRAFTS,
            new InviteClearer(
                FIRST.digest(), NORWAY, KARI, "n".repeat(200), false, TOMORROW, "So."))
        .thenSome(ClearerInvited.class);
  }

  @Test
  void aLinkEndsWithinAMonth() {
    Instant asked = NOON.plusSeconds(1);
    Instant last = asked.plus(Duration.ofDays(31));
    for (Instant until : List.of(asked, NOON, last.plusMillis(1))) {
      underReview()
          .when(
              ANA_DRAFTS,
              new InviteClearer(FIRST.digest(), NORWAY, KARI, NAME, false, until, "So."))
          .isRefused("UNUSABLE_TIME");
    }
    underReview()
        .when(ANA_DRAFTS, new InviteClearer(FIRST.digest(), NORWAY, KARI, NAME, false, last, "So."))
        .thenSome(ClearerInvited.class);
  }

  @Test
  void nobodyIsInvitedWithoutAReason() {
    underReview()
        .when(
            ANA_DRAFTS, new InviteClearer(FIRST.digest(), NORWAY, KARI, NAME, false, TOMORROW, " "))
        .isRefused("REASON_MISSING");
  }

  @Test
  void whoIsInvitedMustClearBeforeTheApproval() {
    invited()
        .after(LEA_OF_LEGAL, clear(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void aLinkOpensWithAMailedCodeAndAnswers() {
    opened()
        .when(KARI_OUTSIDE, clear(FIRST))
        .then(
            new OfficeAnswered(
                new OfficeAnswer(
                    NORWAY,
                    Answer.CLEARED,
                    KARI,
                    FIRST.digest(),
                    NOON.plusSeconds(4),
                    "",
                    Manner.BY_LINK)));
  }

  @Test
  void withTheirAnswerTheTextIsApproved() {
    NoteCleared cleared =
        opened()
            .after(KARI_OUTSIDE, clear(FIRST))
            .after(LEA_OF_LEGAL, clear(FIRST))
            .when(VERA_APPROVES, approve(FIRST))
            .thenSome(NoteCleared.class);
    assertThat(cleared.answers()).extracting(OfficeAnswer::office).containsExactly(LEGAL, NORWAY);
  }

  @Test
  void theirObjectionReturnsTheNote() {
    opened().when(KARI_OUTSIDE, object(FIRST, "Not agreed.")).thenSome(NoteReturned.class);
    opened().when(KARI_OUTSIDE, object(FIRST, " ")).isRefused("REASON_MISSING");
  }

  @Test
  void aLinkAloneAnswersNothing() {
    invited().when(KARI_OUTSIDE, clear(FIRST)).isRefused("CODE_NEEDED");
    invited()
        .after(KARI_OUTSIDE, askForACode())
        .when(KARI_OUTSIDE, clear(FIRST))
        .isRefused("CODE_NEEDED");
  }

  @Test
  void aCodeHoldsAQuarterOfAnHour() {
    invited()
        .when(KARI_OUTSIDE, askForACode())
        .then(
            new InvitationUsed(
                NORWAY,
                LINK,
                InvitationUse.CODE_ASKED,
                1,
                Optional.of(NOON.plusSeconds(2).plus(Duration.ofMinutes(15)))));
    Instant over = NOON.plusSeconds(2).plus(Duration.ofMinutes(15));
    invited()
        .after(KARI_OUTSIDE, askForACode())
        .at(over.minusMillis(1))
        .when(KARI_OUTSIDE, open(1))
        .then(new InvitationUsed(NORWAY, LINK, InvitationUse.OPENED, 1, Optional.empty()));
    invited()
        .after(KARI_OUTSIDE, askForACode())
        .at(over)
        .when(KARI_OUTSIDE, open(1))
        .isRefused("CODE_OVER");
  }

  @Test
  void aCodeOpensOnce() {
    opened().when(KARI_OUTSIDE, open(1)).isRefused("CODE_OVER");
    invited().when(KARI_OUTSIDE, open(0)).isRefused("CODE_OVER");
  }

  @Test
  void onlyTheNewestCodeOpens() {
    invited()
        .after(KARI_OUTSIDE, askForACode())
        .at(NOON.plus(Duration.ofMinutes(2)))
        .after(KARI_OUTSIDE, askForACode())
        .when(KARI_OUTSIDE, open(1))
        .isRefused("CODE_OVER");
  }

  @Test
  void codesAreMailedAMinuteApartAndTwentyAtMost() {
    invited()
        .after(KARI_OUTSIDE, askForACode())
        .at(NOON.plusSeconds(2 + 59))
        .when(KARI_OUTSIDE, askForACode())
        .isNothingToDo();
    var asking = invited();
    for (int i = 0; i < 20; i++) {
      asking = asking.at(NOON.plus(Duration.ofMinutes(2L * i))).after(KARI_OUTSIDE, askForACode());
    }
    asking
        .at(NOON.plus(Duration.ofHours(2)))
        .when(KARI_OUTSIDE, askForACode())
        .isRefused("LINK_LOCKED");
  }

  @Test
  void fiveWrongCodesLockALink() {
    var trying = invited().after(KARI_OUTSIDE, askForACode());
    for (int i = 0; i < 4; i++) {
      trying = trying.after(KARI_OUTSIDE, mistype());
    }
    trying.when(KARI_OUTSIDE, open(1)).thenSome(InvitationUsed.class);
    trying = trying.after(KARI_OUTSIDE, mistype());
    trying.when(KARI_OUTSIDE, open(1)).isRefused("LINK_LOCKED");
    trying.when(KARI_OUTSIDE, mistype()).isRefused("LINK_LOCKED");
  }

  @Test
  void aLinkIsForOneText() {
    opened()
        .after(KARI_OUTSIDE, clear(FIRST))
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .when(KARI_OUTSIDE, clear(SECOND))
        .isRefused("LINK_OF_FORMER_TEXT");
    opened()
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .when(KARI_OUTSIDE, clear(FIRST))
        .isRefused("STALE_TEXT");
  }

  @Test
  void aNewTextNeedsThemAgain() {
    opened()
        .after(KARI_OUTSIDE, clear(FIRST))
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .after(LEA_OF_LEGAL, clear(SECOND))
        .when(VERA_APPROVES, approve(SECOND))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void theIdenticalTextStaysCleared() {
    opened()
        .after(KARI_OUTSIDE, clear(FIRST))
        .after(POLICY, recall(FIRST))
        .after(POLICY, new RequestClearance(FIRST, LIST))
        .after(LEA_OF_LEGAL, clear(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .thenSome(NoteCleared.class);
  }

  @Test
  void whatTheyClearedIsNotKeptForAnotherText() {
    opened()
        .after(KARI_OUTSIDE, clear(FIRST))
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .when(MIA_OF_PRESS, new KeepAnswer(SECOND.digest(), NORWAY, "A comma."))
        .isRefused("TO_BE_INVITED");
  }

  @Test
  void aLinkAnswersUntilItsTimeIsOver() {
    opened()
        .at(TOMORROW.minusMillis(1))
        .when(KARI_OUTSIDE, clear(FIRST))
        .thenSome(OfficeAnswered.class);
    opened().at(TOMORROW).when(KARI_OUTSIDE, clear(FIRST)).isRefused("LINK_EXPIRED");
    invited().at(TOMORROW).when(KARI_OUTSIDE, askForACode()).isRefused("LINK_EXPIRED");
  }

  @Test
  void aLinkIsRevoked() {
    RevokeInvitation revoke = new RevokeInvitation(NORWAY, "It went astray.");
    opened().when(MIA_OF_PRESS, revoke).then(new InvitationRevoked(NORWAY, "It went astray."));
    opened().after(MIA_OF_PRESS, revoke).when(KARI_OUTSIDE, clear(FIRST)).isRefused("LINK_REVOKED");
    opened().after(MIA_OF_PRESS, revoke).when(MIA_OF_PRESS, revoke).isNothingToDo();
    opened().when(MIA_OF_PRESS, new RevokeInvitation(NORWAY, "-")).isRefused("REASON_MISSING");
    underReview().when(MIA_OF_PRESS, revoke).isRefused("UNKNOWN_PARTY");
    opened().when(SAM_OF_SECURITY, revoke).isRefused("WRONG_ROLE");
  }

  @Test
  void aLinkIsRevokedInEveryState() {
    RevokeInvitation revoke = new RevokeInvitation(NORWAY, "It went astray.");
    opened()
        .after(POLICY, recall(FIRST))
        .after(MIA_OF_PRESS, revoke)
        .after(POLICY, new RequestClearance(FIRST, LIST))
        .when(KARI_OUTSIDE, clear(FIRST))
        .isRefused("LINK_REVOKED");
    opened()
        .after(LEA_OF_LEGAL, object(FIRST, "No."))
        .when(MIA_OF_PRESS, revoke)
        .thenSome(InvitationRevoked.class);
    opened()
        .after(KARI_OUTSIDE, clear(FIRST))
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(VERA_APPROVES, approve(FIRST))
        .when(MIA_OF_PRESS, revoke)
        .thenSome(InvitationRevoked.class);
  }

  @Test
  void aNewInvitationTakesThePlaceOfTheFormer() {
    var again = opened().after(ANA_DRAFTS, invite(FIRST, false));
    again.when(KARI_OUTSIDE, askForACode()).isRefused("ANOTHER_LINK");
    again.when(KARI_OUTSIDE, clear(FIRST)).isRefused("CODE_NEEDED");
  }

  @Test
  void whoHasClearedIsNotInvitedAgainToTheSameText() {
    opened()
        .after(KARI_OUTSIDE, clear(FIRST))
        .when(ANA_DRAFTS, invite(FIRST, false))
        .isNothingToDo();
  }

  @Test
  void aLaterInvitationMayMakeThemMandatory() {
    invited().when(ANA_DRAFTS, invite(FIRST, true)).thenSome(OfficeAdded.class);
    underReview()
        .after(ANA_DRAFTS, invite(FIRST, true))
        .when(ANA_DRAFTS, new RemoveOffice(NORWAY, "Not theirs."))
        .isRefused("MANDATORY_LINE");
  }

  @Test
  void whoIsNotInvitedHasNoSay() {
    Actor stranger = new Actor(new PersonId("1e".repeat(16)), NORWAY, Role.EXTERNAL_CLEARER);
    opened().when(stranger, clear(FIRST)).isRefused("NOT_INVITED");
    underReview().when(KARI_OUTSIDE, clear(FIRST)).isRefused("NOT_INVITED");
    underReview().when(KARI_OUTSIDE, askForACode()).isRefused("NOT_INVITED");
    opened()
        .after(ANA_DRAFTS, new RemoveOffice(NORWAY, "Not theirs."))
        .when(KARI_OUTSIDE, clear(FIRST))
        .isRefused("NOT_INVITED");
    opened()
        .when(new Actor(KARI, LEGAL, Role.EXTERNAL_CLEARER), clear(FIRST))
        .isRefused("NOT_INVITED");
  }

  @Test
  void nobodyOfTheHouseAnswersForThem() {
    Actor reviewer = new Actor(new PersonId("rob"), NORWAY, Role.REVIEWER);
    opened().when(reviewer, clear(FIRST)).isRefused("ONLY_BY_INVITATION");
    opened()
        .when(
            reviewer,
            new ProposeEdits(
                FIRST.digest(), Office.note("The bridge", "Other."), "", Manner.AT_THE_DESK))
        .isRefused("ONLY_BY_INVITATION");
    opened()
        .when(
            MIA_OF_PRESS,
            new RecordAnswer(FIRST.digest(), NORWAY, KARI, Answer.CLEARED, "By phone."))
        .isRefused("ONLY_BY_INVITATION");
  }

  @Test
  void theyAreNotPutOnTheListWithoutALink() {
    underReview()
        .when(ANA_DRAFTS, new AddOffice(new ClearanceLine(NORWAY, Power.CLEAR, false, "Agreed.")))
        .isRefused("TO_BE_INVITED");
  }

  @Test
  void theyAnswerOrObjectAndProposeNoTextOfTheirOwn() {
    opened()
        .when(
            KARI_OUTSIDE,
            new ProposeEdits(
                FIRST.digest(), Office.note("The bridge", "Other."), "", Manner.AT_THE_DESK))
        .isRefused("WRONG_ROLE");
    opened()
        .when(KARI_OUTSIDE, new AnswerForOffice(FIRST.digest(), Answer.SEEN, ""))
        .isRefused("SEEN_IS_NO_ANSWER");
  }

  @Test
  void whileALinkIsOpenNobodyGoesOnWithoutThem() {
    ProceedWithout without = new ProceedWithout(FIRST.digest(), NORWAY, "It must go.");
    invited().when(MIA_OF_PRESS, without).isRefused("NOT_SILENT");
    invited().at(TOMORROW).when(MIA_OF_PRESS, without).thenSome(OfficePassedOver.class);
    invited()
        .after(MIA_OF_PRESS, new RevokeInvitation(NORWAY, "It went astray."))
        .when(MIA_OF_PRESS, without)
        .thenSome(OfficePassedOver.class);
  }

  @Test
  void withoutAMandatoryPartyOnlyTheApproverGoesOn() {
    var over = underReview().after(ANA_DRAFTS, invite(FIRST, true)).at(TOMORROW);
    ProceedWithout without = new ProceedWithout(FIRST.digest(), NORWAY, "It must go.");
    over.when(MIA_OF_PRESS, without).isRefused("MANDATORY_LINE");
    over.when(VERA_APPROVES, without).thenSome(OfficePassedOver.class);
  }

  @Test
  void whatIsNotUnderReviewOpensNoLink() {
    note().when(ANA_DRAFTS, invite(FIRST, false)).isRefused("NOTHING_TO_CLEAR");
    opened()
        .after(POLICY, recall(FIRST))
        .when(KARI_OUTSIDE, askForACode())
        .isRefused("NOTE_RECALLED");
    opened()
        .after(LEA_OF_LEGAL, object(FIRST, "No."))
        .when(KARI_OUTSIDE, askForACode())
        .isRefused("NOTE_RETURNED");
    opened()
        .after(KARI_OUTSIDE, clear(FIRST))
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(VERA_APPROVES, approve(FIRST))
        .when(KARI_OUTSIDE, askForACode())
        .isRefused("ALREADY_CLEARED");
  }

  @Test
  void aNewInvitationEndsThatSomebodyWentOnWithoutThem() {
    var passedOver =
        invited()
            .after(MIA_OF_PRESS, new RevokeInvitation(NORWAY, "It went astray."))
            .after(MIA_OF_PRESS, new ProceedWithout(FIRST.digest(), NORWAY, "It must go."))
            .after(LEA_OF_LEGAL, clear(FIRST));
    passedOver.when(VERA_APPROVES, approve(FIRST)).thenSome(NoteCleared.class);
    for (boolean mandatory : List.of(true, false)) {
      invited()
          .after(MIA_OF_PRESS, new RevokeInvitation(NORWAY, "It went astray."))
          .after(MIA_OF_PRESS, new ProceedWithout(FIRST.digest(), NORWAY, "It must go."))
          .after(LEA_OF_LEGAL, clear(FIRST))
          .after(ANA_DRAFTS, invite(FIRST, mandatory))
          .when(VERA_APPROVES, approve(FIRST))
          .isRefused("NOT_ALL_CLEARED");
    }
  }

  @Test
  void whoBecomesMandatoryIsPassedOverByTheApproverAlone() {
    ClearanceList soft =
        new ClearanceList(
            7,
            PRESS,
            1,
            List.of(MUST_LEGAL, new ClearanceLine(NORWAY, Power.CLEAR, false, "Agreed.")));
    ClearanceList hard =
        new ClearanceList(
            8,
            PRESS,
            1,
            List.of(MUST_LEGAL, new ClearanceLine(NORWAY, Power.CLEAR, true, "Agreed.")));
    note()
        .after(POLICY, new RequestClearance(FIRST, soft))
        .after(MIA_OF_PRESS, new ProceedWithout(FIRST.digest(), NORWAY, "It must go."))
        .after(POLICY, new RequestClearance(FIRST, hard))
        .after(LEA_OF_LEGAL, clear(FIRST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void aLinkThatEndsUnansweredIsSilence() {
    invited()
        .at(TOMORROW)
        .when(CLOCK, new NoteTheTime(TOMORROW))
        .then(new OfficesSilent(List.of(NORWAY)));
  }

  @Test
  void aLinkThatIsLockedIsSilenceAtOnce() {
    var trying = invited().after(KARI_OUTSIDE, askForACode());
    for (int i = 0; i < 4; i++) {
      trying = trying.after(KARI_OUTSIDE, mistype());
    }
    trying
        .when(KARI_OUTSIDE, mistype())
        .then(
            new InvitationUsed(
                NORWAY,
                LINK,
                InvitationUse.WRONG_CODE,
                1,
                Optional.of(NOON.plusSeconds(2).plus(Duration.ofMinutes(15)))),
            new OfficesSilent(List.of(NORWAY)));
  }

  @Test
  void whoClearedAndIsPutOnTheListAgainHasCleared() {
    opened()
        .after(KARI_OUTSIDE, clear(FIRST))
        .after(MIA_OF_PRESS, new RemoveOffice(NORWAY, "Not theirs."))
        .when(ANA_DRAFTS, invite(FIRST, false))
        .then(new OfficeAdded(new ClearanceLine(NORWAY, Power.CLEAR, false, "They agreed to it.")));
  }

  @Test
  void aNameTurnsNobodysDirection() {
    underReview()
        .when(
            ANA_DRAFTS,
            new InviteClearer(
                FIRST.digest(), NORWAY, KARI, "Kari \u202egnot", false, TOMORROW, "So."))
        .isRefused("UNUSABLE_NAME");
  }

  @Test
  void whoObjectedIsNotTakenOffTheList() {
    opened()
        .after(KARI_OUTSIDE, object(FIRST, "Not agreed."))
        .when(ANA_DRAFTS, new RemoveOffice(NORWAY, "Not theirs."))
        .isRefused("OBJECTED");
    opened()
        .after(KARI_OUTSIDE, object(FIRST, "Not agreed."))
        .after(POLICY, new RequestClearance(SECOND, LIST))
        .when(ANA_DRAFTS, new RemoveOffice(NORWAY, "Not theirs."))
        .isRefused("OBJECTED");
  }
}
