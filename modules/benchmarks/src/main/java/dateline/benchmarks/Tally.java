package dateline.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** How long things took, and what went wrong. Any thread may add. */
final class Tally {

  private static final long LONGEST_MICROS = 120_000_000;

  private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
  private final Map<String, LongAdder> wrong = new ConcurrentHashMap<>();

  /** Something that took this long; what failed took its time too. */
  void took(Duration time) {
    micros.recordValue(Math.clamp(time.toNanos() / 1_000, 0, LONGEST_MICROS));
  }

  void wentWrong(String what) {
    wrong.computeIfAbsent(what, _ -> new LongAdder()).increment();
  }

  void add(Tally other) {
    micros.add(other.micros);
    other.wrong.forEach(
        (what, times) -> wrong.computeIfAbsent(what, _ -> new LongAdder()).add(times.sum()));
  }

  long count() {
    return micros.getTotalCount();
  }

  long failures() {
    return wrong.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** In milliseconds, for example the 99th. */
  double percentile(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1_000.0;
  }

  /** The longest, in milliseconds. */
  double max() {
    return micros.getMaxValue() / 1_000.0;
  }

  /** All of it in a line. */
  String line(String what) {
    return "%,d %s: p50 %s, p90 %s, p99 %s, max %s ms; failures %s."
        .formatted(
            count(),
            what,
            Rounds.number(percentile(50)),
            Rounds.number(percentile(90)),
            Rounds.number(percentile(99)),
            Rounds.number(max()),
            wrong.isEmpty() ? "none" : new TreeMap<>(wrong));
  }
}
