package dateline.intake;

import dateline.note.SourceBuilder;
import java.util.Optional;

/**
 * Copies the text of HTML and Markdown, where white space is one space, and keeps track of where in
 * the file each word stood: a character reference and an escape are longer there than what they
 * mean.
 */
final class TextNodes {

  private static final int LONGEST_REFERENCE = 40;

  private final SourceBuilder out;
  private final String file;

  TextNodes(SourceBuilder out, String file) {
    this.out = out;
    this.file = file;
  }

  /**
   * Copies a text.
   *
   * @param text as the parser understood it
   * @param at offset in the file at which it begins
   * @param target where it links to
   * @param lines whether line ends count
   */
  void copy(String text, int at, Optional<String> target, boolean lines) {
    int raw = at;
    int start = 0;
    int startRaw = at;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int next = after(raw, c);
      boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      boolean together = raw - startRaw == i - start;
      if (space || !together) {
        flush(text, start, i, startRaw, target);
        start = i;
        startRaw = raw;
      }
      if (space) {
        boolean lineEnd = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
        if (lines && lineEnd) {
          out.line(true);
        } else {
          out.space(raw, target);
        }
        start = i + 1;
        startRaw = next;
      }
      raw = next;
    }
    flush(text, start, text.length(), startRaw, target);
  }

  private void flush(String text, int from, int to, int raw, Optional<String> target) {
    if (from < to) {
      out.text(text.substring(from, to), raw, target);
    }
  }

  /** Where in the file the character after this one stands. */
  private int after(int raw, char c) {
    if (raw >= file.length()) {
      return raw;
    }
    char there = file.charAt(raw);
    if (Character.isLowSurrogate(c) && there != c) {
      return raw;
    }
    if (there == '&' && (c != '&' || isReference(raw))) {
      int end = raw + 1;
      int limit = Math.min(file.length(), raw + LONGEST_REFERENCE);
      while (end < limit
          && (Character.isLetterOrDigit(file.charAt(end)) || file.charAt(end) == '#')) {
        end++;
      }
      return end < file.length() && file.charAt(end) == ';' ? end + 1 : end;
    }
    if (there == '\\' && c != '\\' && file.startsWith(String.valueOf(c), raw + 1)) {
      return raw + 2;
    }
    return there == '\r' && c == '\n' && file.startsWith("\r\n", raw) ? raw + 2 : raw + 1;
  }

  private boolean isReference(int raw) {
    return file.startsWith("&amp", raw)
        || file.startsWith("&AMP", raw)
        || file.startsWith("&#", raw);
  }
}
