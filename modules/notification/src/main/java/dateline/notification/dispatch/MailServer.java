package dateline.notification.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.Optional;

/** Whether the mail server would take our mail. */
public final class MailServer {

  private MailServer() {}

  /**
   * Connects as the dispatcher does, with TLS and login as they are set, and hangs up.
   *
   * @return what went wrong, in the server's words or the system's; empty if nothing did
   */
  public static Optional<String> fault(NotificationSettings settings) {
    Optional<NotificationSettings.Login> login = settings.login();
    try (Transport transport = Relay.session(settings).getTransport("smtp")) {
      transport.connect(
          settings.smtp().host(),
          settings.smtp().port(),
          login.map(NotificationSettings.Login::user).orElse(null),
          login.map(NotificationSettings.Login::password).orElse(null));
      return Optional.empty();
    } catch (MessagingException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
