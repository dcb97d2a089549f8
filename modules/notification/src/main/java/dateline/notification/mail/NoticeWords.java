package dateline.notification.mail;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.difference.Difference;
import dateline.notification.notices.Matter;
import dateline.notification.notices.Matter.Question;
import dateline.notification.notices.Notice;
import dateline.notification.notices.Part;
import dateline.notification.notices.Staff;
import dateline.runtime.AnswerLink;
import dateline.runtime.DeskLinks;
import dateline.runtime.NewsroomLinks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of one notice. First what is wanted and by when, then why, then the text. */
final class NoticeWords {

  private final Told told;
  private final Staff staff;
  private final DeskLinks desk;
  private final NewsroomLinks newsroom;
  private final Instant now;

  NoticeWords(Told told, Staff staff, DeskLinks desk, NewsroomLinks newsroom, Instant now) {
    this.told = told;
    this.staff = staff;
    this.desk = desk;
    this.newsroom = newsroom;
    this.now = now;
  }

  /** In one line, as a subject has it: {@code "Please clear by 14:00: Bridge opens"}. */
  String title() {
    return wanted() + ": " + told.text().headline();
  }

  private String wanted() {
    return switch (told.notice().matter()) {
      case Question it ->
          switch (it.form()) {
            case ASKED -> "Please " + verb(it) + by(it.office(), it.due());
            case AGAIN -> "Please " + verb(it) + " again" + by(it.office(), it.due());
            case OVERTAKEN -> "Please " + verb(it) + " the new text" + by(it.office(), it.due());
            case REMINDED -> "Reminder: please " + verb(it) + by(it.office(), it.due());
            case OWED -> "Please " + verb(it) + " after the fact" + by(it.office(), it.due());
          };
      case Matter.Informed _ -> "For your information";
      case Matter.Kept _ -> "Your answer stands";
      case Matter.Silence(var office, _, _) -> "No answer from " + staff.nameOf(office);
      case Matter.NobodyThere(var office, _, _) when office.isExternal() ->
          "To be invited: " + staff.nameOf(office);
      case Matter.NobodyThere(var office, _, _) -> "Nobody there at " + staff.nameOf(office);
      case Matter.Objection(var office, _, _, boolean returned) ->
          (returned ? "Returned" : "Objected to") + of(" by ", office);
      case Matter.Proposal(var office, _, _, _) -> "Edits" + of(" proposed by ", office);
      case Matter.ApprovalAwaited(boolean after) ->
          after ? "Please clear finally, after the fact" : "Please approve";
      case Matter.Cleared(_, var how) ->
          switch (how) {
            case IN_ORDER -> "Cleared, ready for release";
            case IN_EMERGENCY -> "Passed in an emergency, ready for release";
            case AFTER_THE_FACT -> "Cleared after the fact";
          };
      case Matter.Overdue _ -> "Overdue to be cleared after the fact";
      case Matter.Released() -> "Released";
      case Matter.Invitation _, Matter.Code _ -> throw InvitationWords.notToTheHouse();
    };
  }

  private static String verb(Question question) {
    return question.part() == Part.CONSULT ? "look at" : "clear";
  }

  private String by(OfficeId office, Optional<Instant> due) {
    return due.map(at -> " by " + clock(office).brief(at)).orElse("");
  }

  private String of(String preposition, OfficeId office) {
    return office.equals(OfficeId.NONE) ? "" : preposition + staff.nameOf(office);
  }

  private Clock clock(OfficeId office) {
    return new Clock(staff.zoneOf(office), now);
  }

  /** The token of a reply that answers its question; empty if it asks none. */
  Optional<String> token() {
    return told.notice().matter() instanceof Question question
        ? Optional.of(link(question.office()).token(desk.secret(), AnswerLink.Way.REPLY))
        : Optional.empty();
  }

  private AnswerLink link(OfficeId office) {
    Notice notice = told.notice();
    return new AnswerLink(
        notice.noteId(),
        notice.text().hex(),
        office.value(),
        notice.person().value(),
        notice.until());
  }

  /**
   * All it says.
   *
   * @param offer further words where it can be answered
   */
  List<Piece> pieces(List<Piece> offer) {
    List<Piece> pieces = new ArrayList<>(matter(offer));
    pieces.add(new Piece.Line("Note " + told.notice().noteId()));
    return pieces;
  }

  private List<Piece> matter(List<Piece> offer) {
    return switch (told.notice().matter()) {
      case Question it -> question(it, offer);
      case Matter.Informed(var office, var because) ->
          all(
              List.of(
                  lines(name(office) + " is told of this text. Nothing waits for an answer."),
                  why(because),
                  deputy(office),
                  List.of(page("Say that you have seen it", office)),
                  text()));
      case Matter.Kept(var office, var reason, _) ->
          all(
              List.of(
                  lines(
                      "What you said of a former text for "
                          + name(office)
                          + " stands for the new one. "
                          + reason,
                      "If it should not stand, answer anew."),
                  List.of(page("Answer anew", office)),
                  changes("What changed since the text that you read")));
      case Matter.Silence(var office, var part, var due) ->
          all(
              List.of(
                  lines(
                      name(office) + " was to answer" + until(office, due) + " and has not.",
                      "Its silence is on the record, and is no consent.",
                      whatCanBeDone(office, part))));
      case Matter.NobodyThere(var office, var part, _) when office.isExternal() ->
          lines(
              name(office)
                  + " is on the list, and has no link to this text: an invitation is for one text.",
              "Invite them at the desk. " + whatCanBeDone(office, part));
      case Matter.NobodyThere(var office, var part, var due) ->
          all(
              List.of(
                  lines(
                      name(office)
                          + " is asked to answer"
                          + until(office, due)
                          + ", but everybody there who may is away or has a part in the text, and"
                          + " nobody stands in today.",
                      "Have a deputy named, or reach one of them by phone and write their answer down"
                          + " at the desk. "
                          + whatCanBeDone(office, part))));
      case Matter.Objection it -> objection(it);
      case Matter.Proposal(var office, var by, var reason, _) ->
          all(
              List.of(
                  lines(
                      staff.nameOf(by)
                          + " would clear the text for "
                          + name(office)
                          + " with these edits. Until they are taken or left at the desk, the office"
                          + " has not cleared."),
                  quote(reason),
                  changes("What " + name(office) + " would change")));
      case Matter.ApprovalAwaited(boolean after) ->
          all(
              List.of(
                  lines(
                      after
                          ? "Every office has answered about the text that passed in an emergency. What"
                              + " is left is that an approver clears it after the fact, at the desk."
                          : "Everybody whose answer is waited for has given it. What is left is the"
                              + " final approval, at the desk."),
                  text()));
      case Matter.Cleared(var by, var how) -> lines(cleared(by, how));
      case Matter.Overdue(var authority) ->
          lines(
              staff.nameOf(authority)
                  + " let this text pass in an emergency. It was to be cleared after the fact by"
                  + " now, and is not.",
              "Until it is, the office has no further emergency.");
      case Matter.Invitation _, Matter.Code _ -> throw InvitationWords.notToTheHouse();
      case Matter.Released() ->
          all(
              List.of(
                  lines("The text is public."),
                  List.of(
                      new Piece.Link("The public page", newsroom.note(told.notice().noteId())))));
    };
  }

  private List<Piece> question(Question it, List<Piece> offer) {
    String office = name(it.office());
    String due = until(it.office(), it.due());
    String answer = it.part() == Part.CONSULT ? " is asked what it says to" : " is asked to clear";
    List<Piece> asked =
        switch (it.form()) {
          case ASKED -> lines(office + answer + " this text" + due + '.');
          case AGAIN ->
              lines(
                  office
                      + answer
                      + " this text again"
                      + due
                      + ": its former answer counts no longer.");
          case OVERTAKEN ->
              lines(
                  "A new text takes the place of the one that "
                      + office
                      + (it.former().isPresent()
                          ? " answered about; that answer counts no longer."
                          : " was asked about."),
                  office + answer + " the new one" + due + '.');
          case REMINDED ->
              lines(office + " has not answered yet. It" + answer + " this text" + due + '.');
          case OWED ->
              lines(
                  "This text passed in an emergency. "
                      + office
                      + answer
                      + " it all the same"
                      + due
                      + '.');
        };
    return all(
        List.of(
            asked,
            deputy(it.office()),
            List.of(page("Clear it, or say why not", it.office())),
            offer,
            why(it.because()),
            part(it.part()),
            changes("What changed since the last answer"),
            text()));
  }

  private List<Piece> objection(Matter.Objection it) {
    String who =
        it.office().equals(OfficeId.NONE)
            ? "The text could not be cleared."
            : it.office().isExternal()
                ? name(it.office()) + " did not clear the text."
                : staff.nameOf(it.by()) + " did not clear the text for " + name(it.office()) + '.';
    String then =
        it.returned()
            ? "The note is back with its drafter: mend it and hand it in again."
            : "The text has passed in an emergency; the objection is on the record.";
    return all(List.of(lines(who), quote(it.reason()), lines(then)));
  }

  private String cleared(PersonId by, Matter.Cleared.How how) {
    return switch (how) {
      case IN_ORDER -> staff.nameOf(by) + " approved the text. It may be released.";
      case IN_EMERGENCY ->
          staff.nameOf(by)
              + " let the text pass in an emergency. It may be released; the offices are asked to"
              + " clear it after the fact.";
      case AFTER_THE_FACT ->
          staff.nameOf(by)
              + " cleared the text that had passed in an emergency. Nothing is owed for it any"
              + " more.";
    };
  }

  private String whatCanBeDone(OfficeId office, Part part) {
    return switch (part) {
      case MANDATORY ->
          "Only the final approver may go on without " + name(office) + ", with a reason.";
      case CLEAR ->
          "Somebody of the action office who did not write the text, or an approver, may go on"
              + " without "
              + name(office)
              + " once its time is over, with a reason.";
      case CONSULT, INFORM -> "Nothing waits for its answer.";
    };
  }

  private static List<Piece> part(Part part) {
    return switch (part) {
      case MANDATORY -> lines("Only the final approver may go on without this answer.");
      case CONSULT -> lines("Nothing waits for the answer; an objection returns the note.");
      case CLEAR, INFORM -> List.of();
    };
  }

  private static List<Piece> why(String because) {
    return because.isBlank() ? List.of() : lines("Why: " + because + '.');
  }

  private List<Piece> deputy(OfficeId office) {
    return told.notice()
        .deputyFor()
        .map(person ->
            lines("You stand in today for " + staff.nameOf(person) + " (" + name(office) + ")."))
        .orElse(List.of());
  }

  private Piece page(String label, OfficeId office) {
    return new Piece.Link(label, desk.answer(link(office)));
  }

  private String until(OfficeId office, Optional<Instant> due) {
    return due.map(at -> " by " + clock(office).whole(at)).orElse("");
  }

  private String name(OfficeId office) {
    return staff.nameOf(office);
  }

  private List<Piece> changes(String heading) {
    return told.former()
        .map(former ->
            List.<Piece>of(
                new Piece.Heading(heading),
                new Piece.Changes(Difference.between(former, told.text()))))
        .orElse(List.of());
  }

  private List<Piece> text() {
    return List.of(new Piece.Heading("The text"), new Piece.Text(told.text()));
  }

  private static List<Piece> quote(String reason) {
    return reason.isBlank() ? List.of() : List.of(new Piece.Quote(reason));
  }

  private static List<Piece> lines(String... lines) {
    return Stream.of(lines).<Piece>map(Piece.Line::new).toList();
  }

  private static List<Piece> all(List<List<Piece>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }
}
