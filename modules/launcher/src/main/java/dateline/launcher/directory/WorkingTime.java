package dateline.launcher.directory;

import dateline.launcher.directory.PressDirectory.Days;
import dateline.launcher.directory.PressDirectory.Hours;
import dateline.runtime.yaml.Section;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Days, hours and durations of a directory file. */
final class WorkingTime {

  static final List<String> HOURS = List.of("days", "from", "until", "holidays");
  static final List<String> DAYS = List.of("from", "until");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern WITHIN = Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,4})m)?");

  private WorkingTime() {}

  /** When an office works. What it does not say is as it is elsewhere. */
  static Hours hours(Section section, Hours elsewhere) {
    LocalTime from = time(section, "from").orElse(elsewhere.from());
    LocalTime until = time(section, "until").orElse(elsewhere.until());
    List<DayOfWeek> days = section.has("days") ? weekdays(section) : elsewhere.days();
    List<LocalDate> holidays = section.has("holidays") ? holidays(section) : elsewhere.holidays();
    if (!from.isBefore(until)) {
      section.fault(
          section.has("until") ? "until" : "from",
          "the day ends at %s and begins at %s; let it end later than it begins"
              .formatted(until, from));
      return elsewhere;
    }
    return new Hours(from, until, days, holidays);
  }

  private static Optional<LocalTime> time(Section section, String key) {
    Optional<String> text = section.text(key);
    try {
      return text.map(given -> LocalTime.parse(given, TIME));
    } catch (DateTimeParseException _) {
      section.fault(
          key,
          "\"%s\" is not a time of day; write one such as \"09:00\"".formatted(text.orElse("")));
      return Optional.empty();
    }
  }

  /** Each once, in the order of the week: {@code "monday-friday"} or a list. */
  private static List<DayOfWeek> weekdays(Section section) {
    List<DayOfWeek> days = new ArrayList<>();
    for (Node node : section.oneOrSeveral("days")) {
      String text = Section.scalar(node).orElse("");
      String[] ends = text.split("-", 2);
      Optional<DayOfWeek> first = weekday(ends[0]);
      Optional<DayOfWeek> last = weekday(ends[ends.length - 1]);
      if (first.isEmpty() || last.isEmpty()) {
        section.fault(
            node,
            "\"%s\" is not a day of the week; write one such as monday, or several as monday-friday"
                .formatted(text));
        continue;
      }
      days.add(first.get());
      for (DayOfWeek day = first.get(); day != last.get(); ) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return days.stream().distinct().sorted().toList();
  }

  private static Optional<DayOfWeek> weekday(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equalsIgnoreCase(text.strip())) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private static List<LocalDate> holidays(Section section) {
    List<LocalDate> holidays = new ArrayList<>();
    for (Node node : section.entries("holidays")) {
      date(Section.scalar(node).orElse(""))
          .ifPresentOrElse(
              holidays::add, () -> notADate(section, node, Section.scalar(node).orElse("")));
    }
    return holidays.stream().distinct().sorted().toList();
  }

  /** From one day until another, both included; empty if that is faulty. */
  static Optional<Days> days(Section section) {
    Optional<LocalDate> from = date(section, "from");
    Optional<LocalDate> until = date(section, "until");
    if (from.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    if (until.get().isBefore(from.get())) {
      section.fault(
          "until",
          "%s is before %s; name the first day as from and the last one as until"
              .formatted(until.get(), from.get()));
      return Optional.empty();
    }
    return Optional.of(new Days(from.get(), until.get()));
  }

  private static Optional<LocalDate> date(Section section, String key) {
    String text = section.required(key, "2026-07-01");
    Optional<LocalDate> date = date(text);
    if (date.isEmpty() && !text.isEmpty()) {
      section.fault(key, noDate(text));
    }
    return date;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DATE));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static void notADate(Section section, Node node, String text) {
    section.fault(node, noDate(text));
  }

  private static String noDate(String text) {
    return "\"%s\" is not a date; write one such as 2026-07-01".formatted(text);
  }

  /** Working time, {@code "90m"}, {@code "8h"} or {@code "1h30m"}; empty if that is faulty. */
  static Optional<Duration> within(Section section) {
    String text = section.required("within", "8h");
    Matcher given = WITHIN.matcher(text);
    Duration within =
        given.matches()
            ? Duration.ofHours(number(given, 1)).plusMinutes(number(given, 2))
            : Duration.ZERO;
    if (within.isPositive()) {
      return Optional.of(within);
    }
    if (!text.isEmpty()) {
      section.fault(
          "within",
          "\"%s\" is not a working time; write hours and minutes such as 8h, 90m or 1h30m"
              .formatted(text));
    }
    return Optional.empty();
  }

  private static long number(Matcher matcher, int group) {
    return Optional.ofNullable(matcher.group(group)).map(Long::parseLong).orElse(0L);
  }
}
