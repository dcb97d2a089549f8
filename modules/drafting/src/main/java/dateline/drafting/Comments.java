package dateline.drafting;

import dateline.drafting.DraftingCommand.Commenting;
import dateline.drafting.DraftingCommand.MakeComment;
import dateline.drafting.DraftingCommand.ReplyToComment;
import dateline.drafting.DraftingCommand.ResolveComment;
import dateline.drafting.DraftingEvent.CommentMade;
import dateline.drafting.DraftingEvent.CommentReplied;
import dateline.drafting.DraftingEvent.CommentResolved;
import dateline.drafting.DraftingEvent.Commented;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.PersonId;
import dateline.note.Passage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was said about a text, and the rules of saying it. Where a comment's passage stands now is
 * not kept: {@link Passage#found} tells it of any two texts.
 */
record Comments(List<Comment> all) {

  static final Comments NONE = new Comments(List.of());

  /** Code points of a comment or of a reply. */
  static final int LENGTH = 5_000;

  /** Code points of the words that a comment quotes. */
  static final int QUOTED = 1_000;

  Comments {
    all = List.copyOf(all);
  }

  /**
   * One comment.
   *
   * @param by who made it
   * @param resolved whether it is dealt with
   */
  record Comment(String id, PersonId by, boolean resolved) {}

  Comments after(Envelope<DraftingEvent> event, Commented it) {
    return switch (it) {
      case CommentMade made ->
          new Comments(
              Stream.concat(
                      all.stream(),
                      Stream.of(new Comment(made.comment(), event.actor().person(), false)))
                  .toList());
      case CommentReplied _ -> this;
      case CommentResolved(String id) ->
          new Comments(
              all.stream()
                  .map(comment ->
                      comment.id().equals(id) ? new Comment(id, comment.by(), true) : comment)
                  .toList());
    };
  }

  Decision<DraftingEvent> decide(
      Envelope<DraftingCommand> command, Commenting what, Manuscript text) {
    return switch (what) {
      case MakeComment it -> make(command.id().value(), it, text);
      case ReplyToComment(String id, String words) ->
          known(id)
              .<Decision<DraftingEvent>>map(comment -> reply(comment, words))
              .orElseGet(() -> unknown(id));
      case ResolveComment(String id) ->
          known(id)
              .<Decision<DraftingEvent>>map(comment -> resolve(comment, command, text))
              .orElseGet(() -> unknown(id));
    };
  }

  private static Decision<DraftingEvent> make(String id, MakeComment it, Manuscript text) {
    Optional<Decision<DraftingEvent>> broken = brokenBy(it.text());
    if (broken.isPresent()) {
      return broken.get();
    }
    if (!text.has(it.revision())) {
      return Refusals.unknownRevision(it.revision(), text.current());
    }
    if (TextLimits.length(it.passage().words()) > QUOTED) {
      return Decision.refuse(
          "QUOTE_TOO_LONG",
          "A comment quotes at most %d characters; quote less.".formatted(QUOTED));
    }
    if (!it.passage().isIn(text.revision(it.revision()).note())) {
      return Decision.refuse(
          "PASSAGE_NOT_FOUND",
          "%s of revision %d does not say these words; quote it as it stands there."
              .formatted(
                  it.passage().block() == Passage.HEADLINE
                      ? "The headline"
                      : "Block " + it.passage().block(),
                  it.revision()));
    }
    return Decision.accept(new CommentMade(id, it.revision(), it.passage(), it.text()));
  }

  private static Decision<DraftingEvent> reply(Comment comment, String words) {
    if (comment.resolved()) {
      return Decision.refuse(
          "COMMENT_RESOLVED",
          "Comment %s is dealt with; say it in a new comment.".formatted(comment.id()));
    }
    return brokenBy(words)
        .orElseGet(() -> Decision.accept(new CommentReplied(comment.id(), words)));
  }

  private static Decision<DraftingEvent> resolve(
      Comment comment, Envelope<DraftingCommand> command, Manuscript text) {
    if (comment.resolved()) {
      return Decision.nothingToDo("Comment %s is dealt with already.".formatted(comment.id()));
    }
    if (!text.isWrittenBy(command.actor()) && !comment.by().equals(command.actor().person())) {
      return Decision.refuse(
          "NOT_YOUR_COMMENT",
          "Comment %s is of %s; they or a drafter of the note say when it is dealt with."
              .formatted(comment.id(), comment.by()));
    }
    return Decision.accept(new CommentResolved(comment.id()));
  }

  private Optional<Comment> known(String id) {
    return all.stream().filter(comment -> comment.id().equals(id)).findFirst();
  }

  private static Decision<DraftingEvent> unknown(String id) {
    return Decision.refuse(
        "UNKNOWN_COMMENT",
        "The note has no comment %s; take an id from its comments.".formatted(id));
  }

  private static Optional<Decision<DraftingEvent>> brokenBy(String words) {
    if (!TextLimits.says(words)) {
      return Optional.of(
          Decision.refuse("NO_COMMENT", "The comment says nothing; say what is to be done."));
    }
    return TextLimits.length(words) <= LENGTH
        ? Optional.empty()
        : Optional.of(
            Decision.refuse(
                "COMMENT_TOO_LONG",
                "A comment has at most %d characters; shorten it.".formatted(LENGTH)));
  }
}
