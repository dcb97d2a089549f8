package dateline.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What the clock waits for, ordered by instant: {@code epoch milliseconds(8 bytes, big endian) key}
 * to the trace of what set it, or nothing. An instant that no longer matters is not removed: when
 * it comes, the decider has nothing to do.
 */
final class DueInstants {

  static final String STORE = "due";

  /**
   * One thing to remind of.
   *
   * @param trace of what set it, if that had one
   */
  record Due(Instant instant, String key, Optional<Trace> trace) {}

  private final KeyValueStore<Bytes, byte[]> store;

  DueInstants(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  void add(Due due) {
    store.put(
        entry(due),
        due.trace()
            .map(trace -> trace.traceparent().getBytes(StandardCharsets.US_ASCII))
            .orElse(new byte[0]));
  }

  void remove(Due due) {
    store.delete(entry(due));
  }

  /** What is due now or was before, oldest first. */
  List<Due> until(Instant now, int most) {
    List<Due> found = new ArrayList<>();
    Bytes from = Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(0).array());
    Bytes to = Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(now.toEpochMilli() + 1).array());
    try (KeyValueIterator<Bytes, byte[]> entries = store.range(from, to)) {
      while (entries.hasNext() && found.size() < most) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        Due due = due(entry.key, entry.value);
        if (!due.instant().isAfter(now)) {
          found.add(due);
        }
      }
    }
    return found;
  }

  private static Bytes entry(Due due) {
    byte[] key = due.key().getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + key.length)
            .putLong(Math.max(0, due.instant().toEpochMilli()))
            .put(key)
            .array());
  }

  private static Due due(Bytes entry, byte[] trace) {
    ByteBuffer bytes = ByteBuffer.wrap(entry.get());
    Instant instant = Instant.ofEpochMilli(bytes.getLong());
    return new Due(
        instant,
        StandardCharsets.UTF_8.decode(bytes).toString(),
        Trace.read(new String(trace, StandardCharsets.US_ASCII)));
  }
}
