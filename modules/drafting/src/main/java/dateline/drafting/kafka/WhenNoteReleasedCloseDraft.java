package dateline.drafting.kafka;

import dateline.contracts.PublishingEventV1;
import dateline.drafting.DraftingCommand;
import dateline.drafting.DraftingCommand.CloseDraft;
import dateline.drafting.kafka.WhenNoteReleasedCloseDraft.NoteReleased;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import dateline.note.Digest;
import dateline.runtime.EnvelopeCodec;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The note is public: its draft changes no more. */
final class WhenNoteReleasedCloseDraft implements Policy<NoteReleased, DraftingCommand> {

  /** What concerns drafting of publishing's event. */
  record NoteReleased(Digest digest) {}

  static Optional<Envelope<NoteReleased>> read(SpecificRecord wire) {
    return wire instanceof PublishingEventV1 event && event.getNoteReleased() != null
        ? Optional.of(read(event))
        : Optional.empty();
  }

  private static Envelope<NoteReleased> read(PublishingEventV1 wire) {
    return EnvelopeCodec.fromWire(
        wire.getId(),
        wire.getCausationId(),
        wire.getNoteId(),
        wire.getAt(),
        wire.getActor(),
        new NoteReleased(EnvelopeCodec.digest(wire.getNoteReleased().getDigest())));
  }

  @Override
  public Optional<DraftingCommand> when(Envelope<NoteReleased> event) {
    return Optional.of(new CloseDraft(event.payload().digest()));
  }
}
