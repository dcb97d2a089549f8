package dateline.launcher;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dateline.clearance.kafka.ClearanceApp;
import dateline.drafting.kafka.DraftingApp;
import dateline.notification.kafka.NotificationApp;
import dateline.publishing.kafka.PublishingApp;
import dateline.runtime.Engine;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import dateline.runtime.Replay;
import dateline.runtime.wire.Wire;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Read every event that the engines ever wrote and replay it by the rules of this version, and say how much that is and how long it takes. Changes nothing; can be done while the engines run.",
      "Ends with 1 if something cannot be read or cannot have happened: do it with a new version before it is rolled out, and with a log that was restored."
    })
final class ReplayCommand implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Those that have rules. */
  enum Name {
    DRAFTING,
    CLEARANCE,
    PUBLISHING,
    NOTIFICATION;

    Engine<?, ?, ?> engine() {
      return switch (this) {
        case DRAFTING -> DraftingApp.engine();
        case CLEARANCE ->
            ClearanceApp.engine(() -> {
              throw new IllegalStateException("the directory was asked for while replaying");
            });
        case PUBLISHING -> PublishingApp.engine();
        case NOTIFICATION -> NotificationApp.engine();
      };
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ENGINE",
      arity = "0..*",
      description = "drafting, clearance, publishing or notification; default all of them.")
  private List<String> names = List.of();

  @Option(names = "--json", description = "One JSON object a line, for programs.")
  private boolean json;

  @Override
  public Integer call() {
    List<Name> engines = names.isEmpty() ? List.of(Name.values()) : named();
    KafkaSettings settings = KafkaSettings.from(System.getenv());
    boolean sound = true;
    try (Wire wire = new Wire(settings.wire())) {
      if (!json) {
        say(
            "%-14s %10s %12s %10s %12s"
                .formatted("ENGINE", "HISTORIES", "EVENTS", "S", "EVENTS/S"));
      }
      for (Name name : engines) {
        Replay.Report report = Replay.of(name.engine(), settings.client(), wire);
        tell(report);
        sound &= report.faults().isEmpty();
      }
    } catch (TimeoutException e) {
      throw new StartException(
          "The log at %s does not answer; start one with ./dateline up, or name another with DATELINE_KAFKA."
              .formatted(settings.bootstrapServers()),
          e);
    } catch (org.apache.kafka.common.KafkaException e) {
      LogAccessException.throwIfWhy(e, settings.client());
      throw e;
    }
    if (!json) {
      say(
          sound
              ? "This version reads all of it, and all of it can have happened."
              : "To mend it: \"When a replay finds a fault\" in docs/operations.md.");
    }
    return sound ? 0 : Dateline.FAILED;
  }

  private List<Name> named() {
    return names.stream()
        .map(given ->
            Arrays.stream(Name.values())
                .filter(name -> name.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() ->
                    new CommandLine.ParameterException(
                        spec.commandLine(),
                        "There is no engine \"%s\"; those that replay are drafting, clearance, publishing and notification."
                            .formatted(given))))
        .distinct()
        .toList();
  }

  private void tell(Replay.Report report) {
    double seconds = report.took().toNanos() / 1e9;
    if (json) {
      say(
          JSON.createObjectNode()
              .put("engine", report.engine())
              .put("histories", report.histories())
              .put("events", report.events())
              .put("seconds", seconds)
              .put("faults", report.faults().size())
              .toString());
    } else {
      say(
          "%-14s %,10d %,12d %10.1f %,12.0f"
              .formatted(
                  report.engine(),
                  report.histories(),
                  report.events(),
                  seconds,
                  report.events() / seconds));
    }
    report.faults().forEach(fault -> tell(report.engine(), fault));
  }

  private void tell(String engine, Replay.Fault fault) {
    if (json) {
      say(
          JSON.createObjectNode()
              .put("engine", engine)
              .put("partition", fault.partition())
              .put("offset", fault.offset())
              .put("key", fault.key())
              .put("code", fault.code())
              .put("why", fault.why())
              .toString());
    } else {
      say(
          "  WRONG  partition %d  offset %d  key %s  %s: %s"
              .formatted(
                  fault.partition(), fault.offset(), fault.key(), fault.code(), fault.why()));
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
