package dateline.drafting;

import static dateline.drafting.Drafts.MAYA;
import static dateline.drafting.Drafts.POLICY;
import static dateline.drafting.Drafts.TOM;
import static dateline.drafting.Drafts.created;
import static dateline.drafting.Drafts.nothing;
import static dateline.drafting.Drafts.person;
import static dateline.drafting.Drafts.reason;
import static dateline.drafting.Drafts.revised;
import static dateline.drafting.Drafts.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.drafting.DraftingCommand.ConfirmTranslation;
import dateline.drafting.DraftingCommand.LockParagraphs;
import dateline.drafting.DraftingCommand.RecallNote;
import dateline.drafting.DraftingCommand.RestoreRevision;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.RevisePart;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingCommand.TakeEdits;
import dateline.drafting.DraftingCommand.UnlinkTranslation;
import dateline.drafting.DraftingCommand.UnlockParagraphs;
import dateline.drafting.DraftingEvent.CoDrafterAdded;
import dateline.drafting.DraftingEvent.DraftAbandoned;
import dateline.drafting.DraftingEvent.DraftCreated;
import dateline.drafting.DraftingEvent.DraftRestored;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.drafting.DraftingEvent.ParagraphsLocked;
import dateline.drafting.DraftingEvent.ParagraphsUnlocked;
import dateline.drafting.DraftingEvent.TranslationLinked;
import dateline.drafting.DraftingEvent.TranslationOutdated;
import dateline.drafting.DraftingEvent.TranslationRegistered;
import dateline.kernel.Actor;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Part;
import dateline.testkit.DeciderScenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  @ParameterizedTest
  @MethodSource("everyWayToAnotherText")
  void noCommandThatCarriesATextChangesAnAgreedParagraph(DraftingCommand changing) {
    history().when(MAYA, changing).isRefused("AGREED_TEXT_CHANGED");
    history()
        .by(TOM, new TranslationLinked("source", 1, "fr"))
        .by(TOM, new TranslationRegistered("french"))
        .by(MAYA, new DraftAbandoned("Not now."))
        .by(MAYA, new DraftRestored())
        .after(MAYA, new SubmitNote(2, List.of()))
        .after(MAYA, new RecallNote(""))
        .by(POLICY, new TranslationOutdated(2))
        .after(TOM, new ConfirmTranslation(2))
        .after(TOM, new UnlinkTranslation())
        .when(MAYA, changing)
        .isRefused("AGREED_TEXT_CHANGED");
  }

  /** Of a text at revision 2 whose blocks 2 and 3 are agreed. */
  static Stream<DraftingCommand> everyWayToAnotherText() {
    MediaNote other = saying("One.", "We disagree.", "We act.", "Four.");
    return Stream.of(
        new ReviseDraft(2, other),
        new ReviseDraft(2, other, version("3")),
        new RevisePart(2, Part.BODY, 0, other),
        new RevisePart(2, Part.BODY, 2, saying("We disagree.")),
        new RevisePart(1, Part.BODY, 3, saying("We wait.")),
        new RevisePart(2, Part.BODY, 3, Texts.withBody(other, List.of())),
        new RevisePart(2, Part.BODY, 2, saying("We.", "Agree.")),
        new RestoreRevision(2, 1),
        new TakeEdits(2, other, ODA.person()));
  }

  @Test
  void whatIsSubmittedWithAgreedParagraphsTakesNoEditsOfThem() {
    history()
        .after(MAYA, new SubmitNote(2, List.of()))
        .when(
            MAYA,
            new TakeEdits(2, saying("One.", "We disagree.", "We act.", "Four."), ODA.person()))
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

  /** Imported, revised once, then agreed. */
  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> history() {
    MediaNote first = saying("One.", "We may agree.", "We act.", "Four.");
    return nothing()
        .by(MAYA, new DraftCreated(first, Digest.of(first), Optional.empty(), version("1")))
        .by(MAYA, new DraftRevised(2, JOINT, Digest.of(JOINT), version("2"), Optional.empty()))
        .by(MAYA, new ParagraphsLocked("lock", 2, List.of(2, 3), NORLAND));
  }

  private static Optional<Origin> version(String name) {
    return Optional.of(
        new Origin(
            "norland.example", "7", Optional.empty(), Optional.empty(), name, Optional.empty()));
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> locked() {
    return draft().by(MAYA, new ParagraphsLocked("lock", 1, List.of(2, 3), NORLAND));
  }
}
