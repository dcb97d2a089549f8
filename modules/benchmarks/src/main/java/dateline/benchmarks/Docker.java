package dateline.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Docker's programs, each to its end. */
final class Docker {

  /** The benchmark's own containers, network and volumes, beside anybody else's. */
  static final String PROJECT = "dateline-bench";

  private final Path home;
  private final Path said;
  private final List<String> compose;

  private Docker(Path home, Path said, List<String> compose) {
    this.home = home;
    this.said = said;
    this.compose = compose;
  }

  /**
   * Finds Docker and its compose.
   *
   * @param home the folder with docker-compose.yml
   * @throws CannotMeasureException if there is none or it does not answer
   */
  static Docker of(Path home) throws IOException, InterruptedException {
    Path said = Files.createTempFile("dateline-bench-", ".txt");
    said.toFile().deleteOnExit();
    Docker bare = new Docker(home, said, List.of());
    if (!bare.works("docker", "version")) {
      throw new CannotMeasureException(
          "Docker does not answer (docker version); install it or start it, or run this as somebody who may use it.");
    }
    if (bare.works("docker", "compose", "version")) {
      return new Docker(home, said, List.of("docker", "compose"));
    }
    if (bare.works("docker-compose", "version")) {
      return new Docker(home, said, List.of("docker-compose"));
    }
    throw new CannotMeasureException(
        "There is neither docker compose nor docker-compose; install one of them.");
  }

  private boolean works(String... command) throws InterruptedException {
    try {
      run(List.of(command));
      return true;
    } catch (CannotMeasureException | IOException e) {
      return false; // It is not there, or what it speaks to is not.
    }
  }

  /** Runs a command of docker's and answers what it printed. */
  String docker(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Runs a command of compose's on the benchmark's project and answers what it printed. */
  String compose(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(compose);
    command.addAll(List.of("-p", PROJECT, "-f", "docker-compose.yml"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectError(said.toFile());
    // Whatever .env says: what is invented here is mailed to nobody.
    builder.environment().put("DATELINE_SMTP", "mailsink:2525");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new CannotMeasureException(
          "%s failed; it said:\n%s"
              .formatted(String.join(" ", command), Files.readString(said).strip()));
    }
    return printed;
  }

  /** Writes what a container has logged into a file. */
  void logs(Container container, Path file) throws IOException, InterruptedException {
    new ProcessBuilder("docker", "logs", container.id())
        .redirectErrorStream(true)
        .redirectOutput(file.toFile())
        .start()
        .waitFor();
  }

  /** The last lines that a container has logged. */
  String lastWords(Container container) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("docker", "logs", "--tail", "20", container.id())
            .redirectErrorStream(true)
            .start();
    String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return lines.strip();
  }
}
