package dateline.clearance;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That a text was approved before all offices had cleared it. Until it is cleared after the fact
 * its action office owes that clearance.
 *
 * @param office the action office
 * @param authority who declared it
 * @param reason for people, never empty
 * @param due by when it must be cleared after the fact, whole milliseconds (finer parts are cut
 *     off)
 */
public record Emergency(OfficeId office, PersonId authority, String reason, Instant due) {

  /** What the keys of offices' debts begin with; no note's id does. */
  static final String KEYS = "emergencies/";

  public Emergency {
    due = due.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The key under which is kept what an office owes over all its notes. */
  public static String keyOf(OfficeId office) {
    return KEYS + office;
  }
}
