package dateline.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The open dead letters of one task: {@code topic 0x00 key 0x00 offset(8 bytes, big endian)} to
 * {@link OpenLetter}. A second store, in memory alone, has the keys that have letters which can
 * still be overtaken, so that every record can be asked about at no cost. Both are shared by all
 * processors of the task.
 */
final class OpenLetters {

  static final String STORE = "letters";

  /**
   * Topic, 0x00 and key, to the offset of the oldest letter that is not overtaken, and in a line
   * each those who set such letters aside.
   */
  static final String KEYS = "letters-keys";

  /** A letter's place among those of its task; a record without a key is one with an empty key. */
  record Id(String topic, String key, long offset) {}

  /** What {@link #KEYS} has of a key. */
  private record Waiting(long oldest, Set<String> processors) {

    static Waiting read(String value) {
      List<String> lines = List.of(value.split("\n", -1));
      return new Waiting(
          Long.parseLong(lines.getFirst()), new TreeSet<>(lines.subList(1, lines.size())));
    }

    Waiting and(long offset, Set<String> more) {
      Set<String> all = new TreeSet<>(processors);
      all.addAll(more);
      return new Waiting(Math.min(oldest, offset), all);
    }

    String text() {
      return oldest + "\n" + String.join("\n", processors);
    }
  }

  private final KeyValueStore<Bytes, byte[]> letters;
  private final KeyValueStore<String, String> keys;

  private OpenLetters(ProcessingContext context) {
    this.letters = context.getStateStore(STORE);
    this.keys = context.getStateStore(KEYS);
  }

  static OpenLetters of(ProcessingContext context) {
    return new OpenLetters(context);
  }

  /** Makes the stores, for this processor and those that are connected later. */
  static void addTo(Topology topology, String processor) {
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingEnabled(Map.of()),
        processor);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(KEYS), Serdes.String(), Serdes.String())
            .withLoggingDisabled(),
        processor);
  }

  /** Fills what is in memory alone; before anything else is asked. */
  void load() {
    List<String> stale = new ArrayList<>();
    try (KeyValueIterator<String, String> all = keys.all()) {
      all.forEachRemaining(entry -> stale.add(entry.key));
    }
    stale.forEach(keys::delete);
    Map<String, Waiting> found = new HashMap<>();
    try (KeyValueIterator<Bytes, byte[]> all = letters.all()) {
      all.forEachRemaining(entry -> {
        Id id = id(entry.key);
        add(found, id, OpenLetter.fromBytes(entry.value));
      });
    }
    found.forEach((key, waiting) -> keys.put(key, waiting.text()));
  }

  Optional<OpenLetter> find(Id id) {
    return Optional.ofNullable(letters.get(entry(id))).map(OpenLetter::fromBytes);
  }

  /** Keeps a letter, or says of one that is kept that one more set it aside. */
  void keep(Id id, OpenLetter letter) {
    OpenLetter kept =
        find(id)
            .map(known -> letter.processors().stream().reduce(known, OpenLetter::by, (_, b) -> b))
            .orElse(letter);
    letters.put(entry(id), kept.toBytes());
    if (!kept.overtaken()) {
      keys.put(
          name(id),
          waiting(id)
              .map(it -> it.and(id.offset(), kept.processors()))
              .orElseGet(() -> new Waiting(id.offset(), kept.processors()))
              .text());
    }
  }

  void remove(Id id) {
    letters.delete(entry(id));
    reindex(id);
  }

  /** Whether an older letter of its key could still be taken. */
  boolean hasEarlier(Id id) {
    return waiting(id).filter(it -> it.oldest() < id.offset()).isPresent();
  }

  /** Whether a younger letter of its key was set aside by this processor and is not settled. */
  boolean hasYounger(Id id, String processor) {
    return of(id, id.offset() + 1).stream()
        .anyMatch(entry -> OpenLetter.fromBytes(entry.value).processors().contains(processor));
  }

  /**
   * A record was read and all processors had it: the letters of its key that are older can no
   * longer be taken in order, unless whoever set them aside set this one aside too.
   */
  void passed(Id record) {
    Optional<Waiting> waiting = waiting(record).filter(it -> it.oldest() < record.offset());
    if (waiting.isEmpty()) {
      return;
    }
    Set<String> setAsideBy = find(record).map(OpenLetter::processors).orElse(Set.of());
    if (!setAsideBy.containsAll(waiting.get().processors())) {
      overtakeBefore(record);
    }
  }

  /** The older letters of this one's key can no longer be taken. */
  void overtakeBefore(Id id) {
    of(id, 0)
        .forEach(entry -> {
          if (id(entry.key).offset() < id.offset()) {
            letters.put(entry.key, OpenLetter.fromBytes(entry.value).overtake().toBytes());
          }
        });
    reindex(id);
  }

  private Optional<Waiting> waiting(Id id) {
    return Optional.ofNullable(keys.get(name(id))).map(Waiting::read);
  }

  private void reindex(Id any) {
    Map<String, Waiting> found = new HashMap<>();
    of(any, 0).forEach(entry -> add(found, id(entry.key), OpenLetter.fromBytes(entry.value)));
    String name = name(any);
    Optional.ofNullable(found.get(name))
        .ifPresentOrElse(it -> keys.put(name, it.text()), () -> keys.delete(name));
  }

  private static void add(Map<String, Waiting> found, Id id, OpenLetter letter) {
    if (!letter.overtaken()) {
      found.merge(
          name(id),
          new Waiting(id.offset(), letter.processors()),
          (known, more) -> known.and(more.oldest(), more.processors()));
    }
  }

  /** The letters of this topic and key, from an offset on. */
  private List<KeyValue<Bytes, byte[]>> of(Id any, long from) {
    List<KeyValue<Bytes, byte[]>> found = new ArrayList<>();
    byte[] prefix = prefix(any);
    try (KeyValueIterator<Bytes, byte[]> entries =
        letters.prefixScan(Bytes.wrap(prefix), new BytesSerializer())) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        // Another key may go on with what this one ends with.
        if (entry.key.get().length == prefix.length + Long.BYTES
            && id(entry.key).offset() >= from) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  private static String name(Id id) {
    return id.topic() + '\0' + id.key();
  }

  private static byte[] prefix(Id id) {
    return (name(id) + '\0').getBytes(StandardCharsets.UTF_8);
  }

  private static Bytes entry(Id id) {
    byte[] prefix = prefix(id);
    return Bytes.wrap(
        ByteBuffer.allocate(prefix.length + Long.BYTES).put(prefix).putLong(id.offset()).array());
  }

  private static Id id(Bytes entry) {
    byte[] bytes = entry.get();
    int end = bytes.length - Long.BYTES - 1;
    String name = new String(bytes, 0, end, StandardCharsets.UTF_8);
    int topic = name.indexOf('\0');
    return new Id(
        name.substring(0, topic),
        name.substring(topic + 1),
        ByteBuffer.wrap(bytes, end + 1, Long.BYTES).getLong());
  }
}
