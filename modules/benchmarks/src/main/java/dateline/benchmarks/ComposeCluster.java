package dateline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.launcher.cli.DeskClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cluster of docker-compose.yml as a compose project of its own. It is taken down, volumes and
 * all, with {@link #close} at the latest, or with this process; what its containers logged stays in
 * {@code target/cluster} unless all was measured.
 */
final class ComposeCluster implements AutoCloseable {

  static final URI DESK = URI.create("http://127.0.0.1:8081");
  static final URI NEWSROOM = URI.create("http://127.0.0.1:8080");
  static final URI INBOX = URI.create("http://127.0.0.1:8025");

  private final Path home;
  private final Docker docker;
  private final String token;
  private final DockerCpu cpu = new DockerCpu();
  private final AtomicBoolean closed = new AtomicBoolean();
  private long killed;
  private volatile boolean measured;

  private ComposeCluster(Path home, Docker docker, String token) {
    this.home = home;
    this.docker = docker;
    this.token = token;
  }

  /**
   * One that does not run yet; what an earlier benchmark left is taken down.
   *
   * @throws CannotMeasureException if it lacks anything, or its ports are taken
   */
  static ComposeCluster of(Workplace work) throws IOException, InterruptedException {
    String token = ClusterNeeds.operatorToken(work.home());
    ComposeCluster cluster = new ComposeCluster(work.home(), Docker.of(work.home()), token);
    cluster.down();
    ClusterNeeds.refuseIfPortsAreTaken();
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::interrupted));
    return cluster;
  }

  /** Where Docker keeps its data. */
  Path data() throws IOException, InterruptedException {
    return Path.of(docker.docker("info", "--format", "{{.DockerRootDir}}").strip());
  }

  /** The brokers, in a few words. */
  String kafka() throws IOException, InterruptedException {
    String config = docker.compose("config");
    return "%s, three brokers, %s partitions, three copies; Docker %s"
        .formatted(
            first("image: (\\S*kafka\\S*)", config),
            first("DATELINE_PARTITIONS: ['\"]?(\\d+)", config),
            docker.docker("version", "--format", "{{.Server.Version}}").strip());
  }

  private static String first(String pattern, String config) {
    Matcher found = Pattern.compile(pattern).matcher(config);
    return found.find() ? found.group(1) : "unknown";
  }

  /** Starts it and answers how long that took, until all works. */
  Duration up() throws IOException, InterruptedException {
    return started("up", "-d", "--no-build");
  }

  /** Starts it again with what it kept, and answers how long that took, until all works. */
  Duration start() throws IOException, InterruptedException {
    return started("start");
  }

  private Duration started(String... command) throws IOException, InterruptedException {
    long began = System.nanoTime();
    try {
      docker.compose(command);
    } catch (CannotMeasureException e) {
      Containers containers = containers();
      containers.refuseIfOneHasFailed(containers.all());
      throw e;
    }
    awaitAll();
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Waits until all works again, what was killed last included. */
  void awaitAll() throws IOException, InterruptedException {
    containers().awaitAll(killed);
  }

  /** Stops it in order and answers how long that took; its volumes stay. */
  Duration stop() throws IOException, InterruptedException {
    var _ = cpu.used();
    long began = System.nanoTime();
    docker.compose("stop");
    return Duration.ofNanos(System.nanoTime() - began);
  }

  Containers containers() throws IOException, InterruptedException {
    return new Containers(docker);
  }

  Brokers brokers() {
    return new Brokers(docker);
  }

  /** Applies the sample directory and waits until the desk has it. */
  void applyDirectory() throws IOException, InterruptedException {
    docker.compose(
        "run",
        "--rm",
        "-T",
        "-v",
        home.resolve("docs").toAbsolutePath() + ":/docs:ro",
        "tools",
        "directory",
        "apply",
        "/docs/sample-directory.yaml");
    try (DeskClient desk = client()) {
      JsonNode directory =
          Patience.until(
              "the directory at the desk",
              Containers.POLL,
              () ->
                  Optional.of(desk.get("/api/directory").body())
                      .filter(it -> !it.path("people").isEmpty()));
      Progress.say("the directory has %d people".formatted(directory.path("people").size()));
    }
  }

  /** A conversation with its desk as the operator; the caller closes it. */
  DeskClient client() {
    return new DeskClient(DESK, Optional.of(token));
  }

  String operatorToken() {
    return token;
  }

  /** Ends a container's main process as kill -9 does, and answers when. Docker starts it again. */
  Instant kill(Container container) throws IOException, InterruptedException {
    ProcessHandle process = ClusterNeeds.process(container);
    var _ = cpu.used();
    killed = container.pid();
    Instant at = Instant.now();
    if (!process.destroyForcibly()) {
      throw ClusterNeeds.mayNotKill();
    }
    while (process.isAlive()) {
      PressDesk.pause(Duration.ofMillis(1));
    }
    return at;
  }

  /** Processor time of the containers, of Docker and of what was started for them. */
  Duration cpu() throws IOException {
    return cpu.used();
  }

  /** Takes it down, with all that it kept. */
  void down() throws IOException, InterruptedException {
    var _ = cpu.used();
    docker.compose("down", "--volumes", "--timeout", "2");
  }

  /** All was measured: nobody needs what the containers logged. */
  void isMeasured() {
    measured = true;
  }

  private void interrupted() {
    if (!closed.get()) {
      ProcessHandle.current().children().forEach(ProcessHandle::destroy);
    }
    try {
      close();
    } catch (IOException | CannotMeasureException e) {
      Progress.say("the cluster is perhaps not down: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      try {
        keepLogs();
      } finally {
        down();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the cluster was taken down", e);
    }
  }

  private void keepLogs() throws IOException, InterruptedException {
    if (measured) {
      return;
    }
    Path folder = Files.createDirectories(home.resolve("modules/benchmarks/target/cluster"));
    for (Container container : containers().all()) {
      docker.logs(container, folder.resolve(container.service() + ".log"));
    }
    Progress.say("what the containers said is in " + folder);
  }
}
