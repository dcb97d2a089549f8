package dateline.note;

import java.util.Random;

/** Random numbers of a property test; the seed is printed and replays with {@code -Dseed=…}. */
final class Seed {

  private Seed() {}

  static Random random(String test) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println(test + ": replay with -Dseed=" + seed);
    return new Random(seed);
  }
}
