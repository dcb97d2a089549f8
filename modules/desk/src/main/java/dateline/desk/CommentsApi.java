package dateline.desk;

import dateline.contracts.MakeCommentV1;
import dateline.contracts.PassageV1;
import dateline.contracts.ReplyToCommentV1;
import dateline.contracts.ResolveCommentV1;
import dateline.desk.CommandDesk.Order;
import dateline.desk.NoteChanges.Change;
import dateline.kernel.Actor;
import dateline.kernel.Role;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.List;

/**
 * Talking about a text. A comment is about the revision that was read, whatever was written since;
 * its id is its command's.
 */
final class CommentsApi {

  private final NoteChanges changes;

  CommentsApi(NoteChanges changes) {
    this.changes = changes;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/notes/{note}/comments", this::make),
        Route.post("/api/notes/{note}/comments/{comment}/replies", this::reply),
        Route.post("/api/notes/{note}/comments/{comment}/resolution", this::resolve));
  }

  private Response make(Request request) {
    Change change = asked(request);
    Fields fields = Fields.of(request);
    PassageV1 passage = new PassageV1(fields.number("block").orElse(0), fields.textOr("words", ""));
    String text = fields.textOr("text", "");
    Order order = changes.order(change, "comments");
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () ->
            changes
                .drafting(change, order)
                .setMakeComment(new MakeCommentV1(change.revisionRead(), passage, text))
                .build());
  }

  private Response reply(Request request) {
    Change change = asked(request);
    String comment = comment(change);
    String text = Fields.of(request).textOr("text", "");
    Order order = changes.order(change, "replies to " + comment + " of");
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () -> {
          Preconditions.requireTag(request);
          return changes
              .drafting(change, order)
              .setReplyToComment(new ReplyToCommentV1(comment, text))
              .build();
        });
  }

  private Response resolve(Request request) {
    Change change = asked(request);
    String comment = comment(change);
    Order order = changes.order(change, "resolution of " + comment + " of");
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () -> {
          Preconditions.requireTag(request);
          return changes
              .drafting(change, order)
              .setResolveComment(new ResolveCommentV1(comment))
              .build();
        });
  }

  /** Drafters of the note talk as that, others in the role in which they have to do with it. */
  private Change asked(Request request) {
    Change change =
        changes.asked(request, Role.PRESS_OFFICER, Role.REVIEWER, Role.APPROVER, Role.DUTY_OFFICER);
    RevisionsApi.requireDrafting(change.reader(), change.note());
    Actor actor = change.actor();
    boolean writes =
        change.note().draft().isWrittenBy(actor.person().value(), actor.office().value());
    return writes
        ? change
        : changes.asked(
            request, Role.REVIEWER, Role.APPROVER, Role.DUTY_OFFICER, Role.PRESS_OFFICER);
  }

  /** The one comment of the note whose id begins so. */
  private static String comment(Change change) {
    String beginning = change.request().param("comment");
    List<String> found =
        change.note().draft().papers().comments().stream()
            .map(Papers.Comment::id)
            .filter(id -> id.startsWith(beginning))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new ProblemException(
        found.isEmpty()
            ? Problem.of(
                404,
                "UNKNOWN_COMMENT",
                "Unknown comment",
                "No comment of the note has an id that begins so; look it up there.")
            : Problem.of(
                409,
                "AMBIGUOUS_PREFIX",
                "Ambiguous prefix",
                "Several comments begin so; give more characters of the one you mean."));
  }
}
