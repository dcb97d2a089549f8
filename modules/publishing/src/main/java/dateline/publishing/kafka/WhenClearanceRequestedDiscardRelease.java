package dateline.publishing.kafka;

import dateline.contracts.ClearanceEventV1;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import dateline.publishing.PublishingCommand;
import dateline.publishing.PublishingCommand.DiscardRelease;
import dateline.publishing.kafka.WhenClearanceRequestedDiscardRelease.ClearanceRequested;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The offices are asked anew, about this text or another: no text of this note is cleared now. */
final class WhenClearanceRequestedDiscardRelease
    implements Policy<ClearanceRequested, PublishingCommand> {

  /** What concerns publishing of clearance's event. */
  record ClearanceRequested() {}

  static Optional<Envelope<ClearanceRequested>> read(SpecificRecord wire) {
    return wire instanceof ClearanceEventV1 event && event.getClearanceRequested() != null
        ? Optional.of(ClearanceEnvelope.around(event, new ClearanceRequested()))
        : Optional.empty();
  }

  @Override
  public Optional<PublishingCommand> when(Envelope<ClearanceRequested> event) {
    return Optional.of(
        new DiscardRelease(Optional.empty(), "The offices are asked to clear the note anew."));
  }
}
