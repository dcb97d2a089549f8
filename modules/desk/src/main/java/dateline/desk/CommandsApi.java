package dateline.desk;

import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.PersonEntry;
import dateline.kernel.MessageId;
import dateline.runtime.Answer;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What became of a command, for those whose answer took longer than two seconds. */
final class CommandsApi {

  private final Callers callers;
  private final ReadModel model;
  private final NotesApi notes;
  private final Function<String, CompletableFuture<Answer>> answers;

  /**
   * @param answers the answer to the command of this id, when it is there
   */
  CommandsApi(
      Callers callers,
      ReadModel model,
      NotesApi notes,
      Function<String, CompletableFuture<Answer>> answers) {
    this.callers = callers;
    this.model = model;
    this.notes = notes;
    this.answers = answers;
  }

  List<Route> routes() {
    return List.of(Route.get("/api/commands/{id}", this::command));
  }

  private Response command(Request request) {
    Reader reader = callers.reader(request);
    String id = request.param("id");
    if (!isId(id)) {
      return Problem.notFound();
    }
    try {
      Optional<Answer> answer = CommandDesk.within(answers.apply(id));
      return answer.isPresent() ? said(answer.get(), reader) : CommandDesk.stillWorking(id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandDesk.stillWorking(id);
    }
  }

  private static boolean isId(String id) {
    try {
      return !new MessageId(id).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Response said(Answer answer, Reader reader) throws InterruptedException {
    boolean shown =
        !(answer instanceof Answer.Done done)
            || model.awaitCommand(done.key(), done.commandId(), CommandDesk.PATIENCE);
    Optional<NoteEntry> hidden = model.note(answer.key()).filter(note -> !reader.sees(note));
    if (hidden.isPresent()) {
      return isTheirs(answer, hidden.get(), reader)
          ? NotesApi.whereItIs(hidden.get())
          : asIfThereWereNone(answer.commandId());
    }
    return switch (answer) {
      case Answer.Done done ->
          shown ? resource(done, reader) : CommandDesk.stillWorking(done.commandId());
      case Answer.NothingToDo nothing ->
          resource(nothing, reader).withHeader(CommandDesk.NOTHING_TO_DO, "true");
      case Answer.Refused refused -> Refusals.problem(refused);
    };
  }

  /** Whether the command is this reader's own, given while the note was there for them. */
  private boolean isTheirs(Answer answer, NoteEntry note, Reader reader) {
    return reader instanceof Reader.Person(PersonEntry person)
        && model.history(note).stream()
            .anyMatch(line ->
                line.commandId().equals(answer.commandId()) && line.person().equals(person.id()));
  }

  /** A command about a note that is not there for them is one that nobody gave. */
  private static Response asIfThereWereNone(String commandId) throws InterruptedException {
    Optional<Answer> _ = CommandDesk.within(new CompletableFuture<>());
    return CommandDesk.stillWorking(commandId);
  }

  /** What the command was about, as it is now. */
  private Content resource(Answer answer, Reader reader) {
    return model
        .note(answer.key())
        .map(note -> notes.content(200, note, reader))
        .or(() -> model.contact(answer.key()).map(contact -> ContactsApi.content(200, contact)))
        .orElseGet(() -> Content.json(200, Map.of("id", answer.key())))
        .withHeader("Dateline-Command", answer.commandId());
  }
}
