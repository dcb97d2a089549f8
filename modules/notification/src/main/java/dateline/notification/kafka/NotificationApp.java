package dateline.notification.kafka;

import dateline.notification.NotificationCommand;
import dateline.notification.NotificationDecider;
import dateline.notification.NotificationEvent;
import dateline.notification.Subscriber;
import dateline.runtime.Engine;
import dateline.runtime.EngineTopology;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.Topology;

/**
 * The notification engine, its planner and its notices: one application. Mails are the dispatcher's
 * work.
 */
public final class NotificationApp {

  private NotificationApp() {}

  /** The engine alone. */
  public static Engine<NotificationCommand, Subscriber, NotificationEvent> engine() {
    return new Engine<>(
        "notification",
        new NotificationDecider(),
        new NotificationCodecs.Commands(),
        new NotificationCodecs.Events(),
        List.of(),
        new AddressesAndConfirmations(),
        Optional.empty());
  }

  /** The application, whole. */
  public static Topology topology(Wire wire, Meters meters) {
    return NoticeTopology.addTo(
        PlannerTopology.addTo(EngineTopology.of(engine(), wire, meters), wire, meters),
        wire,
        meters);
  }
}
