package dateline.drafting.kafka;

import dateline.contracts.DraftingEventV1;
import dateline.drafting.DraftingCommand;
import dateline.drafting.DraftingCommand.AllocateNumber;
import dateline.drafting.DraftingEvent.NumberRequested;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** A note is public: the next number of its office and year is its own. */
final class WhenNumberRequestedAllocateIt implements Policy<NumberRequested, DraftingCommand> {

  static Optional<Envelope<NumberRequested>> read(SpecificRecord wire) {
    return wire instanceof DraftingEventV1 event && event.getNumberRequested() != null
        ? Optional.of(new EventCodec().fromWire(event))
            .map(it -> it.with((NumberRequested) it.payload()))
        : Optional.empty();
  }

  @Override
  public Optional<DraftingCommand> when(Envelope<NumberRequested> event) {
    return Optional.of(new AllocateNumber(event.payload().series(), event.key()));
  }

  @Override
  public String keyOf(Envelope<NumberRequested> event) {
    return event.payload().series().key();
  }
}
