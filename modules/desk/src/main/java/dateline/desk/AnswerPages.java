package dateline.desk;

import dateline.contracts.AnswerForOfficeV1;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.ProposeEditsV1;
import dateline.desk.AnswerForm.Fault;
import dateline.desk.AnswerForm.Typed;
import dateline.desk.AnswerPage.When;
import dateline.desk.OfficeList.Line;
import dateline.desk.Standing.Answered;
import dateline.desk.Standing.Turn;
import dateline.note.HtmlRendering;
import dateline.note.MediaNote;
import dateline.note.difference.Difference;
import dateline.note.difference.HtmlDifference;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.Form;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.time.Instant;
import java.util.ArrayList;
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

  private final ReadModel model;
  private final AnswerDesk desk;
  private final Deputies deputies;
  private final Stylesheet style;

  AnswerPages(ReadModel model, AnswerDesk desk, Deputies deputies, Stylesheet style) {
    this.model = model;
    this.desk = desk;
    this.deputies = deputies;
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
    return request.path().startsWith(PREFIX)
        ? notice(problem, List.of(problem.detail()), Optional.empty(), Optional.empty())
        : problem;
  }

  private Response show(Request request) {
    Holder holder = desk.holder(request.param("token"));
    return holder
        .over()
        .map(problem -> over(problem, holder, Optional.empty()))
        .orElseGet(() -> page(200, holder, Optional.empty(), Optional.empty()));
  }

  private Response answer(Request request) {
    Holder holder = desk.holder(request.param("token"));
    Form form = request.form();
    return switch (form.first("answer").orElse("")) {
      case "CLEARED" -> say(holder, form, "CLEARED", "");
      case "SEEN" -> say(holder, form, "SEEN", "");
      case "NOT_CLEARED" -> say(holder, form, "NOT_CLEARED", Typed.of(form).reason().strip());
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
    String answer = "CLEARED_WITH_EDITS";
    Optional<MediaNote> text = holder.text();
    if (text.isEmpty()) {
      return show(holder, Typed.of(form));
    }
    Typed typed = Typed.of(form);
    try {
      MediaNote edited = EditableText.edited(text.get(), typed.headline(), typed.text());
      ProposeEditsV1 payload =
          new ProposeEditsV1(
              holder.link().digest(),
              NoteCodec.toWire(DeskJson.note(DeskJson.of(edited))),
              typed.because().strip(),
              holder.manner("LINK"));
      return give(holder, form, answer, command -> command.setProposeEdits(payload));
    } catch (ProblemException e) {
      return again(e.problem(), holder, answer, typed);
    }
  }

  /** Gives the command; the same form sent again is the same one. */
  private Response give(
      Holder holder, Form form, String answer, UnaryOperator<ClearanceCommandV1.Builder> payload) {
    String id = AnswerDesk.commandId(holder, form.values().toString());
    Response given = desk.give(holder, id, payload, this::recorded);
    if (given instanceof Problem problem) {
      return refused(problem, holder, answer, Typed.of(form));
    }
    return given instanceof Content content && content.status() == 202 ? underWay() : given;
  }

  private Content refused(Problem problem, Holder holder, String answer, Typed typed) {
    if (TOO_LATE.contains(problem.code())) {
      Holder now = desk.awaiting(holder, it -> it.over().isPresent());
      return over(now.over().orElse(problem), now, Optional.of(typed));
    }
    return TO_MEND.contains(problem.code())
        ? again(problem, holder, answer, typed)
        : notice(problem, List.of(problem.detail()), Optional.empty(), Optional.of(typed));
  }

  private Response show(Holder holder, Typed typed) {
    Problem problem = holder.over().orElseGet(Problem::notFound);
    return over(problem, holder, Optional.of(typed));
  }

  /** The form once more, with what was typed and what is wrong with it. */
  private Content again(Problem problem, Holder holder, String answer, Typed typed) {
    if (holder.text().isEmpty()) {
      return over(holder.over().orElse(problem), holder, Optional.of(typed));
    }
    String sentence =
        problem.code().equals("LOG_UNAVAILABLE")
            ? "Your answer could not be kept just now; send it again in a minute."
            : problem.detail();
    Fault fault = new Fault(answer, problem.code(), sentence);
    return page(problem.status(), holder, Optional.of(typed), Optional.of(fault));
  }

  private Content page(int status, Holder holder, Optional<Typed> typed, Optional<Fault> fault) {
    MediaNote text = holder.text().orElseThrow();
    LineStates states = new LineStates(holder.note().clearance());
    AnswerWords words = words(holder);
    String office = holder.link().office();
    Optional<Line> line = states.clearance().list().lineOf(office);
    Typed fresh = Typed.nothing(text);
    Optional<AnswerForm> form =
        line.filter(_ -> states.clearance().isAsking())
            .map(it ->
                new AnswerForm(
                    round(states, it),
                    !it.isToAnswer(),
                    typed.map(known -> known.or(fresh)).orElse(fresh),
                    fault));
    return sealed(
        Templates.page(
            status,
            "answer",
            new AnswerPage(
                style.path(),
                words.office(office),
                holder.person().name(),
                holder.deputyFor().map(words::person),
                line.map(Line::because).orElse(""),
                states.clearance().standing(office).turn().flatMap(Turn::due).map(at -> when(at, words)),
                words.recorded(holder),
                sinceCleared(holder, text),
                HtmlRendering.of(text),
                offices(states, words, office),
                form,
                when(holder.link().until(), words))));
  }

  /** When the office was asked, so that a form is for this asking and for no later one. */
  private static String round(LineStates states, Line line) {
    return states
        .clearance()
        .standing(line.office())
        .turn()
        .map(Turn::since)
        .orElse(states.clearance().asked().at())
        .toString();
  }

  private static List<AnswerPage.Office> offices(
      LineStates states, AnswerWords words, String own) {
    return states.clearance().lines().stream()
        .map(line ->
            new AnswerPage.Office(
                words.office(line.office()), words.of(states, line), line.office().equals(own)))
        .toList();
  }

  /** What differs from the text that this office cleared last, if that was another. */
  private Optional<String> sinceCleared(Holder holder, MediaNote text) {
    return holder
        .note()
        .clearance()
        .standing(holder.link().office())
        .cleared()
        .filter(said -> !said.digest().equals(holder.link().digest()))
        .map(Answered::revision)
        .flatMap(revision -> model.text(holder.note().id(), revision))
        .map(former -> HtmlDifference.of(Difference.between(former, text)));
  }

  /** The text of the link is not asked about any more: what is so instead. */
  private Content over(Problem problem, Holder holder, Optional<Typed> typed) {
    List<String> sentences = new ArrayList<>();
    words(holder).recorded(holder).ifPresent(sentences::add);
    sentences.add(problem.detail());
    if (problem.code().equals("STALE_TEXT")) {
      sentences.add(
          holder.note().clearance().list().lineOf(holder.link().office()).isPresent()
              ? "Another mail asks you about the present text; it has come or is on its way."
              : "Your office is not asked about the present text.");
    }
    return notice(problem, sentences, sinceThisText(holder), typed);
  }

  /** What changed since the text of the link, if that is with the offices. */
  private Optional<String> sinceThisText(Holder holder) {
    Draft draft = holder.note().draft();
    return draft.revisions().stream()
        .filter(_ -> holder.isHandedIn())
        .filter(made -> made.digest().equals(holder.link().digest()))
        .filter(made -> !made.digest().equals(draft.digest()))
        .findFirst()
        .flatMap(made -> model.text(holder.note().id(), made.number()))
        .flatMap(read ->
            draft.note().map(now -> HtmlDifference.of(Difference.between(read, now))));
  }

  private Content recorded(Holder now) {
    List<String> sentences = new ArrayList<>();
    Optional<String> recorded = words(now).recorded(now);
    sentences.add(
        recorded.orElse(
            "This was answered before, and your office is asked again since; open the link to say what it thinks now."));
    if (now.over().isPresent()) {
      sentences.add("The note goes back to its drafter; you get another mail when it is submitted again.");
    } else if (now.note().clearance().isAsking()) {
      sentences.add("Until the text is approved you can open the link again and answer otherwise.");
    }
    return sealed(
        Templates.page(
            200,
            "notice",
            new AnswerNotice(
                style.path(),
                recorded.isPresent() ? "Recorded" : "Answered before",
                sentences,
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }

  private Content underWay() {
    return sealed(
        Templates.page(
            202,
            "notice",
            new AnswerNotice(
                style.path(),
                "Your answer is under way",
                List.of(
                    "It is kept and not lost, but not decided yet; open the link again in a minute to see whether it is recorded."),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }

  private Content notice(
      Problem problem, List<String> sentences, Optional<String> difference, Optional<Typed> typed) {
    return sealed(
        Templates.page(
            problem.status(),
            "notice",
            new AnswerNotice(
                style.path(),
                problem.title(),
                sentences,
                Optional.of(problem.code()),
                difference,
                typed.filter(it -> !it.isNothing()))));
  }

  /** A link is a secret: nobody keeps its page, and nobody is told where a reader came from. */
  private static Content sealed(Content page) {
    return page.withHeader("Cache-Control", "no-store").withHeader("Referrer-Policy", "no-referrer");
  }

  private AnswerWords words(Holder holder) {
    return new AnswerWords(model, deputies.zone(holder.link().office()));
  }

  private static When when(Instant at, AnswerWords words) {
    return new When(words.moment(at), at.toString());
  }
}
