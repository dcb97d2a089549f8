package dateline.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reading notes: the list, one note, what became of its mails. */
final class NotesApi {

  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 500;

  private final ReadModel model;
  private final Callers callers;
  private final NoteView view;

  NotesApi(ReadModel model, Callers callers, NoteChecks checks) {
    this.model = model;
    this.callers = callers;
    this.view = new NoteView(model, checks);
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/notes", this::list),
        Route.get("/api/notes/{note}", this::one),
        Route.get("/api/notes/{note}/history", this::history),
        Route.get("/api/notes/{note}/deliveries", this::deliveries));
  }

  private Response list(Request request) {
    Reader reader = callers.reader(request);
    Optional<NoteState> state = request.query("state").map(NotesApi::state);
    String prefix = request.query("prefix").orElse("");
    int skip = number(request, "skip", 0, 1_000_000);
    int limit = number(request, "limit", USUAL_PAGE, LARGEST_PAGE);
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    ArrayNode notes = json.putArray("notes");
    model
        .notes(reader, state, prefix, skip, limit)
        .forEach(note -> notes.add(NoteView.summary(note)));
    json.put("total", model.countNotes(reader, state, prefix));
    return Content.json(200, json);
  }

  private Response one(Request request) {
    Reader reader = callers.reader(request);
    return content(200, model.noteBeginning(request.param("note"), reader), reader);
  }

  /** A note with its ETag, as this reader sees it. */
  Content content(int status, NoteEntry note, Reader reader) {
    return Content.json(status, view.whole(note, reader)).withEtag(note.version());
  }

  ObjectNode whole(NoteEntry note, Reader reader) {
    return view.whole(note, reader);
  }

  /** What somebody hears who acted on a note that is not for them any more. */
  static Content whereItIs(NoteEntry note) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    json.put("id", note.id()).put("state", note.state().name());
    return Content.json(200, json);
  }

  private Response history(Request request) {
    Reader reader = callers.reader(request);
    NoteEntry note = model.noteBeginning(request.param("note"), reader);
    return Content.json(200, view.history(note, reader)).withEtag(note.version());
  }

  private Response deliveries(Request request) {
    NoteEntry note = model.noteBeginning(request.param("note"), callers.reader(request));
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    String release = note.release().releaseId();
    json.set("planned", DeskJson.MAPPER.valueToTree(model.planned(release)));
    json.set("outcomes", DeskJson.MAPPER.valueToTree(model.outcomes(release)));
    ArrayNode press = json.putArray("press");
    if (!release.isEmpty()) {
      json.put("releaseId", release);
      model.contacts().forEach(contact -> outcome(release, contact).ifPresent(press::add));
    }
    return Content.json(200, json);
  }

  private Optional<ObjectNode> outcome(String release, ContactEntry contact) {
    return model
        .outcome(release, contact.id())
        .map(outcome ->
            DeskJson.MAPPER
                .createObjectNode()
                .put("name", contact.name())
                .put("outlet", contact.outlet())
                .put("address", contact.address())
                .put("outcome", outcome.outcome())
                .put("replyCode", outcome.replyCode())
                .put("at", outcome.at().toString()));
  }

  private static NoteState state(String name) {
    return Arrays.stream(NoteState.values())
        .filter(state -> state.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                Problem.badRequest(
                    "UNKNOWN_STATE",
                    "There is no such state; the states are "
                        + Arrays.toString(NoteState.values())
                        + ".")));
  }

  private static int number(Request request, String name, int otherwise, int most) {
    String text = request.query(name).orElse(Integer.toString(otherwise));
    if (text.matches("[0-9]{1,7}") && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    throw new ProblemException(
        Problem.badRequest(
            "UNUSABLE_NUMBER", name + " must be a whole number from 0 to " + most + "."));
  }
}
