package dateline.desk;

import dateline.contracts.AbandonDraftV1;
import dateline.contracts.AddCoDrafterV1;
import dateline.contracts.ConfirmTranslationV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.LinkTranslationV1;
import dateline.contracts.LockParagraphsV1;
import dateline.contracts.RemoveCoDrafterV1;
import dateline.contracts.RestoreDraftV1;
import dateline.contracts.UnlinkTranslationV1;
import dateline.contracts.UnlockParagraphsV1;
import dateline.desk.CommandDesk.Order;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.PersonEntry;
import dateline.desk.NoteChanges.Change;
import dateline.kernel.Role;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What drafters decide about a draft beside its words: to give it up, who writes on it, what is
 * agreed, what it translates.
 */
final class DraftsApi {

  private final ReadModel model;
  private final NoteChanges changes;

  DraftsApi(ReadModel model, NoteChanges changes) {
    this.model = model;
    this.changes = changes;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/notes/{note}/abandonment", this::abandon),
        Route.post("/api/notes/{note}/restoration", this::restore),
        Route.put("/api/notes/{note}/co-drafters/{person}", this::addCoDrafter),
        Route.delete("/api/notes/{note}/co-drafters/{person}", this::removeCoDrafter),
        Route.post("/api/notes/{note}/agreed", this::lock),
        Route.delete("/api/notes/{note}/agreed/{lock}", this::unlock),
        Route.put("/api/notes/{note}/translation", this::translate),
        Route.post("/api/notes/{note}/translation/confirmation", this::confirm),
        Route.delete("/api/notes/{note}/translation", this::unlink));
  }

  private Response abandon(Request request) {
    AbandonDraftV1 it = new AbandonDraftV1(Fields.of(request).textOr("reason", ""));
    return changed(request, "abandonment", command -> command.setAbandonDraft(it));
  }

  private Response restore(Request request) {
    return changed(
        request, "restoration", command -> command.setRestoreDraft(new RestoreDraftV1()));
  }

  private Response addCoDrafter(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    PersonEntry person =
        model
            .person(request.param("person"))
            .orElseThrow(() ->
                Fields.wrong(
                    404,
                    "NO_SUCH_PERSON",
                    "The directory has nobody of this id; look it up there."));
    if (!person.roles().contains(Role.PRESS_OFFICER)) {
      throw Fields.wrong(
          422,
          "NOT_A_PRESS_OFFICER",
          "%s is no press officer and could not write on it; name one.".formatted(person.id()));
    }
    return changed(
        change,
        "co-drafter " + person.id() + " of",
        command -> command.setAddCoDrafter(new AddCoDrafterV1(person.id())));
  }

  private Response removeCoDrafter(Request request) {
    String person = request.param("person");
    return changed(
        request,
        "co-drafter " + person + " of",
        command -> command.setRemoveCoDrafter(new RemoveCoDrafterV1(person)));
  }

  private Response lock(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    Fields fields = Fields.of(request);
    List<Integer> blocks = fields.numbers("blocks");
    String with = fields.textOr("agreedWith", "");
    Order order = changes.order(change, "agreed");
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () ->
            changes
                .drafting(change, order)
                .setLockParagraphs(new LockParagraphsV1(change.revisionRead(), blocks, with))
                .build());
  }

  private Response unlock(Request request) {
    String lock = request.param("lock");
    String reason = Fields.ofQuery(request).textOr("reason", "");
    return changed(
        request,
        "agreed " + lock + " of",
        command -> command.setUnlockParagraphs(new UnlockParagraphsV1(lock, reason)));
  }

  /** A source that is not there for whoever asks is none. */
  private Response translate(Request request) {
    Change change = changes.asked(request, Role.PRESS_OFFICER);
    Fields fields = Fields.of(request);
    NoteEntry source = model.noteBeginning(fields.text("source"), change.reader());
    int revision = fields.number("sourceRevision").orElse(source.draft().revision());
    if (source.draft().revision(revision).isEmpty()) {
      throw Fields.wrong(
          422,
          "UNKNOWN_REVISION",
          "The source has revisions 1 to %d; say which of them was translated."
              .formatted(source.draft().revision()));
    }
    LinkTranslationV1 it = new LinkTranslationV1(source.id(), revision, fields.text("language"));
    return changed(
        change,
        "translation",
        command -> {
          requireNoCircle(change.note(), source, change.reader());
          return command.setLinkTranslation(it);
        });
  }

  /**
   * The engine knows one note at a time; who is whose translation is seen here, as far as it is
   * there for whoever asks. What they do not see decides nothing: a source that goes back to a note
   * they do not see is refused wherever that one leads, so the refusal tells nothing of it that the
   * source itself does not say. Of two links that are made in the same moment the engine takes one
   * back; more of them may make a circle, which the notes on it then say.
   *
   * @throws dateline.runtime.http.ProblemException 409 {@code TRANSLATION_CIRCLE} or {@code
   *     SOURCE_UNSEEN}
   */
  private void requireNoCircle(NoteEntry note, NoteEntry source, Reader reader) {
    Sources back = Sources.of(source, model, reader);
    if (back.notes().contains(note.id())) {
      throw Fields.wrong(
          409,
          "TRANSLATION_CIRCLE",
          "That note is itself translated from this one, directly or by others; take that back first.");
    }
    switch (back.end()) {
      case ORIGINAL -> {}
      case UNSEEN ->
          throw Fields.wrong(
              409,
              "SOURCE_UNSEEN",
              "That note goes back to a note of another office, which you do not see; link them when you do, or ask somebody who sees it.");
      case CIRCLE ->
          throw Fields.wrong(
              409,
              "TRANSLATION_CIRCLE",
              "That note goes back to itself by its sources; have one of those links taken back first.");
    }
  }

  private Response confirm(Request request) {
    Fields fields = Fields.of(request);
    int revision =
        fields
            .number("sourceRevision")
            .orElseThrow(() ->
                Fields.unusable(
                    "UNUSABLE_FIELD",
                    "sourceRevision",
                    "is missing; say which revision this text says"));
    return changed(
        request,
        "confirmation of translation",
        command -> command.setConfirmTranslation(new ConfirmTranslationV1(revision)));
  }

  private Response unlink(Request request) {
    return changed(
        request, "translation", command -> command.setUnlinkTranslation(new UnlinkTranslationV1()));
  }

  private Response changed(
      Request request, String what, UnaryOperator<DraftingCommandV1.Builder> command) {
    return changed(changes.asked(request, Role.PRESS_OFFICER), what, command);
  }

  private Response changed(
      Change change, String what, UnaryOperator<DraftingCommandV1.Builder> command) {
    Order order = changes.order(change, what);
    return changes.give(
        change,
        order,
        NoteEngine.DRAFTING,
        () -> {
          change.requireDraft();
          return command.apply(changes.drafting(change, order)).build();
        });
  }
}
