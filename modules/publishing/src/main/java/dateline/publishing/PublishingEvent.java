package dateline.publishing;

import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.MediaNote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has happened to a release. Who did it and when stands in the envelope. */
public sealed interface PublishingEvent {

  /** A cleared text is ready for release; its digest was computed here, from the text itself. */
  record ReleasePrepared(int revision, MediaNote note, Digest digest, List<PersonId> contributors)
      implements PublishingEvent {
    public ReleasePrepared {
      contributors = List.copyOf(contributors);
    }
  }

  /**
   * An instant was set.
   *
   * @param zone in which it was said
   */
  record ReleaseScheduled(Digest digest, Instant releaseAt, String zone)
      implements PublishingEvent {}

  /** The instant was taken back; the text stays ready. */
  record ScheduleCancelled(String reason) implements PublishingEvent {}

  /**
   * The note is public.
   *
   * @param note the released text, whole
   * @param version of the public text, from 1
   * @param scheduledFor the instant it was scheduled for; empty if it was released at once
   */
  record NoteReleased(MediaNote note, Digest digest, int version, Optional<Instant> scheduledFor)
      implements PublishingEvent {}

  /** The text was forgotten before release. */
  record ReleaseDiscarded(Digest digest, String reason) implements PublishingEvent {}
}
