package dateline.note.checks;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a passage: letters and figures, with the apostrophes and hyphens inside.
 *
 * @param text as printed
 * @param start offset of its first character
 * @param end offset after its last character
 */
record Word(String text, int start, int end) {

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && belongs(text, end)) {
        end++;
      }
      words.add(new Word(text.substring(at, end), at, end));
      at = end;
    }
    return words;
  }

  private static boolean belongs(String text, int at) {
    char c = text.charAt(at);
    boolean joins = c == '’' || c == '\'' || c == '-';
    return Character.isLetterOrDigit(c)
        || isMark(c)
        || (joins && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1)));
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  boolean isCapital() {
    return Character.isUpperCase(text.charAt(0));
  }

  /** Whether it is all letters, none of them a capital. */
  boolean isLower() {
    return text.chars().allMatch(Character::isLowerCase);
  }

  /** Without the genitive's ending: {@code "Blinken’s"} is {@code "Blinken"}. */
  String bare() {
    int length = text.length();
    boolean genitive = text.endsWith("’s") || text.endsWith("'s");
    return genitive ? text.substring(0, length - 2) : text;
  }
}
