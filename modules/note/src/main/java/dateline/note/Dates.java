package dateline.note;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Dates as press offices print them: {@code "July 26, 2018"}, {@code "Jan. 23, 2017"}, {@code
 * "Thursday, 14 March 1997"}, {@code "3. Mai 2021"}, {@code "2018-07-26"}, {@code "03/25/2006"},
 * {@code "2026年5月4日"}.
 */
final class Dates {

  private static final int LONGEST = 60;

  /** Four figures; fewer are no year. */
  private static final int FIRST_YEAR = 1000;

  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.FRENCH,
          Locale.GERMAN,
          Locale.ITALIAN,
          Locale.of("es"),
          Locale.of("pt"),
          Locale.of("nl"),
          Locale.of("ru"),
          Locale.of("ar"));
  private static final Map<String, Integer> MONTHS = months();
  private static final Set<String> BEFORE = wordsBefore();
  private static final Set<String> BETWEEN = Set.of("de", "of", "del", "do", "года");

  private Dates() {}

  /**
   * The days this whole text can mean: one if it is a date, two if day and month are figures that
   * could change places, none if it is not a date or there is no such day.
   */
  static List<LocalDate> in(String text) {
    return text.length() > LONGEST ? List.of() : read(words(text));
  }

  /** Whether this whole text is a day and a month without a year. */
  static boolean isWithoutYear(String text) {
    return in(text).isEmpty() && !in(text + " 2000").isEmpty();
  }

  /** {@code "2029-05-03"} of {@code "2029-05-03T10:30:00+02:00"}. */
  static String withoutTime(String text) {
    return text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2})[T ]\\d{2}:\\d{2}.{0,30}$", "$1");
  }

  /** The one day this whole text means. */
  static Optional<LocalDate> certain(String text) {
    List<LocalDate> days = in(text);
    return days.size() == 1 ? Optional.of(days.getFirst()) : Optional.empty();
  }

  private static List<LocalDate> read(List<String> words) {
    if (words.size() != 3) {
      return List.of();
    }
    int[] figures = words.stream().mapToInt(Dates::figure).toArray();
    Integer first = MONTHS.get(words.get(0));
    Integer second = MONTHS.get(words.get(1));
    if (first != null) {
      return days(figures[2], first, figures[1]);
    }
    if (second != null) {
      return days(figures[2], second, figures[0]);
    }
    if (words.get(0).length() == 4) {
      return mayBeYear(figures[0]) ? days(figures[0], figures[1], figures[2]) : List.of();
    }
    if (!mayBeYear(figures[2])) {
      return List.of();
    }
    List<LocalDate> days = new ArrayList<>(days(figures[2], figures[0], figures[1]));
    days(figures[2], figures[1], figures[0]).stream()
        .filter(day -> !days.contains(day))
        .forEach(days::add);
    return days;
  }

  /** Among figures alone: a year that can be meant, or one with a wrong first figure, as 3026. */
  private static boolean mayBeYear(int year) {
    return (year >= 1900 && year <= 2199) || (year >= FIRST_YEAR && year % 1000 < 100);
  }

  /** The day, whatever year is printed: that nobody means it is for a check to say. */
  private static List<LocalDate> days(int year, int month, int day) {
    try {
      return year < FIRST_YEAR ? List.of() : List.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return List.of();
    }
  }

  /** A number, with the ending of an ordinal or without; -1 for anything else. */
  private static int figure(String word) {
    int digits = 0;
    while (digits < word.length() && Character.digit(word.charAt(digits), 10) >= 0) {
      digits++;
    }
    boolean ordinal =
        Set.of("", "st", "nd", "rd", "th", "er", "º").contains(word.substring(digits));
    return digits > 0 && digits <= 4 && ordinal ? Integer.parseInt(word.substring(0, digits)) : -1;
  }

  /** The words of a date, without weekday and label; empty if something no date has is in it. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[\\s,./:年月日-]+", -1)) {
      boolean furniture = words.isEmpty() && BEFORE.contains(word);
      if (!word.isEmpty() && !furniture && !(words.size() > 0 && BETWEEN.contains(word))) {
        words.add(word);
      }
    }
    return words;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
          months.put(name(month.getDisplayName(style, language)), month.getValue());
        }
      }
    }
    months.put("sept", 9);
    return months;
  }

  private static Set<String> wordsBefore() {
    Set<String> words =
        new HashSet<>(
            Set.of(
                "date", "dated", "released", "release", "issued", "published", "le", "den", "am"));
    for (Locale language : LANGUAGES) {
      for (DayOfWeek day : DayOfWeek.values()) {
        words.add(name(day.getDisplayName(TextStyle.FULL, language)));
        words.add(name(day.getDisplayName(TextStyle.SHORT, language)));
      }
    }
    return words;
  }

  private static String name(String printed) {
    return printed.toLowerCase(Locale.ROOT).replace(".", "");
  }
}
