package dateline.runtime;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The pasts of the keys that one task was asked about last, so that a long history is not replayed
 * for every command of it. Kafka Streams makes a new one with the task: of a transaction that was
 * not committed nothing stays.
 */
final class Pasts<S> {

  private static final int MOST_KEYS = 64;

  /** Of all keys together; about 300 bytes each. */
  private static final int MOST_EVENTS = 10_000;

  private final Map<String, Past<S>> newest = new LinkedHashMap<>(16, 0.75f, true);
  private long events;

  Optional<Past<S>> of(String key) {
    return Optional.ofNullable(newest.get(key));
  }

  void keep(String key, Past<S> past) {
    Optional<Past<S>> before = Optional.ofNullable(newest.put(key, past));
    events += past.version() - before.map(Past::version).orElse(0L);
    Iterator<Past<S>> oldest = newest.values().iterator();
    while (newest.size() > 1 && (newest.size() > MOST_KEYS || events > MOST_EVENTS)) {
      events -= oldest.next().version();
      oldest.remove();
    }
  }
}
