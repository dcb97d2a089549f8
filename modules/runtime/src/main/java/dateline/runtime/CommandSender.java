package dateline.runtime;

import dateline.contracts.Topic;
import dateline.runtime.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes commands to the log for the faces. Every record waits for all replicas ({@code acks=all})
 * and is written once even if the network loses the reply. For use by any number of threads.
 */
public final class CommandSender implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CommandSender.class);
  private static final Duration AT_MOST = Duration.ofSeconds(10);

  private final Map<String, Object> config;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Wire wire;

  /**
   * @param producer settings of Kafka's producer: where the brokers are and how to sign in; what
   *     the promise needs is set here
   */
  public CommandSender(Map<String, Object> producer, Wire wire) {
    this.config = ownSettings(producer);
    this.producer = new KafkaProducer<>(config);
    this.wire = wire;
  }

  /**
   * Writes a record, with the trace of the request at hand. Completes when it is in the log for
   * good; exceptionally with {@link LogUnavailableException} if that is not known after ten
   * seconds, or {@link RecordTooLargeException} if the broker takes no record of its size.
   *
   * @throws dateline.runtime.wire.RegistryUnavailableException if the schema registry is away
   */
  public CompletableFuture<Void> send(Topic topic, String key, SpecificRecord value) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic.topicName(),
            null,
            key.getBytes(StandardCharsets.UTF_8),
            wire.write(topic, value),
            Trace.headers(Trace.current()));
    CompletableFuture<Void> written = new CompletableFuture<>();
    Future<RecordMetadata> _ =
        producer.send(
            record,
            (metadata, failure) -> {
              if (failure == null) {
                written.complete(null);
              } else if (failure instanceof RecordTooLargeException) {
                written.completeExceptionally(failure);
              } else {
                LogAccessException.of(failure, config)
                    .ifPresent(denied ->
                        LOG.atError()
                            .addKeyValue("topic", topic.topicName())
                            .addKeyValue("reason", denied.getMessage())
                            .log("a record may not be written"));
                written.completeExceptionally(
                    new LogUnavailableException(topic.topicName(), failure));
              }
            });
    return written;
  }

  @Override
  public void close() {
    producer.close(AT_MOST);
  }

  private static Map<String, Object> ownSettings(Map<String, Object> given) {
    Map<String, Object> config = new HashMap<>(given);
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // With several under way a partition whose broker is just becoming its leader can refuse the
    // first batch and take the second. The first is then out of sequence, and sent in vain until it
    // expires.
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) AT_MOST.toMillis() / 2);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) AT_MOST.toMillis() / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) AT_MOST.toMillis());
    return config;
  }
}
