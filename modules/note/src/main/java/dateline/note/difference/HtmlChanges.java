package dateline.note.difference;

import static dateline.note.HtmlText.escaped;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * What changed alone, as an HTML fragment for mails, whose programs keep neither styles nor ids.
 * The label of a line says in words what became of it; what is gone is {@code del}, struck through,
 * and what is new {@code ins}, underlined.
 */
public final class HtmlChanges {

  private HtmlChanges() {}

  /** A paragraph a changed line, all text escaped; {@code "<p>No difference.</p>\n"} if none is. */
  public static String of(Difference difference) {
    if (difference.isEmpty()) {
      return "<p>No difference.</p>\n";
    }
    List<String> labels = Labels.of(difference);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < labels.size(); i++) {
      Line line = difference.lines().get(i);
      if (line.fate() != Line.Fate.KEPT) {
        out.append("<p><b>").append(escaped(labels.get(i))).append("</b></p>\n<p dir=\"");
        out.append(Direction.isRightToLeft(line, false) ? "rtl" : "ltr").append("\">");
        marked(line.runs(), out);
        out.append("</p>\n");
      }
    }
    return out.toString();
  }

  private static void marked(List<Run> runs, StringBuilder out) {
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      boolean unseenToo = Unseen.isTheDifference(runs, i);
      IntPredicate named = c -> Unseen.overrides(c) || (unseenToo && Unseen.isUnseen(c));
      String text = escaped(Unseen.named(run.text(), named)).replace("\t", " | ");
      String target = run.href().map(href -> " (links to " + escaped(href) + ')').orElse("");
      switch (run.fate()) {
        case KEPT -> out.append(text);
        case DELETED -> out.append("<del>").append(text).append(target).append("</del>");
        case INSERTED ->
            out.append("<ins style=\"text-decoration:underline;font-weight:bold\">")
                .append(text)
                .append(target)
                .append("</ins>");
      }
    }
  }
}
