package dateline.clearance.kafka;

import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceCommand.Owing.OpenEmergency;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyDeclared;
import dateline.clearance.Directory;
import dateline.clearance.Emergency;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import java.util.Optional;
import java.util.function.Supplier;

/** Before a text passes in an emergency, its action office is asked what it owes already. */
final class WhenEmergencyDeclaredOpenIt implements Policy<EmergencyDeclared, ClearanceCommand> {

  private final Supplier<Directory> directory;

  WhenEmergencyDeclaredOpenIt(Supplier<Directory> directory) {
    this.directory = directory;
  }

  @Override
  public Optional<ClearanceCommand> when(Envelope<EmergencyDeclared> event) {
    EmergencyDeclared it = event.payload();
    return Optional.of(
        new OpenEmergency(
            event.key(),
            it.digest(),
            directory
                .get()
                .afterTheFact(it.office(), event.at())
                .map(due -> new Emergency(it.office(), it.authority(), it.reason(), due))));
  }

  @Override
  public String keyOf(Envelope<EmergencyDeclared> event) {
    return Emergency.keyOf(event.payload().office());
  }
}
