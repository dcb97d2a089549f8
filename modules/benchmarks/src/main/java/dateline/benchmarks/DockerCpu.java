package dateline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Processor time of all containers, of Docker's own processes and of what this process has started.
 * To be read before containers end: their shims take with them what they used since.
 */
final class DockerCpu {

  /** Nanoseconds; of control groups of the first version. */
  private static final Path FIRST = Path.of("/sys/fs/cgroup/cpuacct/docker/cpuacct.usage");

  /** Of the second version. */
  private static final Path SECOND = Path.of("/sys/fs/cgroup/docker/cpu.stat");

  private static final String MICROSECONDS = "usage_usec ";

  /** Their proxies and what they run once are their children. Names have 15 characters at most. */
  private static final Set<String> DOCKERS = Set.of("dockerd", "containerd", "containerd-shim");

  private final Map<String, Duration> running = new HashMap<>();
  private Duration ended = Duration.ZERO;

  /**
   * What the kernel says of one process.
   *
   * @param ofChildren of those that have ended and were waited for
   */
  record Used(String name, Duration own, Duration ofChildren) {

    /**
     * @param stat {@code "7 (java) S 1 …"}, as /proc has it
     */
    static Used of(String stat) {
      int close = stat.lastIndexOf(')');
      String[] fields = stat.substring(close + 2).split(" ", -1);
      return new Used(
          stat.substring(stat.indexOf('(') + 1, close),
          Others.TICK.multipliedBy(Long.parseLong(fields[11]) + Long.parseLong(fields[12])),
          Others.TICK.multipliedBy(Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
    }

    Duration all() {
      return own.plus(ofChildren);
    }
  }

  /** Whether this system tells; not where systemd keeps the control groups. */
  static boolean isKnown() {
    return Files.isReadable(FIRST) || Files.isReadable(SECOND);
  }

  /** So far; what was used before this was made is in it. */
  Duration used() throws IOException {
    Map<String, Duration> now = dockers();
    for (Map.Entry<String, Duration> before : running.entrySet()) {
      if (!now.containsKey(before.getKey())) {
        ended = ended.plus(before.getValue());
      }
    }
    running.clear();
    running.putAll(now);
    Duration sum = ended.plus(containers());
    for (Duration one : now.values()) {
      sum = sum.plus(one);
    }
    return read("self").map(Used::ofChildren).map(sum::plus).orElse(sum);
  }

  private static Duration containers() throws IOException {
    if (Files.isReadable(FIRST)) {
      return Duration.ofNanos(Long.parseLong(Files.readString(FIRST).strip()));
    }
    if (!Files.isReadable(SECOND)) {
      return Duration.ZERO;
    }
    return Files.readAllLines(SECOND).stream()
        .filter(line -> line.startsWith(MICROSECONDS))
        .map(line -> line.substring(MICROSECONDS.length()))
        .map(micros -> Duration.ofNanos(1_000 * Long.parseLong(micros)))
        .findFirst()
        .orElse(Duration.ZERO);
  }

  private static Map<String, Duration> dockers() throws IOException {
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      return Map.of();
    }
    List<String> ids;
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      ids =
          all.map(process -> String.valueOf(process.getFileName()))
              .filter(name -> name.matches("\\d+"))
              .toList();
    }
    Map<String, Duration> found = new HashMap<>();
    for (String id : ids) {
      read(id)
          .filter(process -> DOCKERS.contains(process.name()))
          .ifPresent(process -> found.put(id, process.all()));
    }
    return found;
  }

  private static Optional<Used> read(String process) {
    try {
      return Optional.of(Used.of(Files.readString(Path.of("/proc", process, "stat"))));
    } catch (IOException e) {
      return Optional.empty(); // It has ended.
    }
  }
}
