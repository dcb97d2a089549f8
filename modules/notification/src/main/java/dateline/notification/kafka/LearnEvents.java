package dateline.notification.kafka;

import dateline.contracts.NotificationEventV1;
import dateline.contracts.Topic;
import dateline.kernel.Envelope;
import dateline.notification.NotificationDecider;
import dateline.notification.NotificationEvent;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps what each subscriber wants, from the engine's own events. */
final class LearnEvents implements Processor<String, byte[], String, byte[]> {

  /** Its child in the topology. */
  static final String DEAD_LETTERS = "events-dead-letters";

  private final Wire wire;
  private final SetAside dead;
  private final NotificationDecider rules = new NotificationDecider();
  private final NotificationCodecs.Events codec = new NotificationCodecs.Events();
  private ProcessorContext<String, byte[]> context;
  private Reach reach;

  LearnEvents(Wire wire, PlannerMetrics metrics) {
    this.wire = wire;
    this.dead = new SetAside(wire, DEAD_LETTERS, metrics);
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    reach = Reach.of(context);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    Envelope<NotificationEvent> event;
    try {
      event = event(record);
    } catch (UnreadableRecordException e) {
      dead.send(context, record, e);
      return;
    }
    Reached before = reach.subscriber(event.key());
    reach.put(event.key(), new Reached(before.domain(), rules.evolve(before.subscriber(), event)));
  }

  private Envelope<NotificationEvent> event(Record<String, byte[]> record) {
    if (record.value() == null) {
      throw new UnreadableRecordException("UNREADABLE", "it has no value");
    }
    return codec.fromWire(
        (NotificationEventV1) wire.read(Topic.NOTIFICATION_EVENTS, record.value()));
  }
}
