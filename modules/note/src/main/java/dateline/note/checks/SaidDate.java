package dateline.note.checks;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A day that a text names: {@code "Monday, July 5"}, {@code "5 July 2021"}.
 *
 * @param start offset of its first character in the passage's text
 * @param end offset after its last
 * @param weekday if it is named
 * @param day of the month, 1 to 31; the month may not have it
 * @param year if it is named
 */
record SaidDate(
    Passage passage,
    int start,
    int end,
    Optional<DayOfWeek> weekday,
    Month month,
    int day,
    Optional<Integer> year) {

  /** The day with its own year, else in the year that puts it nearest to the note's day. */
  Optional<LocalDate> near(Optional<LocalDate> noteDay) {
    if (year.isPresent()) {
      return in(year.get());
    }
    return noteDay.flatMap(note ->
        IntStream.rangeClosed(note.getYear() - 1, note.getYear() + 1)
            .mapToObj(this::in)
            .flatMap(Optional::stream)
            .min(
                Comparator.comparingLong(found -> Math.abs(ChronoUnit.DAYS.between(note, found)))));
  }

  Optional<LocalDate> in(int which) {
    try {
      return Optional.of(LocalDate.of(which, month, day));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  String text() {
    return passage.text().substring(start, end);
  }
}
