package dateline.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.runtime.SettingsException;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewsroomSettingsTest {

  @Test
  void onlyTheSecretMustBeSet() {
    NewsroomSettings settings =
        NewsroomSettings.from(Map.of("DATELINE_SECRET", "0123456789abcdef"));
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.url()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(settings.zone()).isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void theDefaultAddressFollowsThePort() {
    NewsroomSettings settings =
        NewsroomSettings.from(
            Map.of("DATELINE_SECRET", "0123456789abcdef", "DATELINE_NEWSROOM_PORT", "9000"));
    assertThat(settings.url()).isEqualTo(URI.create("http://localhost:9000"));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThatThrownBy(() ->
            NewsroomSettings.from(
                Map.of(
                    "DATELINE_NEWSROOM_PORT", "many",
                    "DATELINE_NEWSROOM_URL", "news",
                    "DATELINE_ZONE", "Moon/Crater",
                    "DATELINE_SECRET", "short")))
        .isInstanceOfSatisfying(
            SettingsException.class,
            e ->
                assertThat(e.faults())
                    .hasSize(4)
                    .anyMatch(fault -> fault.startsWith("DATELINE_NEWSROOM_PORT "))
                    .anyMatch(fault -> fault.startsWith("DATELINE_NEWSROOM_URL "))
                    .anyMatch(fault -> fault.startsWith("DATELINE_ZONE "))
                    .anyMatch(fault -> fault.startsWith("DATELINE_SECRET ")));
  }

  @Test
  void theSecretIsNeverShown() {
    NewsroomSettings settings =
        NewsroomSettings.from(Map.of("DATELINE_SECRET", "0123456789abcdef"));
    assertThat(settings.toString()).doesNotContain("0123456789abcdef");
  }
}
