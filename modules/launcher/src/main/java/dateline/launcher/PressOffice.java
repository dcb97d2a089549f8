package dateline.launcher;

import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.RulesV1;
import dateline.launcher.cli.FileFault;
import dateline.launcher.directory.DirectoryFile;
import dateline.launcher.directory.DirectoryPublisher;
import dateline.launcher.directory.PressDirectory;
import dateline.launcher.mailsink.MailSink;
import dateline.launcher.registry.EmbeddedRegistry;
import dateline.runtime.Health;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogSetup;
import dateline.runtime.SettingsException;
import dateline.runtime.metrics.ProcessMetrics;
import dateline.runtime.wire.Wire;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything in one process: Kafka, the schema registry, the mail sink and all modules, with their
 * data in one folder. The same modules run one per process on a cluster; only their settings
 * differ.
 */
final class PressOffice implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PressOffice.class);
  private static final String HOST = "127.0.0.1";

  /** Settings that come from the data folder. */
  private static final Set<String> OWN = Set.of("DATELINE_SECRET", "DATELINE_DESK_TOKENS");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Ports ports;
  private final Map<String, String> variables;
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Map<Module, Module.Running> modules = new EnumMap<>(Module.class);

  private PressOffice(Ports ports, Map<String, String> variables) {
    this.ports = ports;
    this.variables = variables;
  }

  /**
   * Starts everything and waits until it works.
   *
   * @param data held by the caller and closed after this
   * @param environment further settings for the modules
   * @param progress is told each step as it is done
   * @throws StartException if it cannot start, with everything already started stopped again
   */
  static PressOffice start(
      DataFolder data, Ports ports, Map<String, String> environment, Consumer<String> progress) {
    ports.refuseIfTaken();
    Map<String, String> variables = settings(ports, environment);
    putSecrets(data, variables);
    Module.check(variables);
    PressOffice office = new PressOffice(ports, variables);
    boolean works = false;
    try {
      office.startAll(data, progress);
      works = true;
      return office;
    } catch (FileSystemException e) {
      throw unwritable(data, e);
    } catch (IOException e) {
      throw new StartException("Dateline cannot start: " + e.getMessage() + '.', e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("Dateline was stopped while it started.", e);
    } finally {
      if (!works) {
        office.close();
      }
    }
  }

  /**
   * Refuses what can be seen without a data folder, so that nothing is made for a start that fails.
   *
   * @throws StartException naming the ports that are taken
   * @throws SettingsException naming every faulty variable
   */
  static void check(Ports ports, Map<String, String> environment) {
    ports.refuseIfTaken();
    List<String> faults =
        Module.faults(settings(ports, environment)).stream()
            .filter(fault -> OWN.stream().noneMatch(name -> fault.startsWith(name + ' ')))
            .toList();
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
  }

  private void startAll(DataFolder data, Consumer<String> progress)
      throws IOException, InterruptedException {
    data.begun();
    started.push(MailSink.start(data.resolve("mails"), HOST, ports.smtp(), ports.inbox()));
    EmbeddedKafka kafka =
        EmbeddedKafka.start(data.resolve("kafka"), HOST, ports.broker(), ports.controller());
    started.push(kafka);
    progress.accept("log");
    KafkaSettings settings = KafkaSettings.from(variables);
    LogSetup.ensure(settings);
    started.push(EmbeddedRegistry.start(kafka.bootstrapServers(), HOST, ports.registry()));
    progress.accept("schema registry");
    takeDirectory(settings, progress);
    startModules();
    ProcessMetrics.watch(metrics);
    started.push(HealthServer.start(HOST, ports.health(), this::parts, metrics));
    awaitReady();
    progress.accept("modules");
  }

  /**
   * The name and zone of the directory on the log, unless the environment names others. A press
   * office that has nobody yet begins with the sample, so that there is somebody to write and
   * clear.
   */
  private void takeDirectory(KafkaSettings settings, Consumer<String> progress)
      throws IOException, InterruptedException {
    try (Wire wire = new Wire(settings.wire())) {
      Map<String, DirectoryEntryV1> held = DirectoryPublisher.held(settings, wire);
      if (held.isEmpty()) {
        PressDirectory sample = sample();
        DirectoryPublisher.apply(sample, settings, wire);
        progress.accept("sample directory");
        takeName(sample.name(), sample.zone().getId());
      }
      for (DirectoryEntryV1 entry : held.values()) {
        @Nullable RulesV1 rules = entry.getRules();
        if (rules != null) {
          takeName(rules.getPressOffice(), rules.getZone());
        }
      }
    }
  }

  private static PressDirectory sample() {
    return switch (DirectoryFile.read(DirectoryFile.sample())) {
      case DirectoryFile.Reading.Faulty(var faults) ->
          throw new IllegalStateException("the sample directory is faulty: " + faults);
      case DirectoryFile.Reading.Sound(var directory) -> directory;
    };
  }

  private void takeName(String name, String zone) throws IOException {
    unlessGiven("DATELINE_OFFICE_NAME", name);
    unlessGiven("DATELINE_ZONE", zone);
    unlessGiven(
        "DATELINE_MAIL_FROM",
        new InternetAddress("press@dateline.example", name, "UTF-8").toString());
  }

  private void unlessGiven(String variable, String value) {
    if (variables.getOrDefault(variable, "").isBlank()) {
      variables.put(variable, value);
    }
  }

  /** All at once: each waits for the log more than it works. */
  private void startModules() throws InterruptedException {
    started.push(this::stopModules);
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<Module, Future<Module.Running>> starting = new EnumMap<>(Module.class);
      for (Module module : Module.values()) {
        starting.put(module, together.submit(() -> module.start(variables, metrics)));
      }
      Optional<StartException> fault = Optional.empty();
      for (Map.Entry<Module, Future<Module.Running>> start : starting.entrySet()) {
        try {
          Module.Running running = result(start.getKey(), start.getValue());
          modules.put(start.getKey(), running);
        } catch (StartException e) {
          fault = Optional.of(fault.orElse(e));
        }
      }
      if (fault.isPresent()) {
        throw fault.get();
      }
    }
  }

  /** Those first that people wait at, while the engines still answer what they took. */
  private void stopModules() {
    stop(EnumSet.of(Module.DESK, Module.NEWSROOM));
    stop(EnumSet.allOf(Module.class));
  }

  /** All of these at once, and each once. */
  private void stop(Set<Module> which) {
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      which.stream()
          .flatMap(module -> Optional.ofNullable(modules.remove(module)).stream())
          .forEach(running -> together.execute(() -> stop(running.stop())));
    }
  }

  private static void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) { // AutoCloseable declares it; the rest must be stopped all the same.
      log.atWarn().setCause(e).log("a part did not stop cleanly");
    }
  }

  private static Module.Running result(Module module, Future<Module.Running> start)
      throws InterruptedException {
    try {
      return start.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StartException(
          "The %s does not start: %s"
              .formatted(
                  module.name().toLowerCase(Locale.ROOT),
                  Optional.ofNullable(cause.getMessage()).orElse("its log tells why.")),
          cause);
    }
  }

  private void awaitReady() throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    List<Health> waiting = notReady();
    while (!waiting.isEmpty()) {
      Health first = waiting.getFirst();
      if (!first.live() || Instant.now().isAfter(deadline)) {
        throw new StartException("%s does not work: %s.".formatted(first.component(), first.why()));
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      waiting = notReady();
    }
  }

  private List<Health> parts() {
    return modules.values().stream().map(module -> module.health().get()).toList();
  }

  /** The parts that do not work now, dead ones first. */
  List<Health> notReady() {
    return parts().stream()
        .filter(health -> !health.ready())
        .sorted(java.util.Comparator.comparing(Health::live))
        .toList();
  }

  /** The settings the modules run with, as the environment would give them. */
  Map<String, String> variables() {
    return Map.copyOf(variables);
  }

  /** Where everything is, a line each: what and address. */
  List<Address> addresses() {
    List<Address> all = new ArrayList<>();
    all.add(new Address("Newsroom", "http://%s:%d/".formatted(HOST, ports.newsroom())));
    all.add(new Address("Desk", deskUrl() + "/"));
    all.add(new Address("Answers by mail", "%s:%d".formatted(HOST, ports.deskMail())));
    all.add(new Address("Mail inbox", "http://%s:%d/".formatted(HOST, ports.inbox())));
    all.add(new Address("Kafka", "%s:%d".formatted(HOST, ports.broker())));
    all.add(new Address("Schema registry", "http://%s:%d".formatted(HOST, ports.registry())));
    all.add(
        new Address(
            "Health, metrics",
            "http://%1$s:%2$d/health, http://%1$s:%2$d/metrics".formatted(HOST, ports.health())));
    return all;
  }

  /** One thing to reach. */
  record Address(String what, String where) {}

  URI deskUrl() {
    return URI.create("http://%s:%d".formatted(HOST, ports.desk()));
  }

  URI newsroomUrl() {
    return URI.create("http://%s:%d".formatted(HOST, ports.newsroom()));
  }

  URI inboxUrl() {
    return URI.create("http://%s:%d".formatted(HOST, ports.inbox()));
  }

  private static void putSecrets(DataFolder data, Map<String, String> variables) {
    try {
      variables.put("DATELINE_SECRET", data.secret());
      variables.put("DATELINE_DESK_TOKENS", data.deskTokens().toString());
    } catch (FileSystemException e) {
      throw unwritable(data, e);
    } catch (IOException e) {
      throw new StartException(
          "The secrets in the data folder cannot be read: " + e.getMessage() + '.', e);
    }
    variables.put("DATELINE_DATA", data.path().toString());
  }

  private static StartException unwritable(DataFolder data, FileSystemException e) {
    Path file = Path.of(String.valueOf(e.getFile()));
    return new StartException(
        "The data folder %s cannot be written (%s: %s); mend that or choose another with --data."
            .formatted(data.path(), file, FileFault.of(file, e)),
        e);
  }

  private static Map<String, String> settings(Ports ports, Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("DATELINE_KAFKA", HOST + ':' + ports.broker());
    variables.put("DATELINE_REGISTRY", "http://%s:%d".formatted(HOST, ports.registry()));
    variables.put("DATELINE_AUTO_REGISTER", "true");
    variables.putIfAbsent("DATELINE_PARTITIONS", "4");
    variables.put("DATELINE_NEWSROOM_PORT", Integer.toString(ports.newsroom()));
    variables.putIfAbsent(
        "DATELINE_NEWSROOM_URL", "http://%s:%d".formatted(HOST, ports.newsroom()));
    variables.put("DATELINE_DESK_PORT", Integer.toString(ports.desk()));
    variables.putIfAbsent("DATELINE_DESK_URL", "http://%s:%d".formatted(HOST, ports.desk()));
    variables.put("DATELINE_DESK_MAIL_PORT", Integer.toString(ports.deskMail()));
    variables.putIfAbsent("DATELINE_DESK_MAIL", "clearance@dateline.example");
    variables.putIfAbsent("DATELINE_SMTP", "%s:%d".formatted(HOST, ports.smtp()));
    return variables;
  }

  /** Stops everything, what started last first. */
  @Override
  public void close() {
    while (!started.isEmpty()) {
      stop(started.pop());
    }
  }
}
