package dateline.note;

import java.text.Normalizer;

/**
 * What a reader sees of a text. White space is one space however it was typed; characters that show
 * nothing and join nothing are gone; letters are composed (Unicode NFC). Everything else stays,
 * also what is invisible by itself but changes what is seen: joiners (U+200C, U+200D: Persian,
 * Indic scripts, emoji), direction marks and overrides (U+200E, U+200F, U+202A to U+202E, U+2066 to
 * U+2069: the order of figures and brackets), variation selectors.
 */
public final class VisibleText {

  /**
   * Marks in a row before U+034F is put between them (as in Unicode's stream-safe format): a
   * hostile pile of marks would take the normalizer quadratic time.
   */
  private static final int MARKS_IN_A_ROW = 30;

  private VisibleText() {}

  /** The text as seen, without white space at its ends. */
  public static String of(String text) {
    String seen = withEnds(text);
    int start = seen.startsWith(" ") ? 1 : 0;
    int end = seen.endsWith(" ") ? seen.length() - 1 : seen.length();
    return start < end ? seen.substring(start, end) : "";
  }

  /** The text as seen; white space at an end stays, as one space. */
  public static String withEnds(String text) {
    if (isPlain(text)) {
      return text;
    }
    String composed = Normalizer.normalize(shown(text), Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(composed.length());
    boolean gap = false;
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (!isSpace(c)) {
        out.append(c);
      } else if (!gap) {
        out.append(' ');
      }
      gap = isSpace(c);
    }
    return out.toString();
  }

  /** White space of any width, line ends and tabs included. */
  public static boolean isSpace(int c) {
    if (c < 0x85) {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  /** Zero-width space, word joiner, byte order mark and soft hyphen. */
  public static boolean isUnseen(int c) {
    return c >= 0xAD && (c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0xAD);
  }

  /** Whether it has no other letters and signs than every keyboard has. */
  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** ASCII with single spaces needs no work. */
  private static boolean isPlain(String text) {
    char before = 'x';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return true;
  }

  /** Without unseen characters; half a surrogate pair shows as U+FFFD. */
  private static String shown(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isUnseen(c)) {
        continue;
      }
      marks = isMark(c) && c != 0x034F ? marks + 1 : 0;
      if (marks > MARKS_IN_A_ROW) {
        out.append('\u034f');
        marks = 1;
      }
      boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      out.appendCodePoint(half ? 0xFFFD : c);
    }
    return out.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
