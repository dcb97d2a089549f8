package dateline.desk;

import dateline.contracts.AnswerForOfficeV1;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.ProposeEditsV1;
import dateline.desk.AnswerForm.Fault;
import dateline.desk.AnswerForm.Typed;
import dateline.note.MediaNote;
import dateline.runtime.AnswerLink.Way;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.Form;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Answers by a link: who holds one reads its text on a page and says there what their office thinks
 * of it. To look does nothing; a form acts. Whatever is wrong is a page, too.
 */
final class AnswerPages {

  private static final String PREFIX = "/answers/";

  /** Refusals of what stands in the form, or of a moment: it comes again, filled in. */
  private static final Set<String> TO_MEND =
      Set.of(
          "REASON_MISSING",
          "REASON_TOO_LONG",
          "EDITS_CHANGE_NOTHING",
          "NOTE_TOO_LARGE",
          "LOG_UNAVAILABLE");

  /** Refusals because nobody is asked about the text any more. */
  private static final Set<String> TOO_LATE =
      Set.of("STALE_TEXT", "NOTE_RETURNED", "NOTE_RECALLED");

  private final AnswerDesk desk;
  private final AnswerViews views;
  private final Stylesheet style;

  AnswerPages(AnswerDesk desk, AnswerViews views, Stylesheet style) {
    this.desk = desk;
    this.views = views;
    this.style = style;
  }

  List<Route> routes() {
    return List.of(
        Route.get(PREFIX + "{token}", this::show),
        Route.post(PREFIX + "{token}", this::answer),
        Route.get(style.path(), _ -> style.content()));
  }

  /** A problem at such an address is told to a person. */
  Response problem(Request request, Problem problem) {
    return request.path().startsWith(PREFIX) ? views.problem(problem, Optional.empty()) : problem;
  }

  private Response show(Request request) {
    Holder holder = desk.holder(Way.LINK, request.param("token"));
    return holder
        .over()
        .map(problem -> views.over(problem, holder, Optional.empty()))
        .orElseGet(() -> views.text(holder));
  }

  private Response answer(Request request) {
    Holder holder = desk.holder(Way.LINK, request.param("token"));
    Form form = request.form();
    Typed typed = Typed.of(form);
    String given = form.first("answer").orElse("");
    Optional<Unfit> unfit = Unfit.in(typed.reason() + typed.because());
    if (unfit.isPresent()) {
      String sentence = "The reason " + unfit.get().whatAndWhatToDo() + '.';
      return again(
          Problem.of(422, unfit.get().name(), "Unusable reason", sentence), holder, given, typed);
    }
    return switch (given) {
      case "CLEARED" -> say(holder, form, "CLEARED", "");
      case "SEEN" -> say(holder, form, "SEEN", "");
      case "NOT_CLEARED" -> say(holder, form, "NOT_CLEARED", typed.reason().strip());
      case "CLEARED_WITH_EDITS" -> propose(holder, form);
      default ->
          Problem.of(
              422,
              "NO_ANSWER",
              "No answer was sent",
              "Nothing is recorded; open the link again and press one of its buttons.");
    };
  }

  private Response say(Holder holder, Form form, String answer, String reason) {
    AnswerForOfficeV1 payload =
        new AnswerForOfficeV1(holder.link().digest(), answer, reason, holder.manner("LINK"));
    return give(holder, form, answer, command -> command.setAnswerForOffice(payload));
  }

  private Response propose(Holder holder, Form form) {
    Typed typed = Typed.of(form);
    Optional<Problem> over = holder.over();
    if (over.isPresent()) {
      return views.over(over.get(), holder, Optional.of(typed));
    }
    String answer = "CLEARED_WITH_EDITS";
    MediaNote edited;
    try {
      edited = edited(holder, typed);
    } catch (ProblemException e) {
      return again(e.problem(), holder, answer, typed);
    }
    ProposeEditsV1 payload =
        new ProposeEditsV1(
            holder.link().digest(),
            NoteCodec.toWire(edited),
            typed.because().strip(),
            holder.manner("LINK"));
    return give(holder, form, answer, command -> command.setProposeEdits(payload));
  }

  /**
   * The text as it was typed.
   *
   * @throws ProblemException 422 if it is no note
   */
  private static MediaNote edited(Holder holder, Typed typed) {
    MediaNote text = holder.text().orElseThrow();
    return DeskJson.note(DeskJson.of(EditableText.edited(text, typed.headline(), typed.text())));
  }

  /** Gives the command; the same form sent again is the same one. */
  private Response give(
      Holder holder, Form form, String answer, UnaryOperator<ClearanceCommandV1.Builder> payload) {
    String id = AnswerDesk.commandId(holder, form.values().toString());
    Response given = desk.give(holder, id, payload, views::recorded);
    if (given instanceof Problem problem) {
      return refused(problem, holder, answer, Typed.of(form));
    }
    return given.status() == 202 ? views.underWay() : given;
  }

  private Content refused(Problem problem, Holder holder, String answer, Typed typed) {
    if (TOO_LATE.contains(problem.code())) {
      Holder now = desk.awaiting(holder, it -> it.over().isPresent());
      return views.over(now.over().orElse(problem), now, Optional.of(typed));
    }
    return TO_MEND.contains(problem.code())
        ? again(problem, holder, answer, typed)
        : views.problem(problem, Optional.of(typed));
  }

  /** The form once more, with what was typed and what is wrong with it. */
  private Content again(Problem problem, Holder holder, String answer, Typed typed) {
    String sentence =
        problem.code().equals("LOG_UNAVAILABLE")
            ? "Your answer could not be kept just now; send it again in a minute."
            : problem.detail();
    return holder.isAsked()
        ? views.again(problem.status(), holder, typed, new Fault(answer, sentence))
        : views.problem(problem, Optional.of(typed));
  }
}
