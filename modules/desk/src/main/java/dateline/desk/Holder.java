package dateline.desk;

import dateline.contracts.MannerV1;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.PersonEntry;
import dateline.desk.OfficeList.Line;
import dateline.desk.Standing.Turn;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.MediaNote;
import dateline.runtime.AnswerLink;
import dateline.runtime.http.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a link to answer by, as the directory has them now, and the note as it is now.
 *
 * @param token of the link
 * @param deputyFor id of whom they stand in for today; empty if they are of the office themselves
 */
record Holder(
    String token, AnswerLink link, PersonEntry person, Optional<String> deputyFor, NoteEntry note) {

  Actor actor() {
    return new Actor(new PersonId(person.id()), new OfficeId(link.office()), Role.REVIEWER);
  }

  /**
   * How they answer, as the wire says it.
   *
   * @param channel LINK or EMAIL
   */
  MannerV1 manner(String channel) {
    return new MannerV1(channel, deputyFor.orElse(null), null);
  }

  /** The same with the note as it is by then. */
  Holder at(NoteEntry now) {
    return new Holder(token, link, person, deputyFor, now);
  }

  /**
   * The text, while it is with the offices or public: a draft that is open again is nobody's to
   * read by a link.
   */
  Optional<MediaNote> text() {
    return isHandedIn() && isOf(note.clearance().digest())
        ? note.draft().note().filter(_ -> isOf(note.draft().digest()))
        : Optional.empty();
  }

  /** Whether the present text, this one or another, is with the offices or public. */
  boolean isHandedIn() {
    return switch (note.draft().status()) {
      case SUBMITTED, CLOSED -> true;
      case NONE, OPEN, ABANDONED -> false;
    };
  }

  /** The line of their office, if it is on the note's list. */
  Optional<Line> line() {
    return note.clearance().list().lineOf(link.office());
  }

  Standing standing() {
    return note.clearance().standing(link.office());
  }

  /** Whether their office may say something about this text at present. */
  boolean isAsked() {
    return over().isEmpty() && note.clearance().isAsking() && line().isPresent();
  }

  /** Since when the office is asked: a form is for this asking and for no later one. */
  Instant asked() {
    return standing().turn().map(Turn::since).orElse(note.clearance().asked().at());
  }

  private boolean isOf(String digest) {
    return link.digest().equals(digest);
  }

  /** Why nobody is asked about this text any more; empty while its offices have it. */
  Optional<Problem> over() {
    Clearance clearance = note.clearance();
    if (isHandedIn() && !(isOf(note.draft().digest()) && isOf(clearance.digest()))) {
      return Optional.of(
          gone("STALE_TEXT", "This text was changed", "Another text has taken its place."));
    }
    if (clearance.status() == Clearance.Status.RETURNED) {
      return Optional.of(
          gone(
              "NOTE_RETURNED",
              "This note went back to its drafter",
              "Nobody is asked about this text at present; you get another mail when the note is submitted again."));
    }
    return text().isPresent()
        ? Optional.empty()
        : Optional.of(
            gone(
                "NOTE_RECALLED",
                "This note was taken back",
                "Its drafter works on it; you get another mail when it is submitted again."));
  }

  private static Problem gone(String code, String title, String detail) {
    return Problem.of(410, code, title, detail);
  }
}
