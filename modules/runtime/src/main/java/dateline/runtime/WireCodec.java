package dateline.runtime;

import dateline.kernel.Envelope;
import dateline.runtime.wire.UnreadableRecordException;
import org.apache.avro.specific.SpecificRecord;

/**
 * Where the rules' types meet the wire's. One for each of an engine's commands and events.
 *
 * @param <P> the sealed interface of commands or events
 * @param <W> the generated record of the topic
 */
public interface WireCodec<P, W extends SpecificRecord> {

  /** The generated record's class. */
  Class<W> wireType();

  /** The record for a message. */
  W toWire(Envelope<P> message);

  /**
   * The message in a record.
   *
   * @throws UnreadableRecordException if the record holds none of the kinds this codec knows or a
   *     value the rules' types refuse
   */
  Envelope<P> fromWire(W wire);
}
