package dateline.drafting;

import static dateline.drafting.Drafts.FIRST;
import static dateline.drafting.Drafts.MAYA;
import static dateline.drafting.Drafts.NONE;
import static dateline.drafting.Drafts.POLICY;
import static dateline.drafting.Drafts.SECOND;
import static dateline.drafting.Drafts.closed;
import static dateline.drafting.Drafts.draft;
import static dateline.drafting.Drafts.nothing;
import static dateline.drafting.Drafts.revised;
import static dateline.drafting.Drafts.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.drafting.DraftingCommand.ConfirmTranslation;
import dateline.drafting.DraftingCommand.LinkTranslation;
import dateline.drafting.DraftingCommand.OutdateTranslation;
import dateline.drafting.DraftingCommand.RegisterTranslation;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingCommand.UnlinkTranslation;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.drafting.DraftingEvent.SourceChanged;
import dateline.drafting.DraftingEvent.TranslationConfirmed;
import dateline.drafting.DraftingEvent.TranslationLinked;
import dateline.drafting.DraftingEvent.TranslationOutdated;
import dateline.drafting.DraftingEvent.TranslationRegistered;
import dateline.drafting.DraftingEvent.TranslationUnlinked;
import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.testkit.DeciderScenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in other languages, which follow their source. */
class TranslationsTest {

  private static final Waiver URGENT =
      new Waiver(Submission.STALE_TRANSLATION, "Only a comma was changed.");

  // The translation

  @Test
  void aNoteIsATranslationOfOneRevisionOfAnother() {
    draft()
        .when(MAYA, new LinkTranslation("source", 3, "pt-BR"))
        .then(new TranslationLinked("source", 3, "pt-BR"));
    translation().when(MAYA, new LinkTranslation("source", 3, "fr")).isNothingToDo();
  }

  @Test
  void aNoteIsNotATranslationOfItselfNorOfTwo() {
    draft()
        .when(MAYA, new LinkTranslation("note-under-test", 1, "fr"))
        .isRefused("TRANSLATION_OF_ITSELF");
    translation()
        .when(MAYA, new LinkTranslation("other", 1, "fr"))
        .isRefused("ALREADY_A_TRANSLATION");
    translation()
        .when(MAYA, new LinkTranslation("source", 3, "de"))
        .isRefused("ALREADY_A_TRANSLATION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "french!", "f", "-fr", "x"})
  void aLanguageIsATag(String tag) {
    draft().when(MAYA, new LinkTranslation("source", 1, tag)).isRefused("NOT_A_LANGUAGE");
  }

  @Test
  void revisionsAreCountedFromOne() {
    draft().when(MAYA, new LinkTranslation("source", 0, "fr")).isRefused("UNKNOWN_REVISION");
  }

  @Test
  void aTranslationIsStaleWhenItsSourceChanges() {
    translation()
        .when(POLICY, new OutdateTranslation("source", 4))
        .then(new TranslationOutdated(4));
    translation().when(POLICY, new OutdateTranslation("source", 3)).isNothingToDo();
    stale().when(POLICY, new OutdateTranslation("source", 4)).isNothingToDo();
    stale().when(POLICY, new OutdateTranslation("source", 5)).then(new TranslationOutdated(5));
  }

  @Test
  void newsOfANoteThatIsNotTheSourceDoesNothing() {
    translation().when(POLICY, new OutdateTranslation("other", 4)).isNothingToDo();
    draft().when(POLICY, new OutdateTranslation("source", 4)).isNothingToDo();
  }

  @Test
  void aTranslationIsCurrentAgainWhenConfirmedAgainstTheNewRevision() {
    stale().when(MAYA, new ConfirmTranslation(4)).then(new TranslationConfirmed(4));
    stale()
        .by(MAYA, new TranslationConfirmed(4))
        .when(MAYA, new SubmitNote(1, NONE))
        .thenSome(NoteSubmitted.class);
    translation().when(MAYA, new ConfirmTranslation(3)).isNothingToDo();
  }

  @Test
  void noOtherThanTheNewestRevisionKnownIsConfirmed() {
    stale().when(MAYA, new ConfirmTranslation(3)).isRefused("SOURCE_CHANGED");
    stale().when(MAYA, new ConfirmTranslation(99)).isRefused("SOURCE_CHANGED");
    draft().when(MAYA, new ConfirmTranslation(1)).isRefused("NOT_A_TRANSLATION");
  }

  @Test
  void aStaleTranslationIsNotSubmittedWithoutAReason() {
    stale().when(MAYA, new SubmitNote(1, NONE)).isRefused("BLOCKING_FINDINGS");
    stale()
        .when(MAYA, new SubmitNote(1, List.of(new Waiver(Submission.STALE_TRANSLATION, " "))))
        .isRefused("WAIVER_WITHOUT_REASON");
    NoteSubmitted submitted =
        stale().when(MAYA, new SubmitNote(1, List.of(URGENT))).thenSome(NoteSubmitted.class);
    assertThat(submitted.waivers()).containsExactly(URGENT);
  }

  @Test
  void aCurrentTranslationNeedsNoWaiver() {
    translation().when(MAYA, new SubmitNote(1, List.of(URGENT))).isRefused("UNKNOWN_WAIVER");
  }

  @Test
  void aNoteThatIsNoTranslationAnyMoreIsNotStale() {
    stale().when(MAYA, new UnlinkTranslation()).then(new TranslationUnlinked("source"));
    stale()
        .by(MAYA, new TranslationUnlinked("source"))
        .when(MAYA, new SubmitNote(1, NONE))
        .thenSome(NoteSubmitted.class);
    draft().when(MAYA, new UnlinkTranslation()).isNothingToDo();
  }

  @Test
  void aSubmittedTranslationLearnsThatItsSourceChanged() {
    submittedTranslation()
        .when(POLICY, new OutdateTranslation("source", 4))
        .then(new TranslationOutdated(4));
    submittedTranslation().when(MAYA, new ConfirmTranslation(3)).isRefused("LOCKED");
    closed().when(POLICY, new OutdateTranslation("source", 4)).isNothingToDo();
  }

  // The source

  @Test
  void aSourceKnowsItsTranslationsAndTellsThemOfEachRevision() {
    draft()
        .when(POLICY, new RegisterTranslation("french", 1))
        .then(new TranslationRegistered("french"));
    draft()
        .by(POLICY, new TranslationRegistered("french"))
        .by(POLICY, new TranslationRegistered("german"))
        .when(MAYA, new ReviseDraft(1, SECOND))
        .then(revised(2, SECOND), new SourceChanged("french", 2), new SourceChanged("german", 2));
  }

  @Test
  void aSourceThatChangedBeforeItKnewOfTheTranslationTellsItAtOnce() {
    draft()
        .by(MAYA, revised(2, SECOND))
        .when(POLICY, new RegisterTranslation("french", 1))
        .then(new TranslationRegistered("french"), new SourceChanged("french", 2));
  }

  @Test
  void aSourceIsToldOfATranslationInWhateverState() {
    submitted()
        .when(POLICY, new RegisterTranslation("french", 1))
        .then(new TranslationRegistered("french"));
    closed()
        .when(POLICY, new RegisterTranslation("french", 1))
        .then(new TranslationRegistered("french"));
    nothing().when(POLICY, new RegisterTranslation("french", 1)).isRefused("UNKNOWN_NOTE");
  }

  @Test
  void beingToldAgainDoesNothing() {
    draft()
        .by(POLICY, new TranslationRegistered("french"))
        .when(POLICY, new RegisterTranslation("french", 1))
        .isNothingToDo();
  }

  /** Each of two links was decided under its own key, in the same moment. */
  @Test
  void aNoteThatLearnsThatItsSourceTranslatesItGivesItsLinkUp() {
    translation()
        .when(POLICY, new RegisterTranslation("source", 1))
        .then(new TranslationUnlinked("source"), new TranslationRegistered("source"));
    submittedTranslation()
        .when(POLICY, new RegisterTranslation("source", 1))
        .then(new TranslationUnlinked("source"), new TranslationRegistered("source"));
    translation()
        .when(POLICY, new RegisterTranslation("french", 1))
        .then(new TranslationRegistered("french"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab12", "ab21", "ba12", "ba21", "a1b2", "b2a1"})
  void inWhateverOrderTwoLinksMeetNoTwoNotesStayEachOthersTranslation(String order) {
    List<Envelope<DraftingEvent>> north = new ArrayList<>();
    List<Envelope<DraftingEvent>> south = new ArrayList<>();
    happens(north, "north", MAYA, Drafts.begin(FIRST));
    happens(south, "south", MAYA, Drafts.begin(FIRST));
    for (String step : order.split("", -1)) {
      switch (step) {
        case "a" -> happens(north, "north", MAYA, new LinkTranslation("south", 1, "fr"));
        case "b" -> happens(south, "south", MAYA, new LinkTranslation("north", 1, "fr"));
        case "1" -> happens(south, "south", POLICY, new RegisterTranslation("north", 1));
        case "2" -> happens(north, "north", POLICY, new RegisterTranslation("south", 1));
        default -> assertThat(step).isEmpty();
      }
    }
    assertThat(isLinked(north) && isLinked(south)).isFalse();
  }

  private static void happens(
      List<Envelope<DraftingEvent>> history, String note, Actor actor, DraftingCommand command) {
    DraftingDecider decider = new DraftingDecider(Drafts::findings);
    MessageId id = MessageId.of(note + "/" + history.size());
    Envelope<DraftingCommand> asked = Envelope.of(id, note, Instant.EPOCH, actor, command);
    if (decider.decide(asked, decider.replay(history))
        instanceof Decision.Accepted<DraftingEvent>(List<DraftingEvent> events)) {
      events.forEach(event -> history.add(asked.event(history.size(), event)));
    }
  }

  private static boolean isLinked(List<Envelope<DraftingEvent>> history) {
    return history.stream().filter(event -> event.payload() instanceof TranslationLinked).count()
        > history.stream().filter(event -> event.payload() instanceof TranslationUnlinked).count();
  }

  @Test
  void aNoteHasAtMostAHundredTranslations() {
    DeciderScenario<DraftingCommand, Draft, DraftingEvent> scene = draft();
    for (int i = 0; i < 100; i++) {
      scene = scene.by(POLICY, new TranslationRegistered("note-" + i));
    }
    scene.when(POLICY, new RegisterTranslation("one-more", 1)).isRefused("TOO_MANY_TRANSLATIONS");
  }

  @Test
  void onlyPoliciesTellOfTranslations() {
    draft().when(MAYA, new RegisterTranslation("french", 1)).isRefused("WRONG_ROLE");
    translation().when(MAYA, new OutdateTranslation("source", 4)).isRefused("WRONG_ROLE");
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> translation() {
    return draft().by(MAYA, new TranslationLinked("source", 3, "fr"));
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> stale() {
    return translation().by(POLICY, new TranslationOutdated(4));
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> submittedTranslation() {
    return translation().by(MAYA, Drafts.submittedBy(FIRST, "maya"));
  }
}
