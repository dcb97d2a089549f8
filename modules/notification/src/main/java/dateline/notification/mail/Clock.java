package dateline.notification.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Instants in the words of an office's own day.
 *
 * @param zone of the office
 * @param now when the letter is written
 */
record Clock(ZoneId zone, Instant now) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("HH:mm 'on' EEEE d MMMM", Locale.ENGLISH);

  /** For a subject: {@code "14:00"} today, {@code "Tue 3 Mar 14:00"} on any other day. */
  String brief(Instant instant) {
    ZonedDateTime at = instant.atZone(zone);
    return at.format(at.toLocalDate().equals(now.atZone(zone).toLocalDate()) ? TIME : DAY);
  }

  /** For a sentence: {@code "14:00 on Monday 2 March (Eastern Time)"}. */
  String whole(Instant instant) {
    return instant.atZone(zone).format(WHOLE)
        + " ("
        + zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + ')';
  }
}
