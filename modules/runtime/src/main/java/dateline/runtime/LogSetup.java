package dateline.runtime;

import dateline.contracts.Principal;
import dateline.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
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

  /** So many things a sentence names. */
  private static final int FEW = 3;

  private final Admin admin;
  private final KafkaSettings settings;
  private final Principal who;
  private final Map<String, Topic> topics;
  private final List<String> faults = new ArrayList<>();

  private LogSetup(Admin admin, KafkaSettings settings, Principal who) {
    this.admin = admin;
    this.settings = settings;
    this.who = who;
    this.topics =
        Rights.topics(who).stream().collect(Collectors.toMap(Topic::topicName, topic -> topic));
  }

  /**
   * Makes every missing {@link Topic} and checks all of them and the brokers.
   *
   * @return the topics that were missing
   * @throws LogSetupException naming everything that is not as it must be, or that the log cannot
   *     be reached
   * @throws LogAccessException if it may not do that there
   */
  public static List<Topic> ensure(KafkaSettings settings) {
    return ensure(settings, Principal.OPERATOR);
  }

  /**
   * The same for the topics that somebody reads or writes, and for their rights to do so: as much
   * as one module may see and needs.
   */
  public static List<Topic> ensure(KafkaSettings settings, Principal who) {
    try (Admin admin = Admin.create(new HashMap<>(settings.client()))) {
      LogSetup setup = new LogSetup(admin, settings, who);
      List<Topic> missing = setup.missingTopics();
      setup.make(missing);
      setup.checkTransactions();
      setup.checkTopics(setup.topics);
      if (!setup.faults.isEmpty()) {
        throw new LogSetupException(String.join("\n", setup.faults));
      }
      return missing;
    } catch (KafkaException e) {
      LogAccessException.throwIfWhy(e, settings.client());
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw new LogSetupException(
            "The log at %s does not answer; start it, or name another with DATELINE_KAFKA. One that is secured needs KAFKA_SECURITY_PROTOCOL."
                .formatted(settings.bootstrapServers()),
            e);
      }
      LogAccessException.throwIfWhy(e, settings.client());
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
   * @throws LogAccessException if it may not be asked, or not used as its operator does
   */
  public static List<String> faults(Admin admin, KafkaSettings settings)
      throws ExecutionException, InterruptedException {
    LogSetup setup = new LogSetup(admin, settings, Principal.OPERATOR);
    Map<String, Topic> present = new HashMap<>(setup.topics);
    for (Topic topic : setup.missingTopics()) {
      setup.faults.add(
          "topic %s does not exist; run ./dateline topics make, or start a module that may make it"
              .formatted(topic.topicName()));
      present.remove(topic.topicName());
    }
    setup.checkTransactions();
    setup.checkTopics(present);
    return List.copyOf(setup.faults);
  }

  /**
   * The topics that do not exist, once it is sure that the others may be used.
   *
   * @throws LogAccessException naming what may not be done
   */
  private List<Topic> missingTopics() throws ExecutionException, InterruptedException {
    Map<String, KafkaFuture<TopicDescription>> described =
        admin
            .describeTopics(
                topics.keySet(), new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    List<Topic> missing = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    for (Topic topic : Rights.topics(who)) {
      try {
        TopicDescription one = Objects.requireNonNull(described.get(topic.topicName())).get();
        lacking(topic, one.authorizedOperations()).ifPresent(lacking::add);
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case UnknownTopicOrPartitionException _ -> missing.add(topic);
          case TopicAuthorizationException _ -> lacking(topic, Set.of()).ifPresent(lacking::add);
          case null, default -> throw e;
        }
      }
    }
    if (!lacking.isEmpty()) {
      throw LogAccessException.lacking(few(lacking), settings.client());
    }
    return missing;
  }

  /** What may not be done with a topic though it must, in words. */
  private Optional<String> lacking(Topic topic, Set<AclOperation> allowed) {
    List<String> lacking =
        Rights.on(topic, who).stream()
            .filter(needed -> !allowed.contains(needed))
            .filter(needed -> needed != AclOperation.CREATE) // That is seen when one is missing.
            .map(AclOperation::name)
            .toList();
    return lacking.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(" and ", lacking) + " topic " + topic.topicName());
  }

  private void make(List<Topic> missing) throws ExecutionException, InterruptedException {
    List<NewTopic> wanted =
        missing.stream()
            .map(topic ->
                new NewTopic(topic.topicName(), settings.partitions(), settings.replication())
                    .configs(wanted(topic)))
            .toList();
    for (KafkaFuture<Void> made : admin.createTopics(wanted).values().values()) {
      try {
        made.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof TopicAuthorizationException) {
          throw new LogAccessException(
              "The log has no topic %s, and %s may not make it; whoever is its operator makes all topics with ./dateline topics make."
                  .formatted(
                      few(missing.stream().map(Topic::topicName).toList()),
                      LogAccessException.who(settings.client())));
        }
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
        // Another process of this deployment was first.
      }
    }
  }

  private static String few(List<String> all) {
    return all.size() <= FEW
        ? String.join(", ", all)
        : "%s and %d more".formatted(String.join(", ", all.subList(0, FEW)), all.size() - FEW);
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

  private void checkTopics(Map<String, Topic> topics)
      throws ExecutionException, InterruptedException {
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
