package dateline.publishing;

import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.MediaNote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What publishing can be asked to do. Duty officers release, schedule and cancel; press officers
 * and approvers see to endorsers; the rest follows from clearance's events and the clock.
 */
public sealed interface PublishingCommand {

  /**
   * Make a cleared text ready for release.
   *
   * @param revision drafting's, from 1
   * @param digest that was approved; compared with the text's own
   * @param contributors everyone who changed any character
   */
  record PrepareRelease(int revision, MediaNote note, Digest digest, List<PersonId> contributors)
      implements PublishingCommand {
    public PrepareRelease {
      contributors = List.copyOf(contributors);
    }
  }

  /**
   * Release at once.
   *
   * @param digest of the text that was read
   * @param insteadOf the scheduled instant that is knowingly lifted; empty if none is meant to be
   */
  record ReleaseNow(Digest digest, Optional<Instant> insteadOf) implements PublishingCommand {}

  /**
   * Release at an instant.
   *
   * @param digest of the text that was read
   * @param releaseAt to the millisecond
   * @param zone in which the officer said it: an IANA name or an offset
   */
  record ScheduleRelease(Digest digest, Instant releaseAt, String zone)
      implements PublishingCommand {}

  /**
   * Take a schedule back; the note stays ready.
   *
   * @param reason for people; may be empty
   */
  record CancelSchedule(String reason) implements PublishingCommand {}

  /**
   * The clock says that an instant has come.
   *
   * @param due the instant that was waited for
   */
  record ReleaseDue(Instant due) implements PublishingCommand {}

  /**
   * The clearance no longer holds: forget the text.
   *
   * @param digest of the text; empty for whatever text is prepared
   * @param reason for people; may be empty
   */
  record DiscardRelease(Optional<Digest> digest, String reason) implements PublishingCommand {}

  /** About who endorses a joint statement that is public. */
  sealed interface Endorsing extends PublishingCommand {
    /** Of the released text that was read. */
    Digest digest();
  }

  /**
   * Say that somebody endorses it; somebody else adds them.
   *
   * @param names states or organisations as they are to be printed
   * @param reason how it is known that they endorse it
   */
  record ProposeEndorsers(Digest digest, List<String> names, String reason) implements Endorsing {
    public ProposeEndorsers {
      names = List.copyOf(names);
    }
  }

  /** Make proposed endorsers public. */
  record AddEndorsers(Digest digest, List<String> names) implements Endorsing {
    public AddEndorsers {
      names = List.copyOf(names);
    }
  }

  /** Take proposed endorsers back. */
  record LeaveEndorsers(Digest digest, List<String> names, String reason) implements Endorsing {
    public LeaveEndorsers {
      names = List.copyOf(names);
    }
  }

  /** Say in public that an endorser withdrew; why stays on the house's record. */
  record RemoveEndorser(Digest digest, String name, String reason) implements Endorsing {}
}
