package dateline.publishing.kafka;

import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceSuspendedV1;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import dateline.note.Digest;
import dateline.publishing.PublishingCommand;
import dateline.publishing.PublishingCommand.DiscardRelease;
import dateline.publishing.kafka.WhenClearanceSuspendedDiscardRelease.ClearanceSuspended;
import dateline.runtime.EnvelopeCodec;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The drafter took the text back: it can no longer be released. */
final class WhenClearanceSuspendedDiscardRelease
    implements Policy<ClearanceSuspended, PublishingCommand> {

  /** What concerns publishing of clearance's event. */
  record ClearanceSuspended(Digest digest, String reason) {}

  static Optional<Envelope<ClearanceSuspended>> read(SpecificRecord wire) {
    return wire instanceof ClearanceEventV1 event && event.getClearanceSuspended() != null
        ? Optional.of(ClearanceEnvelope.around(event, read(event.getClearanceSuspended())))
        : Optional.empty();
  }

  private static ClearanceSuspended read(ClearanceSuspendedV1 wire) {
    return new ClearanceSuspended(EnvelopeCodec.digest(wire.getDigest()), wire.getReason());
  }

  @Override
  public Optional<PublishingCommand> when(Envelope<ClearanceSuspended> event) {
    return Optional.of(
        new DiscardRelease(Optional.of(event.payload().digest()), event.payload().reason()));
  }
}
