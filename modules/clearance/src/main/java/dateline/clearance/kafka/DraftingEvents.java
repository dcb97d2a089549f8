package dateline.clearance.kafka;

import dateline.clearance.Occasion;
import dateline.clearance.SubmittedText;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.NoteRecalledV1;
import dateline.contracts.NoteSubmittedV1;
import dateline.kernel.Envelope;
import dateline.kernel.OfficeId;
import dateline.note.Digest;
import dateline.runtime.EnvelopeCodec;
import dateline.runtime.NoteCodec;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The two of drafting's events that clearance cares about, as it sees them. */
final class DraftingEvents {

  /** A text was handed in for clearance. */
  record NoteSubmitted(SubmittedText text, Occasion occasion) {}

  /** A submitted note was taken back. */
  record NoteRecalled(Digest digest, String reason) {}

  private DraftingEvents() {}

  static Optional<Envelope<NoteSubmitted>> readSubmitted(SpecificRecord record) {
    if (!(record instanceof DraftingEventV1 wire) || wire.getNoteSubmitted() == null) {
      return Optional.empty();
    }
    NoteSubmittedV1 submitted = wire.getNoteSubmitted();
    return Optional.of(
        envelope(
            wire,
            new NoteSubmitted(
                new SubmittedText(
                    submitted.getRevision(),
                    NoteCodec.fromWire(submitted.getNote()),
                    EnvelopeCodec.digest(submitted.getDigest()),
                    EnvelopeCodec.people(submitted.getContributors())),
                new Occasion(
                    new OfficeId(wire.getActor().getOffice()),
                    Boolean.TRUE.equals(submitted.getUrgent()),
                    submitted.getAttachments() != null && !submitted.getAttachments().isEmpty()))));
  }

  static Optional<Envelope<NoteRecalled>> readRecalled(SpecificRecord record) {
    if (!(record instanceof DraftingEventV1 wire) || wire.getNoteRecalled() == null) {
      return Optional.empty();
    }
    NoteRecalledV1 recalled = wire.getNoteRecalled();
    return Optional.of(
        envelope(
            wire,
            new NoteRecalled(EnvelopeCodec.digest(recalled.getDigest()), recalled.getReason())));
  }

  private static <E> Envelope<E> envelope(DraftingEventV1 wire, E event) {
    return EnvelopeCodec.fromWire(
        wire.getId(),
        wire.getCausationId(),
        wire.getNoteId(),
        wire.getAt(),
        wire.getActor(),
        event);
  }
}
