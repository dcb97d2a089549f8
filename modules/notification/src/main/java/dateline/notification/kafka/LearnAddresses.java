package dateline.notification.kafka;

import dateline.contracts.AddressV1;
import dateline.contracts.Topic;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps each subscriber's mail domain, and no more of the address than that. */
final class LearnAddresses implements Processor<String, byte[], String, byte[]> {

  /** Its child in the topology. */
  static final String DEAD_LETTERS = "addresses-dead-letters";

  private final Wire wire;
  private final SetAside dead;
  private ProcessorContext<String, byte[]> context;
  private Reach reach;

  LearnAddresses(Wire wire, PlannerMetrics metrics) {
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
    String domain;
    try {
      domain = record.value() == null ? "" : domain(record.value());
    } catch (UnreadableRecordException e) {
      dead.send(context, record, e);
      return;
    }
    reach.put(record.key(), new Reached(domain, reach.subscriber(record.key()).subscriber()));
  }

  private String domain(byte[] value) {
    String address = ((AddressV1) wire.read(Topic.ADDRESSES, value)).getAddress();
    return address.substring(address.indexOf('@') + 1);
  }
}
