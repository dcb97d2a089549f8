package dateline.drafting;

import static dateline.drafting.Drafts.MAYA;
import static dateline.drafting.Drafts.TOM;
import static dateline.drafting.Drafts.closed;
import static dateline.drafting.Drafts.created;
import static dateline.drafting.Drafts.nothing;
import static dateline.drafting.Drafts.person;
import static dateline.drafting.Drafts.revised;
import static dateline.drafting.Drafts.saying;
import static dateline.drafting.Drafts.submitted;

import dateline.drafting.DraftingCommand.MakeComment;
import dateline.drafting.DraftingCommand.ReplyToComment;
import dateline.drafting.DraftingCommand.ResolveComment;
import dateline.drafting.DraftingEvent.CommentMade;
import dateline.drafting.DraftingEvent.CommentReplied;
import dateline.drafting.DraftingEvent.CommentResolved;
import dateline.kernel.Actor;
import dateline.kernel.MessageId;
import dateline.kernel.Role;
import dateline.note.Passage;
import dateline.testkit.DeciderScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said about a text; where a passage went is told in the note's own tests. */
class CommentsTest {

  private static final Passage SAILS = new Passage(1, "sails at nine");
  private static final String ID = MessageId.of("command-under-test").value();
  private static final Actor RITA = person("rita", "legal", Role.REVIEWER);
  private static final Actor ODA = person("oda", "legal", Role.PRESS_OFFICER);

  @Test
  void aCommentIsAboutAPassageOfTheTextThatWasRead() {
    draft()
        .when(TOM, new MakeComment(1, SAILS, "Which zone?"))
        .then(new CommentMade(ID, 1, SAILS, "Which zone?"));
    draft()
        .by(TOM, revised(2, saying("The ferry does not sail.")))
        .when(TOM, new MakeComment(1, SAILS, "Which zone?"))
        .then(new CommentMade(ID, 1, SAILS, "Which zone?"));
  }

  @Test
  void aHeadlineAndAWholeBlockAreCommentedOnToo() {
    Passage headline = new Passage(Passage.HEADLINE, "islands");
    Passage block = new Passage(2, "");
    draft()
        .when(TOM, new MakeComment(1, headline, "Which?"))
        .then(new CommentMade(ID, 1, headline, "Which?"));
    draft()
        .when(TOM, new MakeComment(1, block, "Cut."))
        .then(new CommentMade(ID, 1, block, "Cut."));
  }

  @Test
  void wordsThatTheTextDoesNotSayThereAreNotCommentedOn() {
    draft()
        .when(TOM, new MakeComment(1, new Passage(2, "sails at nine"), "?"))
        .isRefused("PASSAGE_NOT_FOUND");
    draft()
        .when(TOM, new MakeComment(1, new Passage(0, "sails at nine"), "?"))
        .isRefused("PASSAGE_NOT_FOUND");
    draft().when(TOM, new MakeComment(1, new Passage(3, ""), "?")).isRefused("PASSAGE_NOT_FOUND");
    draft().when(TOM, new MakeComment(2, SAILS, "?")).isRefused("UNKNOWN_REVISION");
    draft().when(TOM, new MakeComment(0, SAILS, "?")).isRefused("UNKNOWN_REVISION");
  }

  @Test
  void aCommentSaysSomethingAndNotTooMuch() {
    draft().when(TOM, new MakeComment(1, SAILS, "\u00a0")).isRefused("NO_COMMENT");
    draft().when(TOM, new MakeComment(1, SAILS, "x".repeat(5_001))).isRefused("COMMENT_TOO_LONG");
    draft()
        .when(TOM, new MakeComment(1, new Passage(1, "x".repeat(1_001)), "?"))
        .isRefused("QUOTE_TOO_LONG");
  }

  @Test
  void aCommentIsAnsweredAndDealtWith() {
    commented()
        .when(MAYA, new ReplyToComment("c", "Local time."))
        .then(new CommentReplied("c", "Local time."));
    commented().when(MAYA, new ResolveComment("c")).then(new CommentResolved("c"));
    commented().when(MAYA, new ReplyToComment("c", "")).isRefused("NO_COMMENT");
    commented().when(MAYA, new ReplyToComment("d", "Local time.")).isRefused("UNKNOWN_COMMENT");
    commented().when(MAYA, new ResolveComment("d")).isRefused("UNKNOWN_COMMENT");
  }

  @Test
  void whatIsDealtWithStaysSo() {
    DeciderScenario<DraftingCommand, Draft, DraftingEvent> resolved =
        commented().by(MAYA, new CommentResolved("c"));
    resolved.when(MAYA, new ResolveComment("c")).isNothingToDo();
    resolved.when(MAYA, new ReplyToComment("c", "But.")).isRefused("COMMENT_RESOLVED");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"REVIEWER", "APPROVER", "DUTY_OFFICER"})
  void whoeverHasToDoWithASubmittedTextComments(Role role) {
    Actor reader = person("rita", "legal", role);
    submitted()
        .when(reader, new MakeComment(1, SAILS, "Which zone?"))
        .then(new CommentMade(ID, 1, SAILS, "Which zone?"));
    draft().when(reader, new MakeComment(1, SAILS, "Which zone?")).isRefused("WRONG_ROLE");
  }

  @Test
  void thePublicAndAdministratorsDoNotComment() {
    submitted()
        .when(person("x", "press", Role.PUBLIC), new MakeComment(1, SAILS, "?"))
        .isRefused("WRONG_ROLE");
    submitted()
        .when(person("x", "press", Role.ADMINISTRATOR), new MakeComment(1, SAILS, "?"))
        .isRefused("WRONG_ROLE");
  }

  @Test
  void anotherOfficesPressOfficersDoNotComment() {
    draft().when(ODA, new MakeComment(1, SAILS, "?")).isRefused("NOT_A_DRAFTER");
  }

  @Test
  void aReviewerDealsWithTheirOwnCommentsOnly() {
    submitted()
        .by(RITA, new CommentMade("r", 1, SAILS, "Which zone?"))
        .when(RITA, new ResolveComment("r"))
        .then(new CommentResolved("r"));
    submitted()
        .by(TOM, new CommentMade("t", 1, SAILS, "Which zone?"))
        .when(RITA, new ResolveComment("t"))
        .isRefused("NOT_YOUR_COMMENT");
  }

  @Test
  void aPublicNoteIsNotCommentedOn() {
    closed().when(MAYA, new MakeComment(1, SAILS, "?")).isRefused("NOTE_RELEASED");
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> draft() {
    return nothing().by(MAYA, created(saying("The ferry sails at nine.", "Bring a coat.")));
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> commented() {
    return draft().by(TOM, new CommentMade("c", 1, SAILS, "Which zone?"));
  }
}
