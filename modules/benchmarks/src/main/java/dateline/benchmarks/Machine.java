package dateline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.kafka.common.utils.AppInfoParser;

/** What a figure was measured on. */
final class Machine {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Machine() {}

  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Processor time of this process so far, all its threads. */
  static Duration ownCpu() {
    return Duration.ofNanos(SYSTEM.getProcessCpuTime());
  }

  /** A table in Markdown. To be asked before the load begins: it tells how busy the machine was. */
  static String markdown(Workplace work) throws IOException, InterruptedException {
    return markdown(
        work.home(),
        work.folder(),
        AppInfoParser.getVersion() + ", embedded: one broker, 4 partitions");
  }

  /**
   * The same of something that is set up otherwise.
   *
   * @param data a folder on the disk that it writes to
   * @param kafka which, and how many brokers and partitions
   */
  static String markdown(Path home, Path data, String kafka)
      throws IOException, InterruptedException {
    return """
    | measured on | |
    |---|---|
    | when, what | %s, commit %s |
    | processor | %s, %d cores |
    | memory | %.1f GiB |
    | data on | %s |
    | system | %s %s |
    | Java | %s %s |
    | Kafka | %s |
    | busy before it began | load average %.2f over the last minute |
    """
        .formatted(
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            commit(home),
            processor(),
            cores(),
            SYSTEM.getTotalMemorySize() / (double) (1L << 30),
            Files.getFileStore(data).type(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.vm.name"),
            Runtime.version(),
            kafka,
            SYSTEM.getSystemLoadAverage());
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(info)) {
      return System.getProperty("os.arch", "");
    }
    return Files.readAllLines(info).stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch", ""));
  }

  private static String commit(Path home) throws IOException, InterruptedException {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(home.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 ? said : "unknown";
    } catch (IOException e) {
      return "unknown"; // No git here.
    }
  }
}
