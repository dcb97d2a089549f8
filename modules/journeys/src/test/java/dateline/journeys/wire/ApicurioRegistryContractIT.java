package dateline.journeys.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dateline.runtime.wire.RegistryAccessException;
import dateline.runtime.wire.RestSchemaRegistry;
import dateline.runtime.wire.SchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Apicurio Registry's server as a process of its own, with its store in memory. */
class ApicurioRegistryContractIT extends RegistryServerContract {

  private static final Duration STARTING = Duration.ofMinutes(2);

  private static Process server;
  private static String url;

  @BeforeAll
  static void start() throws IOException {
    int port = FreePort.find();
    url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    Path log = Path.of("target/apicurio.log");
    server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + FreePort.find(),
                "-jar",
                "quarkus-run.jar")
            .directory(Path.of("target/apicurio").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest ready =
          HttpRequest.newBuilder(URI.create(url + "/subjects"))
              .timeout(Duration.ofSeconds(2))
              .build();
      await()
          .atMost(STARTING)
          .ignoreExceptionsInstanceOf(IOException.class)
          .failFast("Apicurio Registry ended, see " + log, () -> !server.isAlive())
          .until(() -> http.send(ready, BodyHandlers.discarding()).statusCode() == 200);
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.destroy();
    if (!server.waitFor(10, TimeUnit.SECONDS)) {
      server.destroyForcibly();
    }
  }

  @Test
  void aSchemaThatRefersToAnotherIsReadWhole() throws Exception {
    registry().register("part-value", parse(""));
    int id =
        register(
            "whole-value",
            """
            {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"Whole\\",\\"fields\\":[{\\"name\\":\\"part\\",\\"type\\":\\"R\\"}]}",
             "references": [{"name": "R", "subject": "part-value", "version": 1}]}
            """);

    assertThat(registry().schema(id).orElseThrow().getField("part").schema()).isEqualTo(parse(""));
    assertThat(registry().latest("whole-value").orElseThrow().id()).isEqualTo(id);
  }

  private static int register(String subject, String body) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + "/subjects/" + subject + "/versions"))
              .header("Content-Type", "application/vnd.schemaregistry.v1+json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return new JsonMapper().readTree(answer.body()).path("id").asInt();
    }
  }

  /** It answers there too, and not as a registry: no record may be called unreadable for it. */
  @Test
  void itsAddressWithoutThePathIsNoRegistry() {
    String root = url.substring(0, url.indexOf("/apis"));
    try (SchemaRegistry registry =
        RestSchemaRegistry.connect(Map.of("schema.registry.url", root))) {
      assertThatThrownBy(() -> registry.schema(1))
          .isInstanceOf(RegistryAccessException.class)
          .hasMessageContaining("/apis/ccompat/v7");
    }
  }

  @Override
  String url() {
    return url;
  }
}
