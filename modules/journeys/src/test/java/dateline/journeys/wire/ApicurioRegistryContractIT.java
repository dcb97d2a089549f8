package dateline.journeys.wire;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

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

  @Override
  String url() {
    return url;
  }
}
