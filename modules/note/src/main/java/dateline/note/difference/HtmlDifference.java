package dateline.note.difference;

import static dateline.note.HtmlText.escaped;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * A difference as an HTML fragment, both texts in full. What is deleted or inserted is {@code del}
 * and {@code ins} with words around it that only a screen reader says; to the eye it is struck
 * through or underlined, and coloured besides. Each change can be reached by a link at the top.
 * Each line, and each deletion and insertion in it, has its own direction, so that nothing in one
 * turns what stands around it.
 */
public final class HtmlDifference {

  /** What a page with a difference needs as styles; contrast 7:1 or more on any background. */
  public static final String STYLES =
      """
      .difference-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0;
        border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
      .difference-text { overflow-wrap: anywhere; unicode-bidi: isolate; }
      .difference-label { margin-bottom: 0; font-weight: bold; }
      .difference-label + .difference-text { margin-top: 0; }
      .difference-line { margin: 1rem 0; padding-inline-start: 0.75rem;
        border-inline-start: 0.25rem solid transparent; }
      .difference-changed { border-inline-start-color: currentColor; }
      .difference del { color: #5c0011; background: #ffe3e6; text-decoration: line-through;
        text-decoration-thickness: 0.1em; }
      .difference ins { color: #00330f; background: #d7f5de; text-decoration: underline;
        text-decoration-thickness: 0.15em; text-underline-offset: 0.15em; font-weight: bold; }
      .difference .difference-note { font-style: italic; }
      """;

  private final StringBuilder out = new StringBuilder();
  private final String language;

  private HtmlDifference(String language) {
    this.language = language;
  }

  /**
   * One {@code section} in English around the texts, without styles or scripts, all text escaped.
   * It has the ids {@code change-1} onward, so a page has one of it. Nothing in it is a link but
   * the list of changes: the target of a changed link is written behind it.
   */
  public static String of(Difference difference) {
    HtmlDifference html = new HtmlDifference(language(difference));
    List<String> labels = Labels.of(difference);
    html.out.append(
        "<section class=\"difference\" lang=\"en\" dir=\"ltr\" aria-label=\"Difference\">\n");
    html.summary(difference, labels);
    int change = 0;
    for (int i = 0; i < labels.size(); i++) {
      Line line = difference.lines().get(i);
      change += line.fate() == Line.Fate.KEPT ? 0 : 1;
      html.line(line, labels.get(i), change);
    }
    return html.out.append("</section>\n").toString();
  }

  private static String language(Difference difference) {
    return difference.lines().stream()
        .filter(line -> line.part().equals("language") && !line.later().isEmpty())
        .findFirst()
        .map(Line::later)
        .orElse("");
  }

  private void summary(Difference difference, List<String> labels) {
    if (difference.isEmpty()) {
      out.append("<p>No difference.</p>\n");
      return;
    }
    out.append("<nav aria-label=\"Changes\">\n<ol>\n");
    int change = 0;
    for (int i = 0; i < labels.size(); i++) {
      if (difference.lines().get(i).fate() != Line.Fate.KEPT) {
        change++;
        out.append("<li><a href=\"#change-").append(change).append("\">");
        out.append(escaped(labels.get(i))).append("</a></li>\n");
      }
    }
    out.append("</ol>\n</nav>\n");
  }

  private void line(Line line, String label, int change) {
    boolean kept = line.fate() == Line.Fate.KEPT;
    out.append("<div class=\"difference-line");
    out.append(kept ? "\">\n" : " difference-changed\" id=\"change-" + change + "\">\n");
    if (!kept || !FormLine.isOfBody(line.part())) {
      out.append("<p class=\"difference-label\">").append(escaped(label)).append("</p>\n");
    }
    boolean rightToLeft = Direction.isRightToLeft(line, false);
    out.append("<p class=\"difference-text\"");
    if (!language.isEmpty()) {
      out.append(" lang=\"").append(escaped(language)).append('"');
    }
    out.append(dir(rightToLeft)).append('>');
    for (int i = 0; i < line.runs().size(); i++) {
      run(line, i, rightToLeft);
    }
    out.append("</p>\n</div>\n");
  }

  private void run(Line line, int at, boolean rightToLeft) {
    Run run = line.runs().get(at);
    boolean unseenToo = Unseen.isTheDifference(line.runs(), at);
    IntPredicate named = c -> Unseen.overrides(c) || (unseenToo && Unseen.isUnseen(c));
    String text = escaped(Unseen.named(run.text(), named)).replace("\t", " | ");
    if (run.fate() == Run.Fate.KEPT) {
      out.append(text);
      return;
    }
    boolean deleted = run.fate() == Run.Fate.DELETED;
    String element = deleted ? "del" : "ins";
    String words = words(line.fate(), deleted);
    out.append('<').append(element);
    out.append(dir(Direction.isRightToLeft(run.text(), rightToLeft))).append('>');
    hidden(words + ": ");
    out.append(text);
    run.href().ifPresent(this::target);
    hidden(" (end of " + words + ") ");
    out.append("</").append(element).append('>');
  }

  private static String words(Line.Fate fate, boolean deleted) {
    return switch (fate) {
      case MOVED_AWAY -> "moved away";
      case MOVED_HERE -> "moved here";
      case KEPT, CHANGED, DELETED, INSERTED -> deleted ? "deleted" : "inserted";
    };
  }

  private void target(String href) {
    out.append("<span class=\"difference-note\" lang=\"en\" dir=\"ltr\"> (links to ");
    out.append(escaped(href)).append(")</span>");
  }

  private void hidden(String words) {
    out.append("<span class=\"difference-hidden\" lang=\"en\" dir=\"ltr\">");
    out.append(words).append("</span>");
  }

  private static String dir(boolean rightToLeft) {
    return rightToLeft ? " dir=\"rtl\"" : " dir=\"ltr\"";
  }
}
