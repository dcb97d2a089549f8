package dateline.publishing.kafka;

import dateline.contracts.ClearanceEventV1;
import dateline.kernel.Envelope;
import dateline.runtime.EnvelopeCodec;

/** The envelope of clearance's events, around our own view of what is in them. */
final class ClearanceEnvelope {

  private ClearanceEnvelope() {}

  static <P> Envelope<P> around(ClearanceEventV1 event, P view) {
    return EnvelopeCodec.fromWire(
        event.getId(),
        event.getCausationId(),
        event.getNoteId(),
        event.getAt(),
        event.getActor(),
        view);
  }
}
