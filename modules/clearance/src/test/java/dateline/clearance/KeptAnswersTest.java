package dateline.clearance;

import static dateline.clearance.Office.ANA;
import static dateline.clearance.Office.ANA_DRAFTS;
import static dateline.clearance.Office.BEN;
import static dateline.clearance.Office.FIRST;
import static dateline.clearance.Office.LEA_OF_LEGAL;
import static dateline.clearance.Office.LEGAL;
import static dateline.clearance.Office.MIA_OF_PRESS;
import static dateline.clearance.Office.POLICY;
import static dateline.clearance.Office.PRESS;
import static dateline.clearance.Office.SAM;
import static dateline.clearance.Office.SAM_OF_SECURITY;
import static dateline.clearance.Office.SECOND;
import static dateline.clearance.Office.SECURITY;
import static dateline.clearance.Office.TOM_OF_TRADE;
import static dateline.clearance.Office.TRADE;
import static dateline.clearance.Office.VERA_APPROVES;
import static dateline.clearance.Office.asked;
import static dateline.clearance.Office.text;
import static dateline.clearance.Scenes.approve;
import static dateline.clearance.Scenes.clear;
import static dateline.clearance.Scenes.note;
import static dateline.clearance.Scenes.object;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.ClearanceCommand.Listing.AddOffice;
import dateline.clearance.ClearanceCommand.Listing.AskAgain;
import dateline.clearance.ClearanceCommand.Listing.KeepAnswer;
import dateline.clearance.ClearanceCommand.Listing.RemoveOffice;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.clearance.ClearanceEvent.NoteCleared;
import dateline.clearance.ClearanceEvent.Reviewing.AnswersKept;
import dateline.clearance.ClearanceEvent.Reviewing.ClearancesVoided;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAnswered;
import dateline.clearance.ClearanceEvent.Reviewing.OfficeAskedAgain;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.testkit.DeciderScenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The specification of a changed text: only the offices whose passages changed are asked again, and
 * the action office may ask more or fewer.
 */
class KeptAnswersTest {

  private static final Digest CABLES = Office.text(9, "It has cables.").digest();
  private static final Digest TARIFFS = Office.text(9, "It pays tariffs.").digest();

  /** Legal is mandatory and reads everything; security and trade read their passages. */
  private static ClearanceList list(Digest cables, Digest tariffs) {
    return new ClearanceList(
        7,
        PRESS,
        1,
        List.of(
            line(LEGAL, true, Interest.WHOLE),
            line(SECURITY, false, new Interest(List.of(cables))),
            line(TRADE, false, new Interest(List.of(tariffs)))));
  }

  private static final ClearanceList LIST = list(CABLES, TARIFFS);

  private static ClearanceLine line(OfficeId office, boolean mandatory, Interest interest) {
    return new ClearanceLine(
        office, Power.CLEAR, mandatory, "a rule", 1, interest, Optional.empty());
  }

  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> allClearedFirst() {
    return note()
        .after(POLICY, new RequestClearance(FIRST, LIST))
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(SAM_OF_SECURITY, clear(FIRST))
        .after(TOM_OF_TRADE, clear(FIRST));
  }

  /** Then a text in which the tariffs are others. */
  private static DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> changed() {
    return allClearedFirst()
        .after(POLICY, new RequestClearance(SECOND, list(CABLES, SECOND.digest())));
  }

  @Test
  void onlyTheOfficesWhosePassagesChangedAreAskedAgain() {
    ClearanceList other = list(CABLES, SECOND.digest());
    allClearedFirst()
        .when(POLICY, new RequestClearance(SECOND, other))
        .then(
            new ClearancesVoided(FIRST.digest(), List.of(LEGAL, TRADE)),
            new AnswersKept(
                SECOND.digest(),
                List.of(SECURITY),
                "The passages that concern them are unchanged."),
            new ClearanceRequested(SECOND, other),
            asked(LEGAL, TRADE));
  }

  @Test
  void aMandatoryOfficeReadsEveryTextThoughItsPassagesAreTheSame() {
    ClearanceList strict =
        new ClearanceList(7, PRESS, 1, List.of(line(LEGAL, true, new Interest(List.of(CABLES)))));
    note()
        .after(POLICY, new RequestClearance(FIRST, strict))
        .after(LEA_OF_LEGAL, clear(FIRST))
        .after(POLICY, new RequestClearance(SECOND, strict))
        .when(VERA_APPROVES, approve(SECOND))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void whoIsTakenOffTheListAndPutOnAgainReadsTheTextThemselves() {
    DeciderScenario<ClearanceCommand, Clearance, ClearanceEvent> again =
        changed()
            .after(MIA_OF_PRESS, new RemoveOffice(SECURITY, "It is not about cables."))
            .after(
                MIA_OF_PRESS,
                new AddOffice(new ClearanceLine(SECURITY, Power.CLEAR, false, "It is, after all.")))
            .after(LEA_OF_LEGAL, clear(SECOND))
            .after(TOM_OF_TRADE, clear(SECOND));
    again.when(VERA_APPROVES, approve(SECOND)).isRefused("NOT_ALL_CLEARED");
    again
        .after(SAM_OF_SECURITY, clear(SECOND))
        .when(VERA_APPROVES, approve(SECOND))
        .thenSome(NoteCleared.class);
  }

  @Test
  void whoIsPutBackOnTheListAfterClearingThisVeryTextHasClearedIt() {
    allClearedFirst()
        .after(MIA_OF_PRESS, new RemoveOffice(SECURITY, "It is not about cables."))
        .after(
            MIA_OF_PRESS,
            new AddOffice(new ClearanceLine(SECURITY, Power.CLEAR, false, "It is, after all.")))
        .when(VERA_APPROVES, approve(FIRST))
        .thenSome(NoteCleared.class);
  }

  @Test
  void aKeptAnswerCountsAndSaysWhichTextItWasOf() {
    NoteCleared cleared =
        changed()
            .after(LEA_OF_LEGAL, clear(SECOND))
            .after(TOM_OF_TRADE, clear(SECOND))
            .when(VERA_APPROVES, approve(SECOND))
            .thenSome(NoteCleared.class);
    assertThat(cleared.answers())
        .extracting(OfficeAnswer::digest)
        .containsExactly(SECOND.digest(), FIRST.digest(), SECOND.digest());
  }

  @Test
  void anObjectionIsNotKept() {
    note()
        .after(POLICY, new RequestClearance(FIRST, LIST))
        .after(SAM_OF_SECURITY, object(FIRST, "A cable is missing."))
        .when(POLICY, new RequestClearance(SECOND, LIST))
        .then(
            new ClearancesVoided(FIRST.digest(), List.of(SECURITY)),
            new ClearanceRequested(SECOND, LIST),
            asked(LEGAL, SECURITY, TRADE));
  }

  @Test
  void anAnswerOfWhoHasWrittenSinceIsNotKept() {
    SubmittedText samWrote = text(2, "The bridge opens on Tuesday.", ANA, SAM);
    allClearedFirst()
        .when(POLICY, new RequestClearance(samWrote, LIST))
        .then(
            new ClearancesVoided(FIRST.digest(), List.of(LEGAL, SECURITY)),
            new AnswersKept(
                samWrote.digest(), List.of(TRADE), "The passages that concern them are unchanged."),
            new ClearanceRequested(samWrote, LIST),
            asked(LEGAL, SECURITY));
  }

  @Test
  void aKeptAnswerIsKeptOnOverAThirdText() {
    SubmittedText third = text(3, "The bridge opens on Wednesday.", ANA);
    changed()
        .when(POLICY, new RequestClearance(third, list(CABLES, third.digest())))
        .then(
            new AnswersKept(
                third.digest(), List.of(SECURITY), "The passages that concern them are unchanged."),
            new ClearanceRequested(third, list(CABLES, third.digest())),
            asked(LEGAL, TRADE));
  }

  @Test
  void anOfficeThatReadsTheNewTextAnywaySaysMore() {
    changed().when(SAM_OF_SECURITY, clear(SECOND)).thenSome(OfficeAnswered.class);
  }

  @Test
  void anOfficeWhoseAnswerWasKeptMayReturnTheText() {
    changed()
        .when(SAM_OF_SECURITY, object(SECOND, "Not with these tariffs."))
        .thenSome(ClearanceEvent.NoteReturned.class);
  }

  @Test
  void theActionOfficeHasAKeptOfficeAskedAgain() {
    changed()
        .when(ANA_DRAFTS, new AskAgain(SECOND.digest(), SECURITY, " To be sure. "))
        .then(new OfficeAskedAgain(SECURITY, "To be sure."), asked(SECURITY));
    changed()
        .after(ANA_DRAFTS, new AskAgain(SECOND.digest(), SECURITY, "To be sure."))
        .after(LEA_OF_LEGAL, clear(SECOND))
        .after(TOM_OF_TRADE, clear(SECOND))
        .when(VERA_APPROVES, approve(SECOND))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void askingAgainNeedsAKeptAnswerAReasonAndThePresentText() {
    changed().when(ANA_DRAFTS, new AskAgain(SECOND.digest(), TRADE, "So.")).isNothingToDo();
    changed()
        .when(ANA_DRAFTS, new AskAgain(SECOND.digest(), SECURITY, ""))
        .isRefused("REASON_MISSING");
    changed()
        .when(ANA_DRAFTS, new AskAgain(FIRST.digest(), SECURITY, "So."))
        .isRefused("STALE_TEXT");
    changed()
        .when(
            new Actor(BEN, TRADE, Role.PRESS_OFFICER),
            new AskAgain(SECOND.digest(), SECURITY, "So."))
        .isRefused("NOT_YOUR_LIST");
  }

  @Test
  void theActionOfficeLetsAnAnswerStandForAChangeThatDoesNotConcernIt() {
    changed()
        .when(MIA_OF_PRESS, new KeepAnswer(SECOND.digest(), TRADE, " A comma. "))
        .then(new AnswersKept(SECOND.digest(), List.of(TRADE), "A comma."));
    changed()
        .after(MIA_OF_PRESS, new KeepAnswer(SECOND.digest(), TRADE, "A comma."))
        .after(LEA_OF_LEGAL, clear(SECOND))
        .when(VERA_APPROVES, approve(SECOND))
        .thenSome(NoteCleared.class);
  }

  @Test
  void whoWroteTheTextLetsNoAnswerStand() {
    changed()
        .when(ANA_DRAFTS, new KeepAnswer(SECOND.digest(), TRADE, "A comma."))
        .isRefused("OWN_TEXT");
  }

  @Test
  void noAnswerOfAMandatoryOfficeStands() {
    changed()
        .when(MIA_OF_PRESS, new KeepAnswer(SECOND.digest(), LEGAL, "A comma."))
        .isRefused("MANDATORY_LINE");
  }

  @Test
  void onlyAClearanceStands() {
    note()
        .after(POLICY, new RequestClearance(FIRST, LIST))
        .after(POLICY, new RequestClearance(SECOND, list(CABLES, SECOND.digest())))
        .when(MIA_OF_PRESS, new KeepAnswer(SECOND.digest(), TRADE, "A comma."))
        .isRefused("NOTHING_TO_KEEP");
    allClearedFirst()
        .after(TOM_OF_TRADE, object(FIRST, "The tariff is wrong."))
        .after(POLICY, new RequestClearance(SECOND, list(CABLES, SECOND.digest())))
        .when(MIA_OF_PRESS, new KeepAnswer(SECOND.digest(), TRADE, "A comma."))
        .isRefused("NOTHING_TO_KEEP");
    changed()
        .after(TOM_OF_TRADE, object(SECOND, "The tariff is wrong."))
        .when(MIA_OF_PRESS, new KeepAnswer(SECOND.digest(), TRADE, "A comma."))
        .isRefused("NOTHING_TO_KEEP");
  }

  @Test
  void noAnswerStandsOfWhoHasWrittenSince() {
    SubmittedText tomWrote = text(2, "The bridge opens on Tuesday.", ANA, TOM_OF_TRADE.person());
    allClearedFirst()
        .after(POLICY, new RequestClearance(tomWrote, list(CABLES, SECOND.digest())))
        .when(MIA_OF_PRESS, new KeepAnswer(tomWrote.digest(), TRADE, "A comma."))
        .isRefused("NOTHING_TO_KEEP");
  }

  @Test
  void anAnswerStandsWithAReasonForThePresentTextAndOnce() {
    changed()
        .when(MIA_OF_PRESS, new KeepAnswer(SECOND.digest(), TRADE, ""))
        .isRefused("REASON_MISSING");
    changed()
        .when(MIA_OF_PRESS, new KeepAnswer(FIRST.digest(), TRADE, "A comma."))
        .isRefused("STALE_TEXT");
    changed()
        .when(MIA_OF_PRESS, new KeepAnswer(SECOND.digest(), SECURITY, "A comma."))
        .isNothingToDo();
    changed()
        .when(MIA_OF_PRESS, new KeepAnswer(SECOND.digest(), new OfficeId("health"), "A comma."))
        .isRefused("NOT_ON_LIST");
    changed()
        .when(
            new Actor(BEN, TRADE, Role.PRESS_OFFICER),
            new KeepAnswer(SECOND.digest(), TRADE, "A comma."))
        .isRefused("NOT_YOUR_LIST");
  }

  @Test
  void anAnswerThatWasVoidedDoesNotComeBackWithItsText() {
    changed()
        .after(POLICY, new RequestClearance(FIRST, LIST))
        .when(VERA_APPROVES, approve(FIRST))
        .isRefused("NOT_ALL_CLEARED");
  }

  @Test
  void whatConcernsAnOfficeIsWhereTheWordsOfItsRuleStand() {
    MediaNote note =
        Office.note("The bridge", "It has cables.", "It pays tariffs.", "Cables again.");
    ClearanceRule cables =
        new ClearanceRule(
            List.of(),
            List.of(),
            List.of("cables"),
            List.of(),
            new ClearanceLine(SECURITY, Power.CLEAR, false, "it has cables"));
    Directory directory =
        new Directory(1, List.of(cables, ClearanceRule.always(LEGAL, Power.CLEAR, "all")));
    Occasion routine = new Occasion(PRESS, false, false);
    ClearanceList before = directory.listFor(note, routine);
    assertThat(before.lineOf(SECURITY).orElseThrow().interest().passages()).hasSize(2);
    assertThat(before.lineOf(LEGAL).orElseThrow().interest()).isEqualTo(Interest.WHOLE);
    Interest same =
        directory
            .listFor(
                Office.note("Another", "It has cables.", "It pays none.", "Cables again."), routine)
            .lineOf(SECURITY)
            .orElseThrow()
            .interest();
    assertThat(before.lineOf(SECURITY).orElseThrow().interest().isUnchangedIn(same)).isTrue();
    Interest other =
        directory
            .listFor(Office.note("The bridge", "It has cables!", "Cables again."), routine)
            .lineOf(SECURITY)
            .orElseThrow()
            .interest();
    assertThat(before.lineOf(SECURITY).orElseThrow().interest().isUnchangedIn(other)).isFalse();
  }
}
