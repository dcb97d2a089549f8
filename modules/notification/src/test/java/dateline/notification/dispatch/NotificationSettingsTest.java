package dateline.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.runtime.SettingsException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotificationSettingsTest {

  private static final String SECRET = "0123456789abcdef";

  @Test
  void theSecretIsAllThatMustBeSet() {
    NotificationSettings settings = NotificationSettings.from(Map.of("DATELINE_SECRET", SECRET));

    assertThat(settings.smtp()).isEqualTo(new NotificationSettings.Smtp("localhost", 2525));
    assertThat(settings.retries()).startsWith(Duration.ofMinutes(1), Duration.ofMinutes(5));
    assertThat(settings.desk()).isEqualTo(URI.create("http://127.0.0.1:8081"));
    assertThat(settings.replies()).as("nobody reads replies").isEmpty();
    assertThat(settings.connectionsPerDomain()).isEqualTo(4);
    assertThat(settings.toString()).doesNotContain(SECRET);
  }

  @Test
  void allFaultsAreToldAtOnceByName() {
    assertThatThrownBy(() ->
            NotificationSettings.from(
                Map.of(
                    "DATELINE_SMTP", "mail.example",
                    "DATELINE_SMTP_USER", "press",
                    "DATELINE_SMTP_TLS", "maybe",
                    "DATELINE_MAIL_FROM", "press office",
                    "DATELINE_NEWSROOM_URL", "news",
                    "DATELINE_DESK_URL", "desk",
                    "DATELINE_DESK_MAIL", "the desk",
                    "DATELINE_MAIL_RETRIES", "soon",
                    "DATELINE_MAIL_CONNECTIONS", "0",
                    "DATELINE_SECRET", "short")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("DATELINE_SMTP ")
        .hasMessageContaining("DATELINE_SMTP_USER ")
        .hasMessageContaining("DATELINE_SMTP_TLS ")
        .hasMessageContaining("DATELINE_MAIL_FROM ")
        .hasMessageContaining("DATELINE_NEWSROOM_URL ")
        .hasMessageContaining("DATELINE_DESK_URL ")
        .hasMessageContaining("DATELINE_DESK_MAIL ")
        .hasMessageContaining("DATELINE_MAIL_RETRIES ")
        .hasMessageContaining("DATELINE_MAIL_CONNECTIONS ")
        .hasMessageContaining("DATELINE_SECRET ");
  }
}
