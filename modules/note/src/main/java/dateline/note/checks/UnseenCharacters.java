package dateline.note.checks;

import dateline.note.VisibleText;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Characters that show nothing and change what is read, found or copied. */
final class UnseenCharacters implements Check {

  private static final Rule RULE =
      Rule.warns(
          "UNSEEN_CHARACTER",
          "Characters that no reader sees change the order of a text or part a word.",
          "The ga\u200bte opened for \u202e001\u202c ships.",
          "Delete what stands there and type it again.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    Passage first = page.headline();
    int at = 0;
    int count = 0;
    for (Passage passage : page.passages()) {
      List<Integer> here = passage.isAscii() ? List.of() : in(passage.raw());
      if (count == 0 && !here.isEmpty()) {
        first = passage;
        at = here.getFirst();
      }
      count += here.size();
    }
    if (count > 0) {
      report(page, first, at, count);
    }
  }

  private static void report(Page page, Passage passage, int written, int count) {
    int c = passage.raw().charAt(written);
    int at = VisibleText.of(passage.raw().substring(0, written) + "x").length() - 1;
    int end = VisibleText.isUnseen(c) ? at : at + 1;
    String name = "U+%04X".formatted(c);
    String what =
        count == 1
            ? "a character that no reader sees, " + name
            : "%d characters that no reader sees, the first of them %s here".formatted(count, name);
    page.report(RULE, passage, at, end, "The text has " + what + ".");
  }

  private static List<Integer> in(String raw) {
    List<Integer> found = new ArrayList<>();
    boolean reads = raw.codePoints().noneMatch(UnseenCharacters::isRightToLeft);
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (overrides(c) || (reorders(c) && reads) || (mayPart(c) && isInWord(raw, i))) {
        found.add(i);
      }
    }
    return found;
  }

  /** They turn letters round, in every script. */
  private static boolean overrides(char c) {
    return c == 0x202D || c == 0x202E;
  }

  /** Embeddings and isolates: who writes from right to left needs them around foreign words. */
  private static boolean reorders(char c) {
    return (c >= 0x202A && c <= 0x202C) || (c >= 0x2066 && c <= 0x2069);
  }

  private static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean mayPart(char c) {
    return VisibleText.isUnseen(c) || c == 0x200C || c == 0x200D;
  }

  /** Others than these scripts part words with them, or join letters. */
  private static boolean isInWord(String raw, int at) {
    return at > 0
        && at + 1 < raw.length()
        && needsNone(raw.codePointBefore(at))
        && needsNone(raw.codePointAt(at + 1));
  }

  private static boolean needsNone(int c) {
    return switch (UnicodeScript.of(c)) {
      case LATIN, GREEK, CYRILLIC, ARMENIAN, GEORGIAN -> Character.isLetter(c);
      case COMMON -> Character.isDigit(c);
      default -> false;
    };
  }
}
