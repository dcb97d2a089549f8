package dateline.kernel;

import java.util.Optional;

/**
 * Turns an event, mostly another engine's, into a command of our own. Its class name is its
 * specification: {@code WhenNoteSubmittedRequestClearance}. Pure: what it answers follows from the
 * event and from what it was built with.
 *
 * @param <E> the events it listens to
 * @param <C> our commands
 */
public interface Policy<E, C> {

  /** The command that follows from this event, or empty if none does. */
  Optional<C> when(Envelope<E> event);

  /** What that command is about: the event's own key, unless the policy carries it to another. */
  default String keyOf(Envelope<E> event) {
    return event.key();
  }

  /**
   * The policy's name: its class's. Part of the id of every command it gives, so it never changes.
   */
  default String name() {
    return getClass().getSimpleName();
  }
}
