package dateline.clearance.kafka;

import dateline.runtime.wire.UnreadableRecordException;
import java.util.function.Supplier;

/** Reads a record whose values the rules' types may refuse: a digest that is none, a blank id. */
final class Sound {

  private Sound() {}

  /**
   * @throws UnreadableRecordException if the rules' types refuse a value
   */
  static <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordException("UNREADABLE", "it holds a value that cannot be");
    }
  }
}
