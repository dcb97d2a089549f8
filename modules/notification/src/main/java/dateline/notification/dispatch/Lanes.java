package dateline.notification.dispatch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Connections of the whole process: each lane has its own, which the others cannot take. */
final class Lanes {

  private final Map<Lane, Semaphore> connections = new EnumMap<>(Lane.class);

  Lanes(int connectionsPerLane) {
    for (Lane lane : Lane.values()) {
      connections.put(lane, new Semaphore(connectionsPerLane, true));
    }
  }

  /** Waits for a connection of this lane. */
  void enter(Lane lane) throws InterruptedException {
    of(lane).acquire();
  }

  void leave(Lane lane) {
    of(lane).release();
  }

  private Semaphore of(Lane lane) {
    return Optional.ofNullable(connections.get(lane)).orElseThrow();
  }
}
