package dateline.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.contracts.LeaveEditsV1;
import dateline.contracts.ProposeEditsV1;
import dateline.contracts.TakeEditsV1;
import dateline.desk.CommandDesk.Order;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.NoteChanges.Change;
import dateline.kernel.Role;
import dateline.note.MediaNote;
import dateline.note.difference.Difference;
import dateline.note.difference.TextDifference;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.List;

/** Texts that are cleared with edits: an office proposes them, the drafter takes or leaves them. */
final class EditsApi {

  private final ReadModel model;
  private final Callers callers;
  private final NoteChanges changes;

  EditsApi(ReadModel model, Callers callers, NoteChanges changes) {
    this.model = model;
    this.callers = callers;
    this.changes = changes;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/notes/{note}/edits", this::propose).uploading(),
        Route.get("/api/notes/{note}/edits/{office}", this::show),
        Route.post("/api/notes/{note}/edits/{office}/taking", this::take),
        Route.delete("/api/notes/{note}/edits/{office}", this::leave));
  }

  private Response propose(Request sent) {
    Change change = changes.asked(sent, Role.REVIEWER).with(TextReading.whole(sent));
    Fields query = Fields.ofQuery(sent);
    ProposeEditsV1 payload =
        new ProposeEditsV1(
            query.digest(),
            NoteCodec.toWire(TextReading.note(change.request()).note()),
            query.textOr("reason", ""),
            null);
    return changes.clearance(change, "edits", command -> command.setProposeEdits(payload));
  }

  /** What an office proposes, against the text as it is now. */
  private Response show(Request request) {
    Reader reader = callers.reader(request);
    NoteEntry note = model.noteBeginning(request.param("note"), reader);
    RevisionsApi.requireDrafting(reader, note);
    String office = request.param("office");
    EditsEntry edits = model.edits(note.id(), office).orElseThrow(EditsApi::none);
    MediaNote present = note.draft().note().orElseThrow(EditsApi::none);
    Difference difference = Difference.between(present, edits.edited());
    return switch (request.preferred("application/json", "text/html", "text/plain")) {
      case "text/html" -> DifferencePage.ofEdits(note, edits, difference);
      case "text/plain" -> Content.text(200, TextDifference.of(difference));
      default -> Content.json(200, json(note, edits, difference)).withEtag(note.version());
    };
  }

  private static ObjectNode json(NoteEntry note, EditsEntry edits, Difference difference) {
    ObjectNode json =
        DeskJson.MAPPER
            .createObjectNode()
            .put("note", note.id())
            .put("office", edits.office())
            .put("stands", edits.standIn(note));
    ClearanceView.answer(json, edits.answer());
    json.set("edited", DeskJson.of(edits.edited()));
    json.put("same", difference.isEmpty());
    json.set("lines", DeskJson.MAPPER.valueToTree(difference.lines()));
    return json.put("text", TextDifference.of(difference));
  }

  /** The edits were made of the text that was read then; what was written since is not lost. */
  private Response take(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    String office = request.param("office");
    Order order = changes.order(change, "taking edits of " + office);
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () -> {
          change.requireDraft();
          EditsEntry edits =
              model
                  .edits(change.note().id(), office)
                  .filter(made -> made.standIn(change.note()))
                  .orElseThrow(EditsApi::none);
          return changes
              .drafting(change, order)
              .setTakeEdits(
                  new TakeEditsV1(
                      edits.answer().revision(),
                      NoteCodec.toWire(edits.edited()),
                      edits.answer().person()))
              .build();
        });
  }

  /** They are of the text that was read, which is still the one there is. */
  private Response leave(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    LeaveEditsV1 payload =
        new LeaveEditsV1(
            change.note().draft().digest(),
            request.param("office"),
            Fields.ofQuery(request).textOr("reason", ""));
    return changes.clearance(
        change, "edits of " + payload.getOffice(), command -> command.setLeaveEdits(payload));
  }

  private static ProblemException none() {
    return Fields.wrong(
        404, "NO_EDITS", "That office proposes no edits to this note; look at its clearance list.");
  }
}
