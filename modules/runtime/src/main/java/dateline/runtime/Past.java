package dateline.runtime;

import dateline.kernel.Decider;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the history of one key comes to.
 *
 * @param version how many events it has
 * @param state that they lead to
 * @param byCommand ids of its events, in order, by the command that caused them
 */
record Past<S>(long version, S state, Map<MessageId, List<MessageId>> byCommand) {

  /** That of these events, all there are, oldest first. */
  static <S, E> Past<S> of(Decider<?, S, E> rules, List<Envelope<E>> history) {
    Map<MessageId, List<MessageId>> byCommand = new HashMap<>();
    history.forEach(event ->
        byCommand.computeIfAbsent(event.causationId(), _ -> new ArrayList<>()).add(event.id()));
    return new Past<>(history.size(), rules.replay(history), byCommand);
  }

  /** The state after these further events. */
  <E> S next(Decider<?, S, E> rules, List<Envelope<E>> events) {
    S next = state;
    for (Envelope<E> event : events) {
      next = rules.evolve(next, event);
    }
    return next;
  }

  /**
   * The same after these events of one command. This one is not to be asked any more: what grows
   * with a history is not copied.
   *
   * @param next the state that they lead to
   */
  <E> Past<S> after(List<Envelope<E>> events, S next) {
    if (!events.isEmpty()) {
      byCommand.put(events.getFirst().causationId(), events.stream().map(Envelope::id).toList());
    }
    return new Past<>(version + events.size(), next, byCommand);
  }
}
