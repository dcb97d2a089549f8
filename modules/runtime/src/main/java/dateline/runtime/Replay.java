package dateline.runtime;

import dateline.contracts.Topic;
import dateline.kernel.Decider;
import dateline.kernel.Envelope;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * An engine's whole past, read from the log and replayed by the rules of this version: whether what
 * is kept for ever can still be read and makes sense. It decides nothing and writes nothing.
 *
 * <p>The topic is read twice. The first time counts the events of each key, so that the second time
 * a state is let go with its key's last event: memory is needed for the keys, about 200 bytes each,
 * and for the states of those notes that are between their first and their last event.
 */
public final class Replay {

  private Replay() {}

  /**
   * What was found.
   *
   * @param engine the engine's name
   * @param histories how many keys there are
   * @param events how many events were replayed
   * @param took reading twice and replaying
   * @param faults in the order of the log; a key with a fault is not replayed any further
   */
  public record Report(
      String engine, long histories, long events, Duration took, List<Fault> faults) {
    public Report {
      faults = List.copyOf(faults);
    }
  }

  /**
   * A record that cannot be replayed.
   *
   * @param partition from 0
   * @param offset from 0
   * @param key what the record is about; empty if it does not say
   * @param code {@code UNREADABLE}, {@code WRONG_KEY}, {@code UNKNOWN_KIND} or {@code FAULT}
   * @param why for people, never its content
   */
  public record Fault(int partition, long offset, String key, String code, String why) {}

  /**
   * Replays all events that the log has now.
   *
   * @param client settings of Kafka's clients: where the brokers are and how to sign in
   * @throws LogSetupException if the log has no such topic
   * @throws org.apache.kafka.common.errors.TimeoutException if the log does not answer for 20 s
   * @throws dateline.runtime.wire.RegistryUnavailableException if the registry does not answer
   */
  public static <S, E> Report of(Engine<?, S, E> engine, Map<String, Object> client, Wire wire) {
    long began = System.nanoTime();
    Topic topic = Topic.of(engine.name(), "events");
    Histories<S, E> histories =
        new Histories<>(engine.decider(), new Events<>(topic, engine.events(), wire));
    try (LogScan scan = new LogScan(client, "replay")) {
      Map<TopicPartition, Long> ends = scan.ends(topic);
      if (ends.isEmpty()) {
        throw new LogSetupException(
            "The log has no topic %s; ./dateline topics make makes it."
                .formatted(topic.topicName()));
      }
      scan.fromBeginning(ends, histories::count);
      scan.fromBeginning(ends, histories::replay);
    }
    return new Report(
        engine.name(),
        histories.keys,
        histories.replayed,
        Duration.ofNanos(System.nanoTime() - began),
        histories.faults);
  }

  /** How an engine's events are read. */
  private record Events<E, W extends SpecificRecord>(
      Topic topic, WireCodec<E, W> codec, Wire wire) {

    Envelope<E> read(String key, byte @Nullable [] value) {
      if (value == null) {
        throw new UnreadableRecordException("UNREADABLE", "it has no value");
      }
      Envelope<E> event = codec.fromWire(codec.wireType().cast(wire.read(topic, value)));
      if (!event.key().equals(key)) {
        throw new UnreadableRecordException("WRONG_KEY", "its key is not what it says it is about");
      }
      return event;
    }
  }

  private static final class Histories<S, E> {

    private final Decider<?, S, E> rules;
    private final Events<E, ?> events;

    /** Records still to come, by key. */
    private final Map<String, Integer> left = new HashMap<>();

    private final Map<String, S> states = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private long keys;
    private long replayed;

    Histories(Decider<?, S, E> rules, Events<E, ?> events) {
      this.rules = rules;
      this.events = events;
    }

    void count(ConsumerRecord<byte[], byte[]> record) {
      key(record).ifPresent(key -> left.merge(key, 1, Integer::sum));
      keys = left.size();
    }

    void replay(ConsumerRecord<byte[], byte[]> record) {
      Optional<String> key = key(record);
      try {
        evolve(
            key.orElseThrow(() -> new UnreadableRecordException("WRONG_KEY", "it has no key")),
            record.value());
      } catch (UnreadableRecordException e) {
        faults.add(
            new Fault(
                record.partition(),
                record.offset(),
                key.orElse(""),
                e.code(),
                String.valueOf(e.getMessage())));
        key.ifPresent(broken::add);
      }
      key.ifPresent(this::letGo);
    }

    private void evolve(String key, byte @Nullable [] value) {
      if (broken.contains(key)) {
        return;
      }
      Envelope<E> event = events.read(key, value);
      S before = states.containsKey(key) ? states.get(key) : rules.initialState();
      try {
        states.put(key, rules.evolve(before, event));
      } catch (RuntimeException e) { // Rules are pure: the fault is theirs or the history's.
        throw new UnreadableRecordException(
            "FAULT", "no decisions can have led to it (%s)".formatted(e.getMessage()));
      }
      replayed++;
    }

    private void letGo(String key) {
      if (left.merge(key, -1, Integer::sum) == 0) {
        left.remove(key);
        states.remove(key);
        broken.remove(key);
      }
    }

    private static Optional<String> key(ConsumerRecord<byte[], byte[]> record) {
      byte @Nullable [] key = record.key();
      return Optional.ofNullable(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
