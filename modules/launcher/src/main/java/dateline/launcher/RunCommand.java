package dateline.launcher;

import dateline.runtime.Health;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import dateline.runtime.LogSetup;
import dateline.runtime.http.Content;
import dateline.runtime.http.HttpServer;
import dateline.runtime.http.Route;
import dateline.runtime.http.Routes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    description =
        "Run one module as a process of its own, against the Kafka and registry that the settings name.")
final class RunCommand implements Callable<Integer> {

  private static final Logger log = LoggerFactory.getLogger(RunCommand.class);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODULE", description = "${COMPLETION-CANDIDATES}")
  private Module module;

  @Option(
      names = "--health",
      paramLabel = "PORT",
      description =
          "Answer GET /health on this port of 127.0.0.1: 200 while the module works, otherwise 503 with the reason.")
  private Optional<Integer> healthPort = Optional.empty();

  @Override
  public Integer call() throws Exception {
    Map<String, String> variables = System.getenv();
    LogLevels.check(variables);
    KafkaSettings settings = KafkaSettings.from(variables);
    try (Waiting _ = Waiting.tell(spec.commandLine().getErr(), Waiting.USUAL, waiting(settings))) {
      LogSetup.ensure(settings, module.principal());
    }
    try (Stopping stopping = new Stopping()) {
      Module.Running running = start(variables, settings);
      try {
        serve(running, stopping);
      } finally {
        running.stop().close();
      }
    }
    return 0;
  }

  private Module.Running start(Map<String, String> variables, KafkaSettings settings)
      throws InterruptedException, ExecutionException {
    try {
      return module.start(variables);
    } catch (ExecutionException e) {
      LogAccessException.throwIfWhy(e, settings.client());
      throw e;
    }
  }

  private static String waiting(KafkaSettings settings) {
    Object most = settings.client().get(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG);
    return "Waiting for the log at %s, up to %d s …"
        .formatted(
            settings.bootstrapServers(),
            most == null ? 60 : Long.parseLong(most.toString()) / 1000);
  }

  private void serve(Module.Running running, Stopping stopping) throws InterruptedException {
    if (healthPort.isEmpty()) {
      watch(running, stopping);
      return;
    }
    Routes routes = Routes.of(List.of(Route.get("/health", _ -> answer(running.health().get()))));
    try (HttpServer _ = HttpServer.start("health", "127.0.0.1", healthPort.get(), routes)) {
      watch(running, stopping);
    }
  }

  private static Content answer(Health health) {
    return Content.json(
            health.ready() ? 200 : 503,
            Map.of("live", health.live(), "ready", health.ready(), "why", health.why()))
        .withHeader("Cache-Control", "no-store");
  }

  /** Until it is asked to stop, or has broken. */
  private void watch(Module.Running running, Stopping stopping) throws InterruptedException {
    boolean told = false;
    while (!stopping.asked(Duration.ofMillis(200))) {
      Health health = running.health().get();
      if (health.ready() && !told) {
        log.atInfo().addKeyValue("module", module).log("ready");
        told = true;
      }
      if (!health.live()) {
        String why = health.why();
        throw new StartException(module + " stopped: " + (why.endsWith(".") ? why : why + '.'));
      }
    }
  }
}
