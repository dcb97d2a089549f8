package dateline.publishing.kafka;

import dateline.contracts.ClearanceEventV1;
import dateline.contracts.NoteClearedV1;
import dateline.kernel.Envelope;
import dateline.kernel.PersonId;
import dateline.kernel.Policy;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.publishing.PublishingCommand;
import dateline.publishing.PublishingCommand.PrepareRelease;
import dateline.publishing.kafka.WhenNoteClearedPrepareRelease.NoteCleared;
import dateline.runtime.EnvelopeCodec;
import dateline.runtime.NoteCodec;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The offices cleared a text and the approver approved it: it may be released. */
final class WhenNoteClearedPrepareRelease implements Policy<NoteCleared, PublishingCommand> {

  /** What concerns publishing of clearance's event. */
  record NoteCleared(int revision, MediaNote note, Digest digest, List<PersonId> contributors) {
    NoteCleared {
      contributors = List.copyOf(contributors);
    }
  }

  static Optional<Envelope<NoteCleared>> read(SpecificRecord wire) {
    return wire instanceof ClearanceEventV1 event && event.getNoteCleared() != null
        ? Optional.of(ClearanceEnvelope.around(event, read(event.getNoteCleared())))
        : Optional.empty();
  }

  private static NoteCleared read(NoteClearedV1 wire) {
    return new NoteCleared(
        wire.getRevision(),
        NoteCodec.fromWire(wire.getNote()),
        EnvelopeCodec.digest(wire.getDigest()),
        EnvelopeCodec.people(wire.getContributors()));
  }

  @Override
  public Optional<PublishingCommand> when(Envelope<NoteCleared> event) {
    NoteCleared it = event.payload();
    return Optional.of(
        new PrepareRelease(it.revision(), it.note(), it.digest(), it.contributors()));
  }
}
