package dateline.drafting;

import static dateline.drafting.Drafts.MAYA;
import static dateline.drafting.Drafts.TOM;
import static dateline.drafting.Drafts.created;
import static dateline.drafting.Drafts.nothing;
import static dateline.drafting.Drafts.person;
import static dateline.drafting.Drafts.reason;
import static dateline.drafting.Drafts.revised;
import static dateline.drafting.Drafts.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.drafting.DraftingCommand.LockParagraphs;
import dateline.drafting.DraftingCommand.RestoreRevision;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.RevisePart;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingCommand.UnlockParagraphs;
import dateline.drafting.DraftingEvent.CoDrafterAdded;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.drafting.DraftingEvent.ParagraphsLocked;
import dateline.drafting.DraftingEvent.ParagraphsUnlocked;
import dateline.kernel.Actor;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Part;
import dateline.testkit.DeciderScenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paragraphs that were agreed with somebody, as in a joint statement. */
class AgreedTextTest {

  private static final MediaNote JOINT = saying("One.", "We agree.", "We act.", "Four.");
  private static final Actor ODA = person("oda", "protocol", Role.PRESS_OFFICER);
  private static final String NORLAND = "Embassy of Norland";
  private static final String LOCK = MessageId.of("command-under-test").value();

  @Test
  void paragraphsAreLockedAsTheyWereRead() {
    draft()
        .when(MAYA, new LockParagraphs(1, List.of(3, 2, 3), NORLAND))
        .then(new ParagraphsLocked(LOCK, 1, List.of(2, 3), NORLAND));
    draft()
        .by(TOM, revised(2, saying("One.", "We agree.", "We wait.", "Four.")))
        .when(MAYA, new LockParagraphs(1, List.of(2, 3), NORLAND))
        .isRefused("STALE_REVISION");
  }

  @Test
  void whatIsLockedIsThereIsNamedAndIsNotLockedYet() {
    draft().when(MAYA, new LockParagraphs(1, List.of(), NORLAND)).isRefused("NO_BLOCKS");
    draft().when(MAYA, new LockParagraphs(1, List.of(5), NORLAND)).isRefused("UNKNOWN_BLOCK");
    draft().when(MAYA, new LockParagraphs(1, List.of(0), NORLAND)).isRefused("UNKNOWN_BLOCK");
    draft().when(MAYA, new LockParagraphs(1, List.of(2), " ")).isRefused("AGREED_WITH_MISSING");
    locked().when(TOM, new LockParagraphs(1, List.of(1, 2), NORLAND)).isRefused("ALREADY_LOCKED");
  }

  @Test
  void noCharacterOfAnAgreedParagraphChanges() {
    DeciderScenario.Outcome<DraftingEvent> outcome =
        locked().when(MAYA, new ReviseDraft(1, saying("One.", "We agree!", "We act.", "Four.")));
    outcome.isRefused("AGREED_TEXT_CHANGED");
    assertThat(reason(outcome)).contains("Block 2").contains(NORLAND).contains("press");
  }

  @Test
  void anAgreedParagraphIsNotTakenOutNorPutElsewhereAmongTheAgreed() {
    locked()
        .when(MAYA, new ReviseDraft(1, saying("One.", "We agree.", "Four.")))
        .isRefused("AGREED_TEXT_CHANGED");
    locked()
        .when(MAYA, new ReviseDraft(1, saying("One.", "We act.", "We agree.", "Four.")))
        .isRefused("AGREED_TEXT_CHANGED");
  }

  @Test
  void noWayOfRevisingGoesRoundTheLock() {
    locked()
        .when(MAYA, new RevisePart(1, Part.BODY, 2, saying("We do not agree.")))
        .isRefused("AGREED_TEXT_CHANGED");
    locked()
        .when(MAYA, new RevisePart(1, Part.BODY, 0, saying("Something else.")))
        .isRefused("AGREED_TEXT_CHANGED");
    nothing()
        .by(MAYA, created(saying("Before.")))
        .by(MAYA, revised(2, JOINT))
        .by(MAYA, new ParagraphsLocked("lock", 2, List.of(2), NORLAND))
        .when(MAYA, new RestoreRevision(2, 1))
        .isRefused("AGREED_TEXT_CHANGED");
  }

  @Test
  void everythingElseMayChangeAroundIt() {
    MediaNote longer = saying("Zero.", "Eins.", "We agree.", "Between.", "We act.");
    locked().when(TOM, new ReviseDraft(1, longer)).then(revised(2, longer));
    locked()
        .by(TOM, revised(2, longer))
        .when(TOM, new ReviseDraft(2, saying("Zero.", "Eins.", "We agree.", "Between.")))
        .isRefused("AGREED_TEXT_CHANGED");
  }

  @Test
  void anAgreedParagraphStaysByteForByteAlsoWhereNoReaderSeesADifference() {
    MediaNote unseen = saying("Eins.", "We\u00a0agree.", "We act.", "Four.");
    DraftRevised revised =
        locked().when(TOM, new ReviseDraft(1, unseen)).thenSome(DraftRevised.class);
    assertThat(revised.note().body().get(1)).isEqualTo(JOINT.body().get(1));
    assertThat(revised.digest()).isEqualTo(Digest.of(revised.note()));
  }

  @Test
  void oneOfTwoEqualAgreedParagraphsIsNotEnough() {
    nothing()
        .by(MAYA, created(saying("Peace.", "And.", "Peace.")))
        .by(MAYA, new ParagraphsLocked("a", 1, List.of(1), NORLAND))
        .by(MAYA, new ParagraphsLocked("b", 1, List.of(3), NORLAND))
        .when(MAYA, new ReviseDraft(1, saying("And.", "Peace.")))
        .isRefused("AGREED_TEXT_CHANGED");
  }

  @Test
  void theOfficeThatLockedOpensWithAReason() {
    locked()
        .when(TOM, new UnlockParagraphs("lock", "Norland asks for it."))
        .then(new ParagraphsUnlocked("lock", "Norland asks for it."));
    locked().when(TOM, new UnlockParagraphs("lock", " ")).isRefused("REASON_MISSING");
    locked()
        .when(TOM, new UnlockParagraphs("lock", "x".repeat(1_001)))
        .isRefused("REASON_TOO_LONG");
    locked()
        .by(TOM, new ParagraphsUnlocked("lock", "So."))
        .when(MAYA, new ReviseDraft(1, saying("New.")))
        .then(revised(2, saying("New.")));
  }

  @Test
  void anotherOfficeDoesNotOpenWhatItDidNotLock() {
    locked()
        .by(MAYA, new CoDrafterAdded(ODA.person()))
        .when(ODA, new UnlockParagraphs("lock", "We want to."))
        .isRefused("NOT_YOUR_LOCK");
    draft()
        .by(MAYA, new CoDrafterAdded(ODA.person()))
        .by(ODA, new ParagraphsLocked("theirs", 1, List.of(2), NORLAND))
        .when(MAYA, new UnlockParagraphs("theirs", "We want to."))
        .isRefused("NOT_YOUR_LOCK");
  }

  @Test
  void aLockThatIsNotThereIsNotOpened() {
    draft().when(MAYA, new UnlockParagraphs("lock", "So.")).isRefused("UNKNOWN_LOCK");
    locked()
        .by(TOM, new ParagraphsUnlocked("lock", "So."))
        .when(TOM, new UnlockParagraphs("lock", "So."))
        .isRefused("UNKNOWN_LOCK");
  }

  @Test
  void aSubmissionCarriesItsLocksWhereTheyStandNow() {
    NoteSubmitted submitted =
        locked()
            .by(TOM, revised(2, saying("Zero.", "One.", "We agree.", "And.", "We act.")))
            .when(MAYA, new SubmitNote(2, List.of()))
            .thenSome(NoteSubmitted.class);
    assertThat(submitted.agreed())
        .containsExactly(
            new AgreedParagraph(3, "lock", new OfficeId("press"), NORLAND),
            new AgreedParagraph(5, "lock", new OfficeId("press"), NORLAND));
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> draft() {
    return nothing().by(MAYA, created(JOINT));
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> locked() {
    return draft().by(MAYA, new ParagraphsLocked("lock", 1, List.of(2, 3), NORLAND));
  }
}
