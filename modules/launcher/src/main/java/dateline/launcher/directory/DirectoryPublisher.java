package dateline.launcher.directory;

import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.Topic;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import dateline.runtime.LogFollower;
import dateline.runtime.LogRecord;
import dateline.runtime.Patiently;
import dateline.runtime.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes a directory to the log: all of it or nothing, one version after the other. Two at once
 * cannot mix, because whoever begins later shuts the other out before it reads.
 */
public final class DirectoryPublisher {

  private static final Duration AT_MOST = Duration.ofSeconds(30);

  /** A topic that was just made is known to every broker by then. */
  private static final Duration JUST_MADE = Duration.ofSeconds(5);

  /**
   * What an apply did.
   *
   * @param version of the directory on the log now, from 1
   * @param written entries that are new or differ; 0 if the log held this directory already
   * @param removed entries that went away
   */
  public record Applied(long version, int written, int removed) {}

  private DirectoryPublisher() {}

  /**
   * Makes this directory the one on the log. Applying the same one again changes nothing.
   *
   * @throws IOException if the log cannot be read or written; its message says what to do; trying
   *     again is always right
   * @throws LogAccessException if it may not be
   */
  public static Applied apply(PressDirectory directory, KafkaSettings settings, Wire wire)
      throws IOException, InterruptedException {
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(config(settings))) {
      refuseWithoutTopic(settings);
      producer.initTransactions();
      Map<String, DirectoryEntryV1> held = held(settings, wire);
      Optional<DirectoryChange> change = DirectoryChange.between(held, directory);
      if (change.isEmpty()) {
        return new Applied(versionOf(held), 0, 0);
      }
      return write(producer, change.get(), wire);
    } catch (ProducerFencedException e) {
      throw new IOException(
          "Somebody else applied a directory at the same moment, and this one was not applied;"
              + " look at theirs and apply yours again if it is still wanted.",
          e);
    } catch (KafkaException e) {
      LogAccessException.throwIfWhy(e, settings.client());
      throw new IOException(
          "Kafka at "
              + settings.bootstrapServers()
              + " did not confirm the directory ("
              + e.getMessage()
              + "); see that it runs and apply it again, which changes nothing if it arrived.",
          e);
    }
  }

  /** Whatever else is wrong with the log, who writes is told. */
  private static void refuseWithoutTopic(KafkaSettings settings)
      throws IOException, InterruptedException {
    String topic = Topic.DIRECTORY.topicName();
    try (Admin admin = Admin.create(new HashMap<>(settings.client()))) {
      Patiently.get(() -> admin.describeTopics(List.of(topic)).allTopicNames(), JUST_MADE);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new IOException(
            "The log has no topic %s yet; make its topics with ./dateline topics make, then apply the directory again."
                .formatted(topic),
            e);
      }
    }
  }

  private static Applied write(
      KafkaProducer<String, byte[]> producer, DirectoryChange change, Wire wire) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    int removed = 0;
    for (Map.Entry<String, Optional<DirectoryEntryV1>> entry : change.records().entrySet()) {
      records.add(record(entry.getKey(), entry.getValue(), wire));
      removed += entry.getValue().isEmpty() ? 1 : 0;
    }
    producer.beginTransaction();
    for (ProducerRecord<String, byte[]> record : records) {
      Future<RecordMetadata> _ = producer.send(record);
    }
    producer.commitTransaction();
    return new Applied(change.version(), records.size() - removed, removed);
  }

  private static ProducerRecord<String, byte[]> record(
      String key, Optional<DirectoryEntryV1> entry, Wire wire) {
    String topic = Topic.DIRECTORY.topicName();
    return entry.isPresent()
        ? new ProducerRecord<>(topic, key, wire.write(Topic.DIRECTORY, entry.get()))
        : new ProducerRecord<>(topic, key, null);
  }

  /**
   * The newest entry of each key on the log.
   *
   * @throws IOException if the log cannot be read; its message says what to do
   */
  public static Map<String, DirectoryEntryV1> held(KafkaSettings settings, Wire wire)
      throws IOException, InterruptedException {
    Map<String, DirectoryEntryV1> held = new TreeMap<>();
    try (LogFollower follower =
        LogFollower.start(
            "directory-apply",
            settings.client(),
            wire,
            List.of(Topic.DIRECTORY),
            new LogFollower.From.Beginning(),
            batch -> batch.forEach(record -> take(record, held)))) {
      CompletableFuture<Void> caughtUp = follower.caughtUp();
      caughtUp.get(AT_MOST.toSeconds(), TimeUnit.SECONDS);
      return held;
    } catch (TimeoutException e) {
      throw new IOException(
          "The directory on the log could not be read within "
              + AT_MOST.toSeconds()
              + " seconds; see that Kafka and the schema registry run and apply it again.",
          e);
    } catch (ExecutionException e) {
      LogAccessException.throwIfWhy(e, settings.client());
      throw new IOException(
          "The directory on the log cannot be read%s; mend that first."
              .formatted(
                  Optional.ofNullable(e.getCause())
                      .map(Throwable::getMessage)
                      .map(why -> " (" + why + ")")
                      .orElse("")),
          e);
    }
  }

  private static void take(LogRecord record, Map<String, DirectoryEntryV1> held) {
    record
        .value()
        .map(DirectoryEntryV1.class::cast)
        .ifPresentOrElse(entry -> held.put(record.key(), entry), () -> held.remove(record.key()));
  }

  private static long versionOf(Map<String, DirectoryEntryV1> held) {
    return held.values().stream().mapToLong(DirectoryEntryV1::getVersion).max().orElse(0);
  }

  private static Map<String, Object> config(KafkaSettings settings) {
    Map<String, Object> config = settings.client();
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "dateline-directory-apply");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) AT_MOST.toMillis());
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) AT_MOST.toMillis());
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) AT_MOST.toMillis() / 2);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return config;
  }
}
