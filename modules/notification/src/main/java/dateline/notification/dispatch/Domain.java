package dateline.notification.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The mails for one recipient domain and who works on them: never more than so many at once, and
 * never all of them on the public's mail. Safe for use by many threads.
 */
final class Domain {

  private final int most;
  private final Map<Lane, Deque<Task>> queues = new EnumMap<>(Lane.class);
  private final Map<Lane, Integer> workers = new EnumMap<>(Lane.class);

  /**
   * @param most connections at once, at least 1
   */
  Domain(int most) {
    this.most = most;
  }

  synchronized void add(Task task) {
    queue(task.lane()).addLast(task);
  }

  /** It was not tried: it is next again. */
  synchronized void giveBack(Task task) {
    queue(task.lane()).addFirst(task);
  }

  /** The lane for one more worker, who is counted from now on; empty if there are enough. */
  synchronized Optional<Lane> hire() {
    if (workers() >= most) {
      return Optional.empty();
    }
    for (Lane lane : Lane.values()) {
      if (!queue(lane).isEmpty() && isOpen(lane)) {
        workers.merge(lane, 1, Integer::sum);
        return Optional.of(lane);
      }
    }
    return Optional.empty();
  }

  private boolean isOpen(Lane lane) {
    return lane != Lane.PUBLIC || workers(lane) < Math.max(1, most - 1);
  }

  /** The next mail for a worker of this lane: of the lanes before it first, of none behind it. */
  synchronized Optional<Task> next(Lane worker) {
    for (Lane lane : Lane.values()) {
      if (lane.compareTo(worker) <= 0 && !queue(lane).isEmpty()) {
        return Optional.of(queue(lane).removeFirst());
      }
    }
    return Optional.empty();
  }

  synchronized void leave(Lane worker) {
    workers.merge(worker, -1, Integer::sum);
  }

  synchronized boolean isIdle() {
    return workers() == 0 && queues.values().stream().allMatch(Deque::isEmpty);
  }

  private int workers() {
    return workers.values().stream().mapToInt(Integer::intValue).sum();
  }

  private int workers(Lane lane) {
    return workers.getOrDefault(lane, 0);
  }

  private Deque<Task> queue(Lane lane) {
    return queues.computeIfAbsent(lane, _ -> new ArrayDeque<>());
  }
}
