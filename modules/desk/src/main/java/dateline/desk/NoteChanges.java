package dateline.desk;

import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.PublishingCommandV1;
import dateline.desk.CommandDesk.Fresh;
import dateline.desk.CommandDesk.Order;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.kernel.Actor;
import dateline.kernel.Role;
import dateline.runtime.ActorCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/** How a note is changed: one command to one engine, answered with the note as it is then. */
final class NoteChanges {

  private final ReadModel model;
  private final Callers callers;
  private final CommandDesk desk;
  private final NotesApi notes;
  private final InstantSource clock;

  NoteChanges(
      ReadModel model, Callers callers, CommandDesk desk, NotesApi notes, InstantSource clock) {
    this.model = model;
    this.callers = callers;
    this.desk = desk;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * What somebody asks to change.
   *
   * @param actor who asks, in the role in which they do
   * @param reader the same person
   * @param note as they see it now
   * @param history of the note, whole
   */
  record Change(
      Request request,
      Actor actor,
      Reader reader,
      NoteEntry note,
      Supplier<List<HistoryLine>> history) {

    /** Holds if the text and where the draft is are as they were read. */
    void requireDraft() {
      Preconditions.requireDraft(request, note, reader, history);
    }

    /** The same, asked by the same person for another office. */
    Change by(Actor other) {
      return new Change(request, other, reader, note, history);
    }

    /** The same, of the request as it is now. */
    Change with(Request whole) {
      return new Change(whole, actor, reader, note, history);
    }

    int revisionRead() {
      return Preconditions.revisionRead(request, note);
    }
  }

  /**
   * The note of the path, for somebody in the first of these roles that they have.
   *
   * @throws dateline.runtime.http.ProblemException 401, 403, 404 or 409
   */
  Change asked(Request request, Role... roles) {
    Actor actor = callers.as(request, roles);
    Reader reader = callers.reader(request);
    NoteEntry note = model.noteBeginning(request.param("note"), reader);
    return new Change(request, actor, reader, note, () -> model.history(note));
  }

  /**
   * The command of this change.
   *
   * @param what of the note is changed: {@code "submission"}
   */
  Order order(Change change, String what) {
    return desk.order(change.request(), change.actor(), what + ' ' + change.note().id());
  }

  /**
   * The command of this change, whose content is not in the request's body.
   *
   * @param content everything else that makes it this request and no other
   */
  Order order(Change change, String what, String content) {
    return desk.order(change.request(), change.actor(), what + ' ' + change.note().id(), content);
  }

  /**
   * Gives the command unless it was given before.
   *
   * @param command made only if it is given; checks what must be so
   */
  Response give(Change change, Order order, NoteEngine engine, Supplier<SpecificRecord> command) {
    return give(change, order, engine, command, now -> notes.content(200, now, change.reader()));
  }

  /**
   * The same.
   *
   * @param shown what is answered of the note as it is then
   */
  Response give(
      Change change,
      Order order,
      NoteEngine engine,
      Supplier<SpecificRecord> command,
      Function<NoteEntry, Content> shown) {
    String id = change.note().id();
    Fresh fresh =
        version ->
            model.awaitNote(id, now -> engine.version(now) >= version, CommandDesk.PATIENCE)
                ? model.note(id).map(now -> answer(change.reader(), now, shown))
                : Optional.empty();
    if (order.done() || change.note().commands().contains(order.id())) {
      return desk.again(order, fresh);
    }
    return withWhoChanged(desk.give(engine.commands(), id, order, command.get(), fresh), change);
  }

  /**
   * Gives clearance a command about the text and the draft as they were read.
   *
   * @param what of the note is changed: {@code "approval"}
   * @param payload sets what is asked; checks what must be so
   */
  Response clearance(
      Change change, String what, UnaryOperator<ClearanceCommandV1.Builder> payload) {
    Order order = order(change, what);
    return give(change, order, NoteEngine.CLEARANCE, () -> clearance(change, order, payload));
  }

  /** The command of such a change, made only if it is given. */
  ClearanceCommandV1 clearance(
      Change change, Order order, UnaryOperator<ClearanceCommandV1.Builder> payload) {
    change.requireDraft();
    return payload
        .apply(
            ClearanceCommandV1.newBuilder()
                .setId(order.id())
                .setCausationId(order.id())
                .setAt(now())
                .setActor(ActorCodec.toWire(change.actor()))
                .setNoteId(change.note().id()))
        .build();
  }

  /**
   * Waits for what follows from a command that was done.
   *
   * @param given the answer to the command
   * @param decided whether it has followed
   * @param shown what is answered then
   */
  Response awaiting(
      Response given,
      Change change,
      Order order,
      Predicate<NoteEntry> decided,
      Function<NoteEntry, Response> shown) {
    if (!(given instanceof Content content) || content.status() != 200) {
      return given;
    }
    try {
      String id = change.note().id();
      return model.awaitNote(id, decided, CommandDesk.PATIENCE)
          ? model.note(id).filter(change.reader()::sees).map(shown).orElse(given)
          : CommandDesk.stillWorking(order.id());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandDesk.stillWorking(order.id());
    }
  }

  /** Whoever may not see the note any more, since it is open again, is told where it is. */
  private static Content answer(Reader reader, NoteEntry now, Function<NoteEntry, Content> shown) {
    return reader.sees(now) ? shown.apply(now) : NotesApi.whereItIs(now);
  }

  /** A refusal of a change to an older text says who changed what since, for programs too. */
  private Response withWhoChanged(Response response, Change change) {
    if (!(response instanceof Problem problem)
        || !problem.code().equals("STALE_REVISION")
        || !change.reader().seesDrafting(change.note())) {
      return response;
    }
    int read = change.revisionRead();
    try {
      model.awaitNote(
          change.note().id(), now -> now.draft().revision() > read, CommandDesk.PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    NoteEntry now = model.note(change.note().id()).orElse(change.note());
    return WhatChanged.sinceRevision(now, model.history(now), read)
        .on(problem)
        .withHeader("ETag", '"' + now.version() + '"');
  }

  DraftingCommandV1.Builder drafting(Change change, Order order) {
    return drafting(change.note().id(), order, change.actor());
  }

  DraftingCommandV1.Builder drafting(String noteId, Order order, Actor actor) {
    return DraftingCommandV1.newBuilder()
        .setId(order.id())
        .setCausationId(order.id())
        .setAt(now())
        .setActor(ActorCodec.toWire(actor))
        .setNoteId(noteId);
  }

  PublishingCommandV1.Builder publishing(Change change, Order order) {
    return PublishingCommandV1.newBuilder()
        .setId(order.id())
        .setCausationId(order.id())
        .setAt(now())
        .setActor(ActorCodec.toWire(change.actor()))
        .setNoteId(change.note().id());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
