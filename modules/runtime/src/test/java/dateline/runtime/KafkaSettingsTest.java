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

  @Test
  void whatIsWrongWithTheRegistrysSettingsIsAFaultAmongOthers() {
    Map<String, String> variables =
        Map.of(
            "DATELINE_REGISTRY",
            "https://registry-1:8085,https://registry-2:8085",
            "KAFKA_SCHEMA_REGISTRY_SSL_TRUSTSTORE_TYPE",
            "PEM",
            "KAFKA_SCHEMA_REGISTRY_SSL_TRUSTSTORE_LOCATION",
            folder.resolve("none.pem").toString(),
            "DATELINE_PARTITIONS",
            "0");
    assertThatThrownBy(() -> KafkaSettings.from(variables))
        .isInstanceOfSatisfying(
            SettingsException.class, wrong -> assertThat(wrong.faults()).hasSize(2))
        .hasMessageContaining("DATELINE_REGISTRY and what else is set make no client: ")
        .hasMessageContaining("none.pem");
  }

  @Test
  void noPasswordIsPrinted() {
    KafkaSettings settings =
        KafkaSettings.from(
            Map.of(
                "DATELINE_REGISTRY", "http://me:secret@localhost:8085",
                "KAFKA_SASL_JAAS_CONFIG", "X required password=\"secret\";"));
    assertThat(settings).asString().contains("localhost:9092").doesNotContain("secret");
  }
}
