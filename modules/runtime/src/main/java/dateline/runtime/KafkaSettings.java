package dateline.runtime;

import dateline.runtime.wire.RestSchemaRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the log and the schemas are, and how this process uses them.
 *
 * @param bootstrapServers {@code DATELINE_KAFKA}, host:port list; example {@code
 *     broker-1:9092,broker-2:9092}; default {@code localhost:9092}
 * @param registryUrl {@code DATELINE_REGISTRY}, addresses of a Confluent-compatible schema
 *     registry, separated by commas; default {@code http://localhost:8085}
 * @param data {@code DATELINE_DATA}, folder for local copies that can be rebuilt from the log;
 *     default {@code data}
 * @param partitions {@code DATELINE_PARTITIONS}, of each topic when it is first made, 1 to 1,000;
 *     default 12. Cannot be changed later
 * @param replication {@code DATELINE_REPLICATION}, copies of each record, 1 to 7; default 1; a
 *     cluster needs 3
 * @param threads {@code DATELINE_STREAM_THREADS}, an engine's threads, 1 to 64; default 1
 * @param autoRegister {@code DATELINE_AUTO_REGISTER}, {@code true} lets writers register schemas;
 *     default {@code false}: {@code dateline schemas register} does
 * @param clients passed to every Kafka client and to the registry's: what the file {@code
 *     DATELINE_KAFKA_PROPERTIES} has, written as Kafka's tools take it with {@code
 *     --command-config}, example {@code /run/secrets/newsroom.properties}, default none; and all
 *     {@code KAFKA_…} variables, which go before it: {@code KAFKA_SECURITY_PROTOCOL} is {@code
 *     security.protocol}
 */
public record KafkaSettings(
    String bootstrapServers,
    String registryUrl,
    Path data,
    int partitions,
    short replication,
    int threads,
    boolean autoRegister,
    Map<String, String> clients) {

  public KafkaSettings {
    clients = Map.copyOf(clients);
  }

  /**
   * Reads the settings.
   *
   * @throws SettingsException naming every faulty variable
   */
  public static KafkaSettings from(Map<String, String> variables) {
    SettingsReader read = new SettingsReader(variables);
    KafkaSettings settings = read(read);
    read.done();
    return settings;
  }

  /** Reads the settings, leaving faults with the reader: for a record that holds this one. */
  public static KafkaSettings read(SettingsReader read) {
    String auto = read.text("DATELINE_AUTO_REGISTER", "false");
    if (!auto.equals("true") && !auto.equals("false")) {
      read.fault("DATELINE_AUTO_REGISTER", "is \"" + auto + "\"; it must be true or false");
    }
    Map<String, String> clients = new HashMap<>(read.properties("DATELINE_KAFKA_PROPERTIES"));
    clients.putAll(read.withPrefix("KAFKA_"));
    KafkaSettings settings =
        new KafkaSettings(
            read.text("DATELINE_KAFKA", "localhost:9092"),
            read.text("DATELINE_REGISTRY", "http://localhost:8085"),
            read.path("DATELINE_DATA", Path.of("data")),
            read.integer("DATELINE_PARTITIONS", 12, 1, 1000),
            (short) read.integer("DATELINE_REPLICATION", 1, 1, 7),
            read.integer("DATELINE_STREAM_THREADS", 1, 1, 64),
            auto.equals("true"),
            clients);
    RestSchemaRegistry.faultIn(settings.wire())
        .ifPresent(fault ->
            read.fault("DATELINE_REGISTRY", "and what else is set make no client: " + fault));
    return settings;
  }

  /** Without the settings of the clients, which may hold passwords, and so may an address. */
  @Override
  public String toString() {
    return "KafkaSettings[bootstrapServers=%s, data=%s, partitions=%d, replication=%d, threads=%d, autoRegister=%s]"
        .formatted(bootstrapServers, data, partitions, replication, threads, autoRegister);
  }

  /** What every Kafka client of this process begins with. */
  public Map<String, Object> client() {
    Map<String, Object> config = new HashMap<>(clients);
    config.put("bootstrap.servers", bootstrapServers);
    return config;
  }

  /** What {@code Wire} is built with: Confluent's keys. */
  public Map<String, Object> wire() {
    Map<String, Object> config = new HashMap<>(clients);
    config.put("schema.registry.url", registryUrl);
    config.put("auto.register.schemas", autoRegister);
    return config;
  }
}
