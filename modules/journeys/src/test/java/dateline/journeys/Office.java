package dateline.journeys;

import static org.awaitility.Awaitility.await;

import dateline.launcher.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A whole press office as {@code ./dateline up} runs it: one process, which a test may kill. */
final class Office implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path out;
  private final Path err;
  private final Ports ports;

  private Office(Process process, Path out, Path err, Ports ports) {
    this.process = process;
    this.out = out;
    this.err = err;
    this.ports = ports;
  }

  /** Starts it and waits until it says that it is ready. */
  static Office up(Path data, Ports ports) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(Ran.command("up", "--data", data.toString()));
    Ran.clean(builder.environment());
    builder.environment().putAll(variables(ports));
    Path out = Files.createTempFile("dateline-up-", ".txt");
    Path err = Files.createTempFile("dateline-up-err-", ".txt");
    out.toFile().deleteOnExit();
    err.toFile().deleteOnExit();
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    Office office = new Office(process, out, err, ports);
    await().atMost(PATIENCE).until(() -> office.out().contains("Ready in ") || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError(
          "does not start: exit code %d\n%s%s"
              .formatted(process.exitValue(), office.out(), office.err()));
    }
    return office;
  }

  /** The settings that put a Dateline on these ports. */
  static Map<String, String> variables(Ports ports) {
    Map<String, String> variables = new HashMap<>();
    ports.byVariable().forEach((name, port) -> variables.put(name, Integer.toString(port)));
    return variables;
  }

  /** Where its log and registry are, for a client. */
  Map<String, String> log() {
    return Map.of(
        "DATELINE_KAFKA", "127.0.0.1:" + ports.broker(),
        "DATELINE_REGISTRY", "http://127.0.0.1:" + ports.registry());
  }

  String desk() {
    return "http://127.0.0.1:" + ports.desk();
  }

  String newsroom() {
    return "http://127.0.0.1:" + ports.newsroom();
  }

  String inbox() {
    return "http://127.0.0.1:" + ports.inbox();
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end and answers its exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running after " + PATIENCE);
    }
    return process.exitValue();
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode();
  }

  /** As an orderly stop does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
