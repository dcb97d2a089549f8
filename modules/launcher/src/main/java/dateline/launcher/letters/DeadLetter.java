package dateline.launcher.letters;

import dateline.contracts.DeadLetterV1;
import dateline.contracts.SettlementV1;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record that an engine set aside, and what became of it since.
 *
 * @param id which one
 * @param said what the engine wrote when it set it aside, newest last; several parts of an engine
 *     may have set one record aside. Empty if the log has only what became of it
 * @param settlements what became of it, oldest first
 */
public record DeadLetter(Id id, List<DeadLetterV1> said, List<SettlementV1> settlements) {

  /** Outcomes after which nothing is left to do. */
  private static final Set<String> FINAL = Set.of("DONE", "CLOSED");

  public DeadLetter {
    said = List.copyOf(said);
    settlements = List.copyOf(settlements);
  }

  /**
   * Where the record was read.
   *
   * @param engine whose dead letters it is in: {@code "clearance"}
   * @param topic the Kafka topic's name
   */
  public record Id(String engine, String topic, int partition, long offset) {

    static Id of(String engine, DeadLetterV1 letter) {
      return new Id(engine, letter.getTopic(), letter.getPartition(), letter.getOffset());
    }

    /** Enough where no other topic has one at the same place: {@code "clearance/3/1412"}. */
    String brief() {
      return "%s/%d/%d".formatted(engine, partition, offset);
    }

    /** {@code "clearance/drafting.events/3/1412"}. */
    String full() {
      return "%s/%s/%d/%d"
          .formatted(engine, topic.replaceAll("^dateline\\.|\\.v\\d+$", ""), partition, offset);
    }
  }

  static DeadLetter none(Id id) {
    return new DeadLetter(id, List.of(), List.of());
  }

  DeadLetter and(DeadLetterV1 record) {
    if (record.getSettled() != null) {
      return new DeadLetter(id, said, more(settlements, record.getSettled()));
    }
    return new DeadLetter(id, more(said, record), settlements);
  }

  private static <T> List<T> more(List<T> some, T further) {
    List<T> all = new ArrayList<>(some);
    all.add(further);
    return all;
  }

  /** What ended it, if anything did. */
  Optional<SettlementV1> end() {
    return settlements.stream().filter(it -> FINAL.contains(it.getOutcome())).findFirst();
  }

  /** Whether something is left to do about it. */
  public boolean isOpen() {
    return !said.isEmpty() && end().isEmpty();
  }

  /** What the engine said last. */
  DeadLetterV1 last() {
    return said.getLast();
  }

  /** The record's key, byte for byte; empty if it had none. */
  byte[] key() {
    return bytes(last().getKey());
  }

  String keyText() {
    return new String(key(), StandardCharsets.UTF_8);
  }

  /** The record's value; empty if it had none. */
  Optional<byte[]> value() {
    return Optional.ofNullable(last().getValue()).map(DeadLetter::bytes);
  }

  private static byte[] bytes(@org.jspecify.annotations.Nullable ByteBuffer buffer) {
    if (buffer == null) {
      return new byte[0];
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
