package dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dateline.runtime.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings are read whole. */
class DeskSettingsTest {
  @TempDir Path folder;

  @Test
  void everyFaultIsNamedAtOnce() throws IOException {
    Path tokens = Files.writeString(folder.resolve("tokens"), "no hash at all\n");
    SettingsException faulty =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                DeskSettings.from(
                    Map.of(
                        "DATELINE_DESK_PORT", "eighty",
                        "DATELINE_SECRET", "short",
                        "DATELINE_PARTITIONS", "0",
                        "DATELINE_DESK_MAIL_PORT", "2526",
                        "DATELINE_ATTACHMENTS", "s3://press?endpoint=nowhere",
                        "DATELINE_DESK_TOKENS", tokens.toString())));
    assertThat(faulty.faults())
        .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
        .containsExactlyInAnyOrder(
            "DATELINE_DESK_PORT",
            "DATELINE_SECRET",
            "DATELINE_PARTITIONS",
            "DATELINE_DESK_TOKENS",
            "DATELINE_DESK_MAIL",
            "DATELINE_ATTACHMENTS",
            "DATELINE_ATTACHMENTS_KEY",
            "DATELINE_ATTACHMENTS_SECRET");
  }

  @Test
  void answersByMailAreTakenForOneAddress() throws IOException {
    Files.writeString(folder.resolve("desk-tokens"), "# nobody yet\n");
    Map<String, String> variables =
        new HashMap<>(
            Map.of(
                "DATELINE_DATA", folder.toString(),
                "DATELINE_SECRET", "a secret of 16 or more",
                "DATELINE_DESK_MAIL", "clearance@desk.example",
                "DATELINE_DESK_MAIL_PORT", "2526"));
    assertThat(DeskSettings.from(variables).mail())
        .contains(new DeskMail("clearance@desk.example", "127.0.0.1", 2526));
    variables.put("DATELINE_DESK_MAIL", "the desk");
    assertThatThrownBy(() -> DeskSettings.from(variables))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("DATELINE_DESK_MAIL is no address");
  }

  @Test
  void defaultsAreEnoughWithASecretAndATokenFile() throws IOException {
    Files.writeString(folder.resolve("desk-tokens"), "# nobody yet\n");
    DeskSettings settings =
        DeskSettings.from(
            Map.of(
                "DATELINE_DATA", folder.toString(), "DATELINE_SECRET", "a secret of 16 or more"));
    assertThat(settings.port()).isEqualTo(8081);
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.mail()).isEmpty();
    assertThat(settings.attachments().folder()).isEqualTo(folder.resolve("attachments"));
  }
}
