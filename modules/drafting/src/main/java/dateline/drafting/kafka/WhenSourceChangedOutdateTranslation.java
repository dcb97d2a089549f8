package dateline.drafting.kafka;

import dateline.contracts.DraftingEventV1;
import dateline.drafting.DraftingCommand;
import dateline.drafting.DraftingCommand.OutdateTranslation;
import dateline.drafting.DraftingEvent.SourceChanged;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** A text has changed: the note that translates it is told. */
final class WhenSourceChangedOutdateTranslation implements Policy<SourceChanged, DraftingCommand> {

  static Optional<Envelope<SourceChanged>> read(SpecificRecord wire) {
    return wire instanceof DraftingEventV1 event && event.getSourceChanged() != null
        ? Optional.of(new EventCodec().fromWire(event))
            .map(it -> it.with((SourceChanged) it.payload()))
        : Optional.empty();
  }

  @Override
  public Optional<DraftingCommand> when(Envelope<SourceChanged> event) {
    return Optional.of(new OutdateTranslation(event.key(), event.payload().revision()));
  }

  @Override
  public String keyOf(Envelope<SourceChanged> event) {
    return event.payload().translation();
  }
}
