package dateline.publishing.kafka;

import dateline.contracts.AddendumV1;
import dateline.contracts.ReleaseV1;
import dateline.contracts.ReleasedV1;
import dateline.contracts.Topic;
import dateline.kernel.Envelope;
import dateline.kernel.Policy;
import dateline.note.Digest;
import dateline.publishing.PublishingCommand;
import dateline.publishing.PublishingCommand.DiscardRelease;
import dateline.publishing.PublishingCommand.ReleaseDue;
import dateline.publishing.PublishingDecider;
import dateline.publishing.PublishingEvent;
import dateline.publishing.PublishingEvent.Endorsed;
import dateline.publishing.PublishingEvent.EndorserProposalLeft;
import dateline.publishing.PublishingEvent.EndorserWithdrew;
import dateline.publishing.PublishingEvent.EndorsersAdded;
import dateline.publishing.PublishingEvent.EndorsersProposed;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.publishing.PublishingEvent.ReleaseDiscarded;
import dateline.publishing.PublishingEvent.ReleasePrepared;
import dateline.publishing.PublishingEvent.ReleaseScheduled;
import dateline.publishing.PublishingEvent.ScheduleCancelled;
import dateline.runtime.Engine;
import dateline.runtime.Engine.Clock;
import dateline.runtime.Engine.EventReader;
import dateline.runtime.Engine.Publication;
import dateline.runtime.Engine.Reaction;
import dateline.runtime.NoteCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The publishing engine, whole. */
public final class PublishingApp {

  private PublishingApp() {}

  /** The engine, for {@code EngineTopology}. */
  public static Engine<PublishingCommand, ?, PublishingEvent> engine() {
    return new Engine<>(
        "publishing",
        new PublishingDecider(),
        new PublishingCodecs.Commands(),
        new PublishingCodecs.Events(),
        List.of(
            clearance(WhenNoteClearedPrepareRelease::read, new WhenNoteClearedPrepareRelease()),
            clearance(
                WhenClearanceSuspendedDiscardRelease::read,
                new WhenClearanceSuspendedDiscardRelease()),
            clearance(WhenNoteReturnedDiscardRelease::read, new WhenNoteReturnedDiscardRelease()),
            clearance(
                WhenClearanceRequestedDiscardRelease::read,
                new WhenClearanceRequestedDiscardRelease()),
            clearance(
                WhenClearancesVoidedDiscardRelease::read,
                new WhenClearancesVoidedDiscardRelease())),
        (_, events) -> events.stream().flatMap(event -> publicFact(event).stream()).toList(),
        Optional.of(new WhenScheduledInstantComesReleaseDue()));
  }

  /** What clearance says and cannot be read may be that a text is not cleared any more. */
  private static <F> Reaction<F, PublishingCommand> clearance(
      EventReader<F> events, Policy<F, PublishingCommand> policy) {
    return new Reaction<>(
        Topic.CLEARANCE_EVENTS,
        events,
        policy,
        Optional.of(
            new DiscardRelease(
                Optional.empty(),
                "What clearance said of this note could not be read and was set aside; see the dead letters.")));
  }

  /** What the public reads: the one place where a text becomes public. */
  private static Optional<Publication> publicFact(Envelope<PublishingEvent> event) {
    return switch (event.payload()) {
      case NoteReleased it ->
          Optional.of(
              new Publication(
                  Topic.RELEASES,
                  event.key(),
                  ReleaseV1.newBuilder()
                      .setId(event.id().value())
                      .setNoteId(event.key())
                      .setVersion(it.version())
                      .setAt(event.at())
                      .setReleased(new ReleasedV1(NoteCodec.toWire(it.note()), it.digest().hex()))
                      .build()));
      case EndorsersAdded it ->
          Optional.of(addendum(event, it.digest(), it.version(), it.names(), List.of()));
      case EndorserWithdrew it ->
          Optional.of(addendum(event, it.digest(), it.version(), List.of(), List.of(it.name())));
      case ReleasePrepared _,
          ReleaseScheduled _,
          ScheduleCancelled _,
          ReleaseDiscarded _,
          EndorsersProposed _,
          EndorserProposalLeft _ ->
          Optional.empty();
    };
  }

  /** Names alone: how it is known that they endorse, and why one withdrew, nobody cleared. */
  private static Publication addendum(
      Envelope<PublishingEvent> event,
      Digest digest,
      int version,
      List<String> endorsed,
      List<String> withdrawn) {
    return new Publication(
        Topic.RELEASES,
        event.key(),
        ReleaseV1.newBuilder()
            .setId(event.id().value())
            .setNoteId(event.key())
            .setVersion(version)
            .setAt(event.at())
            .setAddendum(new AddendumV1(digest.hex(), endorsed, withdrawn))
            .build());
  }

  /** A scheduled release is due at its instant. */
  private static final class WhenScheduledInstantComesReleaseDue
      implements Clock<PublishingCommand, PublishingEvent> {

    @Override
    public Set<Instant> dueAfter(Envelope<PublishingEvent> event) {
      return switch (event.payload()) {
        case ReleaseScheduled it -> Set.of(it.releaseAt());
        case ReleasePrepared _,
            ScheduleCancelled _,
            NoteReleased _,
            ReleaseDiscarded _,
            Endorsed _ ->
            Set.of();
      };
    }

    @Override
    public PublishingCommand command(Instant due) {
      return new ReleaseDue(due);
    }

    @Override
    public Optional<Instant> due(PublishingCommand command) {
      return command instanceof ReleaseDue(Instant due) ? Optional.of(due) : Optional.empty();
    }
  }
}
