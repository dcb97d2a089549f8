package dateline.runtime;

import dateline.contracts.Topic;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.RegistryAccessException;
import dateline.runtime.wire.RegistryUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka Streams application, set up as Dateline needs it: {@code exactly_once_v2}, a commit
 * every few milliseconds, positions that are never guessed. Owns its threads; {@link #close} stops
 * them.
 */
public final class StreamsApp implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StreamsApp.class);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final String name;
  private final KafkaStreams streams;
  private final KafkaSettings settings;
  private final CountDownLatch running = new CountDownLatch(1);
  private volatile String failure = "it stopped after a failure; its log says which";

  private StreamsApp(String name, KafkaStreams streams, KafkaSettings settings) {
    this.name = name;
    this.streams = streams;
    this.settings = settings;
  }

  /**
   * Starts an application; it runs when {@link #health} is ready.
   *
   * @param name its application id is {@code dateline-<name>}
   * @throws LogSetupException if the positions of an application that ran before are gone from the
   *     log, or the records there are
   */
  public static StreamsApp start(
      String name, Topology topology, KafkaSettings settings, Meters meters) {
    String applicationId = "dateline-" + name;
    bootstrap(applicationId, topology, settings);
    Properties config = config(applicationId, settings);
    StreamsApp app = new StreamsApp(name, new KafkaStreams(topology, config), settings);
    app.streams.setUncaughtExceptionHandler(app::handle);
    app.streams.setStateListener((now, before) -> {
      log.atDebug().addKeyValue("application", name).addKeyValue("state", now).log("state");
      if (now == KafkaStreams.State.RUNNING || now.hasCompletedShutdown()) {
        app.running.countDown();
      }
    });
    Set<String> sources = sources(topology);
    Arrays.stream(Topic.values())
        .filter(topic -> sources.contains(topic.topicName()))
        .forEach(topic -> ReaderMetrics.lag(meters, "engine", topic, () -> app.lag(topic)));
    app.streams.start();
    return app;
  }

  /**
   * What failed because the schema registry does not answer is tried again, from the last commit,
   * until it does; anything else stops the application, also that the registry does not let us in.
   */
  private StreamThreadExceptionResponse handle(Throwable fault) {
    Optional<Throwable> outage =
        Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
            .filter(RegistryUnavailableException.class::isInstance)
            .filter(unavailable -> !(unavailable instanceof RegistryAccessException))
            .findFirst();
    if (outage.isPresent()) {
      log.atWarn()
          .addKeyValue("application", name)
          .addKeyValue("reason", outage.get().getMessage())
          .log("trying again");
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    Optional<LogAccessException> denied = LogAccessException.of(fault, settings.client());
    if (denied.isPresent()) {
      failure = denied.get().getMessage();
    } else {
      log.atError().addKeyValue("application", name).setCause(fault).log("application stopped");
    }
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** Waits until it works, or has stopped. */
  public boolean awaitRunning(Duration most) throws InterruptedException {
    return running.await(most.toMillis(), TimeUnit.MILLISECONDS)
        && streams.state() == KafkaStreams.State.RUNNING;
  }

  /** What Kafka's own consumers say, of all partitions that this process has now. */
  private double lag(Topic topic) {
    return streams.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("records-lag"))
        .filter(metric -> topic.topicName().equals(metric.metricName().tags().get("topic")))
        .filter(
            metric -> !metric.metricName().tags().getOrDefault("client-id", "").contains("restore"))
        .map(Metric::metricValue)
        .mapToDouble(value -> value instanceof Double records && !records.isNaN() ? records : 0)
        .sum();
  }

  public Health health() {
    return switch (streams.state()) {
      case RUNNING -> Health.ready(name);
      case CREATED, REBALANCING -> Health.starting(name, "it is taking over its partitions");
      case PENDING_SHUTDOWN, NOT_RUNNING -> Health.broken(name, "it is stopped");
      case PENDING_ERROR, ERROR -> Health.broken(name, failure);
    };
  }

  /** Gives its partitions up at once, so that whoever takes over need not wait for a time-out. */
  @Override
  public void close() {
    streams.close(
        CloseOptions.timeout(STOP)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
  }

  private static Properties config(String applicationId, KafkaSettings settings) {
    Map<String, Object> config = new HashMap<>(settings.client());
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, (int) Commits.INTERVAL.toMillis());
    config.put(StreamsConfig.POLL_MS_CONFIG, 10);
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.replication() > 1 ? 1 : 0);
    config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.replication());
    config.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder(settings.data()).toString());
    config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksMemory.class);
    config.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 6_000);
    config.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 1_500);
    config.put(StreamsConfig.consumerPrefix("fetch.max.wait.ms"), 250);
    config.put(StreamsConfig.mainConsumerPrefix("auto.offset.reset"), "none");
    config.put(StreamsConfig.producerPrefix("linger.ms"), 0);
    config.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
    config.put(StreamsConfig.producerPrefix("max.request.size"), LogSetup.LARGEST_RECORD);
    config.put(StreamsConfig.topicPrefix("max.message.bytes"), LogSetup.LARGEST_RECORD);
    Properties properties = new Properties();
    properties.putAll(config);
    return properties;
  }

  /** Made here, because applications that start together in one process race for it in Streams. */
  private static Path stateFolder(Path data) {
    try {
      return Files.createDirectories(data.resolve("streams"));
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder " + data + " cannot be written", e);
    }
  }

  /**
   * Gives an application that never ran its first positions, the beginning of each topic, so that
   * from then on a missing position is a fault and never a silent jump.
   */
  private static void bootstrap(String applicationId, Topology topology, KafkaSettings settings) {
    try (Admin admin = Admin.create(new HashMap<>(settings.client()))) {
      Set<String> topics = sources(topology);
      Set<TopicPartition> partitions =
          Patiently.get(() -> admin.describeTopics(topics).allTopicNames()).values().stream()
              .flatMap(topic ->
                  topic.partitions().stream()
                      .map(p -> new TopicPartition(topic.name(), p.partition())))
              .collect(Collectors.toSet());
      Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>();
      admin
          .listConsumerGroupOffsets(applicationId)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((partition, offset) -> {
            if (offset != null) {
              known.put(partition, offset);
            }
          });
      refuseForgottenRecords(applicationId, known, earliest(admin, partitions));
      Set<TopicPartition> unknown =
          partitions.stream()
              .filter(partition -> !known.containsKey(partition))
              .collect(Collectors.toSet());
      if (unknown.isEmpty()) {
        return;
      }
      refuseLostPositions(admin, applicationId, known.keySet(), unknown);
      Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
      earliest(admin, unknown)
          .forEach((partition, offset) -> first.put(partition, new OffsetAndMetadata(offset)));
      admin.alterConsumerGroupOffsets(applicationId, first).all().get();
    } catch (ExecutionException e) {
      LogAccessException.throwIfWhy(e, settings.client());
      throw LogSetupException.of(applicationId + " cannot read its positions from the log", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogSetupException(applicationId + " was stopped while it started", e);
    }
  }

  private static Map<TopicPartition, Long> earliest(Admin admin, Set<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    return admin
        .listOffsets(
            partitions.stream().collect(Collectors.toMap(p -> p, _ -> OffsetSpec.earliest())))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }

  /**
   * Commands are kept for seven days; what an application that was down for longer had not read is
   * gone, and somebody must know before it goes on.
   */
  static void refuseForgottenRecords(
      String applicationId,
      Map<TopicPartition, OffsetAndMetadata> known,
      Map<TopicPartition, Long> earliest) {
    known.forEach((partition, position) -> {
      long first = earliest.getOrDefault(partition, position.offset());
      if (position.offset() < first) {
        throw new LogSetupException(
            "%s was down for so long that the log has forgotten records %d to %d of %s, which it had not read; have what they asked for given again, and set the consumer group's offset of this partition to %d before starting it"
                .formatted(applicationId, position.offset(), first - 1, partition, first));
      }
    });
  }

  /**
   * A topic that this application never read may begin; one that it did must have all its
   * positions.
   */
  private static void refuseLostPositions(
      Admin admin, String applicationId, Set<TopicPartition> known, Set<TopicPartition> unknown)
      throws ExecutionException, InterruptedException {
    boolean hasStores =
        admin.listTopics().names().get().stream()
            .anyMatch(topic -> topic.startsWith(applicationId + "-"));
    Set<String> readBefore = known.stream().map(TopicPartition::topic).collect(Collectors.toSet());
    for (TopicPartition partition : unknown) {
      if (readBefore.contains(partition.topic()) || (known.isEmpty() && hasStores)) {
        throw new LogSetupException(
            applicationId
                + " ran before, but the log no longer knows how far it had read "
                + partition
                + "; restore the consumer group's offsets from a backup before starting it");
      }
    }
  }

  private static Set<String> sources(Topology topology) {
    return topology.describe().subtopologies().stream()
        .flatMap(sub -> sub.nodes().stream())
        .filter(TopologyDescription.Source.class::isInstance)
        .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream())
        .collect(Collectors.toSet());
  }
}
