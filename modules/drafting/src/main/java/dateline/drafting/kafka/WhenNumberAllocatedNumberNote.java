package dateline.drafting.kafka;

import dateline.contracts.DraftingEventV1;
import dateline.drafting.DraftingCommand;
import dateline.drafting.DraftingCommand.NumberNote;
import dateline.drafting.DraftingEvent.NumberAllocated;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** A number was given away: the note that has it is told. */
final class WhenNumberAllocatedNumberNote implements Policy<NumberAllocated, DraftingCommand> {

  static Optional<Envelope<NumberAllocated>> read(SpecificRecord wire) {
    return wire instanceof DraftingEventV1 event && event.getNumberAllocated() != null
        ? Optional.of(new EventCodec().fromWire(event))
            .map(it -> it.with((NumberAllocated) it.payload()))
        : Optional.empty();
  }

  @Override
  public Optional<DraftingCommand> when(Envelope<NumberAllocated> event) {
    return Optional.of(new NumberNote(event.payload().series(), event.payload().number()));
  }

  @Override
  public String keyOf(Envelope<NumberAllocated> event) {
    return event.payload().note();
  }
}
