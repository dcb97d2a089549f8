package dateline.notification.dispatch;

import dateline.notification.dispatch.NotificationSettings.Login;
import dateline.notification.dispatch.NotificationSettings.Smtp;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * The server that takes our mail. When it cannot be reached, nobody tries for a while: a second at
 * first, a minute at most.
 */
final class Relay {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Smtp smtp;
  private final Optional<Login> login;
  private final Session session;
  private Instant closedUntil = Instant.MIN;
  private int failures;

  Relay(NotificationSettings settings) {
    this.smtp = settings.smtp();
    this.login = settings.login();
    this.session = session(settings);
  }

  /** How connections are made. */
  static Session session(NotificationSettings settings) {
    return Session.getInstance(properties(settings));
  }

  private static Properties properties(NotificationSettings settings) {
    Properties p = new Properties();
    p.setProperty("mail.smtp.host", settings.smtp().host());
    p.setProperty("mail.smtp.port", Integer.toString(settings.smtp().port()));
    p.setProperty(
        "mail.smtp.localhost", settings.letterhead().from().getAddress().replaceAll(".*@", ""));
    p.setProperty("mail.smtp.connectiontimeout", "10000");
    p.setProperty("mail.smtp.timeout", "120000");
    p.setProperty("mail.smtp.writetimeout", "60000");
    p.setProperty("mail.smtp.quitwait", "false");
    p.setProperty("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
    p.setProperty("mail.smtp.starttls.enable", "true");
    p.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.tlsRequired()));
    return p;
  }

  /** A connection, not yet made. */
  Connection connection() {
    return new Connection(new HandOver(session), smtp, login, this);
  }

  synchronized boolean isOpen(Instant now) {
    return !now.isBefore(closedUntil);
  }

  synchronized void reached() {
    failures = 0;
  }

  synchronized void notReached(Instant now) {
    if (isOpen(now)) {
      Duration pause = Duration.ofSeconds(1L << Math.min(failures, 6));
      failures++;
      closedUntil = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
  }

  /** Whether the last try failed. */
  synchronized boolean isAway() {
    return failures > 0;
  }
}
