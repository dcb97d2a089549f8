package dateline.journeys;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.StatsConfig;
import dateline.journeys.wire.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerStatus;

/**
 * The cluster of docker-compose.yml, each service a container with the image, settings and limits
 * that the file gives it; a test may stop, kill and start each.
 */
final class Containers implements AutoCloseable {

  static final List<String> BROKERS = List.of("kafka-1", "kafka-2", "kafka-3");
  static final List<String> MODULES =
      List.of(
          "drafting",
          "clearance",
          "publishing",
          "notification",
          "dispatcher",
          "newsroom-1",
          "desk");

  /** Whose volumes are to be backed up. */
  private static final List<String> KEPT =
      Stream.concat(BROKERS.stream(), Stream.of("desk")).toList();

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int STOPS_WITHIN = 60;
  private static final Path LOGS = Path.of("target/containers");

  private final Path tokens;
  private final Compose compose;
  private final Map<String, Integer> ports;
  private final Network network = Network.newNetwork();
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, VolumeCopy> copies = new HashMap<>();

  private Containers(Path tokens, Compose compose, Map<String, Integer> ports) {
    this.tokens = tokens;
    this.compose = compose;
    this.ports = ports;
  }

  private record Member(GenericContainer<?> container, Works works) {}

  /**
   * Starts nothing yet.
   *
   * @param folder gets the operator's token
   */
  static Containers in(Path folder) throws Exception {
    Map<String, Integer> ports = new HashMap<>();
    for (String name :
        Stream.concat(BROKERS.stream(), Stream.of("registry", "mailsink", "newsroom-1", "desk"))
            .toList()) {
      ports.put(name, FreePort.find());
    }
    Map<String, String> variables = new HashMap<>(Images.variables());
    variables.put("DATELINE_SECRET", "a secret for tests only");
    // As few as in one process: twelve of each topic take a small machine minutes.
    variables.put("DATELINE_PARTITIONS", "4");
    variables.put("DATELINE_NEWSROOM_URL", "http://127.0.0.1:" + ports.get("newsroom-1"));
    variables.put("DATELINE_DESK_URL", "http://127.0.0.1:" + ports.get("desk"));
    return new Containers(
        SevenModules.operatorToken(folder),
        Compose.of(Documents.here().text("docker-compose.yml"), variables),
        ports);
  }

  /** Starts the brokers, then the registry and the mail sink. */
  void startLog() {
    for (String name : BROKERS) {
      ComposeService service = compose.service(name);
      add(name, service, new Broker(service, network, port(name), id -> fill(name, id)));
    }
    startAll(BROKERS);
    List<String> others =
        Stream.of("registry", "mailsink").filter(name -> !members.containsKey(name)).toList();
    others.forEach(name -> add(name, name));
    startAll(others);
  }

  void startModules() {
    MODULES.forEach(name -> add(name, name));
    startAll(MODULES);
  }

  /**
   * Ends everything but the mail sink, copies what docs/operations.md says is to be backed up,
   * destroys all and starts it on the copies alone.
   */
  void restoreFromCopies() throws IOException {
    List<String> all = members.keySet().stream().filter(name -> !name.equals("mailsink")).toList();
    all.reversed().forEach(this::stop);
    for (String name : KEPT) {
      VolumeCopy copy = VolumeCopy.named(name, compose.service(name));
      copies.put(name, copy);
      copy.takes(get(name).getContainerId());
    }
    for (String name : all) {
      get(name).stop();
      members.remove(name);
    }
    startLog();
    startModules();
  }

  /** Before a container starts. */
  private void fill(String name, String containerId) {
    VolumeCopy copy = copies.get(name);
    if (copy == null) {
      return;
    }
    try {
      copy.into(containerId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one more of a service, with a name and a volume of its own. */
  void startAnother(String service, String name) {
    add(name, service);
    startAll(List.of(name));
  }

  private void startAll(List<String> names) {
    Startables.deepStart(names.stream().map(this::get)).join();
  }

  private void add(String name, String service) {
    ComposeService is = compose.service(service);
    GenericContainer<?> container =
        of(
            name,
            is,
            is.secrets().stream().collect(Collectors.toMap("/run/secrets/"::concat, _ -> tokens)));
    container.withNetworkAliases(name);
    // Compose publishes none of the registry.
    List<Integer> published = service.equals("registry") ? List.of(8080) : is.ports();
    container.setPortBindings(
        published.stream().map(port -> Contained.HOST + ":" + port(name) + ":" + port).toList());
    add(name, is, container);
  }

  private void add(String name, ComposeService service, GenericContainer<?> container) {
    Works works = new Works(service);
    container.waitingFor(works);
    members.put(name, new Member(container, works));
  }

  private GenericContainer<?> of(String name, ComposeService service, Map<String, Path> files) {
    Service container = new Service(service.image(), id -> fill(name, id));
    service
        .environment()
        .forEach((key, value) ->
            container.addEnv(key, value.replaceAll("(kafka-\\d):9092", "$1:" + Broker.INSIDE)));
    container.setCommandParts(service.command().toArray(String[]::new));
    container.setNetwork(network);
    container.withCreateContainerCmdModifier(new Contained(service, files));
    return container;
  }

  /** Is told of its container before that starts. */
  private static final class Service extends GenericContainer<Service> {

    private final Consumer<String> created;

    Service(String image, Consumer<String> created) {
      super(image);
      this.created = created;
    }

    @Override
    protected void containerIsCreated(String containerId) {
      created.accept(containerId);
    }
  }

  /** Runs one command of the image beside the cluster, as {@code docker-compose run tools} does. */
  Ran tools(String... arguments) {
    Path docs = Checkout.root().resolve("docs");
    try (GenericContainer<?> container =
        of("tools", compose.service("tools"), Map.of(docs.toString(), docs))) {
      container.setCommandParts(arguments);
      container.withStartupCheckStrategy(new Ended().withTimeout(PATIENCE));
      container.start();
      long exitCode =
          Objects.requireNonNull(container.getCurrentContainerInfo().getState().getExitCodeLong());
      return new Ran(
          (int) exitCode,
          container.getLogs(OutputType.STDOUT),
          container.getLogs(OutputType.STDERR));
    }
  }

  /** However it ended. */
  private static final class Ended extends StartupCheckStrategy {
    @Override
    public StartupStatus checkStartupState(DockerClient client, String id) {
      return DockerStatus.isContainerStopped(getCurrentState(client, id))
          ? StartupStatus.SUCCESSFUL
          : StartupStatus.NOT_YET_KNOWN;
    }
  }

  /** Asks it to end, and waits as long as compose does. */
  void stop(String name) {
    docker().stopContainerCmd(get(name).getContainerId()).withTimeout(STOPS_WITHIN).exec();
  }

  /** As kill -9 does. */
  void kill(String name) {
    docker().killContainerCmd(get(name).getContainerId()).withSignal("KILL").exec();
    await().atMost(PATIENCE).until(() -> !get(name).isRunning());
  }

  /** Starts one that has ended, with what it had kept, and waits until it works. */
  void startAgain(String name) {
    Member member = member(name);
    docker().startContainerCmd(member.container().getContainerId()).exec();
    member.works().waitUntilReady(member.container());
  }

  /** Where its log and registry are, for a client on the host. */
  Map<String, String> variables() {
    return Map.of(
        "DATELINE_KAFKA",
        BROKERS.stream()
            .map(name -> Contained.HOST + ":" + port(name))
            .collect(Collectors.joining(",")),
        "DATELINE_REGISTRY",
        address("registry") + "/apis/ccompat/v7");
  }

  /** Where a service listens on the host. */
  String address(String name) {
    return "http://" + Contained.HOST + ":" + port(name);
  }

  /**
   * What a container has of its memory, in bytes, without what the system may take back.
   *
   * @param most it ever had, with that
   */
  record Memory(String name, long used, long most, long limit, boolean killedForIt) {}

  /** Of every container. */
  List<Memory> memory() {
    return members.keySet().parallelStream().map(this::memory).toList();
  }

  private Memory memory(String name) {
    GenericContainer<?> container = get(name);
    InspectContainerResponse.ContainerState state = container.getCurrentContainerInfo().getState();
    Statistics[] read = new Statistics[1];
    try {
      docker()
          .statsCmd(container.getContainerId())
          .withNoStream(true)
          .exec(
              new ResultCallback.Adapter<Statistics>() {
                @Override
                public void onNext(Statistics statistics) {
                  read[0] = statistics;
                }
              })
          .awaitCompletion(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    MemoryStatsConfig memory = Objects.requireNonNull(read[0].getMemoryStats());
    StatsConfig parts = Objects.requireNonNull(memory.getStats());
    long usage = Objects.requireNonNull(memory.getUsage());
    // As the command docker stats reckons, for the second and the first version of control groups.
    long idle =
        Stream.of(parts.getInactiveFile(), parts.getTotalInactiveFile())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(0L);
    return new Memory(
        name,
        usage - idle,
        Optional.ofNullable(memory.getMaxUsage()).orElse(usage),
        Objects.requireNonNull(memory.getLimit()),
        Boolean.TRUE.equals(state.getOOMKilled()));
  }

  private int port(String name) {
    return Objects.requireNonNull(ports.get(name), name);
  }

  private GenericContainer<?> get(String name) {
    return member(name).container();
  }

  private Member member(String name) {
    Member member = members.get(name);
    if (member == null) {
      throw new IllegalArgumentException("no container " + name);
    }
    return member;
  }

  private static DockerClient docker() {
    return DockerClientFactory.instance().client();
  }

  /** Leaves what each container said in target/containers. */
  @Override
  public void close() throws IOException {
    try {
      Files.createDirectories(LOGS);
      for (String name : members.keySet()) {
        if (get(name).getContainerId() != null) {
          Files.writeString(LOGS.resolve(name + ".log"), get(name).getLogs());
        }
      }
    } finally {
      members.keySet().parallelStream().forEach(name -> get(name).stop());
      network.close();
      for (VolumeCopy copy : copies.values()) {
        copy.close();
      }
    }
  }
}
