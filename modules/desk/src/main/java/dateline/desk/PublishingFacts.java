package dateline.desk;

import dateline.contracts.EndorserProposalLeftV1;
import dateline.contracts.EndorserWithdrewV1;
import dateline.contracts.EndorsersAddedV1;
import dateline.contracts.EndorsersProposedV1;
import dateline.contracts.NoteReleasedV1;
import dateline.contracts.PublishingEventV1;
import dateline.contracts.ReleaseDiscardedV1;
import dateline.contracts.ReleasePreparedV1;
import dateline.contracts.ReleaseScheduledV1;
import dateline.contracts.ScheduleCancelledV1;
import dateline.desk.DeskEntry.NoteEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The desk's view of publishing's events. */
final class PublishingFacts {

  private static final int SHOWN = 5;

  private PublishingFacts() {}

  static NoteEntry apply(NoteEntry note, PublishingEventV1 event) {
    Release before = note.release();
    @Nullable ReleasePreparedV1 prepared = event.getReleasePrepared();
    if (prepared != null) {
      Release after = before.prepared(prepared.getDigest());
      return with(note, event, after, "ReleasePrepared", "revision " + prepared.getRevision());
    }
    @Nullable ReleaseScheduledV1 scheduled = event.getReleaseScheduled();
    if (scheduled != null) {
      Release after = before.scheduled(scheduled.getReleaseAt(), scheduled.getZone());
      String when = scheduled.getReleaseAt() + " " + scheduled.getZone();
      return with(note, event, after, "ReleaseScheduled", when);
    }
    @Nullable ScheduleCancelledV1 cancelled = event.getScheduleCancelled();
    if (cancelled != null) {
      return with(note, event, before.cancelled(), "ScheduleCancelled", cancelled.getReason());
    }
    @Nullable NoteReleasedV1 released = event.getNoteReleased();
    if (released != null) {
      Release after =
          before.released(
              released.getDigest(), event.getId(), released.getVersion(), event.getAt());
      return with(note, event, after, "NoteReleased", "version " + released.getVersion());
    }
    @Nullable ReleaseDiscardedV1 discarded = event.getReleaseDiscarded();
    if (discarded != null) {
      return with(note, event, before.discarded(), "ReleaseDiscarded", discarded.getReason());
    }
    @Nullable EndorsersProposedV1 proposed = event.getEndorsersProposed();
    if (proposed != null) {
      Endorsers after =
          before
              .endorsers()
              .proposed(
                  proposed.getNames(),
                  event.getActor().getPerson(),
                  event.getAt(),
                  proposed.getReason());
      String detail = some(proposed.getNames()) + ": " + proposed.getReason();
      return with(note, event, before.endorsed(after), "EndorsersProposed", detail);
    }
    @Nullable EndorsersAddedV1 added = event.getEndorsersAdded();
    if (added != null) {
      Endorsers after =
          before.endorsers().added(added.getNames(), event.getActor().getPerson(), event.getAt());
      return with(note, event, before.endorsed(after), "EndorsersAdded", some(added.getNames()));
    }
    @Nullable EndorserProposalLeftV1 left = event.getEndorserProposalLeft();
    if (left != null) {
      Endorsers after = before.endorsers().left(left.getNames());
      String detail = some(left.getNames()) + ": " + left.getReason();
      return with(note, event, before.endorsed(after), "EndorserProposalLeft", detail);
    }
    @Nullable EndorserWithdrewV1 withdrew = event.getEndorserWithdrew();
    if (withdrew != null) {
      Endorsers after =
          before
              .endorsers()
              .withdrawn(
                  withdrew.getName(),
                  event.getActor().getPerson(),
                  event.getAt(),
                  withdrew.getReason());
      String detail = withdrew.getName() + ": " + withdrew.getReason();
      return with(note, event, before.endorsed(after), "EndorserWithdrew", detail);
    }
    return with(note, event, before.counted(), "Unknown", "");
  }

  /** As many names as fit a line; the rest is counted. */
  private static String some(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(names.size(), SHOWN)));
    return names.size() > SHOWN ? shown + " and %d more".formatted(names.size() - SHOWN) : shown;
  }

  private static NoteEntry with(
      NoteEntry note, PublishingEventV1 event, Release after, String what, String detail) {
    return note.with(
        after,
        new HistoryLine(
            event.getAt(),
            "publishing",
            after.version(),
            what,
            event.getActor().getPerson(),
            event.getActor().getOffice(),
            event.getActor().getRole(),
            detail,
            event.getId(),
            event.getCausationId()));
  }
}
