package dateline.launcher;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells a person what is waited for, in one line, if it takes longer than they expect. */
final class Waiting implements AutoCloseable {

  /** Whoever sees nothing for longer wonders. */
  static final Duration USUAL = Duration.ofSeconds(3);

  private final Thread teller;

  private Waiting(Thread teller) {
    this.teller = teller;
  }

  /**
   * Tells it after this time, unless this is closed before.
   *
   * @param line a whole sentence
   */
  static Waiting tell(PrintWriter to, Duration after, String line) {
    return new Waiting(
        Thread.ofVirtual()
            .name("waiting")
            .start(() -> {
              try {
                Thread.sleep(after);
                to.println(line);
                to.flush();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
  }

  /** Nothing is told any more once this returns. */
  @Override
  public void close() {
    teller.interrupt();
    try {
      teller.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
