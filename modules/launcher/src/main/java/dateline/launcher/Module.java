package dateline.launcher;

import dateline.clearance.kafka.ClearanceApp;
import dateline.contracts.Principal;
import dateline.desk.DeskApp;
import dateline.desk.DeskSettings;
import dateline.drafting.kafka.DraftingApp;
import dateline.newsroom.NewsroomApp;
import dateline.newsroom.NewsroomSettings;
import dateline.notification.dispatch.Dispatcher;
import dateline.notification.dispatch.NotificationSettings;
import dateline.notification.kafka.NotificationApp;
import dateline.publishing.kafka.PublishingApp;
import dateline.runtime.EngineTopology;
import dateline.runtime.Health;
import dateline.runtime.HealthMetrics;
import dateline.runtime.KafkaSettings;
import dateline.runtime.SettingsException;
import dateline.runtime.StreamsApp;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;

/** The parts of Dateline that may each be a process of their own. */
enum Module {
  DRAFTING {
    @Override
    Running start(Map<String, String> variables, Meters meters)
        throws InterruptedException, ExecutionException {
      return engine(
          variables, meters, wire -> EngineTopology.of(DraftingApp.engine(), wire, meters));
    }
  },
  CLEARANCE {
    @Override
    Running start(Map<String, String> variables, Meters meters)
        throws InterruptedException, ExecutionException {
      KafkaSettings settings = KafkaSettings.from(variables);
      return withWire(
          settings,
          wire -> {
            ClearanceApp app = ClearanceApp.start(settings, wire, meters);
            return running(app::health, app, wire);
          });
    }
  },
  PUBLISHING {
    @Override
    Running start(Map<String, String> variables, Meters meters)
        throws InterruptedException, ExecutionException {
      return engine(
          variables, meters, wire -> EngineTopology.of(PublishingApp.engine(), wire, meters));
    }
  },
  NOTIFICATION {
    @Override
    Running start(Map<String, String> variables, Meters meters)
        throws InterruptedException, ExecutionException {
      return engine(variables, meters, wire -> NotificationApp.topology(wire, meters));
    }
  },
  DISPATCHER {
    @Override
    Running start(Map<String, String> variables, Meters meters)
        throws InterruptedException, ExecutionException {
      NotificationSettings settings = NotificationSettings.from(variables);
      KafkaSettings kafka = KafkaSettings.from(variables);
      return withWire(
          kafka,
          wire -> {
            Dispatcher dispatcher = Dispatcher.start(settings, kafka, wire, meters);
            return running(dispatcher::health, dispatcher, wire);
          });
    }
  },
  NEWSROOM {
    @Override
    Running start(Map<String, String> variables, Meters meters) {
      NewsroomApp app = NewsroomApp.start(NewsroomSettings.from(variables), meters);
      return new Running(app::health, app);
    }
  },
  DESK {
    @Override
    Running start(Map<String, String> variables, Meters meters)
        throws InterruptedException, ExecutionException {
      return withWire(
          KafkaSettings.from(variables),
          wire -> {
            DeskApp app = DeskApp.start(DeskSettings.from(variables), wire, meters);
            return running(app::health, app, wire);
          });
    }
  };

  /** As whom it signs in to the log. */
  Principal principal() {
    return Principal.valueOf(name());
  }

  /**
   * A started part.
   *
   * @param health how it is now
   * @param stop ends it, with its threads
   */
  record Running(Supplier<Health> health, AutoCloseable stop) {}

  /**
   * Starts this part; it works when its health is ready.
   *
   * @param variables settings, as the process environment gives them
   * @param registry where its metrics go
   */
  Running start(Map<String, String> variables, MeterRegistry registry)
      throws InterruptedException, ExecutionException {
    Meters meters = new Meters(registry, name().toLowerCase(Locale.ROOT));
    Running running = start(variables, meters);
    HealthMetrics.watch(meters, running.health());
    return running;
  }

  abstract Running start(Map<String, String> variables, Meters meters)
      throws InterruptedException, ExecutionException;

  /**
   * Reads every module's settings before anything is started.
   *
   * @throws SettingsException naming every faulty variable of all modules
   */
  static void check(Map<String, String> variables) {
    List<String> faults = faults(variables);
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
  }

  /** Every faulty variable of all modules, each in a sentence that begins with its name. */
  static List<String> faults(Map<String, String> variables) {
    Set<String> faults = new LinkedHashSet<>();
    List<Consumer<Map<String, String>>> readers =
        List.of(
            KafkaSettings::from,
            NotificationSettings::from,
            NewsroomSettings::from,
            DeskSettings::from);
    for (Consumer<Map<String, String>> reader : readers) {
      try {
        reader.accept(variables);
      } catch (SettingsException e) {
        faults.addAll(e.faults());
      }
    }
    return List.copyOf(faults);
  }

  private static Running running(Supplier<Health> health, AutoCloseable app, Wire wire) {
    return new Running(
        health,
        () -> {
          app.close();
          wire.close();
        });
  }

  private static Running engine(
      Map<String, String> variables, Meters meters, Function<Wire, Topology> topology)
      throws InterruptedException, ExecutionException {
    KafkaSettings settings = KafkaSettings.from(variables);
    return withWire(
        settings,
        wire -> {
          StreamsApp app =
              StreamsApp.start(meters.module(), topology.apply(wire), settings, meters);
          return running(app::health, app, wire);
        });
  }

  /** Something that starts a part, or fails with what its start throws. */
  @FunctionalInterface
  private interface Starting {
    Running on(Wire wire) throws InterruptedException, ExecutionException;
  }

  /** Closes the wire again if the part does not start. */
  private static Running withWire(KafkaSettings settings, Starting starting)
      throws InterruptedException, ExecutionException {
    Wire wire = new Wire(settings.wire());
    boolean started = false;
    try {
      Running running = starting.on(wire);
      started = true;
      return running;
    } finally {
      if (!started) {
        wire.close();
      }
    }
  }
}
