package dateline.publishing.kafka;

import dateline.contracts.ClearanceEventV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import dateline.note.Digest;
import dateline.publishing.PublishingCommand;
import dateline.publishing.PublishingCommand.DiscardRelease;
import dateline.publishing.kafka.WhenNoteReturnedDiscardRelease.NoteReturned;
import dateline.runtime.EnvelopeCodec;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * An office does not clear the text: it can no longer be released, whatever was answered before.
 */
final class WhenNoteReturnedDiscardRelease implements Policy<NoteReturned, PublishingCommand> {

  /** What concerns publishing of clearance's event. */
  record NoteReturned(Digest digest, String reason) {}

  static Optional<Envelope<NoteReturned>> read(SpecificRecord wire) {
    return wire instanceof ClearanceEventV1 event && event.getNoteReturned() != null
        ? Optional.of(ClearanceEnvelope.around(event, read(event.getNoteReturned().getAnswer())))
        : Optional.empty();
  }

  private static NoteReturned read(OfficeAnswerV1 wire) {
    return new NoteReturned(EnvelopeCodec.digest(wire.getDigest()), wire.getReason());
  }

  @Override
  public Optional<PublishingCommand> when(Envelope<NoteReturned> event) {
    return Optional.of(
        new DiscardRelease(Optional.of(event.payload().digest()), event.payload().reason()));
  }
}
