package dateline.drafting;

import static dateline.drafting.Drafts.begin;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.drafting.DraftingCommand.CloseDraft;
import dateline.drafting.DraftingCommand.RecallNote;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.testkit.DeciderScenario;
import dateline.testkit.Notes;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Defects of the systems that do this job today, tried on drafting. Each test is named after the
 * defect and its number in the list of bypasses; it passes if the defect does not get through.
 */
class BypassesTest {

  private static final Actor ANN = officer("ann");
  private static final Actor BEN = officer("ben");
  private static final MediaNote TEXT = Notes.saying("Eighty million are spent.");
  private static final MediaNote ONE_CHARACTER_MORE = Notes.saying("Eighty millions are spent.");
  private static final MediaNote UNSEEN_DIFFERENCE =
      Notes.saying("Eighty  million\u00a0are spent.");

  @Test
  void bypass01TheAuthorHasAColleagueSubmit() {
    NoteSubmitted submitted =
        drafting()
            .after(ANN, begin(TEXT))
            .when(BEN, new SubmitNote(1, List.of()))
            .thenSome(NoteSubmitted.class);
    assertThat(submitted.contributors()).containsExactly(ANN.person());
  }

  @Test
  void bypass02OnlyTheLastEditorCounts() {
    NoteSubmitted submitted =
        drafting()
            .after(ANN, begin(TEXT))
            .after(BEN, new ReviseDraft(1, ONE_CHARACTER_MORE))
            .when(BEN, new SubmitNote(2, List.of()))
            .thenSome(NoteSubmitted.class);
    assertThat(submitted.contributors()).containsExactly(ANN.person(), BEN.person());
  }

  @Test
  void bypass03ASubmittedTextStaysEditable() {
    drafting()
        .after(ANN, begin(TEXT))
        .after(ANN, new SubmitNote(1, List.of()))
        .when(BEN, new ReviseDraft(1, ONE_CHARACTER_MORE))
        .isRefused("LOCKED");
  }

  @Test
  void bypass04AStaleScreenCountsForTheNewText() {
    drafting()
        .after(ANN, begin(TEXT))
        .after(BEN, new ReviseDraft(1, ONE_CHARACTER_MORE))
        .when(ANN, new SubmitNote(1, List.of()))
        .isRefused("STALE_REVISION");
    drafting()
        .after(ANN, begin(TEXT))
        .after(BEN, new ReviseDraft(1, ONE_CHARACTER_MORE))
        .when(ANN, new ReviseDraft(1, Notes.saying("Fifty-eight million are spent.")))
        .isRefused("STALE_REVISION");
  }

  @Test
  void bypass05ASaveThatChangesNothingResetsAllApprovals() {
    drafting()
        .after(ANN, begin(TEXT))
        .when(BEN, new ReviseDraft(1, UNSEEN_DIFFERENCE))
        .isNothingToDo();
    drafting()
        .after(ANN, begin(TEXT))
        .after(ANN, new SubmitNote(1, List.of()))
        .when(BEN, new ReviseDraft(1, UNSEEN_DIFFERENCE))
        .isNothingToDo();
  }

  @Test
  void bypass14OwnersEditPublishedTextWithoutReview() {
    DeciderScenario<DraftingCommand, Draft, DraftingEvent> published =
        drafting()
            .after(ANN, begin(TEXT))
            .after(ANN, new SubmitNote(1, List.of()))
            .after(Actor.system("policy"), new CloseDraft(Digest.of(TEXT)));
    published.when(ANN, new ReviseDraft(1, ONE_CHARACTER_MORE)).isRefused("NOTE_RELEASED");
    published.when(ANN, new RecallNote("")).isRefused("NOTE_RELEASED");
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> drafting() {
    return DeciderScenario.given(new DraftingDecider(note -> List.of()));
  }

  private static Actor officer(String name) {
    return new Actor(new PersonId(name), new OfficeId("press"), Role.PRESS_OFFICER);
  }
}
