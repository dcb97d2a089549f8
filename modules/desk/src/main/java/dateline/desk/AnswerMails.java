package dateline.desk;

import dateline.contracts.AnswerForOfficeV1;
import dateline.runtime.AnswerLink.Way;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Response;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Answers by mail: a reply to the mail that asked, which holds its link's token. Whoever sends what
 * cannot be taken is told so by their own mail server.
 */
final class AnswerMails {

  private final ReadModel model;
  private final Deputies deputies;
  private final AnswerDesk desk;

  private AnswerMails(ReadModel model, Deputies deputies, AnswerDesk desk) {
    this.model = model;
    this.deputies = deputies;
    this.desk = desk;
  }

  /**
   * @param secret {@code DATELINE_SECRET}, with which links are made
   */
  static AnswerMails of(ReadModel model, Engines engines, String secret, InstantSource clock) {
    Deputies deputies = new Deputies(model, clock);
    CommandDesk commands = new CommandDesk(engines, model);
    return new AnswerMails(
        model,
        deputies,
        new AnswerDesk(model, deputies, new ClearanceVoice(model, commands, clock), secret, clock));
  }

  /**
   * What the sender's server is told.
   *
   * @param status 250 if it is taken, 451 if it shall be sent again, 550 if it never will be
   * @param code what is so, for machines: {@code "RECORDED"}, {@code "STALE_TEXT"}
   * @param sentence for people
   */
  record Verdict(int status, String code, String sentence) {

    private static final int LONGEST = 440;

    /** One line of SMTP with an enhanced status code (RFC 3463), in ASCII. */
    String line() {
      String words = (code + ' ' + sentence).replaceAll("[^\\x21-\\x7e]+", " ").strip();
      return enhanced() + ' ' + words.substring(0, Math.min(words.length(), LONGEST));
    }

    private String enhanced() {
      return switch (status) {
        case 250 -> "2.0.0";
        case 451 -> "4.3.0";
        default -> "5.7.1";
      };
    }
  }

  /**
   * Takes a mail. What is recorded, or was before, is taken; the same mail again is the same
   * answer.
   */
  Verdict take(byte[] bytes) {
    try {
      return take(AnswerMail.read(bytes));
    } catch (MessagingException | IOException e) {
      return new Verdict(
          550, "UNREADABLE_MAIL", "This is no mail that can be read; write a new one.");
    } catch (ProblemException e) {
      return refused(e.problem());
    }
  }

  private Verdict take(AnswerMail mail) {
    if (mail.automatic()) {
      return new Verdict(250, "IGNORED", "Mails of machines answer nothing.");
    }
    if (mail.id().isEmpty()) {
      return new Verdict(550, "NO_MESSAGE_ID", "The mail has no Message-ID; send it with one.");
    }
    Holder holder = holder(mail);
    if (mail.from().filter(holder.person().email()::equalsIgnoreCase).isEmpty()) {
      return new Verdict(
          550,
          "NOT_THEIR_ADDRESS",
          "The mail that asked went to another address than this one is from; answer from that address, or open the link.");
    }
    Optional<SaidByMail> said = SaidByMail.in(mail.text());
    return said.isPresent()
        ? give(holder, mail, said.get())
        : new Verdict(
            550,
            "NO_ANSWER",
            "Nothing is recorded: a reply begins with a line that says CLEARED, NOT CLEARED and why, or SEEN; write one, or open the link.");
  }

  /** Of several mails that it replies to the nearest is answered. */
  private Holder holder(AnswerMail mail) {
    return desk.holder(
        Way.REPLY,
        mail.tokens().stream()
            .findFirst()
            .orElseThrow(() ->
                new ProblemException(
                    Problem.of(
                        403,
                        "NOT_A_REPLY",
                        "Not a reply",
                        "This is no reply to a mail that asks for clearance; reply to that mail, or open its link."))));
  }

  private Verdict give(Holder holder, AnswerMail mail, SaidByMail said) {
    Optional<Unfit> unfit = Unfit.in(said.reason());
    if (unfit.isPresent()) {
      return new Verdict(
          550,
          unfit.get().name(),
          "Nothing is recorded: the reason " + unfit.get().whatAndWhatToDo() + '.');
    }
    AnswerForOfficeV1 payload =
        new AnswerForOfficeV1(
            holder.link().digest(), said.answer(), said.reason(), holder.manner("EMAIL"));
    Response given =
        desk.give(
            holder,
            AnswerDesk.commandId(holder, "mail", mail.id()),
            command -> command.setAnswerForOffice(payload),
            now -> Content.text(200, recorded(now)));
    if (given instanceof Problem problem) {
      return refused(problem);
    }
    return given instanceof Content content && content.status() == 200
        ? new Verdict(250, "RECORDED", content.body().text())
        : new Verdict(
            451,
            "UNDER_WAY",
            "The answer is kept and not decided yet; sent again it is the same answer.");
  }

  private String recorded(Holder now) {
    return new AnswerWords(model, deputies.zone(now.link().office()))
        .recorded(now)
        .orElse("This was answered before, and your office is asked again since.");
  }

  private static Verdict refused(Problem problem) {
    return problem.status() == 503
        ? new Verdict(451, problem.code(), "The answer cannot be kept just now; send it again.")
        : new Verdict(550, problem.code(), problem.detail());
  }
}
