package dateline.journeys.wire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Confluent's own client for Node.js. It is installed into {@code target} with npm when first used;
 * a machine without Node.js skips these tests and says so.
 */
final class ConfluentClient {

  private static final Duration INSTALLING = Duration.ofMinutes(5);
  private static final Duration WORKING = Duration.ofMinutes(1);
  private static final Path SOURCES = Path.of("src/test/node");
  private static final Path FOLDER = Path.of("target/confluent-client");
  private static final ObjectMapper MAPPER = new JsonMapper();

  /** A record's bytes in hex, as Confluent's client gets them. */
  record Written(String topic, String hex) {}

  /** A record as Confluent's client read it, and the bytes it made of that. */
  record Reading(String topic, JsonNode value, String hex) {}

  private ConfluentClient() {}

  static List<Reading> readAndWriteAgain(String registry, List<Written> records)
      throws IOException, InterruptedException {
    assumeTrue(runs("node") && runs("npm"), "Node.js with npm is not installed; install it");
    install();
    Path input = FOLDER.resolve("records.json");
    Path output = FOLDER.resolve("answers.json");
    MAPPER.writeValue(input.toFile(), records);
    run(
        WORKING,
        new ProcessBuilder("node", "wire.js", registry)
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile()));
    return List.of(MAPPER.readValue(output.toFile(), Reading[].class));
  }

  private static synchronized void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Path lock = FOLDER.resolve("package-lock.json");
    boolean installed =
        Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))
            && Files.exists(lock)
            && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) < 0;
    for (String file : List.of("package.json", "package-lock.json", "wire.js")) {
      Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!installed) {
      run(
          INSTALLING,
          new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
              .redirectOutput(FOLDER.resolve("npm.log").toFile()));
    }
  }

  private static void run(Duration limit, ProcessBuilder command)
      throws IOException, InterruptedException {
    Path errors = FOLDER.resolve("errors.log");
    Process process = command.directory(FOLDER.toFile()).redirectError(errors.toFile()).start();
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError(
            command.command() + " did not end within " + limit + ":\n" + Files.readString(errors));
      }
      if (process.exitValue() != 0) {
        throw new AssertionError(command.command() + " failed:\n" + Files.readString(errors));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean runs(String command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command, "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
