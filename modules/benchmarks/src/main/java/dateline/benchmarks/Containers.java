package dateline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The containers of the benchmark's project, as Docker knows them now. */
final class Containers {

  static final Duration POLL = Duration.ofMillis(250);

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Docker docker;
  private final List<String> ids;

  /** Those that there are now; what compose runs once is none of them. */
  Containers(Docker docker) throws IOException, InterruptedException {
    this.docker = docker;
    this.ids =
        docker
            .docker(
                "ps",
                "--all",
                "--quiet",
                "--no-trunc",
                "--filter",
                "label=com.docker.compose.project=" + Docker.PROJECT,
                "--filter",
                "label=com.docker.compose.oneoff=False")
            .lines()
            .toList();
  }

  /** All, also those that have ended, by their services' names. */
  List<Container> all() throws IOException, InterruptedException {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, Container> all = new TreeMap<>();
    for (JsonNode inspected : JSON.readTree(docker.docker(with(ids, "inspect")))) {
      Container container = Container.of(inspected);
      all.put(container.service(), container);
    }
    return new ArrayList<>(all.values());
  }

  /** The container of a service. */
  Container of(String service) throws IOException, InterruptedException {
    return all().stream()
        .filter(it -> it.service().equals(service))
        .findFirst()
        .orElseThrow(() -> new CannotMeasureException("The cluster has no " + service + "."));
  }

  /** What each running one has of its memory, by the services' names. */
  Map<String, Memory> memory() throws IOException, InterruptedException {
    List<Container> running = all().stream().filter(Container::isRunning).toList();
    Map<String, String> services =
        running.stream().collect(Collectors.toMap(Container::name, Container::service));
    String printed =
        docker.docker(
            with(
                running.stream().map(Container::id).toList(),
                "stats",
                "--no-stream",
                "--format",
                "{{.Name}}\t{{.MemUsage}}"));
    Map<String, Memory> memory = new TreeMap<>();
    for (String line : printed.lines().toList()) {
      String[] cells = line.split("\t", -1);
      memory.put(services.getOrDefault(cells[0], cells[0]), Memory.of(cells[1]));
    }
    return memory;
  }

  private static String[] with(List<String> ids, String... command) {
    return Stream.concat(Stream.of(command), ids.stream()).toArray(String[]::new);
  }

  /**
   * Waits until every one that is asked says that it works.
   *
   * @param killed process that was killed last, for Docker may not have noticed yet; 0 if none was
   * @throws CannotMeasureException if one ends as failed, or does not work after 15 minutes; with
   *     what it logged last
   */
  void awaitAll(long killed) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      List<Container> all = all();
      refuseIfOneHasFailed(all);
      Optional<Container> waits =
          all.stream()
              .filter(it -> it.isAsked() && !(it.works() && it.pid() != killed))
              .findFirst();
      if (waits.isEmpty()) {
        return;
      }
      if (Instant.now().isAfter(deadline)) {
        throw doesNotWork(waits.get());
      }
      PressDesk.pause(POLL);
    }
  }

  private CannotMeasureException doesNotWork(Container container)
      throws IOException, InterruptedException {
    return new CannotMeasureException(
        "%s does not work after %d minutes (%s, %s, started again %d times); it said last:\n%s"
            .formatted(
                container.service(),
                PATIENCE.toMinutes(),
                container.state(),
                container.health(),
                container.restarts(),
                docker.lastWords(container)));
  }

  /**
   * Refuses if one has ended that should not, or failed.
   *
   * @throws CannotMeasureException with what it logged last
   */
  void refuseIfOneHasFailed(List<Container> all) throws IOException, InterruptedException {
    for (Container container : all) {
      if (container.hasFailed()) {
        throw new CannotMeasureException(
            "%s ended with %d; it said last:\n%s"
                .formatted(container.service(), container.exitCode(), docker.lastWords(container)));
      }
    }
  }
}
