package dateline.clearance;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an office has to answer.
 *
 * @param hours when it works
 * @param within working time, more than nothing
 */
public record Term(OfficeHours hours, Duration within) {

  public Term {
    if (!within.isPositive()) {
      throw new IllegalArgumentException("an office has some time to answer");
    }
  }

  /** When its silence is recorded. */
  Instant dueAfter(Instant asked) {
    return hours.after(asked, within);
  }

  /** When it is reminded: with half of its time gone. */
  Instant remindAfter(Instant asked) {
    return hours.after(asked, within.dividedBy(2));
  }
}
