package dateline.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {

  private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");

  /** Nine to five in Washington, but not on the fourth of July. */
  private static final OfficeHours HOURS =
      new OfficeHours(
          WASHINGTON,
          LocalTime.of(9, 0),
          LocalTime.of(17, 0),
          OfficeHours.usual(WASHINGTON).days(),
          Set.of(LocalDate.of(2026, 7, 3)));

  @ParameterizedTest
  @CsvSource({
    // a Monday morning, within the day
    "2026-06-01T14:00:00Z, PT4H, 2026-06-01T18:00:00Z",
    // to the very end of the day, and one minute more
    "2026-06-01T14:00:00Z, PT7H, 2026-06-01T21:00:00Z",
    "2026-06-01T14:00:00Z, PT7H1M, 2026-06-02T13:01:00Z",
    // before the day begins, and after it ended
    "2026-06-01T05:00:00Z, PT1H, 2026-06-01T14:00:00Z",
    "2026-06-01T23:00:00Z, PT1H, 2026-06-02T14:00:00Z",
    // over a week-end
    "2026-06-05T20:00:00Z, PT2H, 2026-06-08T14:00:00Z",
    // over a holiday and the week-end behind it
    "2026-07-02T20:30:00Z, PT1H, 2026-07-06T13:30:00Z",
    // several days of eight hours
    "2026-06-01T13:00:00Z, PT20H, 2026-06-03T17:00:00Z",
    // the clocks go forward on 8 March 2026
    "2026-03-06T21:00:00Z, PT2H, 2026-03-09T14:00:00Z",
  })
  void workingTimeGoesByInTheOfficesOwnHours(Instant start, Duration work, Instant end) {
    assertThat(HOURS.after(start, work)).isEqualTo(end);
  }

  @Test
  void anOfficeThatIsClosedForGoodLosesNoDeadline() {
    Set<LocalDate> always =
        java.util.stream.IntStream.range(0, 800)
            .mapToObj(LocalDate.of(2026, 1, 1)::plusDays)
            .collect(java.util.stream.Collectors.toSet());
    OfficeHours closed =
        new OfficeHours(
            WASHINGTON,
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            Set.of(DayOfWeek.values()),
            always);
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(closed.after(start, Duration.ofHours(1))).isEqualTo(start.plusSeconds(3_600));
  }

  @Test
  void anOfficeWorksForSomeTimeOnSomeDay() {
    assertThatThrownBy(() ->
            new OfficeHours(
                WASHINGTON,
                LocalTime.of(9, 0),
                LocalTime.of(9, 0),
                Set.of(DayOfWeek.MONDAY),
                Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new OfficeHours(
                WASHINGTON, LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Term(HOURS, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
