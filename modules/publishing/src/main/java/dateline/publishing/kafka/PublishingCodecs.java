package dateline.publishing.kafka;

import dateline.contracts.AddEndorsersV1;
import dateline.contracts.CancelScheduleV1;
import dateline.contracts.DiscardReleaseV1;
import dateline.contracts.EndorserProposalLeftV1;
import dateline.contracts.EndorserWithdrewV1;
import dateline.contracts.EndorsersAddedV1;
import dateline.contracts.EndorsersProposedV1;
import dateline.contracts.LeaveEndorsersV1;
import dateline.contracts.NoteReleasedV1;
import dateline.contracts.PrepareReleaseV1;
import dateline.contracts.ProposeEndorsersV1;
import dateline.contracts.PublishingCommandV1;
import dateline.contracts.PublishingEventV1;
import dateline.contracts.ReleaseDiscardedV1;
import dateline.contracts.ReleaseDueV1;
import dateline.contracts.ReleaseNowV1;
import dateline.contracts.ReleasePreparedV1;
import dateline.contracts.ReleaseScheduledV1;
import dateline.contracts.RemoveEndorserV1;
import dateline.contracts.ScheduleCancelledV1;
import dateline.contracts.ScheduleReleaseV1;
import dateline.kernel.Envelope;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.publishing.PublishingCommand;
import dateline.publishing.PublishingCommand.AddEndorsers;
import dateline.publishing.PublishingCommand.CancelSchedule;
import dateline.publishing.PublishingCommand.DiscardRelease;
import dateline.publishing.PublishingCommand.LeaveEndorsers;
import dateline.publishing.PublishingCommand.PrepareRelease;
import dateline.publishing.PublishingCommand.ProposeEndorsers;
import dateline.publishing.PublishingCommand.ReleaseDue;
import dateline.publishing.PublishingCommand.ReleaseNow;
import dateline.publishing.PublishingCommand.RemoveEndorser;
import dateline.publishing.PublishingCommand.ScheduleRelease;
import dateline.publishing.PublishingEvent;
import dateline.publishing.PublishingEvent.EndorserProposalLeft;
import dateline.publishing.PublishingEvent.EndorserWithdrew;
import dateline.publishing.PublishingEvent.EndorsersAdded;
import dateline.publishing.PublishingEvent.EndorsersProposed;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.publishing.PublishingEvent.ReleaseDiscarded;
import dateline.publishing.PublishingEvent.ReleasePrepared;
import dateline.publishing.PublishingEvent.ReleaseScheduled;
import dateline.publishing.PublishingEvent.ScheduleCancelled;
import dateline.runtime.ActorCodec;
import dateline.runtime.EnvelopeCodec;
import dateline.runtime.NoteCodec;
import dateline.runtime.WireCodec;
import dateline.runtime.wire.UnreadableRecordException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where publishing's rules meet the wire. */
final class PublishingCodecs {

  private PublishingCodecs() {}

  /** {@link PublishingCommand} and {@link PublishingCommandV1}. */
  static final class Commands implements WireCodec<PublishingCommand, PublishingCommandV1> {

    @Override
    public Class<PublishingCommandV1> wireType() {
      return PublishingCommandV1.class;
    }

    @Override
    public PublishingCommandV1 toWire(Envelope<PublishingCommand> message) {
      PublishingCommandV1.Builder wire =
          PublishingCommandV1.newBuilder()
              .setId(message.id().value())
              .setCausationId(message.causationId().value())
              .setAt(message.at())
              .setActor(ActorCodec.toWire(message.actor()))
              .setNoteId(message.key());
      return switch (message.payload()) {
        case PrepareRelease(int revision, MediaNote note, Digest digest, var contributors) ->
            wire.setPrepareRelease(
                    new PrepareReleaseV1(
                        revision, NoteCodec.toWire(note), digest.hex(), ids(contributors)))
                .build();
        case ReleaseNow(Digest digest, Optional<Instant> insteadOf) ->
            wire.setReleaseNow(new ReleaseNowV1(digest.hex(), insteadOf.orElse(null))).build();
        case ScheduleRelease(Digest digest, Instant releaseAt, String zone) ->
            wire.setScheduleRelease(new ScheduleReleaseV1(digest.hex(), releaseAt, zone)).build();
        case CancelSchedule(String reason) ->
            wire.setCancelSchedule(new CancelScheduleV1(reason)).build();
        case ReleaseDue(Instant due) -> wire.setReleaseDue(new ReleaseDueV1(due)).build();
        case DiscardRelease(Optional<Digest> digest, String reason) ->
            wire.setDiscardRelease(
                    new DiscardReleaseV1(digest.map(Digest::hex).orElse(null), reason))
                .build();
        case ProposeEndorsers(Digest digest, var names, String reason) ->
            wire.setProposeEndorsers(new ProposeEndorsersV1(digest.hex(), names, reason)).build();
        case AddEndorsers(Digest digest, var names) ->
            wire.setAddEndorsers(new AddEndorsersV1(digest.hex(), names)).build();
        case LeaveEndorsers(Digest digest, var names, String reason) ->
            wire.setLeaveEndorsers(new LeaveEndorsersV1(digest.hex(), names, reason)).build();
        case RemoveEndorser(Digest digest, String name, String reason) ->
            wire.setRemoveEndorser(new RemoveEndorserV1(digest.hex(), name, reason)).build();
      };
    }

    @Override
    public Envelope<PublishingCommand> fromWire(PublishingCommandV1 wire) {
      return EnvelopeCodec.fromWire(
          wire.getId(),
          wire.getCausationId(),
          wire.getNoteId(),
          wire.getAt(),
          wire.getActor(),
          payload(wire));
    }

    private static PublishingCommand payload(PublishingCommandV1 wire) {
      if (wire.getPrepareRelease() != null) {
        PrepareReleaseV1 it = wire.getPrepareRelease();
        return new PrepareRelease(
            it.getRevision(),
            NoteCodec.fromWire(it.getNote()),
            EnvelopeCodec.digest(it.getDigest()),
            EnvelopeCodec.people(it.getContributors()));
      }
      if (wire.getReleaseNow() != null) {
        ReleaseNowV1 it = wire.getReleaseNow();
        return new ReleaseNow(
            EnvelopeCodec.digest(it.getDigest()), Optional.ofNullable(it.getInsteadOf()));
      }
      if (wire.getScheduleRelease() != null) {
        ScheduleReleaseV1 it = wire.getScheduleRelease();
        return new ScheduleRelease(
            EnvelopeCodec.digest(it.getDigest()), it.getReleaseAt(), it.getZone());
      }
      if (wire.getCancelSchedule() != null) {
        return new CancelSchedule(wire.getCancelSchedule().getReason());
      }
      if (wire.getReleaseDue() != null) {
        return new ReleaseDue(wire.getReleaseDue().getDue());
      }
      if (wire.getDiscardRelease() != null) {
        DiscardReleaseV1 it = wire.getDiscardRelease();
        return new DiscardRelease(
            Optional.ofNullable(it.getDigest()).map(EnvelopeCodec::digest), it.getReason());
      }
      if (wire.getProposeEndorsers() != null) {
        ProposeEndorsersV1 it = wire.getProposeEndorsers();
        return new ProposeEndorsers(
            EnvelopeCodec.digest(it.getDigest()), it.getNames(), it.getReason());
      }
      if (wire.getAddEndorsers() != null) {
        AddEndorsersV1 it = wire.getAddEndorsers();
        return new AddEndorsers(EnvelopeCodec.digest(it.getDigest()), it.getNames());
      }
      if (wire.getLeaveEndorsers() != null) {
        LeaveEndorsersV1 it = wire.getLeaveEndorsers();
        return new LeaveEndorsers(
            EnvelopeCodec.digest(it.getDigest()), it.getNames(), it.getReason());
      }
      if (wire.getRemoveEndorser() != null) {
        RemoveEndorserV1 it = wire.getRemoveEndorser();
        return new RemoveEndorser(
            EnvelopeCodec.digest(it.getDigest()), it.getName(), it.getReason());
      }
      throw unknownKind("command");
    }
  }

  /** {@link PublishingEvent} and {@link PublishingEventV1}. */
  static final class Events implements WireCodec<PublishingEvent, PublishingEventV1> {

    @Override
    public Class<PublishingEventV1> wireType() {
      return PublishingEventV1.class;
    }

    @Override
    public PublishingEventV1 toWire(Envelope<PublishingEvent> message) {
      PublishingEventV1.Builder wire =
          PublishingEventV1.newBuilder()
              .setId(message.id().value())
              .setCausationId(message.causationId().value())
              .setAt(message.at())
              .setActor(ActorCodec.toWire(message.actor()))
              .setNoteId(message.key());
      return switch (message.payload()) {
        case ReleasePrepared(int revision, MediaNote note, Digest digest, var contributors) ->
            wire.setReleasePrepared(
                    new ReleasePreparedV1(
                        revision, NoteCodec.toWire(note), digest.hex(), ids(contributors)))
                .build();
        case ReleaseScheduled(Digest digest, Instant releaseAt, String zone) ->
            wire.setReleaseScheduled(new ReleaseScheduledV1(digest.hex(), releaseAt, zone)).build();
        case ScheduleCancelled(String reason) ->
            wire.setScheduleCancelled(new ScheduleCancelledV1(reason)).build();
        case NoteReleased(MediaNote note, Digest digest, int version, var scheduledFor) ->
            wire.setNoteReleased(
                    new NoteReleasedV1(
                        NoteCodec.toWire(note), digest.hex(), version, scheduledFor.orElse(null)))
                .build();
        case ReleaseDiscarded(Digest digest, String reason) ->
            wire.setReleaseDiscarded(new ReleaseDiscardedV1(digest.hex(), reason)).build();
        case EndorsersProposed(Digest digest, var names, String reason) ->
            wire.setEndorsersProposed(new EndorsersProposedV1(digest.hex(), names, reason)).build();
        case EndorsersAdded(Digest digest, int version, var names) ->
            wire.setEndorsersAdded(new EndorsersAddedV1(digest.hex(), version, names)).build();
        case EndorserProposalLeft(Digest digest, var names, String reason) ->
            wire.setEndorserProposalLeft(new EndorserProposalLeftV1(digest.hex(), names, reason))
                .build();
        case EndorserWithdrew(Digest digest, int version, String name, String reason) ->
            wire.setEndorserWithdrew(new EndorserWithdrewV1(digest.hex(), version, name, reason))
                .build();
      };
    }

    @Override
    public Envelope<PublishingEvent> fromWire(PublishingEventV1 wire) {
      return EnvelopeCodec.fromWire(
          wire.getId(),
          wire.getCausationId(),
          wire.getNoteId(),
          wire.getAt(),
          wire.getActor(),
          payload(wire));
    }

    private static PublishingEvent payload(PublishingEventV1 wire) {
      if (wire.getReleasePrepared() != null) {
        ReleasePreparedV1 it = wire.getReleasePrepared();
        return new ReleasePrepared(
            it.getRevision(),
            NoteCodec.fromWire(it.getNote()),
            EnvelopeCodec.digest(it.getDigest()),
            EnvelopeCodec.people(it.getContributors()));
      }
      if (wire.getReleaseScheduled() != null) {
        ReleaseScheduledV1 it = wire.getReleaseScheduled();
        return new ReleaseScheduled(
            EnvelopeCodec.digest(it.getDigest()), it.getReleaseAt(), it.getZone());
      }
      if (wire.getScheduleCancelled() != null) {
        return new ScheduleCancelled(wire.getScheduleCancelled().getReason());
      }
      if (wire.getNoteReleased() != null) {
        NoteReleasedV1 it = wire.getNoteReleased();
        return new NoteReleased(
            NoteCodec.fromWire(it.getNote()),
            EnvelopeCodec.digest(it.getDigest()),
            it.getVersion(),
            Optional.ofNullable(it.getScheduledFor()));
      }
      if (wire.getReleaseDiscarded() != null) {
        ReleaseDiscardedV1 it = wire.getReleaseDiscarded();
        return new ReleaseDiscarded(EnvelopeCodec.digest(it.getDigest()), it.getReason());
      }
      if (wire.getEndorsersProposed() != null) {
        EndorsersProposedV1 it = wire.getEndorsersProposed();
        return new EndorsersProposed(
            EnvelopeCodec.digest(it.getDigest()), it.getNames(), it.getReason());
      }
      if (wire.getEndorsersAdded() != null) {
        EndorsersAddedV1 it = wire.getEndorsersAdded();
        return new EndorsersAdded(
            EnvelopeCodec.digest(it.getDigest()), it.getVersion(), it.getNames());
      }
      if (wire.getEndorserProposalLeft() != null) {
        EndorserProposalLeftV1 it = wire.getEndorserProposalLeft();
        return new EndorserProposalLeft(
            EnvelopeCodec.digest(it.getDigest()), it.getNames(), it.getReason());
      }
      if (wire.getEndorserWithdrew() != null) {
        EndorserWithdrewV1 it = wire.getEndorserWithdrew();
        return new EndorserWithdrew(
            EnvelopeCodec.digest(it.getDigest()), it.getVersion(), it.getName(), it.getReason());
      }
      throw unknownKind("event");
    }
  }

  private static List<String> ids(List<PersonId> people) {
    return people.stream().map(PersonId::value).toList();
  }

  private static UnreadableRecordException unknownKind(String what) {
    return new UnreadableRecordException(
        "UNKNOWN_KIND", "the " + what + " is of a kind that this version does not know");
  }
}
