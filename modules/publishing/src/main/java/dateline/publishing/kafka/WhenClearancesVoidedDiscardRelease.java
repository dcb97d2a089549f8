package dateline.publishing.kafka;

import dateline.contracts.ClearanceEventV1;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import dateline.note.Digest;
import dateline.publishing.PublishingCommand;
import dateline.publishing.PublishingCommand.DiscardRelease;
import dateline.publishing.kafka.WhenClearancesVoidedDiscardRelease.ClearancesVoided;
import dateline.runtime.EnvelopeCodec;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The answers to a text no longer count: it can no longer be released. */
final class WhenClearancesVoidedDiscardRelease
    implements Policy<ClearancesVoided, PublishingCommand> {

  /** What concerns publishing of clearance's event. */
  record ClearancesVoided(Digest formerDigest) {}

  static Optional<Envelope<ClearancesVoided>> read(SpecificRecord wire) {
    return wire instanceof ClearanceEventV1 event && event.getClearancesVoided() != null
        ? Optional.of(
            ClearanceEnvelope.around(
                event,
                new ClearancesVoided(
                    EnvelopeCodec.digest(event.getClearancesVoided().getFormerDigest()))))
        : Optional.empty();
  }

  @Override
  public Optional<PublishingCommand> when(Envelope<ClearancesVoided> event) {
    return Optional.of(
        new DiscardRelease(
            Optional.of(event.payload().formerDigest()), "Its clearances were voided."));
  }
}
