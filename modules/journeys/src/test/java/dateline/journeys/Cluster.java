package dateline.journeys;

import dateline.contracts.Topic;
import dateline.launcher.EmbeddedKafka;
import dateline.launcher.Ports;
import dateline.launcher.registry.EmbeddedRegistry;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogSetup;
import dateline.runtime.wire.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A real broker and a registry in the test's own JVM, with Dateline's topics; modules run beside it
 * as processes.
 */
final class Cluster implements AutoCloseable {

  private final EmbeddedKafka kafka;
  private final EmbeddedRegistry registry;
  private final Map<String, String> variables;
  private final Wire wire;

  private Cluster(EmbeddedKafka kafka, EmbeddedRegistry registry, Map<String, String> variables) {
    this.kafka = kafka;
    this.registry = registry;
    this.variables = variables;
    this.wire = new Wire(KafkaSettings.from(variables).wire());
  }

  static Cluster start(Path folder, int partitions) throws IOException {
    Ports ports = Ports.free();
    EmbeddedKafka kafka =
        EmbeddedKafka.start(
            folder.resolve("kafka"), "127.0.0.1", ports.broker(), ports.controller());
    EmbeddedRegistry registry =
        EmbeddedRegistry.start(kafka.bootstrapServers(), "127.0.0.1", ports.registry());
    Map<String, String> variables =
        Map.of(
            "DATELINE_KAFKA", kafka.bootstrapServers(),
            "DATELINE_REGISTRY", registry.url(),
            "DATELINE_AUTO_REGISTER", "true",
            "DATELINE_PARTITIONS", Integer.toString(partitions),
            "DATELINE_SECRET", "a secret for tests only");
    LogSetup.ensure(KafkaSettings.from(variables));
    return new Cluster(kafka, registry, variables);
  }

  /** The settings a module needs to run on it. */
  Map<String, String> variables() {
    return variables;
  }

  Wire wire() {
    return wire;
  }

  KafkaProducer<String, byte[]> producer() {
    Map<String, Object> config = new HashMap<>(KafkaSettings.from(variables).client());
    config.put("acks", "all");
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** Everything committed on a topic so far; what cannot be read is left out. */
  <T extends SpecificRecord> List<LogReader.Read<T>> read(Topic topic, Class<T> type) {
    return new LogReader(variables, wire).read(topic, type);
  }

  @Override
  public void close() {
    wire.close();
    registry.close();
    kafka.close();
  }
}
