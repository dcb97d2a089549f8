package dateline.note.checks;

import dateline.note.Phrase;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

/** The days that a note's headline and body name, in English, found once. */
final class SaidDates {

  private static final String WEEKDAY =
      "(?:(Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\b[.,]? (?:the )?)?";
  private static final String MONTH =
      "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
          + "(?:(?:uary|ruary|ch|il|e|y|ust|tember|ember|ober)\\b|\\.|(?<=May)(?= ))";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%])";
  private static final String YEAR = "(?:,? (?:of )?(\\d{4,5})(?!\\d|,\\d))?";

  /** Begins at a weekday, a month or a figure. */
  private static final Phrase DATE =
      Phrase.ofWords(
          "mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec 0 1 2 3 4 5 6 7 8 9",
          "(?<![\\p{L}\\d])"
              + WEEKDAY
              + "(?:"
              + MONTH
              + " "
              + DAY
              + YEAR
              + "|"
              + DAY
              + " (?:of )?"
              + MONTH
              + YEAR
              + ")");

  private final Page page;
  private Optional<List<SaidDate>> found = Optional.empty();

  SaidDates(Page page) {
    this.page = page;
  }

  List<SaidDate> all() {
    List<SaidDate> all = found.orElseGet(this::find);
    found = Optional.of(all);
    return all;
  }

  private List<SaidDate> find() {
    List<SaidDate> all = new ArrayList<>();
    for (Passage passage : page.prose()) {
      for (MatchResult date : DATE.in(passage.text())) {
        all.add(said(passage, date));
      }
    }
    return List.copyOf(all);
  }

  private static SaidDate said(Passage passage, MatchResult date) {
    boolean monthFirst = date.group(2) != null;
    return new SaidDate(
        passage,
        date.start(),
        date.end(),
        Optional.ofNullable(date.group(1)).map(SaidDates::weekday),
        month(date.group(monthFirst ? 2 : 6)),
        Integer.parseInt(date.group(monthFirst ? 3 : 5)),
        Optional.ofNullable(date.group(monthFirst ? 4 : 7)).map(Integer::valueOf));
  }

  private static DayOfWeek weekday(String begins) {
    String name = begins.toUpperCase(Locale.ROOT);
    return List.of(DayOfWeek.values()).stream()
        .filter(day -> day.name().startsWith(name.substring(0, 3)))
        .findFirst()
        .orElseThrow();
  }

  private static Month month(String begins) {
    String name = begins.toUpperCase(Locale.ROOT).substring(0, 3);
    return List.of(Month.values()).stream()
        .filter(month -> month.name().startsWith(name))
        .findFirst()
        .orElseThrow();
  }
}
