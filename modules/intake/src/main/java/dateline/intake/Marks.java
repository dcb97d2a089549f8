package dateline.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The markers of items and the marks of footnotes, as they are printed. */
final class Marks {

  static final String BULLET = "•";

  private static final Pattern FOOTNOTE =
      Pattern.compile("\\[?(\\d{1,3}|[*†‡§]{1,3}|[ivxlc]{1,6}|[a-z])\\]?[.)]?");
  private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] NUMERALS = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };

  private Marks() {}

  /** The mark of a footnote, if this raised text is one: {@code "1"} of {@code "[1]"}. */
  static Optional<String> footnote(String raised) {
    Matcher mark = FOOTNOTE.matcher(raised.strip());
    return mark.matches() ? Optional.of(mark.group(1)) : Optional.empty();
  }

  /** 1 is "a", 27 is "aa". */
  static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('a' + (rest - 1) % 26));
    }
    return letters.isEmpty() ? Integer.toString(number) : letters.toString();
  }

  /** 4 is "iv"; what has no numeral stays a figure. */
  static String roman(int number) {
    if (number < 1 || number > 3_999) {
      return Integer.toString(number);
    }
    StringBuilder roman = new StringBuilder();
    int rest = number;
    for (int i = 0; i < VALUES.length; i++) {
      while (rest >= VALUES[i]) {
        roman.append(NUMERALS[i]);
        rest -= VALUES[i];
      }
    }
    return roman.toString();
  }
}
