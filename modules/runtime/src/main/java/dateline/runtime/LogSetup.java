package dateline.runtime;

import dateline.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the topics that are missing, then asserts that the log keeps Dateline's promises; refuses
 * otherwise.
 */
public final class LogSetup {

  /** Bytes of the largest record of any topic; a note has at most a quarter of it. */
  static final int LARGEST_RECORD = 4 << 20;

  /** Settings of a topic that may be larger than Dateline needs; -1 is the largest. */
  private static final Set<String> AT_LEAST =
      Set.of(
          "retention.ms",
          "retention.bytes",
          "min.insync.replicas",
          "max.message.bytes",
          "delete.retention.ms");

  /**
   * How long a compacted topic remembers that something was deleted: whoever reads on after years
   * still hears that somebody left.
   */
  private static final Duration REMEMBERED = Duration.ofDays(3_650);

  /** Bytes of the largest command: a dead letter holds it whole and is larger itself. */
  static final int LARGEST_COMMAND = 2 << 20;

  private final Admin admin;
  private final KafkaSettings settings;
  private final List<String> faults = new ArrayList<>();

  private LogSetup(Admin admin, KafkaSettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /**
   * Makes every missing {@link Topic} and checks all of them and the brokers.
   *
   * @throws LogSetupException naming everything that is not as it must be, or that the log cannot
   *     be reached
   */
  public static void ensure(KafkaSettings settings) {
    try (Admin admin = Admin.create(new HashMap<>(settings.client()))) {
      LogSetup setup = new LogSetup(admin, settings);
      setup.makeMissingTopics();
      setup.checkTransactions();
      setup.checkTopics();
      if (!setup.faults.isEmpty()) {
        throw new LogSetupException(String.join("\n", setup.faults));
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw new LogSetupException(
            "The log at %s does not answer; start it, or name another with DATELINE_KAFKA."
                .formatted(settings.bootstrapServers()),
            e);
      }
      throw LogSetupException.of(
          "The log at " + settings.bootstrapServers() + " cannot be set up", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogSetupException("stopped while the log was set up", e);
    }
  }

  /**
   * What {@link #ensure} would refuse, and the topics that are missing; nothing is made.
   *
   * @throws ExecutionException if the log cannot be asked
   */
  public static List<String> faults(Admin admin, KafkaSettings settings)
      throws ExecutionException, InterruptedException {
    LogSetup setup = new LogSetup(admin, settings);
    Set<String> present = admin.listTopics().names().get();
    for (Topic topic : Topic.values()) {
      if (!present.contains(topic.topicName())) {
        setup.faults.add(
            "topic %s does not exist; the first module that starts makes it"
                .formatted(topic.topicName()));
      }
    }
    setup.checkTransactions();
    setup.checkTopics(present);
    return List.copyOf(setup.faults);
  }

  private void makeMissingTopics() throws ExecutionException, InterruptedException {
    Set<String> present = admin.listTopics().names().get();
    List<NewTopic> missing =
        Arrays.stream(Topic.values())
            .filter(topic -> !present.contains(topic.topicName()))
            .map(topic ->
                new NewTopic(topic.topicName(), settings.partitions(), settings.replication())
                    .configs(wanted(topic)))
            .toList();
    try {
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
      // Another process of this deployment was first.
    }
  }

  /**
   * A broker takes records of a partition a moment after everybody was told that it leads it, and
   * writers that come in between may lose their order.
   */
  private void awaitLeaders(Collection<TopicDescription> topics)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    topics.forEach(topic ->
        topic
            .partitions()
            .forEach(partition ->
                ends.put(
                    new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
    Patiently.get(() -> admin.listOffsets(ends).all());
  }

  private Map<String, String> wanted(Topic topic) {
    Map<String, String> config = new HashMap<>();
    switch (topic.kept()) {
      case NEWEST -> {
        config.put("cleanup.policy", "compact");
        config.put("delete.retention.ms", Long.toString(REMEMBERED.toMillis()));
      }
      case FOR_EVER -> {
        config.put("cleanup.policy", "delete");
        config.put("retention.ms", "-1");
        config.put("retention.bytes", "-1");
      }
      case WEEK -> {
        config.put("cleanup.policy", "delete");
        config.put(
            "retention.ms", Long.toString(topic.kept().retention().orElseThrow().toMillis()));
      }
    }
    if (topic.flushed()) {
      config.put("flush.messages", "1");
    }
    if (settings.replication() >= 3) {
      config.put("min.insync.replicas", "2");
    }
    config.put("unclean.leader.election.enable", "false");
    boolean command = topic.name().endsWith("_COMMANDS");
    config.put("max.message.bytes", Integer.toString(command ? LARGEST_COMMAND : LARGEST_RECORD));
    return config;
  }

  private void checkTransactions() throws ExecutionException, InterruptedException {
    FinalizedVersionRange version =
        admin
            .describeFeatures()
            .featureMetadata()
            .get()
            .finalizedFeatures()
            .get("transaction.version");
    if (version == null || version.maxVersionLevel() < 2) {
      faults.add(
          "the brokers' transaction.version is below 2, so a hanging transaction can mix with the next;"
              + " raise it with kafka-features.sh upgrade --feature transaction.version=2");
    }
  }

  private void checkTopics() throws ExecutionException, InterruptedException {
    checkTopics(Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet()));
  }

  /** Those of Dateline's topics that are among these. */
  private void checkTopics(Set<String> names) throws ExecutionException, InterruptedException {
    Map<String, Topic> topics =
        Arrays.stream(Topic.values())
            .filter(topic -> names.contains(topic.topicName()))
            .collect(Collectors.toMap(Topic::topicName, topic -> topic));
    Map<String, TopicDescription> described =
        Patiently.get(() -> admin.describeTopics(topics.keySet()).allTopicNames());
    List<ConfigResource> resources =
        topics.keySet().stream()
            .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
            .toList();
    Map<ConfigResource, Config> configs =
        Patiently.get(() -> admin.describeConfigs(resources).all());
    configs.forEach((resource, config) -> {
      Topic topic = topics.get(resource.name());
      if (topic == null) {
        return;
      }
      wanted(topic)
          .forEach((name, value) -> {
            String is = config.get(name).value();
            if (!keeps(name, is, value)) {
              faults.add(
                  "topic %s has %s=%s, but Dateline's promises need %s%s; set it with kafka-configs.sh"
                      .formatted(
                          resource.name(),
                          name,
                          is,
                          AT_LEAST.contains(name) ? "at least " : "",
                          value));
            }
          });
    });
    described.values().forEach(this::checkReplicas);
    checkPartitions(described);
    awaitLeaders(described.values());
  }

  /** Whether a topic's setting is as wanted, or stronger. */
  static boolean keeps(String name, @Nullable String is, String wanted) {
    if (wanted.equals(is)) {
      return true;
    }
    if (is == null || !AT_LEAST.contains(name)) {
      return false;
    }
    return bound(is) >= bound(wanted);
  }

  /** Kafka's -1 is for ever. */
  private static long bound(String value) {
    long number = Long.parseLong(value);
    return number < 0 ? Long.MAX_VALUE : number;
  }

  private void checkReplicas(TopicDescription topic) {
    boolean few =
        topic.partitions().stream()
            .anyMatch(partition -> partition.replicas().size() < settings.replication());
    if (few) {
      faults.add(
          "topic %s has fewer than %d replicas, as DATELINE_REPLICATION wants; reassign its partitions"
              .formatted(topic.name(), settings.replication()));
    }
  }

  /**
   * A key must be in the same partition of an engine's every topic: its tasks own partitions, not
   * topics.
   */
  private void checkPartitions(Map<String, TopicDescription> described) {
    Map<Integer, List<String>> byCount =
        described.values().stream()
            .collect(
                Collectors.groupingBy(
                    topic -> topic.partitions().size(),
                    Collectors.mapping(TopicDescription::name, Collectors.toList())));
    if (byCount.size() > 1) {
      faults.add(
          "Dateline's topics have different numbers of partitions "
              + byCount.keySet()
              + "; all must have the same");
    }
  }
}
