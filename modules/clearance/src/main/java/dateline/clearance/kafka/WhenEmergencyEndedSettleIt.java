package dateline.clearance.kafka;

import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.Owing.SettleEmergency;
import dateline.clearance.Emergency;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.kernel.Policy;
import dateline.note.Digest;
import java.util.Optional;

/** A text that was cleared after the fact, or never passed, is owed for no longer. */
final class WhenEmergencyEndedSettleIt
    implements Policy<WhenEmergencyEndedSettleIt.Ended, ClearanceCommand> {

  /**
   * What is common to the two ends.
   *
   * @param office the action office
   */
  record Ended(Digest digest, OfficeId office) {}

  @Override
  public Optional<ClearanceCommand> when(Envelope<Ended> event) {
    return Optional.of(new SettleEmergency(event.key(), event.payload().digest()));
  }

  @Override
  public String keyOf(Envelope<Ended> event) {
    return Emergency.keyOf(event.payload().office());
  }
}
