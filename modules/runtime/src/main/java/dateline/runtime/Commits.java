package dateline.runtime;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When an engine's transaction ends. What somebody waits for is committed at once, as long as the
 * engine keeps up. When it does not, records are old before they are read, and as many as come
 * within {@link #INTERVAL} share one transaction, whose cost hardly depends on their number. What
 * leads to nothing (other engines' events that no policy cares about) always waits for that.
 */
final class Commits {

  /** A transaction is never open for longer. */
  static final Duration INTERVAL = Duration.ofMillis(50);

  /** Of the whole chain: what a policy makes of an event is as old as the event's own command. */
  private static final Duration YOUNG = Duration.ofMillis(150);

  private Commits() {}

  /**
   * Ends the transaction after this record if that is young.
   *
   * @param timestamp of the record, epoch milliseconds
   */
  static void soon(ProcessorContext<?, ?> context, long timestamp) {
    if (context.currentSystemTimeMs() - timestamp < YOUNG.toMillis()) {
      context.commit();
    }
  }
}
