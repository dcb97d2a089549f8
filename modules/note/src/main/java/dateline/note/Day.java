package dateline.note;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** A note's date as its readers write it. */
final class Day {

  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

  private Day() {}

  static String of(LocalDate date, List<String> languages) {
    String language = languages.isEmpty() ? "en" : languages.getFirst();
    return language.equals("en")
        ? ENGLISH.format(date)
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Locale.forLanguageTag(language))
            .format(date);
  }
}
