package dateline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker and controller in this process: Kafka's own server on one node, with its data
 * in a folder. What runs on it runs unchanged on a cluster.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private final KafkaNode node;
  private final String bootstrapServers;

  private EmbeddedKafka(KafkaNode node, String bootstrapServers) {
    this.node = node;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts the broker, formatting the folder on first use.
   *
   * @param folder the log's data
   * @param host to listen on
   * @param port of the broker; 1 to 65535
   * @param controllerPort of the controller; 1 to 65535
   * @throws IOException if the folder cannot be written
   */
  public static EmbeddedKafka start(Path folder, String host, int port, int controllerPort)
      throws IOException {
    Files.createDirectories(folder);
    Map<String, String> config = config(folder, host, port, controllerPort);
    format(folder);
    KafkaNode node = KafkaNode.start(KafkaConfig.fromProps(properties(config)));
    return new EmbeddedKafka(node, host + ':' + port);
  }

  /** Where clients reach it: host:port. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Stops in order: what was acknowledged is on disk. */
  @Override
  public void close() {
    node.close();
  }

  private static java.util.Properties properties(Map<String, String> config) {
    java.util.Properties properties = new java.util.Properties();
    properties.putAll(config);
    return properties;
  }

  private static Map<String, String> config(
      Path folder, String host, int port, int controllerPort) {
    Map<String, String> config = new HashMap<>();
    config.put("process.roles", "broker,controller");
    config.put("node.id", "1");
    config.put("controller.quorum.voters", "1@" + host + ':' + controllerPort);
    config.put(
        "listeners",
        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(host, port, host, controllerPort));
    config.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(host, port));
    config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    config.put("controller.listener.names", "CONTROLLER");
    config.put("inter.broker.listener.name", "PLAINTEXT");
    config.put("log.dirs", folder.toAbsolutePath().toString());
    config.put("num.partitions", "1");
    config.put("auto.create.topics.enable", "false");
    config.put("offsets.topic.replication.factor", "1");
    config.put("offsets.topic.num.partitions", "4");
    // A press office may be closed for longer than Kafka's week; positions are never forgotten.
    config.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
    config.put("transaction.state.log.replication.factor", "1");
    config.put("transaction.state.log.min.isr", "1");
    config.put("transaction.state.log.num.partitions", "4");
    config.put("share.coordinator.state.topic.replication.factor", "1");
    config.put("share.coordinator.state.topic.min.isr", "1");
    config.put("group.initial.rebalance.delay.ms", "0");
    config.put("unclean.leader.election.enable", "false");
    config.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    config.put("log.cleaner.threads", "1");
    config.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    config.put("num.network.threads", "2");
    config.put("num.io.threads", "4");
    config.put("num.replica.fetchers", "1");
    config.put("num.recovery.threads.per.data.dir", "2");
    config.put("background.threads", "2");
    config.put("message.max.bytes", Integer.toString(4 << 20));
    // After a kill the controller takes the broker back only when the killed one's session has
    // ended.
    config.put("broker.session.timeout.ms", "4000");
    config.put("broker.heartbeat.interval.ms", "500");
    return config;
  }

  private static void format(Path folder) throws IOException {
    if (Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return;
    }
    Formatter formatter =
        new Formatter()
            .setNodeId(1)
            .setClusterId(Uuid.randomUuid().toString())
            .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
            .setControllerListenerName("CONTROLLER")
            .setMetadataLogDirectory(folder.toAbsolutePath().toString())
            .setDirectories(java.util.List.of(folder.toAbsolutePath().toString()))
            .setIgnoreFormatted(true)
            .setPrintStream(
                new java.io.PrintStream(
                    java.io.OutputStream.nullOutputStream(),
                    false,
                    java.nio.charset.StandardCharsets.UTF_8));
    try {
      formatter.run();
    } catch (Exception e) { // Formatter.run declares Exception.
      throw new IOException(
          "the folder " + folder + " cannot be made ready for Kafka: " + e.getMessage(), e);
    }
  }
}
