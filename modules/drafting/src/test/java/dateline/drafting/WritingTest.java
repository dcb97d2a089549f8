package dateline.drafting;

import static dateline.drafting.Drafts.MAYA;
import static dateline.drafting.Drafts.TOM;
import static dateline.drafting.Drafts.created;
import static dateline.drafting.Drafts.nothing;
import static dateline.drafting.Drafts.officer;
import static dateline.drafting.Drafts.people;
import static dateline.drafting.Drafts.person;
import static dateline.drafting.Drafts.reason;
import static dateline.drafting.Drafts.revised;
import static dateline.drafting.Drafts.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.drafting.DraftingCommand.AddCoDrafter;
import dateline.drafting.DraftingCommand.RecallNote;
import dateline.drafting.DraftingCommand.RemoveCoDrafter;
import dateline.drafting.DraftingCommand.RestoreRevision;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.RevisePart;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingEvent.CoDrafterAdded;
import dateline.drafting.DraftingEvent.CoDrafterRemoved;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.kernel.Actor;
import dateline.kernel.Role;
import dateline.note.MediaNote;
import dateline.note.Part;
import dateline.testkit.DeciderScenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who writes on a draft, what becomes of texts written at the same time, and of old ones. */
class WritingTest {

  private static final MediaNote ONE = saying("One.", "Two.", "Three.");
  private static final MediaNote HEAD = Part.HEADLINE.into(ONE, Drafts.withHeadline("Late ferry"));
  private static final MediaNote FRENCH = Part.LANGUAGES.into(ONE, inFrench());
  private static final Actor ODA = person("oda", "legal", Role.PRESS_OFFICER);

  // Parts

  @Test
  void onePartIsRevisedAlone() {
    draft().when(TOM, headline(1, "Late ferry")).then(revised(2, HEAD));
  }

  @Test
  void oneBlockIsRevisedAlone() {
    draft().when(TOM, block(1, 2, "Zwei.")).then(revised(2, saying("One.", "Zwei.", "Three.")));
  }

  @Test
  void aBlockBecomesSeveralOrNone() {
    draft()
        .when(TOM, block(1, 2, "Two.", "Two and a half."))
        .then(revised(2, saying("One.", "Two.", "Two and a half.", "Three.")));
    draft().when(TOM, block(1, 2)).then(revised(2, saying("One.", "Three.")));
  }

  @Test
  void aPartThatSaysWhatIsThereDoesNothing() {
    draft().when(TOM, headline(1, ONE.headline())).isNothingToDo();
    draft().when(TOM, block(1, 2, "Two.")).isNothingToDo();
  }

  @Test
  void aBlockThatIsNotThereIsRefused() {
    draft().when(TOM, block(1, 4, "Four.")).isRefused("UNKNOWN_BLOCK");
    draft().when(TOM, block(1, -1, "Four.")).isRefused("UNKNOWN_BLOCK");
    draft()
        .when(TOM, new RevisePart(1, Part.HEADLINE, 1, saying("Four.")))
        .isRefused("UNKNOWN_BLOCK");
  }

  // At the same time

  @Test
  void twoPeopleWhoChangeDifferentPartsBothKeepTheirWork() {
    draft()
        .by(TOM, revised(2, HEAD))
        .when(MAYA, block(1, 2, "Zwei."))
        .then(revised(3, Part.HEADLINE.into(saying("One.", "Zwei.", "Three."), HEAD)));
    draft()
        .by(TOM, revised(2, saying("One.", "Zwei.", "Three.")))
        .when(MAYA, headline(1, "Late ferry"))
        .then(revised(3, Part.HEADLINE.into(saying("One.", "Zwei.", "Three."), HEAD)));
  }

  @Test
  void aBlockIsFoundWhereOthersMovedItByWritingBeforeIt() {
    draft()
        .by(TOM, revised(2, saying("Zero.", "One.", "Two.", "Three.")))
        .when(MAYA, block(1, 2, "Zwei."))
        .then(revised(3, saying("Zero.", "One.", "Zwei.", "Three.")));
  }

  @Test
  void whoeverChangesWhatSomebodyElseChangedMeanwhileIsRefused() {
    draft()
        .by(TOM, revised(2, saying("One.", "Deux.", "Three.")))
        .when(MAYA, block(1, 2, "Zwei."))
        .isRefused("STALE_REVISION");
    draft()
        .by(TOM, revised(2, HEAD))
        .when(MAYA, headline(1, "No ferry"))
        .isRefused("STALE_REVISION");
  }

  @Test
  void aBlockThatSomebodyTookOutIsNotWrittenAgain() {
    draft()
        .by(TOM, revised(2, saying("One.", "Three.")))
        .when(MAYA, block(1, 2, "Zwei."))
        .isRefused("STALE_REVISION");
  }

  @Test
  void oneOfTwoEqualBlocksIsNotTakenForTheOther() {
    nothing()
        .by(MAYA, created(saying("A.", "Same.", "B.", "Same.", "C.")))
        .by(TOM, revised(2, saying("X.", "Same.", "B.", "Same.", "Y.")))
        .when(MAYA, block(1, 2, "Other."))
        .isRefused("STALE_REVISION");
  }

  @Test
  void theRefusalNamesWhoChangedWhichPartInWhichRevision() {
    String said =
        reason(
            draft()
                .by(TOM, revised(2, HEAD))
                .by(
                    officer("ines"),
                    revised(3, Part.HEADLINE.into(saying("One.", "Deux.", "Three."), HEAD)))
                .when(MAYA, new ReviseDraft(1, saying("Something else."))));
    assertThat(said)
        .contains("tom changed headline in revision 2 at 2026-03-02T12:00:01Z")
        .contains("ines changed body (block 2) in revision 3 at 2026-03-02T12:00:02Z")
        .doesNotContain("Late ferry");
  }

  @Test
  void theRefusalOfAVeryOldRevisionNamesTheNewestChangesAndCountsTheOthers() {
    DeciderScenario<DraftingCommand, Draft, DraftingEvent> scene = draft();
    for (int i = 2; i <= 9; i++) {
      scene = scene.by(TOM, revised(i, saying("Text " + i + ".")));
    }
    assertThat(reason(scene.when(MAYA, new ReviseDraft(1, saying("Mine.")))))
        .contains("3 earlier revisions, tom changed body (block 1) in revision 5");
  }

  @Test
  void aPartOfARevisionThatDoesNotExistIsStale() {
    draft().when(MAYA, headline(7, "Late ferry")).isRefused("STALE_REVISION");
    draft().when(MAYA, headline(0, "Late ferry")).isRefused("STALE_REVISION");
  }

  @Test
  void whatIsJoinedKeepsToTheLimitsOfAnyText() {
    draft().when(MAYA, headline(1, " ")).isRefused("NO_HEADLINE");
  }

  // Old texts

  @Test
  void everyRevisionCanBeMadeTheNewestAgain() {
    draft()
        .by(TOM, revised(2, HEAD))
        .by(TOM, revised(3, FRENCH))
        .when(MAYA, new RestoreRevision(3, 1))
        .then(revised(4, ONE));
    draft()
        .by(TOM, revised(2, HEAD))
        .by(TOM, revised(3, FRENCH))
        .when(MAYA, new RestoreRevision(3, 2))
        .then(revised(4, HEAD));
  }

  @Test
  void anOldTextDoesNotOverwriteWhatWasNotRead() {
    draft()
        .by(TOM, revised(2, HEAD))
        .by(TOM, revised(3, FRENCH))
        .when(MAYA, new RestoreRevision(2, 1))
        .isRefused("STALE_REVISION");
  }

  @Test
  void theNewestTextAndTextsThatDoNotExistAreNotRestored() {
    draft().when(MAYA, new RestoreRevision(1, 1)).isNothingToDo();
    draft().when(MAYA, new RestoreRevision(1, 2)).isRefused("UNKNOWN_REVISION");
    draft().when(MAYA, new RestoreRevision(1, 0)).isRefused("UNKNOWN_REVISION");
  }

  // Who

  @Test
  void pressOfficersOfAnotherOfficeDoNotWriteOnADraft() {
    draft().when(ODA, new ReviseDraft(1, HEAD)).isRefused("NOT_A_DRAFTER");
    draft().when(ODA, headline(1, "Late ferry")).isRefused("NOT_A_DRAFTER");
    draft().when(ODA, new RestoreRevision(1, 1)).isRefused("NOT_A_DRAFTER");
  }

  @Test
  void aCoDrafterOfAnotherOfficeWritesAndIsNamedAsContributor() {
    draft().when(MAYA, new AddCoDrafter(ODA.person())).then(new CoDrafterAdded(ODA.person()));
    shared().when(ODA, headline(1, "Late ferry")).then(revised(2, HEAD));
    NoteSubmitted submitted =
        shared()
            .by(ODA, revised(2, HEAD))
            .when(TOM, new SubmitNote(2, List.of()))
            .thenSome(NoteSubmitted.class);
    assertThat(submitted.contributors()).isEqualTo(people("maya", "oda"));
  }

  @Test
  void aCoDrafterInAnotherRoleDoesNotWrite() {
    shared()
        .when(person("oda", "legal", Role.REVIEWER), new ReviseDraft(1, HEAD))
        .isRefused("WRONG_ROLE");
  }

  @Test
  void whatBecomesOfANoteIsDecidedByItsOfficeAlone() {
    shared().when(ODA, new SubmitNote(1, List.of())).isRefused("NOT_YOUR_OFFICE");
    shared().when(ODA, new AddCoDrafter(TOM.person())).isRefused("NOT_YOUR_OFFICE");
    shared().when(ODA, new DraftingCommand.AbandonDraft("No.")).isRefused("NOT_YOUR_OFFICE");
    Drafts.submitted().when(ODA, new RecallNote("")).isRefused("NOT_YOUR_OFFICE");
  }

  @Test
  void whoIsNoCoDrafterAnyMoreWritesNoMore() {
    shared().when(MAYA, new RemoveCoDrafter(ODA.person())).then(new CoDrafterRemoved(ODA.person()));
    shared()
        .by(MAYA, new CoDrafterRemoved(ODA.person()))
        .when(ODA, new ReviseDraft(1, HEAD))
        .isRefused("NOT_A_DRAFTER");
  }

  @Test
  void namingACoDrafterTwiceDoesNothing() {
    shared().when(MAYA, new AddCoDrafter(ODA.person())).isNothingToDo();
    draft().when(MAYA, new RemoveCoDrafter(ODA.person())).isNothingToDo();
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> draft() {
    return nothing().by(MAYA, created(ONE));
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> shared() {
    return draft().by(MAYA, new CoDrafterAdded(ODA.person()));
  }

  private static RevisePart headline(int expected, String headline) {
    return new RevisePart(expected, Part.HEADLINE, 0, Drafts.withHeadline(headline));
  }

  private static RevisePart block(int expected, int block, String... instead) {
    return new RevisePart(expected, Part.BODY, block, saying(instead));
  }

  private static MediaNote inFrench() {
    return new MediaNote(
        "",
        ONE.subheadline(),
        ONE.kind(),
        ONE.issuer(),
        ONE.place(),
        ONE.date(),
        ONE.releaseLine(),
        ONE.embargoLine(),
        ONE.attribution(),
        ONE.correction(),
        ONE.releaseNumber(),
        ONE.body(),
        ONE.contacts(),
        ONE.boilerplate(),
        ONE.endMark(),
        List.of("fr"));
  }
}
