package dateline.desk;

import dateline.contracts.OriginV1;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.OriginEntry;
import dateline.kernel.MessageId;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.List;
import java.util.Optional;

/** Where imported notes were taken from: what a client says of it, and what the desk answers. */
final class Origins {

  private static final int SOURCE = 200;
  private static final int ADDRESS = 2_000;
  private static final String VERSION = "[A-Za-z0-9._:-]{1,80}";

  private final ReadModel model;
  private final Callers callers;

  Origins(ReadModel model, Callers callers) {
    this.model = model;
    this.callers = callers;
  }

  List<Route> routes() {
    return List.of(Route.get("/api/notes/{note}/origin", this::one));
  }

  /** Takes a note's whole id, no beginning of one, and costs no search. */
  private Response one(Request request) {
    Reader reader = callers.reader(request);
    String noteId = request.param("note");
    Optional<NoteEntry> note = model.note(noteId).filter(reader::sees);
    if (note.isEmpty()) {
      return Problem.of(
          404, "UNKNOWN_NOTE", "Unknown note", "There is no note of this id; give it whole.");
    }
    Optional<OriginEntry> origin = model.origin(noteId);
    if (origin.isEmpty()) {
      return Problem.of(
          404, "NOT_IMPORTED", "Not imported", "This note was written here and has no origin.");
    }
    return Content.json(
            200, NoteView.summary(note.get()).set("origin", NoteView.origin(origin.get())))
        .withEtag(note.get().version());
  }

  /**
   * What a note says of its origin, if it says anything.
   *
   * @throws dateline.runtime.http.ProblemException 422 {@code UNUSABLE_FIELD}
   */
  static Optional<OriginV1> of(Request request) {
    if (!TextReading.isJson(request) || !request.json().hasNonNull("origin")) {
      return Optional.empty();
    }
    Fields fields = Fields.of(request).object("origin");
    String source = fields.textOr("source", "");
    String id = fields.text("id");
    Optional<String> link = fields.optional("link");
    String version = fields.text("version");
    if (!isName(source, SOURCE)
        || !isName(id, ADDRESS)
        || link.filter(it -> !isName(it, ADDRESS)).isPresent()
        || !version.matches(VERSION)) {
      throw Fields.unusable(
          "UNUSABLE_FIELD",
          "origin",
          "has a source (200 characters at most), id and link (2,000) without control characters, and a version (1 to 80 of A-Z a-z 0-9 . _ : -); send it so");
    }
    return Optional.of(
        new OriginV1(
            source,
            id,
            link.orElse(null),
            fields.instant("published").orElse(null),
            version,
            fields.instant("updated").orElse(null)));
  }

  /** The id of a note that is imported, the same whoever imports it and however often. */
  static String noteId(OriginV1 origin) {
    return MessageId.of("origin\n" + origin.getSource() + '\n' + origin.getId()).value();
  }

  private static boolean isName(String text, int most) {
    return text.length() <= most && text.chars().noneMatch(Character::isISOControl);
  }
}
