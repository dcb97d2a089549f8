package dateline.clearance;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When an office works. Hours are of its own zone, so a day on which clocks change has the hours
 * that its clocks show.
 *
 * @param zone of its day
 * @param from when its day begins: {@code 09:00}
 * @param until when its day ends, later than it begins: {@code 17:00}
 * @param days of the week on which it works, at least one
 * @param holidays on which it does not
 */
public record OfficeHours(
    ZoneId zone, LocalTime from, LocalTime until, Set<DayOfWeek> days, Set<LocalDate> holidays) {

  /** Days without any working hour after which the calendar itself must be wrong. */
  private static final int LONGEST_BREAK = 366;

  public OfficeHours {
    days = Set.copyOf(days);
    holidays = Set.copyOf(holidays);
    if (!from.isBefore(until) || days.isEmpty()) {
      throw new IllegalArgumentException("an office works for some time on some day of the week");
    }
  }

  /** Monday to Friday, nine to five. */
  public static OfficeHours usual(ZoneId zone) {
    return new OfficeHours(
        zone,
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        Set.of(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY),
        Set.of());
  }

  /**
   * The instant by which this much working time has gone by. Work that ends with a day ends at that
   * day's end, not at the next one's beginning. An office on holiday for more than a year works
   * around the clock from then on, so that no deadline is ever lost.
   */
  public Instant after(Instant start, Duration work) {
    Instant at = start;
    Duration left = work;
    int idle = 0;
    for (LocalDate day = start.atZone(zone).toLocalDate();
        idle <= LONGEST_BREAK;
        day = day.plusDays(1)) {
      Instant opens = instant(day, from);
      Instant closes = instant(day, until);
      Instant begins = at.isAfter(opens) ? at : opens;
      if (!worksOn(day) || !begins.isBefore(closes)) {
        idle++;
        continue;
      }
      idle = 0;
      Duration today = Duration.between(begins, closes);
      if (left.compareTo(today) <= 0) {
        return begins.plus(left);
      }
      left = left.minus(today);
      at = closes;
    }
    return at.plus(left);
  }

  private boolean worksOn(LocalDate day) {
    return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  private Instant instant(LocalDate day, LocalTime time) {
    return ZonedDateTime.of(day, time, zone).toInstant();
  }
}
