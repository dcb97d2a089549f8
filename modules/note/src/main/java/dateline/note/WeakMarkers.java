package dateline.note;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markers of items that can be something else: a dash, an arrow, a small "o", {@code "*)"}. One is
 * a marker where another line beside it begins so, too, or the line before ends with a colon.
 */
final class WeakMarkers {

  private static final Pattern MARKER =
      Pattern.compile("([–—―→⇒»›o]|->|=>|\\*\\))(?:[\\t\\u00a0]|\\s{1,8})(?=\\S)");

  /** Lines that an item may have before the next begins. */
  private static final int REACH = 4;

  private WeakMarkers() {}

  /** What this text begins with, if it can be a marker. */
  static Optional<String> of(String text) {
    Matcher marker = MARKER.matcher(text);
    return marker.lookingAt() ? Optional.of(marker.group(1)) : Optional.empty();
  }

  /**
   * The lines that begin with the marker of an item.
   *
   * @param lines as printed, without white space at their ends; empty ones show nothing
   */
  static BitSet items(List<String> lines) {
    BitSet items = new BitSet();
    for (int at = 0; at < lines.size(); at++) {
      Optional<String> marker = of(lines.get(at));
      if (marker.isPresent() && isItem(lines, at, marker.get(), items)) {
        items.set(at);
      }
    }
    return items;
  }

  private static boolean isItem(List<String> lines, int at, String marker, BitSet items) {
    int before = at - 1;
    while (before >= 0 && at - before <= REACH && lines.get(before).isEmpty()) {
      before--;
    }
    String above = before < 0 ? "" : lines.get(before);
    boolean free = at == 0 || lines.get(at - 1).isEmpty() || isEndOfLine(above);
    boolean nested = marker.equals("o") && ListMarker.of(above).isPresent();
    return !Body.isEndMark(lines.get(at))
        && (above.endsWith(":")
            || nested
            || isBeside(lines, at, -1, marker, items)
            || (free && isBeside(lines, at, 1, marker, items)));
  }

  private static boolean isEndOfLine(String line) {
    return !line.isEmpty() && (Sentences.isEnded(line) || line.endsWith(","));
  }

  /** Whether a line near this one begins with the same marker; above it, as an item. */
  private static boolean isBeside(
      List<String> lines, int at, int step, String marker, BitSet items) {
    int seen = 0;
    for (int i = at + step; i >= 0 && i < lines.size() && seen < REACH; i += step) {
      if (of(lines.get(i)).equals(Optional.of(marker))) {
        boolean word = marker.equals("o") && !(isCapital(lines.get(i)) && isCapital(lines.get(at)));
        return step > 0 ? !word : items.get(i);
      }
      seen++;
    }
    return false;
  }

  /** In languages in which "o" is a word a small one hardly stands before a capital twice. */
  private static boolean isCapital(String line) {
    String words = line.substring(1).strip();
    return !words.isEmpty() && !Character.isLowerCase(words.charAt(0));
  }
}
