package dateline.drafting;

import static dateline.drafting.Drafts.DEAD_LINK;
import static dateline.drafting.Drafts.FIRST;
import static dateline.drafting.Drafts.MAYA;
import static dateline.drafting.Drafts.NONE;
import static dateline.drafting.Drafts.SECOND;
import static dateline.drafting.Drafts.TOM;
import static dateline.drafting.Drafts.created;
import static dateline.drafting.Drafts.draft;
import static dateline.drafting.Drafts.note;
import static dateline.drafting.Drafts.nothing;
import static dateline.drafting.Drafts.people;
import static dateline.drafting.Drafts.person;
import static dateline.drafting.Drafts.reason;
import static dateline.drafting.Drafts.revised;
import static dateline.drafting.Drafts.saying;
import static dateline.drafting.Drafts.submitted;
import static dateline.drafting.Drafts.submittedBy;
import static dateline.drafting.Drafts.withHeadline;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingCommand.TakeEdits;
import dateline.drafting.DraftingEvent.CoDrafterAdded;
import dateline.drafting.DraftingEvent.DraftAbandoned;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.drafting.DraftingEvent.NoteRecalled;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.drafting.DraftingEvent.ParagraphsLocked;
import dateline.drafting.DraftingEvent.SourceChanged;
import dateline.drafting.DraftingEvent.TranslationLinked;
import dateline.drafting.DraftingEvent.TranslationOutdated;
import dateline.drafting.DraftingEvent.TranslationRegistered;
import dateline.kernel.Actor;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.testkit.DeciderScenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a note's office takes what a clearing office would change, sentence by sentence. */
class TakenEditsTest {

  private static final Actor RUTH = person("ruth", "legal", Role.REVIEWER);
  private static final NoteRecalled TAKEN_BACK =
      new NoteRecalled(1, Digest.of(FIRST), "The edits that ruth proposed are taken.");

  // The text

  @Test
  void editsOfASubmittedTextAreTakenInOneStepAndTheTextIsSubmittedAnew() {
    submitted()
        .when(TOM, edits(1, SECOND))
        .then(TAKEN_BACK, proposed(2, SECOND), resubmitted(false, "maya", "ruth", "tom"));
  }

  @Test
  void editsOfAnOpenTextMakeTheNextRevisionAndNothingElse() {
    draft().when(MAYA, edits(1, SECOND)).then(proposed(2, SECOND));
  }

  @Test
  void whoProposedTheEditsIsAContributorBeforeTheOneWhoTakesThem() {
    NoteSubmitted later =
        draft()
            .after(TOM, edits(1, SECOND))
            .when(MAYA, new SubmitNote(2, NONE))
            .thenSome(NoteSubmitted.class);
    assertThat(later.contributors()).isEqualTo(people("maya", "ruth", "tom"));
  }

  @Test
  void whoseEditsWereTakenStaysAContributorThroughEveryLaterText() {
    NoteSubmitted later =
        submitted()
            .after(MAYA, edits(1, SECOND))
            .after(MAYA, new DraftingCommand.RecallNote(""))
            .after(MAYA, new DraftingCommand.RestoreRevision(2, 1))
            .when(MAYA, new SubmitNote(3, NONE))
            .thenSome(NoteSubmitted.class);
    assertThat(later.contributors()).isEqualTo(people("maya", "ruth"));
  }

  @Test
  void editsThatSayWhatIsSaidAlreadyChangeNothing() {
    submitted().when(MAYA, edits(1, FIRST)).isNothingToDo();
    draft().when(MAYA, edits(1, FIRST)).isNothingToDo();
  }

  @Test
  void editsOfAnOlderTextAreNotTaken() {
    draft().by(TOM, revised(2, SECOND)).when(MAYA, edits(1, FIRST)).isRefused("STALE_REVISION");
    submitted().when(MAYA, edits(2, SECOND)).isRefused("STALE_REVISION");
  }

  @Test
  void anUrgentNoteStaysUrgent() {
    draft()
        .after(MAYA, new SubmitNote(1, NONE, true))
        .when(TOM, edits(1, SECOND))
        .then(TAKEN_BACK, proposed(2, SECOND), resubmitted(true, "maya", "ruth", "tom"));
  }

  @Test
  void whatIsSubmittedAsUrgentSaysSo() {
    NoteSubmitted submitted =
        draft().when(MAYA, new SubmitNote(1, NONE, true)).thenSome(NoteSubmitted.class);
    assertThat(submitted.urgent()).isTrue();
    assertThat(submittedBy(FIRST, "maya").urgent()).isFalse();
  }

  // What any text must be

  @Test
  void editsKeepToTheLimitsOfAnyText() {
    submitted().when(MAYA, edits(1, withHeadline(" "))).isRefused("NO_HEADLINE");
    draft().when(MAYA, edits(1, withHeadline(" "))).isRefused("NO_HEADLINE");
  }

  @Test
  void editsDoNotChangeAgreedParagraphs() {
    DeciderScenario<DraftingCommand, Draft, DraftingEvent> agreed =
        nothing()
            .by(MAYA, created(saying("One.", "Two.")))
            .by(MAYA, new ParagraphsLocked("lock", 1, List.of(2), "Embassy of Norland"))
            .after(MAYA, new SubmitNote(1, NONE));
    agreed.when(MAYA, edits(1, saying("One.", "2."))).isRefused("AGREED_TEXT_CHANGED");
    NoteSubmitted submitted =
        agreed
            .when(MAYA, edits(1, saying("One.", "And a half.", "Two.")))
            .thenSome(NoteSubmitted.class);
    assertThat(submitted.agreed()).extracting(AgreedParagraph::block).containsExactly(3);
  }

  @Test
  void translationsOfTheNoteAreToldOfTakenEdits() {
    submitted()
        .by(TOM, new TranslationRegistered("french"))
        .when(MAYA, edits(1, SECOND))
        .then(
            TAKEN_BACK,
            proposed(2, SECOND),
            new SourceChanged("french", 2),
            resubmitted(false, "maya", "ruth"));
  }

  // What any submission must be

  @Test
  void editsThatWouldBlockASubmissionAreTakenByHand() {
    DeciderScenario.Outcome<DraftingEvent> outcome = submitted().when(MAYA, edits(1, DEAD_LINK));
    outcome.isRefused("BLOCKING_FINDINGS");
    assertThat(reason(outcome))
        .isEqualTo(
            "The edited text has findings that block it: DEAD_LINK; recall the note and revise it by hand.");
  }

  @Test
  void aWaiverOfTheFormerTextIsNotUsedAgain() {
    MediaNote otherBlocked = Drafts.withBody(Span.link("there", "#"), Span.plain("."));
    nothing()
        .by(MAYA, created(DEAD_LINK))
        .after(MAYA, new SubmitNote(1, List.of(new Waiver("DEAD_LINK", "It opens at noon."))))
        .when(MAYA, edits(1, otherBlocked))
        .isRefused("BLOCKING_FINDINGS");
  }

  @Test
  void editsOfAStaleTranslationAreTakenByHand() {
    nothing()
        .by(MAYA, created(FIRST))
        .by(MAYA, new TranslationLinked("source", 1, "fr"))
        .by(MAYA, submittedBy(FIRST, "maya"))
        .by(MAYA, new TranslationOutdated(2))
        .when(MAYA, edits(1, SECOND))
        .isRefused("BLOCKING_FINDINGS");
  }

  @Test
  void editsThatLeaveSomethingOutAreNotTakenIntoASubmission() {
    MediaNote bare = note("Ferry sails", FIRST.kind(), Optional.empty(), FIRST.body());
    submitted().when(MAYA, edits(1, bare)).isRefused("INCOMPLETE");
    draft().when(MAYA, edits(1, bare)).then(proposed(2, bare));
  }

  @Test
  void findingsDoNotKeepEditsOutOfAnOpenDraft() {
    draft().when(MAYA, edits(1, DEAD_LINK)).then(proposed(2, DEAD_LINK));
  }

  // Who and when

  @Test
  void theNotesOwnOfficeAloneTakesEdits() {
    Actor oda = person("oda", "legal", Role.PRESS_OFFICER);
    submitted().when(RUTH, edits(1, SECOND)).isRefused("WRONG_ROLE");
    submitted().when(oda, edits(1, SECOND)).isRefused("NOT_YOUR_OFFICE");
    draft()
        .by(MAYA, new CoDrafterAdded(oda.person()))
        .when(oda, edits(1, SECOND))
        .isRefused("NOT_YOUR_OFFICE");
  }

  @Test
  void whatWasGivenUpOrIsPublicTakesNoEdits() {
    draft().by(MAYA, new DraftAbandoned("No.")).when(MAYA, edits(1, SECOND)).isRefused("ABANDONED");
    Drafts.closed().when(MAYA, edits(1, SECOND)).isRefused("NOTE_RELEASED");
    nothing().when(MAYA, edits(1, SECOND)).isRefused("UNKNOWN_NOTE");
  }

  private static TakeEdits edits(int expected, MediaNote text) {
    return new TakeEdits(expected, text, RUTH.person());
  }

  private static DraftRevised proposed(int revision, MediaNote text) {
    return new DraftRevised(
        revision, text, Digest.of(text), Optional.empty(), Optional.of(RUTH.person()));
  }

  private static NoteSubmitted resubmitted(boolean urgent, String... contributors) {
    return new NoteSubmitted(
        2, SECOND, Digest.of(SECOND), people(contributors), NONE, List.of(), List.of(), urgent);
  }
}
