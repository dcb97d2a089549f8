package dateline.launcher;

import dateline.contracts.Topic;
import dateline.runtime.Health;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import dateline.runtime.LogSetup;
import dateline.runtime.SettingsReader;
import dateline.runtime.metrics.ProcessMetrics;
import dateline.runtime.wire.RegistryAccessException;
import dateline.runtime.wire.RegistryUnavailableException;
import dateline.runtime.wire.RestSchemaRegistry;
import dateline.runtime.wire.SchemaRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
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
          "Answer on this port of 127.0.0.1, or of DATELINE_HEALTH_HOST: GET /health with 200 while the module works and otherwise 503 with the reason, GET /metrics with what it counts, for Prometheus.")
  private Optional<Integer> healthPort = Optional.empty();

  @Override
  public Integer call() throws Exception {
    Map<String, String> variables = System.getenv();
    LogLevels.check(variables);
    KafkaSettings settings = KafkaSettings.from(variables);
    try (Waiting _ = Waiting.tell(spec.commandLine().getErr(), Waiting.USUAL, waiting(settings))) {
      LogSetup.ensure(settings, module.principal());
    }
    greetRegistry(settings);
    String host = healthHost(variables);
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (Stopping stopping = new Stopping()) {
      Module.Running running = start(variables, settings, metrics);
      try {
        serve(running, host, metrics, stopping);
      } finally {
        running.stop().close();
      }
    }
    return 0;
  }

  /**
   * Lets a module that the registry does not let in end now, and not with its first record. One
   * that does not answer is waited for when it is needed.
   */
  private static void greetRegistry(KafkaSettings settings) {
    try (SchemaRegistry registry = RestSchemaRegistry.connect(settings.wire())) {
      registry.latest(SchemaRegistry.valueSubject(Topic.RELEASES.topicName()));
    } catch (RegistryAccessException e) {
      throw e;
    } catch (RegistryUnavailableException e) {
      log.atWarn().addKeyValue("reason", e.getMessage()).log("starting without the registry");
    }
  }

  private Module.Running start(
      Map<String, String> variables, KafkaSettings settings, MeterRegistry metrics)
      throws InterruptedException, ExecutionException {
    try {
      return module.start(variables, metrics);
    } catch (ExecutionException e) {
      LogAccessException.throwIfWhy(e, settings.client());
      throw e;
    }
  }

  private static String healthHost(Map<String, String> variables) {
    return new SettingsReader(variables).text("DATELINE_HEALTH_HOST", "127.0.0.1");
  }

  private static String waiting(KafkaSettings settings) {
    Object most = settings.client().get(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG);
    return "Waiting for the log at %s, up to %d s …"
        .formatted(
            settings.bootstrapServers(),
            most == null ? 60 : Long.parseLong(most.toString()) / 1000);
  }

  private void serve(
      Module.Running running, String host, PrometheusMeterRegistry metrics, Stopping stopping)
      throws InterruptedException {
    if (healthPort.isEmpty()) {
      watch(running, stopping);
      return;
    }
    ProcessMetrics.watch(metrics);
    try (HealthServer _ =
        HealthServer.start(
            host, healthPort.get(), () -> List.of(running.health().get()), metrics)) {
      watch(running, stopping);
    }
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
