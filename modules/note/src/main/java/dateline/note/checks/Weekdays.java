package dateline.note.checks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A date whose day of the week is another. */
final class Weekdays implements Check {

  private static final Rule RULE =
      Rule.warns(
          "WEEKDAY_MISMATCH",
          "A date falls on another day of the week than the text says.",
          "The gate opens on Monday, May 3, 2029.",
          "Correct the weekday or the date.");

  private static final int FAR = 24;
  private static final Pattern FIRST_OF_DAYS =
      Pattern.compile(
          "\\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?"
              + "(?: (?:to|and|through|until|or|&|–|-) |[/–—-])$");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    Map<String, Integer> years = new HashMap<>();
    for (SaidDate date : page.dates()) {
      date.year().ifPresent(year -> years.putIfAbsent(monthAndDay(date), year));
    }
    for (SaidDate date : page.dates()) {
      date.year().ifPresent(year -> years.put(monthAndDay(date), year));
      Optional<Integer> year = Optional.ofNullable(years.get(monthAndDay(date)));
      date.weekday()
          .filter(_ -> !isLastOfDays(date))
          .ifPresent(said -> {
            List<LocalDate> meant = meant(page, date, year);
            if (meant.stream().noneMatch(day -> day.getDayOfWeek() == said)) {
              meant.stream().findFirst().ifPresent(day -> report(page, date, day.getDayOfWeek()));
            }
          });
    }
  }

  /** {@code "Monday to Friday, May 7-11"}: the last weekday is not the one of the first day. */
  private static boolean isLastOfDays(SaidDate date) {
    String text = date.passage().text();
    return FIRST_OF_DAYS
        .matcher(text.substring(Math.max(0, date.start() - FAR), date.start()))
        .find();
  }

  private static String monthAndDay(SaidDate date) {
    return date.month() + " " + date.day();
  }

  /**
   * The days that a date may be, the likeliest first. One without a year is of the year that puts
   * it nearest to the note's day, or of the year that the note says with the same day elsewhere.
   *
   * @param year with which the note names the day, here or elsewhere
   */
  private static List<LocalDate> meant(Page page, SaidDate date, Optional<Integer> year) {
    Optional<LocalDate> near = date.near(page.noteDay());
    Optional<LocalDate> elsewhere =
        date.year().isPresent() ? Optional.empty() : year.flatMap(date::in);
    return page.note().date().isPresent()
        ? Stream.of(near, elsewhere).flatMap(Optional::stream).toList()
        : Stream.of(elsewhere, near).flatMap(Optional::stream).toList();
  }

  private static void report(Page page, SaidDate date, DayOfWeek right) {
    String weekday = right.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    page.report(
        RULE,
        date.passage(),
        date.start(),
        date.end(),
        Page.quote(date.text()) + " is a " + weekday + ".",
        "Write " + weekday + ", or correct the date.");
  }
}
