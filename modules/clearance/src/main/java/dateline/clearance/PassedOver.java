package dateline.clearance;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A named person's decision to go on without an office that did not clear.
 *
 * @param person who decided
 * @param at when, whole milliseconds (finer parts are cut off)
 * @param reason for people, never empty
 */
public record PassedOver(OfficeId office, PersonId person, Instant at, String reason) {
  public PassedOver {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
