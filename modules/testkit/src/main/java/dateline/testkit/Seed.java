package dateline.testkit;

import java.util.Random;

/**
 * The seed of a random test. It is another one each run, every failure names it, and {@code
 * -Ddateline.seed=<value>} replays it.
 */
public record Seed(long value) {

  /** This run's seed. */
  public static Seed ofThisRun() {
    return new Seed(Long.getLong("dateline.seed", new Random().nextLong()));
  }

  /** The random numbers of the test's n-th round. */
  public Random round(int n) {
    return new Random(value * 1_000_003 + n);
  }

  @Override
  public String toString() {
    return "-Ddateline.seed=" + value;
  }
}
