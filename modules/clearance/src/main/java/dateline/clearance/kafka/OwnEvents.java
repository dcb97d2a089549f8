package dateline.clearance.kafka;

import dateline.clearance.ClearanceEvent;
import dateline.clearance.ClearanceEvent.Reviewing.EmergencyLapsed;
import dateline.clearance.ClearanceEvent.Reviewing.NoteClearedAfterTheFact;
import dateline.clearance.kafka.WhenEmergencyEndedSettleIt.Ended;
import dateline.contracts.ClearanceEventV1;
import dateline.kernel.Envelope;
import dateline.runtime.Engine.EventReader;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Clearance's own events, for what follows from them under another key. */
final class OwnEvents {

  private OwnEvents() {}

  /** Those of one kind. */
  static <E extends ClearanceEvent> EventReader<E> only(Class<E> kind) {
    return record ->
        own(record)
            .filter(event -> kind.isInstance(event.payload()))
            .map(event -> event.with(kind.cast(event.payload())));
  }

  /** The two ends of an emergency. */
  static Optional<Envelope<Ended>> readEnded(SpecificRecord record) {
    return own(record).flatMap(event -> ended(event.payload()).map(event::with));
  }

  private static Optional<Ended> ended(ClearanceEvent event) {
    if (event instanceof EmergencyLapsed(var digest, var office)) {
      return Optional.of(new Ended(digest, office));
    }
    return event instanceof NoteClearedAfterTheFact(var digest, var office, _, _, _)
        ? Optional.of(new Ended(digest, office))
        : Optional.empty();
  }

  /** Empty for kinds of which nothing follows: their texts need not be read. */
  private static Optional<Envelope<ClearanceEvent>> own(SpecificRecord record) {
    return record instanceof ClearanceEventV1 wire && concernsAnEmergency(wire)
        ? Optional.of(ClearanceCodecs.EVENTS.fromWire(wire))
        : Optional.empty();
  }

  private static boolean concernsAnEmergency(ClearanceEventV1 wire) {
    return wire.getEmergencyDeclared() != null
        || wire.getEmergencyOpened() != null
        || wire.getEmergencyDenied() != null
        || wire.getEmergencyLapsed() != null
        || wire.getNoteClearedAfterTheFact() != null;
  }
}
