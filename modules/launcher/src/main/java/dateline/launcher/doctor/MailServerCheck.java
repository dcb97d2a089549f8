package dateline.launcher.doctor;

import dateline.notification.dispatch.MailServer;
import dateline.notification.dispatch.NotificationSettings;
import java.util.List;
import java.util.Optional;

/** Whether the mail server takes a connection as the dispatcher would make it. */
final class MailServerCheck implements Check {

  private final NotificationSettings settings;

  MailServerCheck(NotificationSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public boolean needsTheLog() {
    return false;
  }

  @Override
  public List<Finding> look() {
    String server = settings.smtp().host() + ':' + settings.smtp().port();
    Optional<String> fault = MailServer.fault(settings);
    return List.of(
        fault.isPresent()
            ? Finding.wrong(
                this,
                "The mail server %s does not take our connection: %s"
                    .formatted(server, fault.get()),
                "see DATELINE_SMTP, DATELINE_SMTP_TLS, DATELINE_SMTP_USER and the server's log")
            : Finding.ok(
                this,
                "The mail server %s takes our connection%s."
                    .formatted(server, settings.tlsRequired() ? ", with TLS" : "")));
  }
}
