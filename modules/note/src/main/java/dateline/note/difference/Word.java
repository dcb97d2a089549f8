package dateline.note.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The smallest thing that is kept, deleted or inserted: a word, a space, one sign, or the border of
 * a field (a tab). In scripts that put no space between words it is one character with its marks.
 *
 * @param href where it links to, as the canonical form writes it
 * @param opens whether it is the first of its link
 */
record Word(String text, Optional<String> href, boolean opens) {

  static final Word BORDER = new Word("\t", Optional.empty(), false);

  /** The words of a text; a link without text is one empty word. */
  static List<Word> of(String text, Optional<String> href) {
    List<Word> words = new ArrayList<>();
    int start = 0;
    do {
      int end = end(text, start);
      words.add(new Word(text.substring(start, end), href, href.isPresent() && start == 0));
      start = end;
    } while (start < text.length());
    return text.isEmpty() && href.isEmpty() ? List.of() : words;
  }

  /** Whether it says something by itself. */
  boolean hasLetters() {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static int end(String text, int start) {
    if (start == text.length()) {
      return start;
    }
    int end = afterMarks(text, next(text, start));
    if (!isOfWord(text.codePointAt(start))) {
      return end;
    }
    while (end < text.length() && goesOn(text, end)) {
      end = afterMarks(text, next(text, end));
    }
    return end;
  }

  /** A word goes on with a letter or figure, also behind one apostrophe, point or comma. */
  private static boolean goesOn(String text, int at) {
    int c = text.codePointAt(at);
    if ("'\u2019.,".indexOf(c) < 0) {
      return isOfWord(c);
    }
    boolean figures = c == '.' || c == ',';
    int before = text.codePointBefore(at);
    return at + 1 < text.length()
        && isOfWord(text.codePointAt(at + 1))
        && (!figures || (Character.isDigit(before) && Character.isDigit(text.codePointAt(at + 1))));
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c) && !standsAlone(c);
  }

  /** Scripts whose words no space parts. */
  private static boolean standsAlone(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
      default -> false;
    };
  }

  private static int next(String text, int at) {
    return at + Character.charCount(text.codePointAt(at));
  }

  /** Marks, joiners and variation selectors stay with what they are on. */
  private static int afterMarks(String text, int at) {
    int end = at;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      boolean joined = end > 0 && text.charAt(end - 1) == '\u200d' && c > ' ' && c != '\t';
      if (!joined && !clings(c)) {
        break;
      }
      end = next(text, end);
    }
    return end;
  }

  private static boolean clings(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.MODIFIER_SYMBOL ->
          c > 0x7F;
      default -> c == 0x200C || c == 0x200D;
    };
  }
}
