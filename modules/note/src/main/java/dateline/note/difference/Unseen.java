package dateline.note.difference;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Characters that show nothing themselves, written as {@code <U+200F>} where they must be seen. */
final class Unseen {

  private Unseen() {}

  /**
   * Whether this run would look empty, or like the one that it replaces or is replaced by, so that
   * its unseen characters are the difference.
   */
  static boolean isTheDifference(List<Run> runs, int at) {
    Run run = runs.get(at);
    if (run.fate() == Run.Fate.KEPT) {
      return false;
    }
    String seen = seen(run.text());
    return seen.isEmpty()
        || (at > 0 && isTwin(runs.get(at - 1), run, seen))
        || (at + 1 < runs.size() && isTwin(runs.get(at + 1), run, seen));
  }

  private static boolean isTwin(Run other, Run run, String seen) {
    return other.fate() != Run.Fate.KEPT
        && other.fate() != run.fate()
        && seen(other.text()).equals(seen);
  }

  /** Characters that say nothing. */
  static boolean isUnseen(int c) {
    return Character.getType(c) == Character.FORMAT || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x34F;
  }

  /** Embeddings, overrides and isolates: they reorder what stands behind them. */
  static boolean reorders(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** Overrides: they turn letters round. */
  static boolean overrides(int c) {
    return c == 0x202D || c == 0x202E;
  }

  /** Controls, which a terminal would obey. */
  static boolean isControl(int c) {
    return Character.isISOControl(c) && c != '\t';
  }

  /** The text with these characters by name. */
  static String named(String text, IntPredicate which) {
    if (text.codePoints().noneMatch(which)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (which.test(c)) {
            out.append("<U+").append("%04X".formatted(c).toUpperCase(Locale.ROOT)).append('>');
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  private static String seen(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().filter(c -> !isUnseen(c)).forEach(out::appendCodePoint);
    return out.toString();
  }
}
