package dateline.notification.notices;

import static dateline.notification.notices.House.AFRICA;
import static dateline.notification.notices.House.BRIDGE;
import static dateline.notification.notices.House.DUE;
import static dateline.notification.notices.House.ECONOMIC;
import static dateline.notification.notices.House.LEGAL;
import static dateline.notification.notices.House.MENDED;
import static dateline.notification.notices.House.MONDAY;
import static dateline.notification.notices.House.RECORDS;
import static dateline.notification.notices.House.approved;
import static dateline.notification.notices.House.asked;
import static dateline.notification.notices.House.cleared;
import static dateline.notification.notices.House.notice;
import static dateline.notification.notices.House.passedInEmergency;
import static dateline.notification.notices.House.person;
import static dateline.notification.notices.House.requested;
import static dateline.notification.notices.House.said;
import static dateline.notification.notices.House.spared;
import static dateline.notification.notices.House.told;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.kernel.OfficeId;
import dateline.notification.notices.Matter.Question;
import dateline.notification.notices.Matter.Question.Form;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is told what, in sentences. */
class WhoIsToldTest {

  private final House house = House.open();

  @Test
  void anOfficeIsAskedByItsReviewersAndTheirDeputiesOfToday() {
    List<Word> words = house.given(requested(BRIDGE, "maya")).when(asked(LEGAL));

    assertThat(told(words, Question.class)).containsExactly("grace", "kofi", "ruth");
    assertThat(notice(words, "grace").deputyFor()).contains(person("ruth"));
    assertThat(notice(words, "kofi").deputyFor()).isEmpty();
    assertThat(notice(words, "ruth").matter())
        .isEqualTo(
            new Question(
                Form.ASKED,
                LEGAL,
                Part.MANDATORY,
                "every note is read by a lawyer",
                Optional.of(DUE),
                Optional.empty()));
  }

  @Test
  void aDeputyWhoseDaysAreOverIsNotAsked() {
    house.given(requested(BRIDGE, "maya"));
    assertThat(told(house.when(asked(LEGAL), MONDAY.plus(Duration.ofDays(6))), Question.class))
        .containsExactly("kofi", "ruth");
  }

  @Test
  void whoIsAwayIsReplacedByTheirDeputy() {
    house.away("ruth").given(requested(BRIDGE, "maya"));
    assertThat(told(house.when(asked(LEGAL)), Question.class)).containsExactly("grace", "kofi");
  }

  @Test
  void whoWroteAnyOfItIsNotAskedAndNeitherIsTheirDeputy() {
    house.given(requested(BRIDGE, "maya", "ruth"));
    assertThat(told(house.when(asked(LEGAL)), Question.class)).containsExactly("kofi");
  }

  @Test
  void whoSteppedAsideIsNotAsked() {
    house.given(requested(BRIDGE, "maya"), new Fact.Recused(person("kofi")));
    assertThat(told(house.when(asked(LEGAL)), Question.class)).containsExactly("grace", "ruth");
  }

  @Test
  void anOfficeWithNobodyThereIsToldToThoseWhoCanDoSomething() {
    house.away("esther").given(requested(BRIDGE, "maya"));
    List<Word> words = house.when(asked(AFRICA));

    assertThat(told(words, Matter.NobodyThere.class))
        .containsExactly("helen", "jonas", "maya", "tom");
    assertThat(told(words, Question.class)).as("better late than never").containsExactly("esther");
  }

  @Test
  void whoIsInformedIsToldAndAskedNothing() {
    List<Word> words = house.given(requested(BRIDGE, "maya")).when(asked(RECORDS));
    assertThat(told(words, Matter.Informed.class)).containsExactly("edith");
    assertThat(told(words, Question.class)).isEmpty();
  }

  @Test
  void theSamePeopleAreReminded() {
    house.given(requested(BRIDGE, "maya"), asked(LEGAL, AFRICA), cleared(AFRICA, "esther", BRIDGE));
    List<Word> words = house.when(new Fact.Reminded(List.of(LEGAL)));

    assertThat(told(words, Question.class)).containsExactly("grace", "kofi", "ruth");
    assertThat(((Question) notice(words, "kofi").matter()).form()).isEqualTo(Form.REMINDED);
    assertThat(((Question) notice(words, "kofi").matter()).due()).contains(DUE);
  }

  @Test
  void silenceGoesToTheActionOfficeAndTheApprovers() {
    house.given(requested(BRIDGE, "maya"), asked(LEGAL, ECONOMIC));
    List<Word> words = house.when(new Fact.FellSilent(List.of(LEGAL)));
    assertThat(told(words, Matter.Silence.class)).containsExactly("helen", "jonas", "maya", "tom");

    assertThat(told(house.when(new Fact.FellSilent(List.of(ECONOMIC))), Matter.Silence.class))
        .as("nothing waits for who is consulted")
        .containsExactly("jonas", "maya");
  }

  @Test
  void anAnswerSparesWhoIsStillToBeAskedAndWhoIsStillToBeToldOfSilence() {
    house.given(
        requested(BRIDGE, "maya"), asked(LEGAL, AFRICA), new Fact.FellSilent(List.of(LEGAL)));
    List<Word> words = house.when(cleared(LEGAL, "kofi", BRIDGE));

    assertThat(spared(words, "office/legal")).containsExactly("grace", "kofi", "ruth");
    assertThat(spared(words, "silence/legal")).containsExactly("helen", "jonas", "maya", "tom");
    assertThat(spared(words, "office/africa")).isEmpty();
  }

  @Test
  void aNewTextAsksAnewWithTheDifferenceFromTheTextThatWasAnsweredAbout() {
    house.given(requested(BRIDGE, "maya"), asked(LEGAL, AFRICA), cleared(LEGAL, "kofi", BRIDGE));
    assertThat(spared(house.when(requested(MENDED, "maya")), "office/africa"))
        .containsExactly("esther");
    List<Word> words = house.when(asked(LEGAL, AFRICA));

    assertThat(((Question) notice(words, "kofi").matter()).form()).isEqualTo(Form.OVERTAKEN);
    assertThat(((Question) notice(words, "kofi").matter()).former()).contains(BRIDGE);
    assertThat(notice(words, "kofi").text()).isEqualTo(MENDED);
    assertThat(((Question) notice(words, "esther").matter()).form()).isEqualTo(Form.OVERTAKEN);
    assertThat(((Question) notice(words, "esther").matter()).former())
        .as("she had read nothing yet")
        .isEmpty();
  }

  @Test
  void theOldTextAgainIsAskedAgainWithoutADifference() {
    house.given(
        requested(BRIDGE, "maya"),
        asked(LEGAL),
        cleared(LEGAL, "kofi", BRIDGE),
        new Fact.Reopened(LEGAL));
    Question question = (Question) notice(house.when(asked(LEGAL)), "ruth").matter();
    assertThat(question.form()).isEqualTo(Form.AGAIN);
    assertThat(question.former()).isEmpty();
  }

  @Test
  void whoseAnswerStandsIsToldSoAndAskedNothing() {
    house.given(requested(BRIDGE, "maya"), asked(LEGAL, AFRICA), cleared(AFRICA, "esther", BRIDGE));
    List<Word> words = house.when(new Fact.Kept(MENDED, List.of(AFRICA), "Unchanged."));

    assertThat(told(words, Matter.Kept.class)).containsExactly("esther");
    assertThat(notice(words, "esther").text()).isEqualTo(MENDED);
    assertThat(((Matter.Kept) notice(words, "esther").matter()).former()).isEqualTo(BRIDGE);
    assertThat(spared(house.when(requested(MENDED, "maya")), "office/africa")).isEmpty();
    assertThat(spared(house.when(new Fact.Suspended()), "office/africa")).containsExactly("esther");
  }

  @Test
  void whoIsPutOnTheListKeepsNoReceiptAndIsAskedAboutWhatChanged() {
    house.given(
        requested(BRIDGE, "maya"),
        asked(AFRICA),
        cleared(AFRICA, "esther", BRIDGE),
        new Fact.Kept(MENDED, List.of(AFRICA), "Unchanged."),
        requested(MENDED, "maya"));
    List<Word> words = house.when(new Fact.Listed(new Fact.Line(AFRICA, Part.MANDATORY, "asked")));
    assertThat(spared(words, "office/africa")).containsExactly("esther");
    Question question = (Question) notice(house.when(asked(AFRICA)), "esther").matter();
    assertThat(question.former()).contains(BRIDGE);
    assertThat(question.part()).isEqualTo(Part.MANDATORY);
  }

  @Test
  void anObjectionAndProposedEditsGoToWhoOfTheActionOfficeWroteTheText() {
    house.given(requested(BRIDGE, "maya", "ines"), asked(LEGAL, AFRICA));
    List<Word> words =
        house.when(
            new Fact.Proposed(said(LEGAL, Said.Answer.CLEARED_WITH_EDITS, "kofi", BRIDGE), MENDED));
    assertThat(told(words, Matter.Proposal.class)).containsExactly("maya");
    assertThat(notice(words, "maya").text()).isEqualTo(MENDED);

    List<Word> back =
        house.when(new Fact.Returned(said(AFRICA, Said.Answer.NOT_CLEARED, "esther", BRIDGE)));
    assertThat(told(back, Matter.Objection.class)).containsExactly("maya");
    assertThat(((Matter.Objection) notice(back, "maya").matter()).reason())
        .isEqualTo("as it stands");
    assertThat(spared(house.when(requested(MENDED, "maya")), "answer/africa"))
        .containsExactly("maya");
  }

  @Test
  void aReturnEndsWhatIsAsked() {
    house.given(requested(BRIDGE, "maya"), asked(LEGAL, AFRICA));
    List<Word> words =
        house.when(new Fact.Returned(said(AFRICA, Said.Answer.NOT_CLEARED, "esther", BRIDGE)));
    assertThat(spared(words, "office/legal")).containsExactly("grace", "kofi", "ruth");
  }

  @Test
  void writersWhoLeftAreReplacedByTheirOffice() {
    house.without("maya").given(requested(BRIDGE, "maya"), asked(LEGAL));
    assertThat(
            told(
                house.when(new Fact.Returned(said(LEGAL, Said.Answer.NOT_CLEARED, "kofi", BRIDGE))),
                Matter.Objection.class))
        .containsExactly("jonas");
  }

  @Test
  void onceEverybodyHasClearedApproversWhoHadNoPartInItAreAsked() {
    house.given(requested(BRIDGE, "maya", "tom"), asked(LEGAL, AFRICA, ECONOMIC));
    assertThat(told(house.when(cleared(LEGAL, "kofi", BRIDGE)), Matter.ApprovalAwaited.class))
        .isEmpty();
    List<Word> words = house.when(cleared(AFRICA, "esther", BRIDGE));
    assertThat(told(words, Matter.ApprovalAwaited.class)).containsExactly("helen");
    assertThat(told(house.when(cleared(ECONOMIC, "ines", BRIDGE)), Matter.ApprovalAwaited.class))
        .as("said already")
        .isEmpty();
  }

  @Test
  void passingOverTheLastOfficeAsksTheApprovers() {
    house.given(
        requested(BRIDGE, "maya"),
        asked(LEGAL, AFRICA),
        cleared(LEGAL, "kofi", BRIDGE),
        new Fact.FellSilent(List.of(AFRICA)));
    List<Word> words = house.when(new Fact.PassedOver(AFRICA));
    assertThat(told(words, Matter.ApprovalAwaited.class)).containsExactly("helen", "tom");
    assertThat(spared(words, "silence/africa")).isNotEmpty();
  }

  @Test
  void anAnswerOfSomebodyWhoTurnsOutToHaveWrittenItCountsNoLonger() {
    house.given(requested(BRIDGE, "maya"), asked(LEGAL, AFRICA), cleared(LEGAL, "kofi", BRIDGE));
    house.given(requested(BRIDGE, "maya", "kofi"));
    assertThat(told(house.when(cleared(AFRICA, "esther", BRIDGE)), Matter.ApprovalAwaited.class))
        .isEmpty();
  }

  @Test
  void clearedIsToldToDutyOfficersAndWriters() {
    List<Word> words = allCleared().when(approved("helen"));
    assertThat(told(words, Matter.Cleared.class)).containsExactly("dora", "maya");
    assertThat(spared(words, "approval")).containsExactly("helen", "tom");
  }

  @Test
  void aReleaseIsToldToWhoWroteAnsweredOrApprovedItAndEndsTheRest() {
    allCleared().given(approved("helen"));
    List<Word> words = house.when(new Fact.Released(BRIDGE));
    assertThat(told(words, Matter.Released.class))
        .containsExactly("esther", "helen", "kofi", "maya");
    assertThat(spared(words, "outcome")).as("she need not release it").containsExactly("dora");
  }

  @Test
  void whatIsTakenBackIsNotToldAsCleared() {
    allCleared().given(approved("helen"));
    assertThat(spared(house.when(new Fact.Suspended()), "outcome")).containsExactly("dora", "maya");
  }

  @Test
  void inAnEmergencyEverybodyWhoIsWaitedForIsAskedAfterTheFact() {
    house.given(requested(BRIDGE, "maya"), asked(LEGAL));
    List<Word> words = house.when(passedInEmergency("helen"));
    assertThat(told(words, Matter.Cleared.class)).containsExactly("dora", "maya");
    assertThat(told(words, Question.class)).containsExactly("grace", "kofi", "ruth");
    assertThat(((Question) notice(words, "kofi").matter()).form()).isEqualTo(Form.OWED);

    List<Word> more = house.when(asked(AFRICA));
    assertThat(((Question) notice(more, "esther").matter()).form()).isEqualTo(Form.OWED);

    house.given(cleared(LEGAL, "kofi", BRIDGE));
    List<Word> heard =
        house.when(new Fact.Answered(said(AFRICA, Said.Answer.NOT_CLEARED, "esther", BRIDGE)));
    assertThat(told(heard, Matter.Objection.class)).containsExactly("maya");
    assertThat(told(heard, Matter.ApprovalAwaited.class))
        .as("another than the authority")
        .containsExactly("tom");
    assertThat(told(house.when(new Fact.ClearedAfterTheFact(person("tom"))), Matter.Cleared.class))
        .containsExactly("helen", "maya");
  }

  @Test
  void aDebtThatIsOverdueGoesToItsAuthorityAndTheActionOffice() {
    house.given(requested(BRIDGE, "maya"), asked(LEGAL), passedInEmergency("helen"));
    assertThat(told(house.when(new Fact.Overdue()), Matter.Overdue.class))
        .containsExactly("helen", "jonas", "maya");
  }

  @Test
  void aNoteThatNobodyHadToClearIsToldToItsWriter() {
    List<Word> words =
        house
            .given(
                new Fact.Requested(
                    BRIDGE, List.of(person("maya")), new OfficeId("press"), List.of()))
            .when(
                new Fact.Returned(
                    said(OfficeId.NONE, Said.Answer.NOT_CLEARED, "system:x", BRIDGE)));
    assertThat(told(words, Matter.Objection.class)).containsExactly("maya");
  }

  @Test
  void whoIsNotInTheDirectoryIsToldNothing() {
    allCleared().without("maya").without("dora");
    assertThat(told(house.when(approved("helen")), Matter.Cleared.class)).isEmpty();
  }

  @Test
  void aLinkEndsThreeDaysAfterTheTimeForAnAnswerAndAfterTwoWeeksInAnyCase() {
    Notice kofi = notice(house.given(requested(BRIDGE, "maya")).when(asked(LEGAL)), "kofi");
    assertThat(kofi.until()).isEqualTo(DUE.plus(Duration.ofDays(3)));
    assertThat(kofi.isStale(kofi.until().minusMillis(1))).isFalse();
    assertThat(kofi.isStale(kofi.until())).isTrue();

    Fact forever = new Fact.Asked(List.of(new Fact.Turn(AFRICA, Optional.empty())));
    assertThat(notice(house.when(forever), "esther").until())
        .isEqualTo(MONDAY.plus(Duration.ofDays(14)));
    Fact late =
        new Fact.Asked(
            List.of(new Fact.Turn(AFRICA, Optional.of(MONDAY.plus(Duration.ofDays(30))))));
    assertThat(notice(house.when(late), "esther").until())
        .isEqualTo(MONDAY.plus(Duration.ofDays(14)));
  }

  private House allCleared() {
    return house.given(
        requested(BRIDGE, "maya"),
        asked(LEGAL, AFRICA),
        cleared(LEGAL, "kofi", BRIDGE),
        cleared(AFRICA, "esther", BRIDGE));
  }

  // Outside the house

  private static final OfficeId NORWAY = new OfficeId("external.norway");

  private static Fact invited(dateline.note.Digest text) {
    return new Fact.Invited(NORWAY, "invitation-1", text, person("0f"), "Kari Nordmann", DUE);
  }

  private House withNorway() {
    return house.given(
        requested(BRIDGE, "maya"), new Fact.Listed(new Fact.Line(NORWAY, Part.CLEAR, "agreed")));
  }

  @Test
  void whoIsInvitedIsToldAndNobodyOfTheHouse() {
    List<Word> words = withNorway().when(invited(BRIDGE));
    assertThat(told(words, Matter.Invitation.class)).containsExactly("0f");
    assertThat(notice(words, "0f").matter())
        .isEqualTo(new Matter.Invitation(NORWAY, "invitation-1", "Kari Nordmann", DUE));
    assertThat(house.when(asked(NORWAY))).isEmpty();
  }

  @Test
  void aCodeGoesToWhoIsInvited() {
    withNorway().given(invited(BRIDGE));
    List<Word> words = house.when(new Fact.CodeAsked(NORWAY, 2, DUE));
    assertThat(notice(words, "0f").matter())
        .isEqualTo(new Matter.Code(NORWAY, "invitation-1", "Kari Nordmann", 2, DUE));
  }

  @Test
  void whoseLinkEndedIsToldNothingOfIt() {
    withNorway().given(invited(BRIDGE));
    List<Word> words = house.when(new Fact.Revoked(NORWAY));
    assertThat(spared(words, "invitation/external.norway")).containsExactly("0f");
    assertThat(house.when(new Fact.CodeAsked(NORWAY, 1, DUE))).isEmpty();
  }

  @Test
  void whoIsOnTheListWithoutALinkToTheNewTextIsTheActionOfficesToInvite() {
    withNorway().given(invited(BRIDGE));
    List<Word> overtaken = house.when(requested(MENDED, "maya"));
    assertThat(spared(overtaken, "invitation/external.norway")).containsExactly("0f");
    house.given(new Fact.Listed(new Fact.Line(NORWAY, Part.CLEAR, "agreed")));
    assertThat(told(house.when(asked(NORWAY)), Matter.NobodyThere.class))
        .containsExactly("jonas", "maya");
  }

  @Test
  void whoObjectedAndIsAskedAboutTheSameTextAgainGetsTheirLinkAgain() {
    withNorway().given(invited(BRIDGE), asked(NORWAY));
    house.given(
        new Fact.Returned(said(NORWAY, Said.Answer.NOT_CLEARED, "0f", BRIDGE)),
        requested(BRIDGE, "maya"),
        new Fact.Listed(new Fact.Line(NORWAY, Part.CLEAR, "agreed")));
    assertThat(told(house.when(asked(NORWAY)), Matter.Invitation.class)).containsExactly("0f");
  }

  @Test
  void whoseLinkEndedUnansweredIsSilentToTheActionOfficeAndTheApprovers() {
    withNorway().given(invited(BRIDGE), asked(NORWAY));
    assertThat(told(house.when(new Fact.FellSilent(List.of(NORWAY))), Matter.Silence.class))
        .contains("jonas", "maya", "helen");
  }

  @Test
  void whoIsInvitedInTimeIsNotToBeInvitedAnyMore() {
    withNorway().given(asked(NORWAY));
    assertThat(spared(house.when(invited(BRIDGE)), "silence/external.norway"))
        .contains("jonas", "maya");
  }
}
