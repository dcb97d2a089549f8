package dateline.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks again until something is so. */
final class Patience {

  /** Longer than anything may take, so that what takes too long is measured too. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private Patience() {}

  /** One look at something. */
  @FunctionalInterface
  interface Look<T> {
    /** What is there now, or empty if it is not yet as it shall be. */
    Optional<T> now() throws IOException, InterruptedException;
  }

  /**
   * Looks until it is so. Who does not answer is asked again.
   *
   * @param what is waited for: {@code "the page of a note"}
   * @param apart from one look to the next
   * @throws CannotMeasureException if it is not so for five minutes
   */
  static <T> T until(String what, Duration apart, Look<T> look) throws InterruptedException {
    Instant deadline = Instant.now().plus(LONGEST);
    String last = "";
    while (Instant.now().isBefore(deadline)) {
      try {
        Optional<T> now = look.now();
        if (now.isPresent()) {
          return now.get();
        }
        last = "";
      } catch (IOException e) {
        last = "; the last time nobody answered: " + e.getMessage();
      }
      PressDesk.pause(apart);
    }
    throw new CannotMeasureException(
        "Waited %d minutes in vain for %s%s.".formatted(LONGEST.toMinutes(), what, last));
  }
}
