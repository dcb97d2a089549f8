package dateline.desk;

import dateline.desk.DeskEntry.NoteEntry;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.MediaNote;
import dateline.runtime.InvitationLink;
import dateline.runtime.http.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds the link of an invitation, and the note as it is now.
 *
 * @param token of the link
 * @param party their line on the list
 */
record Invitee(String token, InvitationLink link, NoteEntry note, String party, Guest guest) {

  /** Who holds this link; empty if the note has no such invitation, or a newer one. */
  static Optional<Invitee> of(String token, InvitationLink link, NoteEntry note) {
    return note.clearance().standings().entrySet().stream()
        .flatMap(one ->
            one
                .getValue()
                .guest()
                .filter(guest -> guest.invitation().equals(link.invitation()))
                .map(guest -> new Invitee(token, link, note, one.getKey(), guest))
                .stream())
        .findFirst();
  }

  Actor actor() {
    return new Actor(new PersonId(guest.person()), new OfficeId(party), Role.EXTERNAL_CLEARER);
  }

  /** The same with the note as it is by then. */
  Invitee at(NoteEntry now) {
    return of(token, link, now).orElse(new Invitee(token, link, now, party, guest));
  }

  Standing standing() {
    return note.clearance().standing(party);
  }

  /** What they said about this text, if it counts. */
  Optional<Standing.Answered> said() {
    return note.clearance()
        .list()
        .lineOf(party)
        .flatMap(new LineStates(note.clearance())::answerOf)
        .filter(said -> said.digest().equals(guest.digest()));
  }

  /** The text, while it is with those who clear it. */
  Optional<MediaNote> text() {
    return guest.digest().equals(note.clearance().digest())
        ? note.draft().note().filter(_ -> guest.digest().equals(note.draft().digest()))
        : Optional.empty();
  }

  /** Why the link opens nothing any more; empty while it does. */
  Optional<Problem> over(Instant now) {
    if (guest.revoked().isPresent()) {
      return gone(
          "LINK_REVOKED",
          "This link was ended",
          "The press office has ended it; ask there if you should still read the text.");
    }
    if (guest.isLocked()) {
      return gone(
          "LINK_LOCKED",
          "This link is locked",
          "Too many wrong codes were typed; ask the press office for another link.");
    }
    if (!now.isBefore(guest.until())) {
      return gone(
          "LINK_EXPIRED",
          "This link has ended",
          "Its time is over; ask the press office for another one.");
    }
    return text().isEmpty() || note.clearance().list().lineOf(party).isEmpty()
        ? gone(
            "LINK_OF_FORMER_TEXT",
            "Nothing is asked about this text",
            "It was changed or taken back; you get another mail if you are asked about a new one.")
        : note.clearance().isAsking()
            ? Optional.empty()
            : gone(
                "NOTHING_ASKED",
                "Nothing is asked about this text",
                "Its clearance has ended; thank you.");
  }

  private static Optional<Problem> gone(String code, String title, String detail) {
    return Optional.of(Problem.of(410, code, title, detail));
  }
}
