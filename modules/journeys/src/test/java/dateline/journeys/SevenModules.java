package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.launcher.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every module of Dateline, each a process of its own. */
final class SevenModules implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> NAMES =
      List.of(
          "drafting", "clearance", "publishing", "notification", "dispatcher", "newsroom", "desk");

  private final Map<String, ModuleProcess> processes = new LinkedHashMap<>();

  private SevenModules() {}

  /**
   * Starts all and waits until they work.
   *
   * @param folder for their local copies and output
   * @param variables of each module, by its name
   */
  static SevenModules start(Path folder, Function<String, Map<String, String>> variables)
      throws IOException {
    return start(folder, variables, Map.of());
  }

  /**
   * The same with ports where some say how they are.
   *
   * @param healthPorts by the module's name
   */
  static SevenModules start(
      Path folder,
      Function<String, Map<String, String>> variables,
      Map<String, Integer> healthPorts)
      throws IOException {
    SevenModules modules = new SevenModules();
    boolean work = false;
    try {
      for (String name : NAMES) {
        String[] options =
            Optional.ofNullable(healthPorts.get(name))
                .map(port -> new String[] {"--health", port.toString()})
                .orElseGet(() -> new String[0]);
        modules.processes.put(
            name, ModuleProcess.start(name, folder.resolve(name), variables.apply(name), options));
      }
      for (ModuleProcess module : modules.processes.values()) {
        awaitReady(module);
      }
      work = true;
      return modules;
    } finally {
      if (!work) {
        modules.close();
      }
    }
  }

  /**
   * What they need beside a log and a registry: ports, a mail server, and a token that the operator
   * made and left in the folder.
   */
  static Map<String, String> production(Path folder, Ports ports) throws Exception {
    Map<String, String> variables = new HashMap<>();
    variables.put("DATELINE_AUTO_REGISTER", "false");
    variables.put("DATELINE_DESK_PORT", Integer.toString(ports.desk()));
    variables.put("DATELINE_DESK_TOKENS", operatorToken(folder).toString());
    variables.put("DATELINE_NEWSROOM_PORT", Integer.toString(ports.newsroom()));
    variables.put("DATELINE_NEWSROOM_URL", "http://127.0.0.1:" + ports.newsroom());
    variables.put("DATELINE_SMTP", "127.0.0.1:" + ports.smtp());
    return variables;
  }

  /** Leaves a new operator's token in the folder; answers the file of its hash, for the desk. */
  static Path operatorToken(Path folder) throws Exception {
    String token = "a token for tests only";
    Files.writeString(folder.resolve("operator-token"), token);
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    return Files.writeString(folder.resolve("tokens"), HexFormat.of().formatHex(hash) + " *\n");
  }

  private static void awaitReady(ModuleProcess module) throws IOException {
    await().atMost(PATIENCE).until(() -> module.output().contains(" ready ") || !module.isAlive());
    assertThat(module.isAlive()).as(module.output()).isTrue();
  }

  /** Starts a module that has ended, with local copies elsewhere, and waits until it works. */
  void startAgain(String name, Path folder, Map<String, String> variables) throws IOException {
    ModuleProcess module = ModuleProcess.start(name, folder.resolve(name), variables);
    processes.put(name, module);
    awaitReady(module);
  }

  ModuleProcess get(String name) {
    ModuleProcess process = processes.get(name);
    if (process == null) {
      throw new IllegalArgumentException("no module " + name);
    }
    return process;
  }

  /** None has ended. */
  void areAllAlive() throws IOException {
    for (ModuleProcess module : processes.values()) {
      assertThat(module.isAlive()).as(module.output()).isTrue();
    }
  }

  /** Each ends by itself when it is asked to, the last first, and none had anything to tell. */
  void endQuietly() throws IOException, InterruptedException {
    for (ModuleProcess module : List.copyOf(processes.values()).reversed()) {
      assertThat(module.ends()).as(module.output()).isTrue();
      assertThat(module.output()).doesNotContain(" WARN ", " ERROR ");
    }
  }

  @Override
  public void close() {
    processes.values().parallelStream().forEach(ModuleProcess::close);
  }
}
