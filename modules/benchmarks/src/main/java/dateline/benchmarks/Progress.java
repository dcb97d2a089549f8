package dateline.benchmarks;

/** What a person who waits is told; the figures themselves go to standard output. */
final class Progress {

  private Progress() {}

  static void say(String line) {
    System.err.println("bench: " + line);
  }
}
