package dateline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** Who else used the processor while something was measured: it shows whether the figures count. */
final class Others {

  private static final Path SYSTEM = Path.of("/proc/stat");

  /** What the kernel counts in, on every Linux that runs Java. */
  static final Duration TICK = Duration.ofMillis(10);

  private static final double QUIET_PERCENT = 5;

  private final long began = System.nanoTime();
  private final Duration allBefore = all();
  private final Duration ownBefore = Machine.ownCpu();

  Others() throws IOException {}

  /**
   * A sentence on them since this was made.
   *
   * @param offices processor time of the offices that were started since
   */
  String line(Duration offices) throws IOException {
    if (!Files.isReadable(SYSTEM)) {
      return "What other processes used meanwhile is not known on this system.\n";
    }
    double possible = (double) (System.nanoTime() - began) * Machine.cores();
    Duration others =
        all().minus(allBefore).minus(Machine.ownCpu().minus(ownBefore)).minus(offices);
    double percent = Math.max(0, 100 * others.toNanos() / possible);
    return "Everything else on the machine used %.1f %% of the processor meanwhile%s.\n"
        .formatted(
            percent,
            percent > QUIET_PERCENT ? ": **not quiet, these figures are no evidence**" : "");
  }

  /** What all processes used since the machine started, and what its host took from it. */
  private static Duration all() throws IOException {
    if (!Files.isReadable(SYSTEM)) {
      return Duration.ZERO;
    }
    // user nice system idle iowait irq softirq steal: all but the two in which nothing runs.
    String[] ticks = Files.readAllLines(SYSTEM).getFirst().split("\\s+", -1);
    long busy =
        Arrays.stream(new int[] {1, 2, 3, 6, 7, 8}).mapToLong(i -> Long.parseLong(ticks[i])).sum();
    return TICK.multipliedBy(busy);
  }
}
