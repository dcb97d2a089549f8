package dateline.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Asks the log again while it says that it does not know yet: a topic that was just made reaches
 * the brokers a moment after its maker was told.
 */
public final class Patiently {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Patiently() {}

  /** One request to the log, made anew each time. */
  @FunctionalInterface
  public interface Question<T> {
    KafkaFuture<T> ask();
  }

  /**
   * The answer, asked for until it comes.
   *
   * @throws ExecutionException what the log said if it is nothing that passes, or after 20 seconds
   */
  public static <T> T get(Question<T> question) throws ExecutionException, InterruptedException {
    return get(question, PATIENCE);
  }

  /** The same for as long as somebody waits. */
  public static <T> T get(Question<T> question, Duration patience)
      throws ExecutionException, InterruptedException {
    Instant deadline = Instant.now().plus(patience);
    while (true) {
      try {
        return question.ask().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RetriableException) || Instant.now().isAfter(deadline)) {
          throw e;
        }
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
