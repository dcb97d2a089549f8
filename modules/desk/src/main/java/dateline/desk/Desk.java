package dateline.desk;

import dateline.attachments.AttachmentStore;
import dateline.note.checks.HouseStyle;
import dateline.runtime.Answer;
import dateline.runtime.Health;
import dateline.runtime.http.Route;
import dateline.runtime.http.Routes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** All that the desk answers, put together. */
final class Desk {

  private Desk() {}

  /**
   * @param files of notes; stays the caller's to close
   * @param style of the house, in which findings are shown
   * @param secret makes subscriber ids of addresses and the links of mails
   * @param log reads again what it has
   * @param answers the answer to the command of this id, when it is there
   * @param health of everything the desk needs
   */
  static Routes routes(
      ReadModel model,
      DeskTokens tokens,
      Engines engines,
      AttachmentStore files,
      RecordReader log,
      Function<String, CompletableFuture<Answer>> answers,
      HouseStyle style,
      String secret,
      InstantSource clock,
      Supplier<List<Health>> health) {
    Callers callers = new Callers(tokens, model);
    CommandDesk commands = new CommandDesk(engines, model);
    NoteChecks checks = new NoteChecks(style, model, clock);
    NotesApi notes = new NotesApi(model, callers, checks);
    List<Route> routes = new ArrayList<>();
    NoteChanges changes = new NoteChanges(model, callers, commands, notes, clock);
    routes.addAll(notes.routes());
    routes.addAll(new TextsApi(model, callers, commands, changes, notes, checks).routes());
    routes.addAll(new RevisionsApi(model, callers).routes());
    routes.addAll(new DraftsApi(model, changes).routes());
    routes.addAll(new CommentsApi(changes).routes());
    routes.addAll(new AttachmentsApi(model, callers, changes, files).routes());
    Deputies deputies = new Deputies(model, clock);
    routes.addAll(new NoteChangesApi(changes, checks, deputies).routes());
    routes.addAll(new ClearanceApi(changes, notes, deputies).routes());
    routes.addAll(new ClearanceListApi(model, callers, changes, deputies, clock).routes());
    routes.addAll(new EditsApi(model, callers, changes).routes());
    routes.addAll(new EndorsersApi(changes).routes());
    routes.addAll(new CertificateApi(model, callers, log).routes());
    routes.addAll(new Origins(model, callers).routes());
    routes.addAll(new ContactsApi(model, callers, commands, secret, clock).routes());
    routes.addAll(new DirectoryApi(model, callers).routes());
    routes.addAll(new CommandsApi(callers, model, notes, answers).routes());
    routes.addAll(new HealthApi(health).routes());
    routes.addAll(new InvitationsApi(model, callers, changes, commands, secret, clock).routes());
    ClearanceVoice voice = new ClearanceVoice(model, commands, clock);
    AnswerDesk answering = new AnswerDesk(model, deputies, voice, secret, clock);
    Stylesheet sheet = Stylesheet.load();
    AnswerViews views = new AnswerViews(model, deputies, sheet);
    AnswerPages pages = new AnswerPages(answering, views, sheet);
    routes.addAll(pages.routes());
    InvitationViews shown = new InvitationViews(model, deputies, sheet);
    InvitationPages invitations = new InvitationPages(model, voice, shown, secret, clock);
    routes.addAll(invitations.routes());
    return Routes.of(routes)
        .showingProblems((request, problem) ->
            invitations.problem(request, problem).orElseGet(() -> pages.problem(request, problem)));
  }
}
