package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.launcher.Ports;
import dateline.runtime.KafkaSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real broker in the test's own JVM, secured as a cluster is: TLS, SCRAM, an authorizer. Nobody
 * reaches it without a password. Its certificate is made here and nowhere kept.
 */
final class SecuredKafka implements AutoCloseable {

  /** Kafka's administrator, who may do everything. */
  static final String ADMIN = "admin";

  private static final String SCRAM = "SCRAM-SHA-512";

  private final KafkaRaftServer server;
  private final String bootstrapServers;
  private final Path certificate;
  private final Map<String, String> passwords;

  private SecuredKafka(
      KafkaRaftServer server,
      String bootstrapServers,
      Path certificate,
      Map<String, String> passwords) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
    this.certificate = certificate;
    this.passwords = passwords;
  }

  /**
   * Starts it.
   *
   * @param users who gets a password, beside the administrator
   */
  static SecuredKafka start(Path folder, Ports ports, List<String> users) throws Exception {
    Files.createDirectories(folder);
    Path certificate = certificate(folder);
    Map<String, String> passwords = new HashMap<>();
    passwords.put(ADMIN, UUID.randomUUID().toString());
    users.forEach(user -> passwords.put(user, UUID.randomUUID().toString()));
    Path data = folder.resolve("log");
    format(data, passwords.get(ADMIN));
    Properties properties = new Properties();
    properties.putAll(broker(folder, data, ports, login(ADMIN, passwords.get(ADMIN))));
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
    server.startup();
    SecuredKafka kafka =
        new SecuredKafka(server, "127.0.0.1:" + ports.broker(), certificate, passwords);
    kafka.addUsers(users);
    return kafka;
  }

  private static Map<String, String> broker(Path folder, Path data, Ports ports, String login) {
    Map<String, String> config = new HashMap<>();
    config.put("process.roles", "broker,controller");
    config.put("node.id", "1");
    config.put("controller.quorum.voters", "1@127.0.0.1:" + ports.controller());
    config.put("controller.listener.names", "CONTROLLER");
    config.put(
        "listeners",
        "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(ports.broker(), ports.controller()));
    config.put("listener.security.protocol.map", "CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT");
    config.put("inter.broker.listener.name", "CLIENTS");
    config.put("sasl.enabled.mechanisms", SCRAM);
    config.put("sasl.mechanism.inter.broker.protocol", SCRAM);
    config.put("listener.name.clients.scram-sha-512.sasl.jaas.config", login);
    config.put("ssl.keystore.type", "PKCS12");
    config.put("ssl.keystore.location", folder.resolve("broker.p12").toString());
    config.put("ssl.keystore.password", "of a test");
    config.put("ssl.truststore.type", "PEM");
    config.put("ssl.truststore.location", folder.resolve("broker.pem").toString());
    config.put("authorizer.class.name", WatchedAuthorizer.class.getName());
    // The controller's listener, which only the broker uses, knows no names.
    config.put("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
    config.put("log.dirs", data.toString());
    config.put("auto.create.topics.enable", "false");
    config.put("offsets.topic.replication.factor", "1");
    config.put("offsets.topic.num.partitions", "1");
    config.put("offsets.retention.minutes", "5256000");
    config.put("transaction.state.log.replication.factor", "1");
    config.put("transaction.state.log.min.isr", "1");
    config.put("transaction.state.log.num.partitions", "1");
    config.put("group.initial.rebalance.delay.ms", "0");
    config.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    config.put("message.max.bytes", Integer.toString(4 << 20));
    return config;
  }

  private static void format(Path data, String password) throws Exception {
    Files.createDirectories(data);
    new Formatter()
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(data.toString())
        .setDirectories(List.of(data.toString()))
        .setScramArguments(List.of(SCRAM + "=[name=" + ADMIN + ",password=" + password + "]"))
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  /** A key in the test's own folder, and the certificate that clients trust. */
  private static Path certificate(Path folder) throws IOException, InterruptedException {
    String store = folder.resolve("broker.p12").toString();
    Path certificate = folder.resolve("broker.pem");
    keytool(
        "-genkeypair -alias broker -keyalg EC -dname CN=broker -ext SAN=IP:127.0.0.1 -validity 2",
        store);
    keytool("-exportcert -rfc -alias broker -file " + certificate, store);
    return certificate;
  }

  private static void keytool(String arguments, String store)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-keystore", store, "-storepass", "of a test"));
    Ran ran = Ran.of(new ProcessBuilder(command));
    assertThat(ran.exitCode()).as(ran.everything()).isZero();
  }

  private void addUsers(List<String> users) throws Exception {
    try (Admin admin = admin()) {
      List<UserScramCredentialAlteration> all =
          users.stream()
              .<UserScramCredentialAlteration>map(user ->
                  new UserScramCredentialUpsertion(
                      user,
                      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                      passwords.getOrDefault(user, "")))
              .toList();
      admin.alterUserScramCredentials(all).all().get(20, TimeUnit.SECONDS);
    }
  }

  /** What the administrator does. */
  Admin admin() {
    return Admin.create(client(ADMIN));
  }

  /** The variables of somebody's processes. */
  Map<String, String> variables(String user) {
    return variables(user, passwords.getOrDefault(user, ""));
  }

  /** The same with any password. */
  Map<String, String> variables(String user, String password) {
    Map<String, String> variables = new HashMap<>();
    variables.put("DATELINE_KAFKA", bootstrapServers);
    security(user, password)
        .forEach((name, value) ->
            variables.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    return variables;
  }

  /** The variables of somebody whose secret stands in a file. */
  Map<String, String> variablesWithFile(String user) throws IOException {
    Properties properties = new Properties();
    properties.putAll(security(user, passwords.getOrDefault(user, "")));
    Path file = certificate.resolveSibling(user + ".properties");
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, user);
    }
    return Map.of("DATELINE_KAFKA", bootstrapServers, "DATELINE_KAFKA_PROPERTIES", file.toString());
  }

  /** The settings of somebody's Kafka client. */
  Map<String, Object> client(String user) {
    return KafkaSettings.from(variables(user)).client();
  }

  private Map<String, String> security(String user, String password) {
    return Map.of(
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        SCRAM,
        "sasl.jaas.config",
        login(user, password),
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        certificate.toString());
  }

  private static String login(String user, @org.jspecify.annotations.Nullable String password) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, password);
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
