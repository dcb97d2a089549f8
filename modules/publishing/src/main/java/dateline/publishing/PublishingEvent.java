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

  /** What became of a public joint statement's endorsers; the text is what it was. */
  sealed interface Endorsed extends PublishingEvent {}

  /**
   * Somebody is said to endorse it. Not public.
   *
   * @param names as they are to be printed
   * @param reason how it is known
   */
  record EndorsersProposed(Digest digest, List<String> names, String reason) implements Endorsed {
    public EndorsersProposed {
      names = List.copyOf(names);
    }
  }

  /**
   * They are public.
   *
   * @param version of the public text
   * @param names as printed
   */
  record EndorsersAdded(Digest digest, int version, List<String> names) implements Endorsed {
    public EndorsersAdded {
      names = List.copyOf(names);
    }
  }

  /** What was proposed is not done. */
  record EndorserProposalLeft(Digest digest, List<String> names, String reason)
      implements Endorsed {
    public EndorserProposalLeft {
      names = List.copyOf(names);
    }
  }

  /**
   * One withdrew, in public.
   *
   * @param version of the public text
   * @param name as printed
   * @param reason for the house's record
   */
  record EndorserWithdrew(Digest digest, int version, String name, String reason)
      implements Endorsed {}
}
