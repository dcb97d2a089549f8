package dateline.desk;

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
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What who holds a link gets to see: a text with its form, or what is so instead. */
final class AnswerViews {

  private final ReadModel model;
  private final Deputies deputies;
  private final Stylesheet style;

  AnswerViews(ReadModel model, Deputies deputies, Stylesheet style) {
    this.model = model;
    this.deputies = deputies;
    this.style = style;
  }

  /** The text, with a form if something is asked about it. */
  Content text(Holder holder) {
    return text(200, holder, Optional.empty(), Optional.empty());
  }

  /** The same with what was typed and what is wrong with it. */
  Content again(int status, Holder holder, Typed typed, Fault fault) {
    return text(status, holder, Optional.of(typed), Optional.of(fault));
  }

  private Content text(int status, Holder holder, Optional<Typed> typed, Optional<Fault> fault) {
    MediaNote text = holder.text().orElseThrow();
    AnswerWords words = words(holder);
    Typed fresh = Typed.nothing(text);
    Optional<AnswerForm> form =
        holder
            .line()
            .filter(_ -> holder.isAsked())
            .map(line ->
                new AnswerForm(
                    holder.asked().toString(),
                    !line.isToAnswer(),
                    typed.map(known -> known.or(fresh)).orElse(fresh),
                    fault));
    return sealed(
        Templates.page(
            status,
            "answer",
            new AnswerPage(
                style.path(),
                words.office(holder.link().office()),
                holder.person().name(),
                holder.deputyFor().map(words::person),
                holder.line().map(Line::because).orElse(""),
                holder.standing().turn().flatMap(Turn::due).map(due -> when(due, words)),
                words.recorded(holder),
                sinceCleared(holder, text),
                HtmlRendering.of(text),
                offices(holder, words),
                form,
                when(holder.link().until(), words))));
  }

  private static List<AnswerPage.Office> offices(Holder holder, AnswerWords words) {
    LineStates states = new LineStates(holder.note().clearance());
    return states.clearance().lines().stream()
        .map(line ->
            new AnswerPage.Office(
                words.office(line.office()),
                words.of(states, line),
                line.office().equals(holder.link().office())))
        .toList();
  }

  /** What differs from the text that this office cleared last, if that was another. */
  private Optional<String> sinceCleared(Holder holder, MediaNote text) {
    return holder
        .standing()
        .cleared()
        .filter(said -> !said.digest().equals(holder.link().digest()))
        .map(Answered::revision)
        .flatMap(revision -> model.text(holder.note().id(), revision))
        .map(former -> HtmlDifference.of(Difference.between(former, text)));
  }

  /**
   * Nobody is asked about the text any more: what is so instead.
   *
   * @param typed what they had written
   */
  Content over(Problem problem, Holder holder, Optional<Typed> typed) {
    List<String> sentences = new ArrayList<>();
    words(holder).recorded(holder).ifPresent(sentences::add);
    sentences.add(problem.detail());
    if (problem.code().equals("STALE_TEXT")) {
      sentences.add(
          holder.line().isPresent()
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
        .flatMap(read -> draft.note().map(now -> HtmlDifference.of(Difference.between(read, now))));
  }

  /** What is recorded now that they have answered. */
  Content recorded(Holder holder) {
    List<String> sentences = new ArrayList<>();
    Optional<String> recorded = words(holder).recorded(holder);
    sentences.add(
        recorded.orElse(
            "This was answered before, and your office is asked again since; open the link to say what it thinks now."));
    if (holder.over().isPresent()) {
      sentences.add(
          "The note goes back to its drafter; you get another mail when it is submitted again.");
    } else if (holder.line().filter(Line::isToAnswer).isPresent()) {
      sentences.add("Until the text is approved you can open the link again and answer otherwise.");
    }
    return notice(200, recorded.isPresent() ? "Recorded" : "Answered before", sentences);
  }

  Content underWay() {
    return notice(
        202,
        "Your answer is under way",
        List.of(
            "It is kept and not lost, but not decided yet; open the link again in a minute to see whether it is recorded."));
  }

  Content problem(Problem problem, Optional<Typed> typed) {
    return notice(problem, List.of(problem.detail()), Optional.empty(), typed);
  }

  private Content notice(
      Problem problem, List<String> sentences, Optional<String> difference, Optional<Typed> typed) {
    return notice(
        problem.status(),
        new AnswerNotice(
            style.path(),
            problem.title(),
            sentences,
            Optional.of(problem.code()),
            difference,
            typed.filter(it -> !it.isNothing())));
  }

  private Content notice(int status, String title, List<String> sentences) {
    return notice(
        status,
        new AnswerNotice(
            style.path(), title, sentences, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static Content notice(int status, AnswerNotice notice) {
    return sealed(Templates.page(status, "notice", notice));
  }

  /** A link is a secret: nobody keeps its page, and nobody is told where a reader came from. */
  private static Content sealed(Content page) {
    return page.withHeader("Cache-Control", "no-store")
        .withHeader("Referrer-Policy", "no-referrer");
  }

  private AnswerWords words(Holder holder) {
    return new AnswerWords(model, deputies.zone(holder.link().office()));
  }

  private static When when(Instant at, AnswerWords words) {
    return new When(words.moment(at), at.toString());
  }
}
