package dateline.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.contracts.CreateDraftV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.OriginV1;
import dateline.contracts.RestoreRevisionV1;
import dateline.contracts.ReviseDraftV1;
import dateline.contracts.RevisePartV1;
import dateline.contracts.Topic;
import dateline.desk.CommandDesk.Fresh;
import dateline.desk.CommandDesk.Order;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.OfficeEntry;
import dateline.desk.DeskEntry.PressOfficeEntry;
import dateline.desk.NoteChanges.Change;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.Role;
import dateline.note.Block;
import dateline.note.MediaNote;
import dateline.note.Part;
import dateline.note.Reading;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writing: a note is begun, its text revised whole or in a part, an earlier one restored. The tag
 * that a client read says which revision it worked on; what others wrote since is never lost, and
 * the engine says whether the two can be joined.
 */
final class TextsApi {

  private final ReadModel model;
  private final Callers callers;
  private final CommandDesk desk;
  private final NoteChanges changes;
  private final NotesApi notes;
  private final NoteChecks checks;

  TextsApi(
      ReadModel model,
      Callers callers,
      CommandDesk desk,
      NoteChanges changes,
      NotesApi notes,
      NoteChecks checks) {
    this.model = model;
    this.callers = callers;
    this.desk = desk;
    this.changes = changes;
    this.notes = notes;
    this.checks = checks;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/notes", this::create).uploading(),
        Route.put("/api/notes/{note}", this::revise).uploading(),
        Route.put("/api/notes/{note}/parts/{part}", this::revisePart).uploading(),
        Route.put("/api/notes/{note}/blocks/{block}", this::reviseBlock),
        Route.post("/api/notes/{note}/revisions/{revision}/restoration", this::restore));
  }

  private Response create(Request sent) {
    Actor actor = callers.as(sent, Role.PRESS_OFFICER);
    Reader reader = callers.reader(sent);
    Request request = TextReading.whole(sent);
    Reading reading = TextReading.note(request);
    Order order = desk.order(request, actor, "notes");
    Optional<OriginV1> origin = Origins.of(request);
    String noteId = origin.map(Origins::noteId).orElseGet(() -> CommandDesk.idOf(order));
    Fresh fresh =
        version ->
            model.awaitNote(
                    noteId,
                    note -> NoteEngine.DRAFTING.version(note) >= version,
                    CommandDesk.PATIENCE)
                ? model
                    .note(noteId)
                    .map(note ->
                        (reader.sees(note)
                                ? with(request, reading, 201, note, reader)
                                : NotesApi.whereItIs(note))
                            .withHeader("Location", "/api/notes/" + noteId))
                : Optional.empty();
    Optional<NoteEntry> there = model.note(noteId);
    if (origin.isPresent() && there.filter(note -> !reader.sees(note)).isPresent()) {
      throw Fields.wrong(
          409,
          "IMPORTED_ELSEWHERE",
          "This was imported already and is a draft of another office; ask them to name you as a co-drafter, or wait until they submit it.");
    }
    if (there.filter(note -> !note.commands().contains(order.id())).isPresent()) {
      return with(request, reading, 200, there.get(), reader)
          .withHeader(CommandDesk.NOTHING_TO_DO, "true");
    }
    if (order.done() || there.isPresent()) {
      return desk.again(order, fresh);
    }
    DraftingCommandV1.Builder command = changes.drafting(noteId, order, actor);
    command.setCreateDraft(
        new CreateDraftV1(
            NoteCodec.toWire(reading.note()),
            zone(actor.office()).orElse(null),
            origin.orElse(null)));
    return desk.give(Topic.DRAFTING_COMMANDS, noteId, order, command.build(), fresh);
  }

  /** In which the note's release will be numbered. */
  private Optional<String> zone(OfficeId office) {
    return model
        .office(office.value())
        .map(OfficeEntry::zone)
        .filter(zone -> !zone.isBlank())
        .or(() -> model.pressOffice().map(PressOfficeEntry::zone))
        .filter(zone -> !zone.isBlank());
  }

  private Response revise(Request sent) {
    Change change = changes.asked(sent, Role.PRESS_OFFICER).with(TextReading.whole(sent));
    Request request = change.request();
    Reading reading = TextReading.note(request);
    Order order = changes.order(change, "note");
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () ->
            changes
                .drafting(change, order)
                .setReviseDraft(
                    new ReviseDraftV1(
                        change.revisionRead(),
                        NoteCodec.toWire(reading.note()),
                        Origins.of(request).orElse(null)))
                .build(),
        now -> with(request, reading, 200, now, change.reader()));
  }

  private Response revisePart(Request sent) {
    Change change = changes.asked(sent, Role.PRESS_OFFICER).with(TextReading.whole(sent));
    Request request = change.request();
    Part part = part(request.param("part"));
    MediaNote says = TextReading.part(part, request);
    Order order = changes.order(change, "part " + part.component());
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () -> revisePart(change, order, change.revisionRead(), part, 0, says));
  }

  private Response reviseBlock(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    int block = number(request, "block");
    Order order = changes.order(change, "block " + block);
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () -> {
          int read = change.revisionRead();
          List<Block> body =
              model.text(change.note().id(), read).map(MediaNote::body).orElse(List.of());
          if (block > body.size()) {
            throw Fields.wrong(
                422,
                "UNKNOWN_BLOCK",
                "There is no block %d in revision %d, whose body has %d; count from 1."
                    .formatted(block, read, body.size()));
          }
          MediaNote instead = TextReading.blocks(body.get(block - 1), request);
          return revisePart(change, order, read, Part.BODY, block, instead);
        });
  }

  private DraftingCommandV1 revisePart(
      Change change, Order order, int expected, Part part, int block, MediaNote says) {
    return changes
        .drafting(change, order)
        .setRevisePart(new RevisePartV1(expected, part.component(), block, NoteCodec.toWire(says)))
        .build();
  }

  private Response restore(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    int revision = number(request, "revision");
    Order order = changes.order(change, "restoration of " + revision);
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () ->
            changes
                .drafting(change, order)
                .setRestoreRevision(new RestoreRevisionV1(change.revisionRead(), revision))
                .build());
  }

  /**
   * The note with what the reader made of the text that was sent; its summary for a client that
   * prefers the minimum (RFC 7240), since checks take longer than all the rest.
   */
  private Content with(
      Request request, Reading reading, int status, NoteEntry note, Reader reader) {
    if (request.header("Prefer").filter("return=minimal"::equalsIgnoreCase).isPresent()) {
      return Content.json(status, NoteView.summary(note))
          .withHeader("Preference-Applied", "return=minimal")
          .withEtag(note.version());
    }
    ObjectNode json = notes.whole(note, reader);
    json.set("reading", NoteView.reading(reading, checks));
    return Content.json(status, json).withEtag(note.version());
  }

  private static Part part(String name) {
    return Part.named(name)
        .orElseThrow(() ->
            Fields.wrong(
                404,
                "UNKNOWN_PART",
                "A note has no part \"%s\"; it has %s."
                    .formatted(
                        name,
                        Arrays.stream(Part.values())
                            .map(Part::component)
                            .collect(Collectors.joining(", ")))));
  }

  /** A number of the path, from 1. */
  static int number(Request request, String name) {
    String text = request.param(name);
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw Fields.wrong(
          404,
          "UNKNOWN_" + name.toUpperCase(Locale.ROOT),
          "There is no %s \"%s\"; they are counted from 1.".formatted(name, text));
    }
    return Integer.parseInt(text);
  }
}
