package dateline.launcher;

import dateline.runtime.Health;
import dateline.runtime.SettingsReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Run a whole press office in one process, on an embedded Kafka, until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Where the log and everything else is kept; default ${DEFAULT-VALUE}, or DATELINE_DATA.",
      defaultValue = "${env:DATELINE_DATA:-data}")
  private Path folder = Path.of("data");

  @Override
  public Integer call() throws Exception {
    if (folder.toString().isBlank()) {
      throw new StartException("--data names no folder; name the one to keep everything in.");
    }
    Map<String, String> environment = System.getenv();
    LogLevels.check(environment);
    Ports ports = ports();
    if (DataFolder.isUnused(folder)) {
      PressOffice.check(ports, environment);
    }
    PrintWriter out = spec.commandLine().getOut();
    long began = System.nanoTime();
    try (DataFolder data = DataFolder.open(folder);
        Stopping stopping = new Stopping();
        PressOffice office = start(data, ports, environment, out)) {
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      office
          .addresses()
          .forEach(address -> out.printf("%-16s %s%n", address.what(), address.where()));
      out.printf(
          "%-16s %s%nReady in %.1f s. Stop with Ctrl-C; what was accepted stays.%n",
          "Data", data.path(), took.toMillis() / 1000.0);
      out.flush();
      watch(office, data, stopping);
      out.println("Stopping …");
      out.flush();
    }
    return 0;
  }

  private static PressOffice start(
      DataFolder data, Ports ports, Map<String, String> environment, PrintWriter out) {
    try (Waiting _ =
        data.leftBehind()
            ? Waiting.tell(
                out,
                Waiting.USUAL,
                "The Dateline before was killed: waiting until Kafka has ended its sessions, usually less than 20 s …")
            : Waiting.tell(out, Duration.ofSeconds(10), "Still starting …")) {
      return PressOffice.start(data, ports, environment, step -> {});
    }
  }

  /** Until it is asked to stop, something broke or the disk is nearly full. */
  private static void watch(PressOffice office, DataFolder data, Stopping stopping)
      throws InterruptedException, IOException {
    while (!stopping.asked(Duration.ofSeconds(1))) {
      if (data.freeBytes() < DataFolder.LEAST_FREE_BYTES / 2) {
        throw new StartException(
            "The disk of the data folder %s is nearly full; Dateline stopped before the log is hurt. Free some space and start it again: nothing is lost."
                .formatted(data.path()));
      }
      for (Health health : office.notReady()) {
        if (!health.live()) {
          throw new StartException(
              "%s stopped: %s. Start Dateline again; nothing that was accepted is lost."
                  .formatted(health.component(), health.why()));
        }
      }
    }
  }

  static Ports ports() {
    SettingsReader read = new SettingsReader(System.getenv());
    Ports usual = Ports.USUAL;
    Ports ports =
        new Ports(
            read.integer("DATELINE_BROKER_PORT", usual.broker(), 1, 65535),
            read.integer("DATELINE_CONTROLLER_PORT", usual.controller(), 1, 65535),
            read.integer("DATELINE_REGISTRY_PORT", usual.registry(), 1, 65535),
            read.integer("DATELINE_DESK_PORT", usual.desk(), 1, 65535),
            read.integer("DATELINE_DESK_MAIL_PORT", usual.deskMail(), 1, 65535),
            read.integer("DATELINE_NEWSROOM_PORT", usual.newsroom(), 1, 65535),
            read.integer("DATELINE_SMTP_PORT", usual.smtp(), 1, 65535),
            read.integer("DATELINE_INBOX_PORT", usual.inbox(), 1, 65535),
            read.integer("DATELINE_HEALTH_PORT", usual.health(), 1, 65535));
    read.done();
    return ports;
  }
}
