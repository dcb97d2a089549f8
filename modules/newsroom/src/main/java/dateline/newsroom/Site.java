package dateline.newsroom;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * What every page is made with.
 *
 * @param name of the press office, as the public knows it
 * @param url where the public reaches the newsroom, without a slash at its end
 * @param zone of the press office: the release day is its day
 * @param style address of the stylesheet
 */
record Site(String name, URI url, ZoneId zone, String style) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.US);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMMM d, uuuu, h:mm a z", Locale.US);

  /** {@code "July 26, 2018"}. */
  String day(LocalDate date) {
    return DAY.format(date);
  }

  /** The office's day of an instant: {@code "July 26, 2018"}. */
  String day(Instant at) {
    return day(LocalDate.ofInstant(at, zone));
  }

  /** {@code "July 26, 2018, 9:30 AM EDT"}. */
  String moment(Instant at) {
    return MOMENT.format(at.atZone(zone));
  }

  /** The whole address of a path. */
  String absolute(String path) {
    return url + path;
  }
}
