package dateline.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The cluster of docker-compose.yml: its start, its memory, and how work goes on after a kill. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    description =
        "docker-compose.yml from up to healthy, its memory, and work recovered after each service is killed.")
final class ClusterBench implements Callable<Integer> {

  static final int CONTACTS = 10;

  private static final String EMPTY = "All healthy on empty volumes";
  private static final String AFTER = "After the notes";
  private static final String USED = "All healthy on used volumes";

  @Option(names = "--rounds", defaultValue = "3", description = "Default ${DEFAULT-VALUE}.")
  private int rounds = 3;

  @Option(
      names = "--releases",
      defaultValue = "10",
      description = "Notes taken from text to inbox in each round; default ${DEFAULT-VALUE}.")
  private int releases = 10;

  @Option(
      names = "--kills",
      defaultValue = "3",
      description = "Of each service, on the last round's cluster; default ${DEFAULT-VALUE}.")
  private int kills = 3;

  private final Rounds start = new Rounds("empty volumes s", "stop s", "used volumes s");
  private final Map<String, Rounds> memory = new LinkedHashMap<>();
  private final List<String> mishaps = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    try (Workplace work = Workplace.open();
        ComposeCluster cluster = ComposeCluster.of(work)) {
      String machine = Machine.markdown(work.home(), cluster.data(), cluster.kafka());
      measure(cluster, machine);
      cluster.isMeasured();
    }
    return 0;
  }

  private void measure(ComposeCluster cluster, String machine) throws Exception {
    Others others = new Others();
    Duration before = cluster.cpu();
    List<PressDesk.Ready> released = List.of();
    for (int round = 1; round <= rounds; round++) {
      released = round(cluster, round);
      Progress.say("round %d of %d done".formatted(round, rounds));
    }
    System.out.print(report(machine));
    if (kills > 0) {
      try (KilledServices killed = new KilledServices(cluster, released)) {
        System.out.print("\n" + killed.measure(kills));
      }
    }
    Duration used = cluster.cpu().minus(before);
    System.out.print(
        "\n"
            + (DockerCpu.isKnown()
                ? others.line(used)
                : "What other processes used meanwhile is not known on this system.\n"));
  }

  /** Answers the notes that were released. */
  private List<PressDesk.Ready> round(ComposeCluster cluster, int round) throws Exception {
    cluster.down();
    Duration empty = cluster.up();
    if (kills > 0) {
      ClusterNeeds.refuseIfItMayNotBeKilled(cluster.containers().of("desk"));
    }
    remember(EMPTY, cluster);
    List<PressDesk.Ready> released = use(cluster);
    remember(AFTER, cluster);
    mishaps(cluster, round);
    Duration stopped = cluster.stop();
    Duration used = cluster.start();
    remember(USED, cluster);
    start.add(seconds(empty), seconds(stopped), seconds(used));
    return released;
  }

  private void mishaps(ComposeCluster cluster, int round) throws IOException, InterruptedException {
    for (Container container : cluster.containers().all()) {
      if (container.lackedMemory() || container.restarts() > 0) {
        String why = container.lackedMemory() ? ", killed for its memory" : "";
        mishaps.add(
            "%s in round %d (started again %d times%s)"
                .formatted(container.service(), round, container.restarts(), why));
      }
    }
  }

  /** What a press office does: notes from text to inbox, one after the other. */
  private List<PressDesk.Ready> use(ComposeCluster cluster) throws Exception {
    cluster.applyDirectory();
    try (PressDesk desk = new PressDesk(cluster.client(), ComposeCluster.INBOX, Patience.LONGEST)) {
      desk.contacts(CONTACTS);
      List<PressDesk.Ready> notes = new ArrayList<>();
      for (int serial = 1; serial <= releases; serial++) {
        PressDesk.Ready note = desk.prepare(serial);
        desk.release(note);
        notes.add(note);
      }
      var _ = desk.mails(notes, CONTACTS);
      return notes;
    }
  }

  private void remember(String when, ComposeCluster cluster)
      throws IOException, InterruptedException {
    Map<String, Memory> now = cluster.containers().memory();
    Stream<String> names =
        now.entrySet().stream()
            .map(it -> it.getKey() + " of " + Rounds.number(it.getValue().limit()));
    String[] columns = Stream.concat(names, Stream.of("all")).toArray(String[]::new);
    double all = now.values().stream().mapToDouble(Memory::used).sum();
    DoubleStream each = now.values().stream().mapToDouble(Memory::used);
    memory
        .computeIfAbsent(when, _ -> new Rounds(columns))
        .add(DoubleStream.concat(each, DoubleStream.of(all)).toArray());
  }

  private String report(String machine) {
    StringBuilder out = new StringBuilder();
    out.append(
        "`./dateline bench cluster --rounds %d --releases %d --kills %d`\n\n"
            .formatted(rounds, releases, kills));
    out.append(
        "Each of %d rounds: start on empty volumes, take %d notes from text to %d inboxes, stop, start again. Then %d kills of each service on the last round's cluster.\n\n"
            .formatted(rounds, releases, CONTACTS, kills));
    out.append(machine);
    out.append(
        "\nFrom the start of `up -d` and of `start` until every service is healthy, and `stop`; no target is set for the cluster:\n\n");
    out.append(start.markdown());
    memory.forEach((when, figures) ->
        out.append("\n%s, MiB in use:\n\n%s".formatted(when, figures.markdown())));
    out.append(
        "\nKilled for its memory, or started again by itself, before anything was killed: %s.\n"
            .formatted(mishaps.isEmpty() ? "none" : String.join(", ", mishaps)));
    return out.toString();
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}
