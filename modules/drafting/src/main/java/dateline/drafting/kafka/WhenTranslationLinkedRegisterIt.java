package dateline.drafting.kafka;

import dateline.contracts.DraftingEventV1;
import dateline.drafting.DraftingCommand;
import dateline.drafting.DraftingCommand.RegisterTranslation;
import dateline.drafting.DraftingEvent.TranslationLinked;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** A note is a translation: its source is told, so that it can say when it changes. */
final class WhenTranslationLinkedRegisterIt implements Policy<TranslationLinked, DraftingCommand> {

  static Optional<Envelope<TranslationLinked>> read(SpecificRecord wire) {
    return wire instanceof DraftingEventV1 event && event.getTranslationLinked() != null
        ? Optional.of(new EventCodec().fromWire(event))
            .map(it -> it.with((TranslationLinked) it.payload()))
        : Optional.empty();
  }

  @Override
  public Optional<DraftingCommand> when(Envelope<TranslationLinked> event) {
    return Optional.of(new RegisterTranslation(event.key(), event.payload().sourceRevision()));
  }

  @Override
  public String keyOf(Envelope<TranslationLinked> event) {
    return event.payload().source();
  }
}
