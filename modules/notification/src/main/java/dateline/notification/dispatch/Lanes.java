package dateline.notification.dispatch;

import java.util.concurrent.Semaphore;

/** Connections of the whole process: each lane has its own, which the other cannot take. */
final class Lanes {

  private final Semaphore press;
  private final Semaphore open;

  Lanes(int connectionsPerLane) {
    press = new Semaphore(connectionsPerLane, true);
    open = new Semaphore(connectionsPerLane, true);
  }

  /** Waits for a connection of this lane. */
  void enter(Lane lane) throws InterruptedException {
    of(lane).acquire();
  }

  void leave(Lane lane) {
    of(lane).release();
  }

  private Semaphore of(Lane lane) {
    return switch (lane) {
      case PRESS -> press;
      case PUBLIC -> open;
    };
  }
}
