package dateline.launcher;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and a termination signal into an orderly stop: the process waits, half a minute at
 * most, until whoever holds this has closed everything and then this.
 */
final class Stopping implements AutoCloseable {

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  Stopping() {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(this::stop));
  }

  /** Waits at most so long; true as soon as the process is asked to stop. */
  boolean asked(Duration most) throws InterruptedException {
    return asked.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether the process was asked to stop. */
  boolean asked() {
    return asked.getCount() == 0;
  }

  private void stop() {
    asked.countDown();
    try {
      done.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
