package dateline.notification.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The mails for one recipient domain and who works on them: never more than so many at once, and
 * never all of them on the public's mail. Safe for use by many threads.
 */
final class Domain {

  private final int most;
  private final Deque<Task> press = new ArrayDeque<>();
  private final Deque<Task> open = new ArrayDeque<>();
  private int onPress;
  private int onPublic;

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
    if (onPress + onPublic >= most) {
      return Optional.empty();
    }
    if (!press.isEmpty()) {
      onPress++;
      return Optional.of(Lane.PRESS);
    }
    if (!open.isEmpty() && onPublic < Math.max(1, most - 1)) {
      onPublic++;
      return Optional.of(Lane.PUBLIC);
    }
    return Optional.empty();
  }

  /** The next mail for a worker of this lane: press first, whoever works. */
  synchronized Optional<Task> next(Lane worker) {
    Task first = press.pollFirst();
    if (first == null && worker == Lane.PUBLIC) {
      first = open.pollFirst();
    }
    return Optional.ofNullable(first);
  }

  synchronized void leave(Lane worker) {
    switch (worker) {
      case PRESS -> onPress--;
      case PUBLIC -> onPublic--;
    }
  }

  synchronized boolean isIdle() {
    return onPress + onPublic == 0 && press.isEmpty() && open.isEmpty();
  }

  private Deque<Task> queue(Lane lane) {
    return switch (lane) {
      case PRESS -> press;
      case PUBLIC -> open;
    };
  }
}
