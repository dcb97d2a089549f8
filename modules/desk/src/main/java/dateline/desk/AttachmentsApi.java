package dateline.desk;

import dateline.attachments.Attachment;
import dateline.attachments.AttachmentStore;
import dateline.attachments.Intake;
import dateline.attachments.Sha256;
import dateline.contracts.AttachFileV1;
import dateline.contracts.AttachmentV1;
import dateline.contracts.RemoveAttachmentV1;
import dateline.desk.CommandDesk.Order;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.NoteChanges.Change;
import dateline.desk.Papers.Attached;
import dateline.kernel.Actor;
import dateline.kernel.Role;
import dateline.runtime.http.BrokenOffException;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a note. One that is sent is kept before the engine is asked to put it to the note,
 * so the log never names a file that nobody has.
 */
final class AttachmentsApi {

  private static final Logger LOG = LoggerFactory.getLogger(AttachmentsApi.class);

  private final ReadModel model;
  private final Callers callers;
  private final NoteChanges changes;
  private final AttachmentStore files;
  private final Intake intake;

  AttachmentsApi(ReadModel model, Callers callers, NoteChanges changes, AttachmentStore files) {
    this.model = model;
    this.callers = callers;
    this.changes = changes;
    this.files = files;
    this.intake = new Intake(files);
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/notes/{note}/attachments", this::attach).uploading(),
        Route.get("/api/notes/{note}/attachments/{file}", this::download),
        Route.delete("/api/notes/{note}/attachments/{file}", this::detach));
  }

  private Response attach(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    Preconditions.requireTag(request);
    requireDrafter(change);
    String name = queried(request, "name", "say what it is called");
    String description =
        queried(request, "description", "say what the file shows, for those who cannot see it");
    Intake.Said said =
        new Intake.Said(name, request.header("Content-Type"), request.query("sha256"));
    return switch (taken(request, said)) {
      case Intake.Outcome.Refused(Intake.Code code, String reason) -> refused(code, reason);
      case Intake.Outcome.Taken(Attachment file) -> attach(change, file, description);
    };
  }

  /** The engine says the same, but only when the file is here. */
  private static void requireDrafter(Change change) {
    Actor actor = change.actor();
    if (!change.note().draft().isWrittenBy(actor.person().value(), actor.office().value())) {
      throw new ProblemException(
          Problem.of(
              403,
              "NOT_A_DRAFTER",
              "Not a drafter",
              "Files are put to a note by the press officers of its office and its co-drafters; ask one of them."));
    }
  }

  private Response attach(Change change, Attachment file, String description) {
    Order order = changes.order(change, "attachments", file.digest().hex());
    AttachmentV1 wire =
        new AttachmentV1(
            file.digest().hex(), file.type().mediaType(), file.size(), file.name(), description);
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () -> {
          change.requireDraft();
          return changes.drafting(change, order).setAttachFile(new AttachFileV1(wire)).build();
        });
  }

  private Intake.Outcome taken(Request request, Intake.Said said) {
    try {
      return intake.take(request.body().stream(), said);
    } catch (BrokenOffException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static Problem refused(Intake.Code code, String reason) {
    return switch (code) {
      case EMPTY -> Problem.of(422, "FILE_EMPTY", "Empty file", reason);
      case TOO_LARGE -> Problem.of(413, "FILE_TOO_LARGE", "File too large", reason);
      case TYPE_NOT_ALLOWED -> Problem.of(415, "TYPE_NOT_ALLOWED", "Type not allowed", reason);
      case TYPE_MISMATCH -> Problem.of(415, "TYPE_MISMATCH", "Type mismatch", reason);
      case DAMAGED -> Problem.of(422, "FILE_DAMAGED", "Damaged file", reason);
      case UNPACKS_TOO_LARGE ->
          Problem.of(422, "FILE_UNPACKS_TOO_LARGE", "File unpacks too large", reason);
      case DIGEST_MISMATCH -> Problem.of(422, "DIGEST_MISMATCH", "Digest mismatch", reason);
    };
  }

  private Response detach(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    String sha256 = request.param("file");
    Order order = changes.order(change, "attachment " + sha256 + " of");
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () -> {
          change.requireDraft();
          return changes
              .drafting(change, order)
              .setRemoveAttachment(new RemoveAttachmentV1(sha256))
              .build();
        });
  }

  /** Only a file of the note is handed out, and only to those for whom the note is there. */
  private Response download(Request request) {
    NoteEntry note = model.noteBeginning(request.param("note"), callers.reader(request));
    Attached file =
        note.draft().papers().attachments().stream()
            .filter(one -> one.sha256().equals(request.param("file")))
            .findFirst()
            .orElseThrow(() ->
                new ProblemException(
                    Problem.of(
                        404,
                        "UNKNOWN_ATTACHMENT",
                        "Unknown attachment",
                        "The note has no file with this SHA-256; look it up there.")));
    if (request.method().equals("HEAD")) {
      return new Response.Empty(200, headers(file));
    }
    InputStream content = kept(new Sha256(file.sha256()));
    return new Response.Stream(
        file.mediaType(),
        headers(file),
        out -> {
          try (content) {
            content.transferTo(out);
          }
        });
  }

  private InputStream kept(Sha256 digest) {
    try {
      return files
          .get(digest)
          .orElseThrow(() -> new IOException("nothing is kept under " + digest));
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** Saved and never shown in place: whatever it holds acts for nobody at the desk. */
  private static Map<String, String> headers(Attached file) {
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return Map.of(
        "Content-Disposition",
        "attachment; filename*=UTF-8''" + name,
        "Content-Length",
        Long.toString(file.size()),
        "Content-Security-Policy",
        "sandbox; default-src 'none'",
        "X-Content-Type-Options",
        "nosniff",
        "ETag",
        '"' + file.sha256() + '"');
  }

  private static String queried(Request request, String name, String whatToDo) {
    return Fields.ofQuery(request)
        .optional(name)
        .filter(text -> !text.isBlank())
        .orElseThrow(() ->
            Fields.wrong(
                422,
                "UNUSABLE_FIELD",
                "The parameter \"%s\" is missing; %s.".formatted(name, whatToDo)));
  }

  private static ProblemException unavailable(IOException why) {
    LOG.atWarn()
        .addKeyValue("code", "ATTACHMENTS_UNAVAILABLE")
        .setCause(why)
        .log("store of files does not do what it is asked");
    return new ProblemException(
        Problem.of(
                503,
                "ATTACHMENTS_UNAVAILABLE",
                "Attachments unavailable",
                "The store of files does not answer as it should just now; try again later.")
            .withHeader("Retry-After", "30"));
  }
}
