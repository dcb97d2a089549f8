package dateline.drafting;

import dateline.kernel.OfficeId;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The release numbers of one office and one year: 1, 2, 3 and so on without a gap.
 *
 * @param year of the office's day
 */
public record NumberSeries(OfficeId office, int year) {

  /** What a note released at this instant is numbered in. */
  static NumberSeries of(OfficeId office, Instant released, ZoneId zone) {
    return new NumberSeries(office, released.atZone(zone).getYear());
  }

  /** Key of the series on the log: {@code "numbers/press/2026"}. No note has such an id. */
  public String key() {
    return "numbers/" + office + '/' + year;
  }
}
