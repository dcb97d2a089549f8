package dateline.desk;

import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.Topic;
import dateline.desk.CommandDesk.Fresh;
import dateline.desk.CommandDesk.Order;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.kernel.Actor;
import dateline.runtime.ActorCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.Response;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Gives clearance what somebody says who is not signed in, and waits for what became of it. */
record ClearanceVoice(ReadModel model, CommandDesk desk, InstantSource clock) {

  /**
   * Says it.
   *
   * @param commandId the same for the same said again
   * @param payload sets what they say
   * @param shown what is answered if it is recorded, of the note as it is then
   * @return what {@code shown} made, the problem if it was refused, or 202 if there is no answer
   *     yet
   */
  Response give(
      NoteEntry note,
      Actor actor,
      String commandId,
      UnaryOperator<ClearanceCommandV1.Builder> payload,
      Function<NoteEntry, Content> shown) {
    ClearanceCommandV1 command =
        payload
            .apply(
                ClearanceCommandV1.newBuilder()
                    .setId(commandId)
                    .setCausationId(commandId)
                    .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                    .setActor(ActorCodec.toWire(actor))
                    .setNoteId(note.id()))
            .build();
    Fresh fresh =
        version ->
            model.awaitNote(
                    note.id(),
                    now -> NoteEngine.CLEARANCE.version(now) >= version,
                    CommandDesk.PATIENCE)
                ? model.note(note.id()).map(shown)
                : Optional.empty();
    Order order = new Order(commandId, false);
    return desk.give(Topic.CLEARANCE_COMMANDS, note.id(), order, command, fresh);
  }

  /** The note once it is so, or as it is after two seconds. */
  NoteEntry awaiting(NoteEntry note, Predicate<NoteEntry> wanted) {
    try {
      model.awaitNote(note.id(), wanted, CommandDesk.PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return model.note(note.id()).orElse(note);
  }
}
