package dateline.notification.kafka;

import dateline.contracts.Topic;
import dateline.runtime.DeadLetters;
import dateline.runtime.Trace;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The way to the dead letters for a record of our own writing that cannot be read. It is not kept:
 * it can be closed and not taken again, because planner and notices are tasks of their own.
 */
final class SetAside {

  private final Wire wire;
  private final String sink;
  private final PlannerMetrics metrics;

  /**
   * @param sink the child in the topology that writes the dead letters
   */
  SetAside(Wire wire, String sink, PlannerMetrics metrics) {
    this.wire = wire;
    this.sink = sink;
    this.metrics = metrics;
  }

  void send(
      ProcessorContext<String, byte[]> context,
      Record<String, byte[]> record,
      UnreadableRecordException why) {
    byte[] letter =
        wire.write(
            Topic.NOTIFICATION_DEAD_LETTERS,
            DeadLetters.letter(record, context.recordMetadata(), why));
    metrics.setAside();
    context.forward(
        new Record<>(
            record.key() == null ? "" : record.key(),
            letter,
            record.timestamp(),
            Trace.headers(Trace.of(record.headers()))),
        sink);
  }
}
