package dateline.note.difference;

import java.util.List;
import java.util.function.IntPredicate;

/** A difference as plain text, for terminals and mails. */
public final class TextDifference {

  private TextDifference() {}

  /**
   * What changed, a line each, as wdiff marks it: {@code [-deleted-]} and {@code {+inserted+}}.
   *
   * <pre>
   * Headline, changed: Harbour [-Gate-]{+Gates+} opens
   * Paragraph 4 of the former text, deleted: [-Ships wait outside.-]
   * </pre>
   *
   * <p>Lines that are the same are left out; {@code "No difference.\n"} if all are. A changed link
   * has its target behind it: {@code {+plan (links to https://harbour.example/plan)+}}. Borders of
   * fields are {@code " | "}. In the text itself a backslash stands before a backslash and before
   * what would be a mark. Characters that a terminal obeys, that reorder a line or that are unseen
   * and the only difference are written {@code <U+202E>}.
   */
  public static String of(Difference difference) {
    if (difference.isEmpty()) {
      return "No difference.\n";
    }
    List<String> labels = Labels.of(difference);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < labels.size(); i++) {
      Line line = difference.lines().get(i);
      if (line.fate() != Line.Fate.KEPT) {
        out.append(labels.get(i)).append(": ").append(marked(line.runs())).append('\n');
      }
    }
    return out.toString();
  }

  private static String marked(List<Run> runs) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      String text = text(run, Unseen.isTheDifference(runs, i));
      switch (run.fate()) {
        case KEPT -> out.append(text);
        case DELETED -> out.append("[-").append(text).append("-]");
        case INSERTED -> out.append("{+").append(text).append("+}");
      }
    }
    return out.toString();
  }

  private static String text(Run run, boolean unseenToo) {
    IntPredicate named =
        c -> Unseen.isControl(c) || Unseen.reorders(c) || (unseenToo && Unseen.isUnseen(c));
    String text = Unseen.named(escaped(run.text()), named).replace("\t", " | ");
    return run.fate() == Run.Fate.KEPT
        ? text
        : text + run.href().map(href -> " (links to " + href + ')').orElse("");
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : '\0';
      boolean opens =
          (c == '[' && "-\0".indexOf(next) >= 0) || (c == '{' && "+\0".indexOf(next) >= 0);
      boolean closes = (c == '-' && next == ']') || (c == '+' && next == '}');
      if (c == '\\' || opens || closes) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
