package dateline.launcher.letters;

import dateline.contracts.ResubmissionV1;
import dateline.contracts.Topic;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import dateline.runtime.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Asks engines to take dead letters again, or to close them. For one thread. */
final class Resubmitter implements AutoCloseable {

  private static final Duration AT_MOST = Duration.ofSeconds(10);

  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;
  private final Wire wire;
  private final String by;

  /**
   * @param wire stays the caller's to close
   */
  Resubmitter(KafkaSettings settings, Wire wire) {
    Map<String, Object> config = new HashMap<>(settings.client());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) AT_MOST.toMillis());
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) AT_MOST.toMillis() / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) AT_MOST.toMillis());
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    this.admin = Admin.create(settings.client());
    this.wire = wire;
    this.by = by(settings.client());
  }

  /** The name the log knows us by; without one that of the account. */
  private static String by(Map<String, Object> client) {
    String principal = LogAccessException.who(client);
    return principal.startsWith("User:") && !principal.equals("User:ANONYMOUS")
        ? principal
        : System.getProperty("user.name", "");
  }

  /**
   * Whether somebody runs this engine.
   *
   * @throws KafkaException if the log does not say
   */
  boolean runs(String engine) throws InterruptedException {
    String group = "dateline-" + engine;
    try {
      return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
          .anyMatch(described -> !described.members().isEmpty());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw failed(e);
    }
  }

  /**
   * Writes what is to become of a letter to the partition of its engine's task, and waits until it
   * is on the log.
   *
   * @param action AGAIN or CLOSE
   * @return the resubmission's id
   * @throws KafkaException if the log does not take it
   */
  String ask(DeadLetter letter, String action, String reason) throws InterruptedException {
    String id = UUID.randomUUID().toString();
    DeadLetter.Id place = letter.id();
    ResubmissionV1 asked =
        new ResubmissionV1(
            id,
            place.engine(),
            place.topic(),
            place.partition(),
            place.offset(),
            action,
            by,
            reason,
            Instant.now());
    try {
      producer
          .send(
              new ProducerRecord<>(
                  Topic.RESUBMISSIONS.topicName(),
                  place.partition(),
                  letter.key(),
                  wire.write(Topic.RESUBMISSIONS, asked)))
          .get();
      return id;
    } catch (ExecutionException e) {
      throw failed(e);
    }
  }

  private static KafkaException failed(ExecutionException e) {
    return e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
  }

  @Override
  public void close() {
    producer.close(AT_MOST);
    admin.close(AT_MOST);
  }
}
