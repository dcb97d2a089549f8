package dateline.desk;

import dateline.desk.AnswerPage.When;
import dateline.desk.OfficeList.Line;
import dateline.desk.Standing.Answered;
import dateline.note.HtmlRendering;
import dateline.note.difference.Difference;
import dateline.note.difference.HtmlDifference;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import java.util.List;
import java.util.Optional;

/** What somebody outside the house gets to see: the door, the text, or what is so instead. */
final class InvitationViews {

  private final ReadModel model;
  private final Deputies deputies;
  private final Stylesheet style;

  InvitationViews(ReadModel model, Deputies deputies, Stylesheet style) {
    this.model = model;
    this.deputies = deputies;
    this.style = style;
  }

  /**
   * The page that asks for the code.
   *
   * @param mailed whether one is on its way or there
   * @param fault what is wrong with what was typed
   */
  Content door(int status, Invitee invitee, boolean mailed, Optional<String> fault) {
    return sealed(
        Templates.page(
            status,
            "invitation-door",
            new InvitationDoor(
                style.path(),
                house(invitee),
                invitee.guest().name(),
                mailed,
                fault,
                ends(invitee))));
  }

  /**
   * The text.
   *
   * @param reason that was typed, if it comes again
   * @param fault what is wrong with it
   */
  Content text(int status, Invitee invitee, String reason, Optional<String> fault) {
    AnswerWords words = words(invitee);
    return sealed(
        Templates.page(
            status,
            "invitation",
            new InvitationPage(
                style.path(),
                house(invitee),
                invitee.guest().name(),
                invitee
                    .note()
                    .clearance()
                    .list()
                    .lineOf(invitee.party())
                    .map(Line::because)
                    .orElse(""),
                invitee.said().map(said -> recorded(said, words)),
                sinceCleared(invitee),
                HtmlRendering.of(invitee.text().orElseThrow()),
                reason,
                fault,
                ends(invitee))));
  }

  private static String recorded(Answered said, AnswerWords words) {
    return "On %s you said that the text may %s%s."
        .formatted(
            words.moment(said.at()),
            said.isCleared() ? "go out as it is" : "not go out as it is",
            said.reason().isEmpty() ? "" : ", with the words “" + said.reason() + "”");
  }

  /** What differs from the text that this party cleared last, if that was another. */
  private Optional<String> sinceCleared(Invitee invitee) {
    return invitee
        .standing()
        .cleared()
        .filter(said -> !said.digest().equals(invitee.guest().digest()))
        .filter(said -> said.person().equals(invitee.guest().person()))
        .map(Answered::revision)
        .flatMap(revision -> model.text(invitee.note().id(), revision))
        .flatMap(former ->
            invitee.text().map(now -> HtmlDifference.of(Difference.between(former, now))));
  }

  /** What is recorded now. */
  Content recorded(Invitee invitee, boolean cleared) {
    return notice(
        200,
        "Thank you: it is recorded",
        List.of(
            cleared
                ? "You cleared the text as it is. While the link holds and the text is not approved you can open it again and answer otherwise."
                : "You did not clear the text, and the press office reads why. If you are asked about a new text, you get another mail."),
        Optional.empty());
  }

  Content underWay() {
    return notice(
        202,
        "It is under way",
        List.of("What you sent is kept and not decided yet; open the link again in a minute."),
        Optional.empty());
  }

  /** What is so instead. */
  Content problem(Problem problem) {
    return notice(
        problem.status(), problem.title(), List.of(problem.detail()), Optional.of(problem.code()));
  }

  private Content notice(int status, String title, List<String> sentences, Optional<String> code) {
    return sealed(
        Templates.page(
            status,
            "notice",
            new AnswerNotice(
                style.path(), title, sentences, code, Optional.empty(), Optional.empty())));
  }

  /** A link is a secret: nobody keeps its page, and nobody is told where a reader came from. */
  private static Content sealed(Content page) {
    return page.withHeader("Cache-Control", "no-store")
        .withHeader("Referrer-Policy", "no-referrer");
  }

  private String house(Invitee invitee) {
    String owner = invitee.note().clearance().list().owner();
    return owner.isEmpty() ? "The press office" : words(invitee).office(owner);
  }

  private When ends(Invitee invitee) {
    return new When(
        words(invitee).moment(invitee.guest().until()), invitee.guest().until().toString());
  }

  private AnswerWords words(Invitee invitee) {
    return new AnswerWords(model, deputies.zone(invitee.note().clearance().list().owner()));
  }
}
