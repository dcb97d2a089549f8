package dateline.runtime;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a processor's transaction ends. What somebody waits for is committed at once, as long as the
 * application keeps up. When it does not, records are old before they are read, and as many as come
 * within {@link #SHARED} share one transaction, whose cost hardly depends on their number. What
 * leads to nothing (events that no policy cares about) waits for one of these, {@link #INTERVAL} at
 * most.
 */
public final class Commits {

  /** A transaction is never open for longer. */
  static final Duration INTERVAL = Duration.ofMillis(500);

  private static final Duration SHARED = Duration.ofMillis(100);

  /** Of the whole chain: what a policy makes of an event is as old as the event's own command. */
  private static final Duration YOUNG = Duration.ofMillis(150);

  private final ProcessorContext<?, ?> context;
  private boolean awaited;

  private Commits(ProcessorContext<?, ?> context) {
    this.context = context;
  }

  /** For one processor, when it is initialised. */
  public static Commits of(ProcessorContext<?, ?> context) {
    Commits commits = new Commits(context);
    // At the same instants in all processors, whose transaction is one.
    context.schedule(Instant.EPOCH, SHARED, PunctuationType.WALL_CLOCK_TIME, _ -> commits.shared());
    return commits;
  }

  /**
   * Somebody waits for what was just made of a record: ends the transaction after it if the record
   * is young, and else within {@link #SHARED}.
   *
   * @param timestamp of the record, epoch milliseconds
   */
  public void soon(long timestamp) {
    if (context.currentSystemTimeMs() - timestamp < YOUNG.toMillis()) {
      commit();
    } else {
      awaited = true;
    }
  }

  private void shared() {
    if (awaited) {
      commit();
    }
  }

  private void commit() {
    context.commit();
    awaited = false;
  }
}
