package dateline.launcher;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * What a person sees while something goes on: each step as it happens, with the time since the
 * start.
 */
final class Steps {

  private final PrintWriter out;
  private final Stopping stopping;
  private final long began = System.nanoTime();

  /**
   * @param stopping ends what goes on at its next step once the process is asked to stop
   */
  Steps(PrintWriter out, Stopping stopping) {
    this.out = out;
    this.stopping = stopping;
  }

  /** A line as it is. */
  void say(String line) {
    out.println(line);
    out.flush();
  }

  /**
   * A step that is done now.
   *
   * @throws StartException if the process was asked to stop meanwhile
   */
  void done(String step) {
    if (stopping.asked()) {
      throw new StartException("Stopped on request.");
    }
    Duration since = Duration.ofNanos(System.nanoTime() - began);
    say("%6.2f s  %s".formatted(since.toNanos() / 1e9, step));
  }

  /** Several lines that belong to the step before. */
  void detail(String lines) {
    lines.lines().forEach(line -> say("          " + line));
  }
}
