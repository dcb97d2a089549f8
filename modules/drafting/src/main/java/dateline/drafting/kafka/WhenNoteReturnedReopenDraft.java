package dateline.drafting.kafka;

import dateline.contracts.ClearanceEventV1;
import dateline.drafting.DraftingCommand;
import dateline.drafting.DraftingCommand.ReopenDraft;
import dateline.drafting.kafka.WhenNoteReturnedReopenDraft.NoteReturned;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import dateline.note.Digest;
import dateline.runtime.EnvelopeCodec;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** An office did not clear the text: its press officers may revise it again. */
final class WhenNoteReturnedReopenDraft implements Policy<NoteReturned, DraftingCommand> {

  /** What concerns drafting of clearance's event. */
  record NoteReturned(Digest digest, String reason) {}

  static Optional<Envelope<NoteReturned>> read(SpecificRecord wire) {
    return wire instanceof ClearanceEventV1 event && event.getNoteReturned() != null
        ? Optional.of(read(event))
        : Optional.empty();
  }

  private static Envelope<NoteReturned> read(ClearanceEventV1 wire) {
    var answer = wire.getNoteReturned().getAnswer();
    return EnvelopeCodec.fromWire(
        wire.getId(),
        wire.getCausationId(),
        wire.getNoteId(),
        wire.getAt(),
        wire.getActor(),
        new NoteReturned(EnvelopeCodec.digest(answer.getDigest()), answer.getReason()));
  }

  @Override
  public Optional<DraftingCommand> when(Envelope<NoteReturned> event) {
    return Optional.of(new ReopenDraft(event.payload().digest(), event.payload().reason()));
  }
}
