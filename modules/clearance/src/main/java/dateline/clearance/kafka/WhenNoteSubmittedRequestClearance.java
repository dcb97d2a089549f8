package dateline.clearance.kafka;

import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.Directory;
import dateline.clearance.SubmittedText;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A submitted text is sent to the offices that the directory's rules name at that moment. The list
 * is part of the command, so that what was asked never changes with the directory.
 */
final class WhenNoteSubmittedRequestClearance
    implements Policy<DraftingEvents.NoteSubmitted, ClearanceCommand> {

  private final Supplier<Directory> directory;

  WhenNoteSubmittedRequestClearance(Supplier<Directory> directory) {
    this.directory = directory;
  }

  @Override
  public Optional<ClearanceCommand> when(Envelope<DraftingEvents.NoteSubmitted> event) {
    SubmittedText text = event.payload().text();
    return Optional.of(
        new RequestClearance(
            text, directory.get().listFor(text.note(), event.payload().occasion())));
  }
}
