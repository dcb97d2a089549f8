package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSettingsTest {

  @TempDir Path folder;

  @Test
  void aSecretMayStandInAFileAndAVariableGoesBeforeIt() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("web.properties"),
            """
            # As Kafka's tools take it.
            security.protocol=SASL_SSL
            sasl.mechanism=PLAIN
            sasl.jaas.config=X required \\
              username="web" password="geheim ä";
            """);
    KafkaSettings settings =
        KafkaSettings.from(
            Map.of(
                "DATELINE_KAFKA_PROPERTIES",
                file.toString(),
                "KAFKA_SASL_MECHANISM",
                "SCRAM-SHA-512"));
    assertThat(settings.client())
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .containsEntry("sasl.jaas.config", "X required username=\"web\" password=\"geheim ä\";")
        .containsEntry("bootstrap.servers", "localhost:9092");
  }

  @Test
  void aFileThatIsNotThereIsAFaultOfTheSetting() {
    Map<String, String> variables =
        Map.of("DATELINE_KAFKA_PROPERTIES", folder.resolve("none").toString());
    assertThatThrownBy(() -> KafkaSettings.from(variables))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("DATELINE_KAFKA_PROPERTIES names ")
        .hasMessageContaining("(there is none)");
  }
}
