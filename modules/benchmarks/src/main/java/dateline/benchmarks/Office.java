package dateline.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dateline.launcher.Ports;
import dateline.launcher.cli.DeskClient;
import dateline.launcher.cli.People;
import dateline.launcher.directory.DirectoryFile;
import dateline.launcher.directory.DirectoryPublisher;
import dateline.launcher.directory.PressDirectory;
import dateline.runtime.KafkaSettings;
import dateline.runtime.wire.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A press office started as anybody starts one, {@code ./dateline up}, on free ports. It ends with
 * {@link #close} at the latest, or with this process.
 */
final class Office implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String READY = "Ready in ";

  private final Process process;
  private final Ports ports;
  private final Path data;
  private final Duration readyAfter;

  private Office(Process process, Ports ports, Path data, Duration readyAfter) {
    this.process = process;
    this.ports = ports;
    this.data = data;
    this.readyAfter = readyAfter;
  }

  /**
   * Starts one and waits until it says that it is ready.
   *
   * @param data its folder; what it logs goes to a file beside it
   * @throws IOException if it ends or is not ready within 90 seconds, with what it logged
   */
  static Office start(Workplace work, Path data) throws IOException, InterruptedException {
    Ports ports = Ports.free();
    Path log = data.resolveSibling(data.getFileName() + ".log");
    ProcessBuilder command =
        new ProcessBuilder(
                work.home().resolve("dateline").toString(), "up", "--data", data.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    ports
        .byVariable()
        .forEach((name, port) -> command.environment().put(name, Integer.toString(port)));
    CompletableFuture<Long> ready = new CompletableFuture<>();
    long began = System.nanoTime();
    Process process = command.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Thread.ofPlatform().daemon().name("office output").start(() -> listen(process, ready));
    try {
      long at = ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return new Office(process, ports, data, Duration.ofNanos(at - began));
    } catch (ExecutionException | TimeoutException e) {
      end(process);
      throw new IOException("./dateline up is not ready; it said:\n" + Files.readString(log), e);
    }
  }

  /** Reads to the end, so that the office never waits for a reader. */
  private static void listen(Process process, CompletableFuture<Long> ready) {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(READY)) {
          ready.complete(System.nanoTime());
        }
      }
      ready.completeExceptionally(new IOException("it ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  /** From the start of the process to the line that says it is ready. */
  Duration readyAfter() {
    return readyAfter;
  }

  /** Processor time so far, all its threads. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What it holds in memory now, mapped files included: VmRSS, in MiB. */
  double residentMiB() throws IOException {
    return status("VmRSS:");
  }

  /** The most it ever held: VmHWM, in MiB. */
  double mostResidentMiB() throws IOException {
    return status("VmHWM:");
  }

  private double status(String field) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.readAllLines(status).stream()
            .filter(line -> line.startsWith(field))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow(() -> new IOException("no " + field + " in " + status))
        / 1024.0;
  }

  /** Its data folder. */
  Path data() {
    return data;
  }

  URI desk() {
    return address(ports.desk());
  }

  URI newsroom() {
    return address(ports.newsroom());
  }

  URI inbox() {
    return address(ports.inbox());
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  String operatorToken() throws IOException {
    return Files.readString(data.resolve("operator-token")).strip();
  }

  /** The first press officer of its directory. */
  String pressOfficer() throws IOException {
    try (DeskClient desk = client()) {
      return new People(desk.get("/api/directory").body())
          .first("PRESS_OFFICER", Optional.empty(), JsonNodeFactory.instance.arrayNode())
          .orElseThrow();
    }
  }

  /** A conversation with its desk as the operator; the caller closes it. */
  DeskClient client() throws IOException {
    return new DeskClient(desk(), Optional.of(operatorToken()));
  }

  /**
   * Applies this directory instead of the one that the office began with.
   *
   * @throws IllegalArgumentException if it has a fault
   */
  void directory(DirectoryFile.Reading read) throws IOException, InterruptedException {
    if (!(read instanceof DirectoryFile.Reading.Sound(PressDirectory directory))) {
      throw new IllegalArgumentException("the directory has a fault: " + read);
    }
    KafkaSettings settings =
        KafkaSettings.from(
            Map.of(
                "DATELINE_KAFKA",
                "127.0.0.1:" + ports.broker(),
                "DATELINE_REGISTRY",
                address(ports.registry()).toString()));
    try (Wire wire = new Wire(settings.wire())) {
      DirectoryPublisher.apply(directory, settings, wire);
    }
  }

  /** Stops it as Ctrl-C does, and answers how long that took. */
  Duration stop() {
    long began = System.nanoTime();
    end(process);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy); // A build, if it began one.
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end(process);
  }
}
