package dateline.note.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of something that a text names: {@code "$80 million"}, {@code "92 countries"}.
 *
 * @param of what it counts: {@code "$"}, or the word behind it in lower case
 */
record Quantity(BigDecimal number, String of, int start, int end) {

  private static final Map<String, Integer> ZEROS =
      Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?=[$€£\\d])(?<![\\p{L}\\d.,$€£/:-])([$€£]?)(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(\\.\\d{1,3})?"
              + "(?![\\d:/])(?:[ -](?i:(thousand|million|billion|trillion)))?(?: (\\p{L}{3,30}))?");

  static List<Quantity> in(String text) {
    List<Quantity> found = new ArrayList<>();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      String magnitude = number.group(4);
      boolean money = !number.group(1).isEmpty();
      String word = number.group(5);
      if (money || word != null) {
        String fraction = number.group(3) == null ? "" : number.group(3);
        BigDecimal plain = new BigDecimal(number.group(2).replace(",", "") + fraction);
        int zeros =
            magnitude == null ? 0 : ZEROS.getOrDefault(magnitude.toLowerCase(Locale.ROOT), 0);
        String of = money ? number.group(1) : word.toLowerCase(Locale.ROOT);
        int end = number.end(money ? (magnitude == null ? 2 : 4) : 5);
        found.add(new Quantity(plain.scaleByPowerOfTen(zeros), of, number.start(), end));
      }
    }
    return found;
  }

  boolean isSame(Quantity other) {
    return of.equals(other.of) && number.compareTo(other.number) == 0;
  }
}
