package dateline.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.Draft.Revised;
import dateline.note.MediaNote;
import dateline.note.PlainText;
import dateline.note.difference.Difference;
import dateline.note.difference.TextDifference;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.List;

/** Every text a note ever had, and what differs between any two. */
final class RevisionsApi {

  private final ReadModel model;
  private final Callers callers;

  RevisionsApi(ReadModel model, Callers callers) {
    this.model = model;
    this.callers = callers;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/notes/{note}/revisions", this::list),
        Route.get("/api/notes/{note}/revisions/{revision}", this::one),
        Route.get("/api/notes/{note}/difference", this::difference));
  }

  private Response list(Request request) {
    NoteEntry note = note(request);
    ObjectNode json = DeskJson.MAPPER.createObjectNode().put("note", note.id());
    ArrayNode revisions = json.putArray("revisions");
    note.draft().revisions().forEach(made -> revisions.add(line(made)));
    return Content.json(200, json);
  }

  /** Its tag is the one that the note had when this revision was made. */
  private Response one(Request request) {
    NoteEntry note = note(request);
    Revised made = revision(note, TextsApi.number(request, "revision"));
    MediaNote text = text(note, made);
    ObjectNode json = line(made).put("id", note.id());
    json.set("note", DeskJson.MAPPER.valueToTree(text));
    json.put("text", PlainText.of(text));
    return Content.json(200, json).withEtag(made.version() + ".0.0");
  }

  private Response difference(Request request) {
    NoteEntry note = note(request);
    Revised to = revision(note, queried(request, "to", note.draft().revision()));
    Revised from =
        request.query("for").isPresent()
            ? revision(note, lastClearedBy(request.query("for").get(), note))
            : revision(note, queried(request, "from", Math.max(1, to.number() - 1)));
    Difference difference = Difference.between(text(note, from), text(note, to));
    return switch (request.preferred("application/json", "text/html", "text/plain")) {
      case "text/html" -> DifferencePage.of(note, from, to, difference);
      case "text/plain" -> Content.text(200, TextDifference.of(difference));
      default -> Content.json(200, json(note, from, to, difference));
    };
  }

  /** The revision whose text that office cleared last: whoever reads again sees what is new. */
  private static int lastClearedBy(String office, NoteEntry note) {
    return note.clearance()
        .standing(office)
        .cleared()
        .map(Standing.Answered::revision)
        .orElseThrow(() ->
            Fields.wrong(
                404,
                "NEVER_CLEARED",
                "That office has cleared no text of this note; read it whole, or name a revision."));
  }

  private static ObjectNode json(NoteEntry note, Revised from, Revised to, Difference difference) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode().put("note", note.id());
    json.set("from", line(from));
    json.set("to", line(to));
    json.put("same", difference.isEmpty());
    json.set("lines", DeskJson.MAPPER.valueToTree(difference.lines()));
    json.put("text", TextDifference.of(difference));
    return json;
  }

  private static ObjectNode line(Revised made) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    json.put("revision", made.number()).put("digest", made.digest());
    json.put("person", made.by()).put("at", made.at().toString());
    made.parts().forEach(json.putArray("parts")::add);
    return json;
  }

  private NoteEntry note(Request request) {
    Reader reader = callers.reader(request);
    NoteEntry note = model.noteBeginning(request.param("note"), reader);
    requireDrafting(reader, note);
    return note;
  }

  /**
   * Holds if they may see how the note was drafted.
   *
   * @throws ProblemException 403 {@code NOT_YOUR_DRAFT}
   */
  static void requireDrafting(Reader reader, NoteEntry note) {
    if (!reader.seesDrafting(note)) {
      throw new ProblemException(
          Problem.of(
              403,
              "NOT_YOUR_DRAFT",
              "Not your draft",
              "How this note was drafted is for its office, its co-drafters and those who cleared it; ask them."));
    }
  }

  private static Revised revision(NoteEntry note, int number) {
    return note.draft().revision(number).orElseThrow(() -> unknown(note, number));
  }

  private MediaNote text(NoteEntry note, Revised made) {
    return model.text(note.id(), made.number()).orElseThrow(() -> unknown(note, made.number()));
  }

  private static int queried(Request request, String name, int otherwise) {
    String text = request.query(name).orElse(Integer.toString(otherwise));
    if (!text.matches("[0-9]{1,9}")) {
      throw new ProblemException(
          Problem.badRequest(
              "UNUSABLE_NUMBER", name + " must be the number of a revision, from 1."));
    }
    return Integer.parseInt(text);
  }

  private static ProblemException unknown(NoteEntry note, int number) {
    return new ProblemException(
        Problem.of(
            404,
            "UNKNOWN_REVISION",
            "Unknown revision",
            "There is no revision %d; the note has revisions 1 to %d."
                .formatted(number, note.draft().revision())));
  }
}
