package dateline.clearance.kafka;

import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.InEmergency.RefuseEmergency;
import dateline.clearance.ClearanceEvent.Owed.EmergencyDenied;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import java.util.Optional;

/** The note says that its text did not pass, and why. */
final class WhenEmergencyDeniedRefuseIt implements Policy<EmergencyDenied, ClearanceCommand> {

  @Override
  public Optional<ClearanceCommand> when(Envelope<EmergencyDenied> event) {
    return Optional.of(new RefuseEmergency(event.payload().digest(), event.payload().because()));
  }

  @Override
  public String keyOf(Envelope<EmergencyDenied> event) {
    return event.payload().note();
  }
}
