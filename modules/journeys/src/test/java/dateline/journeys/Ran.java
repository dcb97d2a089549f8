package dateline.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One command that ran as a process of its own, as a person sees it.
 *
 * @param exitCode 0 done, 1 refused or failed, 2 not understood
 * @param out standard output
 * @param err standard error
 */
record Ran(int exitCode, String out, String err) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Runs the real command line on the test's own class path and waits for its end. */
  static Ran dateline(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command(arguments));
    clean(builder.environment());
    builder.environment().putAll(environment);
    return of(builder);
  }

  /** Runs any command and waits for its end. */
  static Ran of(ProcessBuilder builder) throws IOException, InterruptedException {
    return of(builder, PATIENCE);
  }

  /** The same, for what takes longer. */
  static Ran of(ProcessBuilder builder, Duration patience)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("dateline-out-", ".txt");
    Path err = Files.createTempFile("dateline-err-", ".txt");
    try {
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            "still running after "
                + patience
                + '\n'
                + Files.readString(out)
                + Files.readString(err));
      }
      return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /**
   * The command that starts Dateline as {@code ./dateline} does, without its class path's build.
   */
  static List<String> command(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Checkout.jvmOptions());
    command.addAll(ClassArchive.options());
    // What users see: the launcher's own configuration, not that of tests.
    command.add("-Dlogback.configurationFile=logback.xml");
    command.addAll(List.of("-cp", ClassArchive.classPath()));
    command.add("dateline.launcher.Dateline");
    command.addAll(List.of(arguments));
    return command;
  }

  /** What the person who runs the tests has set does not reach the tested process. */
  static void clean(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(name -> name.startsWith("DATELINE_") || name.startsWith("KAFKA_"));
  }

  /** Both streams, for a failure's description. */
  String everything() {
    return "exit code " + exitCode + '\n' + out + err;
  }
}
