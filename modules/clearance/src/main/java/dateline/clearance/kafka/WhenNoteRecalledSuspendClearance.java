package dateline.clearance.kafka;

import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import java.util.Optional;

/** A note that its drafter took back is no longer asked about, and an approval ends. */
final class WhenNoteRecalledSuspendClearance
    implements Policy<DraftingEvents.NoteRecalled, ClearanceCommand> {

  @Override
  public Optional<ClearanceCommand> when(Envelope<DraftingEvents.NoteRecalled> event) {
    return Optional.of(new SuspendClearance(event.payload().digest(), event.payload().reason()));
  }
}
