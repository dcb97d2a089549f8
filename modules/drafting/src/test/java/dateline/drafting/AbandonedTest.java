package dateline.drafting;

import static dateline.drafting.Drafts.FIRST;
import static dateline.drafting.Drafts.MAYA;
import static dateline.drafting.Drafts.NONE;
import static dateline.drafting.Drafts.POLICY;
import static dateline.drafting.Drafts.SECOND;
import static dateline.drafting.Drafts.TOM;
import static dateline.drafting.Drafts.begin;
import static dateline.drafting.Drafts.close;
import static dateline.drafting.Drafts.closed;
import static dateline.drafting.Drafts.draft;
import static dateline.drafting.Drafts.numberOf;
import static dateline.drafting.Drafts.person;
import static dateline.drafting.Drafts.reason;
import static dateline.drafting.Drafts.recalled;
import static dateline.drafting.Drafts.reopen;
import static dateline.drafting.Drafts.revised;
import static dateline.drafting.Drafts.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.drafting.DraftingCommand.AbandonDraft;
import dateline.drafting.DraftingCommand.AddCoDrafter;
import dateline.drafting.DraftingCommand.LinkTranslation;
import dateline.drafting.DraftingCommand.LockParagraphs;
import dateline.drafting.DraftingCommand.MakeComment;
import dateline.drafting.DraftingCommand.RecallNote;
import dateline.drafting.DraftingCommand.RemoveAttachment;
import dateline.drafting.DraftingCommand.RestoreDraft;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingEvent.DraftAbandoned;
import dateline.drafting.DraftingEvent.DraftClosed;
import dateline.drafting.DraftingEvent.DraftRestored;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.Passage;
import dateline.testkit.DeciderScenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes that were given up, and taken up again. */
class AbandonedTest {

  @Test
  void aNoteIsGivenUpWithAReason() {
    draft().when(TOM, new AbandonDraft("No news.")).then(new DraftAbandoned("No news."));
    draft().when(TOM, new AbandonDraft(" ")).isRefused("REASON_MISSING");
    draft().when(TOM, new AbandonDraft("x".repeat(1_001))).isRefused("REASON_TOO_LONG");
  }

  @Test
  void aSubmittedNoteIsRecalledBeforeItIsGivenUp() {
    submitted().when(TOM, new AbandonDraft("No news.")).isRefused("LOCKED");
    recalled().when(TOM, new AbandonDraft("No news.")).then(new DraftAbandoned("No news."));
    closed().when(TOM, new AbandonDraft("No news.")).isRefused("NOTE_RELEASED");
  }

  @Test
  void nothingIsDoneWithANoteThatWasGivenUp() {
    abandoned().when(MAYA, begin(FIRST)).isRefused("ABANDONED");
    abandoned().when(MAYA, new ReviseDraft(1, SECOND)).isRefused("ABANDONED");
    abandoned().when(MAYA, new SubmitNote(1, NONE)).isRefused("ABANDONED");
    abandoned().when(MAYA, new AddCoDrafter(TOM.person())).isRefused("ABANDONED");
    abandoned().when(MAYA, new MakeComment(1, new Passage(1, ""), "?")).isRefused("ABANDONED");
    abandoned().when(MAYA, new LockParagraphs(1, List.of(1), "Norland")).isRefused("ABANDONED");
    abandoned().when(MAYA, new LinkTranslation("source", 1, "fr")).isRefused("ABANDONED");
    abandoned().when(MAYA, new RemoveAttachment("0".repeat(64))).isRefused("ABANDONED");
    abandoned().when(MAYA, new RecallNote("")).isNothingToDo();
    abandoned().when(MAYA, new AbandonDraft("Again.")).isNothingToDo();
    abandoned().when(POLICY, reopen(FIRST)).isNothingToDo();
  }

  @Test
  void theRefusalSaysWhoGaveItUpAndWhy() {
    assertThat(reason(abandoned().when(MAYA, new ReviseDraft(1, SECOND))))
        .contains("tom")
        .contains("No news.");
  }

  @Test
  void whatWasGivenUpComesBackAsItWas() {
    abandoned().when(MAYA, new RestoreDraft()).then(new DraftRestored());
    abandoned()
        .by(MAYA, new DraftRestored())
        .when(MAYA, new ReviseDraft(1, SECOND))
        .then(revised(2, SECOND));
    draft().when(MAYA, new RestoreDraft()).isNothingToDo();
    submitted().when(MAYA, new RestoreDraft()).isNothingToDo();
  }

  @Test
  void anotherOfficeNeitherGivesUpNorTakesUp() {
    var oda = person("oda", "legal", Role.PRESS_OFFICER);
    draft().when(oda, new AbandonDraft("No news.")).isRefused("NOT_YOUR_OFFICE");
    abandoned().when(oda, new RestoreDraft()).isRefused("NOT_YOUR_OFFICE");
  }

  @Test
  void aNoteThatIsGivenUpWhileItsReleaseIsOnItsWayIsClosedAllTheSame() {
    abandoned().when(POLICY, close(FIRST)).then(new DraftClosed(Digest.of(FIRST)), numberOf(2026));
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> abandoned() {
    return draft().by(TOM, new DraftAbandoned("No news."));
  }
}
