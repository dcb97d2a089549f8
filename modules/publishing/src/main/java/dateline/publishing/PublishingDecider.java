package dateline.publishing;

import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.publishing.PublishingCommand.AddEndorsers;
import dateline.publishing.PublishingCommand.CancelSchedule;
import dateline.publishing.PublishingCommand.DiscardRelease;
import dateline.publishing.PublishingCommand.Endorsing;
import dateline.publishing.PublishingCommand.LeaveEndorsers;
import dateline.publishing.PublishingCommand.PrepareRelease;
import dateline.publishing.PublishingCommand.ProposeEndorsers;
import dateline.publishing.PublishingCommand.ReleaseDue;
import dateline.publishing.PublishingCommand.ReleaseNow;
import dateline.publishing.PublishingCommand.RemoveEndorser;
import dateline.publishing.PublishingCommand.ScheduleRelease;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.publishing.PublishingEvent.ReleaseDiscarded;
import dateline.publishing.PublishingEvent.ReleasePrepared;
import dateline.publishing.PublishingEvent.ReleaseScheduled;
import dateline.publishing.PublishingEvent.ScheduleCancelled;
import dateline.publishing.Release.NotPrepared;
import dateline.publishing.Release.Prepared;
import dateline.publishing.Release.Released;
import dateline.publishing.Release.Scheduled;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules of publishing. One text of a note becomes public, once: the one that was cleared, by a
 * duty officer who wrote none of it, and never before the instant that stands. {@link Endorsers}
 * may follow it, which change nothing in it. Its refusals:
 *
 * <ul>
 *   <li>{@code WRONG_ROLE}: duty officers release, press officers propose endorsers and approvers
 *       add them; policies and the clock do the rest
 *   <li>{@code DIGEST_MISMATCH}: the text is not the one that was approved
 *   <li>{@code NO_CONTRIBUTORS}: every text is somebody's
 *   <li>{@code NOT_CLEARED}: no text is cleared, or another one than was read
 *   <li>{@code OWN_TEXT}: nobody releases what they wrote, nor adds endorsers to it
 *   <li>{@code UNKNOWN_ZONE}, {@code PAST_INSTANT}: a schedule is an instant to come, said in a
 *       zone
 *   <li>{@code SCHEDULED}: a colleague's instant is only given up knowingly
 *   <li>{@code REASON_TOO_LONG}: a reason has at most 1,000 characters
 *   <li>{@code ALREADY_RELEASED}: what is public does not change here
 *   <li>{@code NOT_RELEASED}: endorsers of a text that is not public are listed in the text
 * </ul>
 */
public final class PublishingDecider
    implements Decider<PublishingCommand, Release, PublishingEvent> {

  /** Code points of a reason that a person gives. */
  static final int REASON = 1_000;

  @Override
  public Release initialState() {
    return new NotPrepared();
  }

  @Override
  public Decision<PublishingEvent> decide(Envelope<PublishingCommand> command, Release state) {
    List<Role> needed = rolesFor(command.payload());
    if (!needed.contains(command.actor().role())) {
      return Decision.refuse(
          "WRONG_ROLE",
          "This is done in the role %s and you asked as %s; ask somebody who has it."
              .formatted(
                  needed.stream().map(Role::name).collect(Collectors.joining(" or ")),
                  command.actor().role()));
    }
    return switch (state) {
      case NotPrepared _ -> whenNotPrepared(command.payload());
      case Prepared prepared -> whenPrepared(command, prepared);
      case Scheduled scheduled -> whenScheduled(command, scheduled);
      case Released released -> whenReleased(command, released);
    };
  }

  private static List<Role> rolesFor(PublishingCommand command) {
    return switch (command) {
      case ReleaseNow _, ScheduleRelease _, CancelSchedule _ -> List.of(Role.DUTY_OFFICER);
      case PrepareRelease _, ReleaseDue _, DiscardRelease _ -> List.of(Role.SYSTEM);
      case ProposeEndorsers _ -> List.of(Role.PRESS_OFFICER);
      case AddEndorsers _, RemoveEndorser _ -> List.of(Role.APPROVER);
      case LeaveEndorsers _ -> List.of(Role.PRESS_OFFICER, Role.APPROVER);
    };
  }

  private static Decision<PublishingEvent> whenNotPrepared(PublishingCommand command) {
    return switch (command) {
      case PrepareRelease prepare -> prepare(prepare, List.of());
      case ReleaseNow _, ScheduleRelease _ ->
          Decision.refuse(
              "NOT_CLEARED",
              "No text of this note is cleared; have it cleared and approved first.");
      case CancelSchedule _ -> notScheduled();
      case ReleaseDue _ -> Decision.nothingToDo("No text is waiting for an instant.");
      case DiscardRelease _ -> Decision.nothingToDo("No text is prepared.");
      case Endorsing _ -> notReleased();
    };
  }

  private static Decision<PublishingEvent> whenPrepared(
      Envelope<PublishingCommand> command, Prepared prepared) {
    ClearedText text = prepared.text();
    return switch (command.payload()) {
      case PrepareRelease prepare ->
          isSame(prepare, text) ? preparedAlready() : prepare(prepare, List.of());
      case ReleaseNow(Digest read, _) ->
          forbidden(command, read, text).orElseGet(() -> accept(List.of(), atOnce(text)));
      case ScheduleRelease schedule ->
          forbidden(command, schedule.digest(), text)
              .or(() -> unfit(command, schedule))
              .orElseGet(() ->
                  accept(
                      List.of(),
                      new ReleaseScheduled(text.digest(), schedule.releaseAt(), schedule.zone())));
      case CancelSchedule _ -> notScheduled();
      case ReleaseDue _ -> Decision.nothingToDo("No text is waiting for an instant.");
      case DiscardRelease(Optional<Digest> digest, String reason) ->
          discard(digest, reason, text, List.of());
      case Endorsing _ -> notReleased();
    };
  }

  private static Decision<PublishingEvent> whenScheduled(
      Envelope<PublishingCommand> command, Scheduled scheduled) {
    ClearedText text = scheduled.text();
    return switch (command.payload()) {
      case PrepareRelease prepare ->
          isSame(prepare, text)
              ? preparedAlready()
              : prepare(prepare, List.of(new ScheduleCancelled("The note was cleared anew.")));
      case ReleaseNow(Digest read, Optional<Instant> insteadOf) ->
          forbidden(command, read, text)
              .orElseGet(() -> releaseWhenScheduled(command.at(), insteadOf, scheduled));
      case ScheduleRelease schedule ->
          forbidden(command, schedule.digest(), text)
              .orElseGet(() ->
                  schedule.releaseAt().equals(scheduled.releaseAt())
                      ? Decision.nothingToDo("The release is scheduled for that instant.")
                      : waitsForItsInstant(scheduled));
      case CancelSchedule(String reason) -> cancel(reason);
      case ReleaseDue(Instant due) -> releaseIfDue(due, command.at(), scheduled);
      case DiscardRelease(Optional<Digest> digest, String reason) ->
          discard(
              digest,
              reason,
              text,
              List.of(new ScheduleCancelled("The clearance no longer holds.")));
      case Endorsing _ -> notReleased();
    };
  }

  private static Decision<PublishingEvent> whenReleased(
      Envelope<PublishingCommand> command, Released released) {
    return switch (command.payload()) {
      case PrepareRelease(_, _, Digest digest, _) -> unlessPublic(digest, released);
      case ReleaseNow(Digest digest, _) -> unlessPublic(digest, released);
      case ScheduleRelease _, CancelSchedule _, DiscardRelease _ -> alreadyReleased(released);
      case ReleaseDue _ -> Decision.nothingToDo("The note is public already.");
      case Endorsing it ->
          released
              .endorsers()
              .decide(command.actor().person(), it, released.text(), released.version());
    };
  }

  /** Bypass 13: the digest is of this very text, not of a later or an earlier one. */
  private static Decision<PublishingEvent> prepare(
      PrepareRelease command, List<PublishingEvent> before) {
    Digest own = Digest.of(command.note());
    if (!own.equals(command.digest())) {
      return Decision.refuse(
          "DIGEST_MISMATCH",
          "Digest %s was approved and this text has %s; have this very text cleared."
              .formatted(command.digest(), own));
    }
    if (command.contributors().isEmpty()) {
      return Decision.refuse(
          "NO_CONTRIBUTORS",
          "Nobody is named who wrote this text, so nobody could be kept from releasing their own; have it cleared again.");
    }
    return accept(
        before,
        new ReleasePrepared(command.revision(), command.note(), own, command.contributors()));
  }

  /** Somebody may have put back an earlier text: then its digest is old and its writers are not. */
  private static boolean isSame(PrepareRelease command, ClearedText text) {
    return command.digest().equals(text.digest())
        && command.contributors().equals(text.contributors());
  }

  /** What keeps this person from releasing the text they read, now or later; or empty. */
  private static Optional<Decision<PublishingEvent>> forbidden(
      Envelope<PublishingCommand> command, Digest read, ClearedText text) {
    if (!read.equals(text.digest())) {
      return Optional.of(
          Decision.refuse(
              "NOT_CLEARED",
              "The text you read, %s, is not the cleared one, %s; read that one, then release it."
                  .formatted(read, text.digest())));
    }
    if (text.contributors().contains(command.actor().person())) {
      return Optional.of(
          Decision.refuse(
              "OWN_TEXT",
              "You wrote part of this text; have a duty officer release it who wrote none of it."));
    }
    return Optional.empty();
  }

  private static Optional<Decision<PublishingEvent>> unfit(
      Envelope<PublishingCommand> command, ScheduleRelease schedule) {
    if (!isZone(schedule.zone())) {
      return Optional.of(
          Decision.refuse(
              "UNKNOWN_ZONE",
              "There is no such time zone; name one such as America/New_York or an offset such as -05:00."));
    }
    if (!schedule.releaseAt().isAfter(command.at())) {
      return Optional.of(
          Decision.refuse(
              "PAST_INSTANT",
              "%s has passed; name an instant to come, or release at once."
                  .formatted(schedule.releaseAt())));
    }
    return Optional.empty();
  }

  private static boolean isZone(String zone) {
    try {
      return !ZoneId.of(zone).getId().isEmpty();
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The instant gives way to an officer who names it, and to none who does not know of it. */
  private static Decision<PublishingEvent> releaseWhenScheduled(
      Instant now, Optional<Instant> insteadOf, Scheduled scheduled) {
    if (!now.isBefore(scheduled.releaseAt())) {
      return accept(List.of(), asScheduled(scheduled));
    }
    if (insteadOf.equals(Optional.of(scheduled.releaseAt()))) {
      return accept(
          List.of(new ScheduleCancelled("Lifted: released at once.")), atOnce(scheduled.text()));
    }
    return waitsForItsInstant(scheduled);
  }

  private static Decision<PublishingEvent> waitsForItsInstant(Scheduled scheduled) {
    return Decision.refuse(
        "SCHEDULED",
        "This release is scheduled for %s, said in %s; cancel that schedule first, or release at once naming that instant."
            .formatted(scheduled.releaseAt(), scheduled.zone()));
  }

  private static Decision<PublishingEvent> releaseIfDue(
      Instant due, Instant now, Scheduled scheduled) {
    return due.isBefore(scheduled.releaseAt()) || now.isBefore(scheduled.releaseAt())
        ? Decision.nothingToDo("The scheduled instant has not come.")
        : accept(List.of(), asScheduled(scheduled));
  }

  private static Decision<PublishingEvent> cancel(String reason) {
    return reason.codePointCount(0, reason.length()) > REASON
        ? reasonTooLong()
        : Decision.accept(new ScheduleCancelled(reason));
  }

  static Decision<PublishingEvent> reasonTooLong() {
    return Decision.refuse(
        "REASON_TOO_LONG", "A reason has at most %d characters; shorten it.".formatted(REASON));
  }

  private static Decision<PublishingEvent> discard(
      Optional<Digest> digest, String reason, ClearedText text, List<PublishingEvent> before) {
    return digest.isPresent() && !digest.get().equals(text.digest())
        ? Decision.nothingToDo("Another text is prepared.")
        : accept(before, new ReleaseDiscarded(text.digest(), reason));
  }

  private static NoteReleased atOnce(ClearedText text) {
    return new NoteReleased(text.note(), text.digest(), 1, Optional.empty());
  }

  private static NoteReleased asScheduled(Scheduled scheduled) {
    ClearedText text = scheduled.text();
    return new NoteReleased(text.note(), text.digest(), 1, Optional.of(scheduled.releaseAt()));
  }

  private static Decision<PublishingEvent> accept(
      List<PublishingEvent> before, PublishingEvent event) {
    List<PublishingEvent> all = new ArrayList<>(before);
    all.add(event);
    return Decision.accept(all);
  }

  private static Decision<PublishingEvent> preparedAlready() {
    return Decision.nothingToDo("This text is prepared already.");
  }

  private static Decision<PublishingEvent> notScheduled() {
    return Decision.nothingToDo("The release is not scheduled.");
  }

  private static Decision<PublishingEvent> notReleased() {
    return Decision.refuse(
        "NOT_RELEASED",
        "The text is not public yet, and endorsers follow a public one; list them in the text instead.");
  }

  private static Decision<PublishingEvent> unlessPublic(Digest digest, Released released) {
    return digest.equals(released.digest())
        ? Decision.nothingToDo("This text is public since %s.".formatted(released.since()))
        : alreadyReleased(released);
  }

  private static Decision<PublishingEvent> alreadyReleased(Released released) {
    return Decision.refuse(
        "ALREADY_RELEASED",
        "The note is public since %s; what is public changes only by a correction."
            .formatted(released.since()));
  }

  @Override
  public Release evolve(Release state, Envelope<PublishingEvent> event) {
    return state.after(event);
  }
}
