package dateline.desk;

import dateline.contracts.NoteReleasedV1;
import dateline.contracts.PublishingEventV1;
import dateline.contracts.ReleaseDiscardedV1;
import dateline.contracts.ReleasePreparedV1;
import dateline.contracts.ReleaseScheduledV1;
import dateline.contracts.ScheduleCancelledV1;
import dateline.desk.DeskEntry.NoteEntry;
import org.jspecify.annotations.Nullable;

/** The desk's view of publishing's events. */
final class PublishingFacts {

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
    return with(note, event, before.counted(), "Unknown", "");
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
