package dateline.notification.mail;

import dateline.notification.notices.Matter;
import dateline.notification.notices.Notice;
import dateline.runtime.DeskLinks;
import dateline.runtime.InvitationLink;
import java.time.ZoneId;
import java.util.List;

/**
 * The words of a mail to somebody outside the house who is to clear a text. Nothing of the text is
 * in it: mail lies about, and the text is not public.
 *
 * @param house the press office's name
 * @param zone of the press office
 */
record InvitationWords(Notice notice, String house, ZoneId zone, DeskLinks desk) {

  /** In one line, as a subject has it. */
  String title() {
    return switch (notice.matter()) {
      case Matter.Invitation _ -> house + " asks you to clear a text";
      case Matter.Code _ -> "Your code for the text of " + house;
      case Matter _ -> throw notToTheHouse();
    };
  }

  /** All it says. */
  List<Piece> pieces() {
    Clock clock = new Clock(zone, notice.at());
    return switch (notice.matter()) {
      case Matter.Invitation(_, var invitation, var name, var until) ->
          List.of(
              new Piece.Line("To " + name),
              new Piece.Line(
                  house
                      + " asks you to read a text that is not public yet, and to say whether it may go"
                      + " out as it is."),
              new Piece.Link(
                  "Read the text",
                  desk.invitation(new InvitationLink(notice.noteId(), invitation))),
              new Piece.Line(
                  "The page asks for a code, which is mailed to this address when you ask for it."
                      + " The link is for you and for this one text, until "
                      + clock.whole(until)
                      + ". Each use of it is recorded."),
              new Piece.Line("You did not expect this? Tell " + house + ", and open nothing."));
      case Matter.Code(_, var invitation, _, int number, var until) ->
          List.of(
              new Piece.Line(
                  "Your code: "
                      + spaced(
                          new InvitationLink(notice.noteId(), invitation)
                              .code(desk.secret(), number))),
              new Piece.Line(
                  "Type it on the page of your link. It opens the text once, until "
                      + clock.whole(until)
                      + '.'),
              new Piece.Line(
                  "You did not ask for a code? Then somebody else has your link: tell "
                      + house
                      + '.'));
      case Matter _ -> throw notToTheHouse();
    };
  }

  /** In two halves, as people read digits. */
  private static String spaced(String code) {
    int half = code.length() / 2;
    return code.substring(0, half) + ' ' + code.substring(half);
  }

  static IllegalArgumentException notToTheHouse() {
    return new IllegalArgumentException(
        "the people of the house and others get mails of their own");
  }
}
