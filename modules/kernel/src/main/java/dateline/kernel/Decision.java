package dateline.kernel;

import java.util.List;

/**
 * What a {@link Decider} says to one command. Each becomes exactly one answer on the engine's
 * answers topic.
 */
public sealed interface Decision<E> {

  /**
   * The command is done by these facts.
   *
   * @param events at least one, in the order they happened
   */
  record Accepted<E>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
      if (events.isEmpty()) {
        throw new IllegalArgumentException(
            "an accepted command has at least one event; use NothingToDo otherwise");
      }
    }
  }

  /**
   * What the command asks for is so already.
   *
   * @param because one sentence for people
   */
  record NothingToDo<E>(String because) implements Decision<E> {}

  /**
   * A rule forbids it, and nothing has changed.
   *
   * @param code the broken rule, upper case with underscores, stable for machines: {@code
   *     STALE_REVISION}
   * @param reason one sentence for people: what is so, then what to do
   */
  record Refused<E>(String code, String reason) implements Decision<E> {}

  /** Accepts with one fact. */
  static <E> Decision<E> accept(E event) {
    return new Accepted<>(List.of(event));
  }

  /** Accepts with these facts, at least one, in this order. */
  static <E> Decision<E> accept(List<E> events) {
    return new Accepted<>(events);
  }

  /** Says that what the command asks for is so already. */
  static <E> Decision<E> nothingToDo(String because) {
    return new NothingToDo<>(because);
  }

  /** Refuses, naming the broken rule and saying what is so and what to do. */
  static <E> Decision<E> refuse(String code, String reason) {
    return new Refused<>(code, reason);
  }
}
