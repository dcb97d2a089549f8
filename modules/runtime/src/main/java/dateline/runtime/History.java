package dateline.runtime;

import dateline.contracts.Topic;
import dateline.kernel.Envelope;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The histories of one partition's keys: one store entry an event, {@code key 0x00 sequence(8
 * bytes, big endian)} to the event's wire bytes. What is stored is history and not state, so there
 * is never a state to migrate.
 */
final class History<E, W extends SpecificRecord> {

  static final String STORE = "history";

  private final KeyValueStore<Bytes, byte[]> store;
  private final Topic topic;
  private final WireCodec<E, W> codec;
  private final Wire wire;

  History(KeyValueStore<Bytes, byte[]> store, Topic topic, WireCodec<E, W> codec, Wire wire) {
    this.store = store;
    this.topic = topic;
    this.codec = codec;
    this.wire = wire;
  }

  /**
   * All events of a key, oldest first.
   *
   * @throws UnreadableRecordException if one of them cannot be read any more
   */
  List<Envelope<E>> of(String key) {
    List<Envelope<E>> events = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.prefixScan(Bytes.wrap(prefix(key)), new BytesSerializer())) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        events.add(codec.fromWire(codec.wireType().cast(wire.read(topic, entry.value))));
      }
    }
    return events;
  }

  /**
   * Adds an event.
   *
   * @param sequence how many events the key has before it
   */
  void append(String key, long sequence, byte[] event) {
    byte[] prefix = prefix(key);
    store.put(
        Bytes.wrap(
            ByteBuffer.allocate(prefix.length + Long.BYTES).put(prefix).putLong(sequence).array()),
        event);
  }

  private static byte[] prefix(String key) {
    byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(utf8.length + 1).put(utf8).put((byte) 0).array();
  }
}
