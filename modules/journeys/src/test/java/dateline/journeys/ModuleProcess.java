package dateline.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One module of Dateline as a process of its own, which a test may kill. */
final class ModuleProcess implements AutoCloseable {

  private final Process process;
  private final Path output;

  private ModuleProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts it on the test's own class path.
   *
   * @param folder for its local copies and its output
   * @param options of the command besides the module
   */
  static ModuleProcess start(
      String module, Path folder, Map<String, String> variables, String... options)
      throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(ClassArchive.options());
    // What users see: the launcher's own configuration, not that of tests.
    command.add("-Dlogback.configurationFile=logback.xml");
    command.addAll(List.of("-cp", ClassArchive.classPath()));
    command.addAll(List.of("dateline.launcher.Dateline", "run", module));
    command.addAll(List.of(options));
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(variables);
    builder.environment().put("DATELINE_DATA", folder.resolve("data").toString());
    return new ModuleProcess(builder.start(), output);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has printed. */
  String output() throws IOException {
    return Files.readString(output);
  }

  /** Waits for its end and answers its exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("still running after a minute");
    }
    return process.exitValue();
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  /** Asks it to stop; true if it ends by itself before compose would kill it. */
  boolean ends() throws InterruptedException {
    process.destroy();
    return process.waitFor(40, TimeUnit.SECONDS);
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
