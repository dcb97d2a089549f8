package dateline.note.checks;

import dateline.note.Part;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** A year that is probably the wrong one. */
final class UnlikelyYears implements Check {

  private static final Rule RULE =
      Rule.warns(
          "YEAR_UNLIKELY",
          "A date near the note’s own day has the year before or after, or a year nobody means.",
          "May 3, 2029\n\nThe report of May 1, 2028, is public.",
          "Correct the year.");

  private static final int FIRST = 1700;
  private static final int FIRST_OF_NOTES = 1900;
  private static final int LAST = 2199;
  private static final int AHEAD = 50;
  private static final int NEAR_DAYS = 30;
  private static final int AROUND = 100;
  private static final Pattern LOOKS_BACK =
      Pattern.compile(
          "\\b(?i:anniversar(?:y|ies)|ago|last year|next year|a year|one year|since|until|annual|founded|established|born|built|died|history)\\b");

  @Override
  public Rule rule() {
    return RULE;
  }

  /** Whether a note may be of this day; the day on which it is looked at says more, if known. */
  static boolean isLikely(LocalDate said, Optional<LocalDate> day) {
    int last = day.map(known -> known.getYear() + AHEAD).orElse(LAST);
    return said.getYear() >= FIRST_OF_NOTES && said.getYear() <= last;
  }

  @Override
  public void look(Page page) {
    page.note()
        .date()
        .filter(said -> !isLikely(said, page.day()))
        .ifPresent(said ->
            page.report(
                RULE,
                Part.DATE,
                "The note is dated " + said + ", and that year is probably not meant."));
    for (SaidDate date : page.dates()) {
      date.year()
          .filter(year -> isFarOff(page, date, year) || isTypo(page, date, year))
          .ifPresent(_ ->
              page.report(
                  RULE,
                  date.passage(),
                  date.start(),
                  date.end(),
                  "The year of " + Page.quote(date.text()) + " is probably not meant."));
    }
  }

  /** Nobody announces for a day so long ago or so far ahead; an anniversary may look back to it. */
  private static boolean isFarOff(Page page, SaidDate date, int year) {
    int last =
        page.noteDay()
            .filter(note -> note.getYear() >= FIRST)
            .or(page::day)
            .map(note -> note.getYear() + AHEAD)
            .orElse(LAST);
    return year > last || (year < FIRST && !LOOKS_BACK.matcher(around(date)).find());
  }

  /** The same day of the note's own year would be within weeks of the note. */
  private static boolean isTypo(Page page, SaidDate date, int year) {
    return page.noteDay()
        .filter(note -> Math.abs(year - note.getYear()) == 1)
        .filter(note -> date.in(note.getYear()).filter(day -> isNear(note, day)).isPresent())
        .filter(note -> date.in(year).filter(day -> !isNear(note, day)).isPresent())
        .filter(_ -> !LOOKS_BACK.matcher(around(date)).find())
        .isPresent();
  }

  private static boolean isNear(LocalDate note, LocalDate day) {
    return Math.abs(ChronoUnit.DAYS.between(note, day)) <= NEAR_DAYS;
  }

  private static String around(SaidDate date) {
    String text = date.passage().text();
    return text.substring(
        Math.max(0, date.start() - AROUND), Math.min(text.length(), date.end() + AROUND));
  }
}
