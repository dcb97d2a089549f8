package dateline.clearance.kafka;

import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.InEmergency.ApproveInEmergency;
import dateline.clearance.ClearanceEvent.Owed.EmergencyOpened;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import java.util.Optional;

/** An office that owes nothing overdue, and now owes this, may have its text pass. */
final class WhenEmergencyOpenedApproveNote implements Policy<EmergencyOpened, ClearanceCommand> {

  @Override
  public Optional<ClearanceCommand> when(Envelope<EmergencyOpened> event) {
    return Optional.of(
        new ApproveInEmergency(event.payload().digest(), event.payload().emergency()));
  }

  @Override
  public String keyOf(Envelope<EmergencyOpened> event) {
    return event.payload().note();
  }
}
