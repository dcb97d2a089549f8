package dateline.journeys.wire;

import dateline.launcher.EmbeddedKafka;
import dateline.launcher.registry.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryContractIT extends RegistryServerContract {

  private static final String HOST = "127.0.0.1";

  @TempDir static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry server;

  @BeforeAll
  static void start() throws IOException {
    kafka = EmbeddedKafka.start(folder, HOST, FreePort.find(), FreePort.find());
    server = EmbeddedRegistry.start(kafka.bootstrapServers(), HOST, 0);
  }

  @AfterAll
  static void stop() {
    server.close();
    kafka.close();
  }

  @Override
  String url() {
    return server.url();
  }
}
