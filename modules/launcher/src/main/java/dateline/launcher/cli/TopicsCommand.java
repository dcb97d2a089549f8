package dateline.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dateline.contracts.Principal;
import dateline.contracts.Topic;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import dateline.runtime.LogSetup;
import dateline.runtime.Trace;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description =
        "Show what is on the log: all topics, or the newest records of one, read with the schemas; make makes what is missing.",
    subcommands = TopicsCommand.Make.class)
public final class TopicsCommand implements Callable<Integer> {

  /** Transaction markers take offsets too: look this much further back than records are wanted. */
  private static final int MARKERS = 4;

  private static final String PREFIX = "dateline.";

  private static final Duration ANSWER = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TOPIC",
      arity = "0..1",
      description =
          "A topic, or an unambiguous beginning of its name, with or without \"dateline.\".")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "How many records; default ${DEFAULT-VALUE}.",
      defaultValue = "20")
  private int last = 20;

  @Option(names = "--key", paramLabel = "KEY", description = "Only records whose key begins so.")
  private String key = "";

  @Option(names = "--whole", description = "Cut nothing short.")
  private boolean whole;

  @Option(names = "--json", description = "One JSON object a line, whole, for programs.")
  private boolean json;

  @Override
  public Integer call() {
    KafkaSettings settings = KafkaSettings.from(System.getenv());
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Object> config = new HashMap<>(settings.client());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    try (KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        Wire wire = new Wire(settings.wire())) {
      if (name.isPresent()) {
        records(consumer, wire, find(name.get()), out);
      } else {
        overview(consumer, out);
      }
    } catch (KafkaException e) {
      LogAccessException.throwIfWhy(e, settings.client());
      throw DeskRefusal.of(
          "LOG_UNREACHABLE",
          "The log at %s does not answer%s; start one with ./dateline up, or name another with DATELINE_KAFKA."
              .formatted(settings.bootstrapServers(), why(e)));
    }
    out.flush();
    return 0;
  }

  private static String why(KafkaException e) {
    return switch (e) {
      case TimeoutException _ -> " within %d seconds".formatted(ANSWER.toSeconds());
      default ->
          Optional.ofNullable(e.getMessage())
              .map(said -> " (" + said + ")")
              .orElse(" as it should");
    };
  }

  private void overview(KafkaConsumer<String, byte[]> consumer, PrintWriter out) {
    consumer.listTopics(); // A log that does not answer is told of before any heading.
    if (!json) {
      out.printf(
          "%-36s %10s %10s  %-11s %s%n", "TOPIC", "PARTITIONS", "OFFSETS", "KEPT", "WRITTEN BY");
    }
    for (Topic topic : Topic.values()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      long count = partitions.stream().mapToLong(p -> at(end, p) - at(begin, p)).sum();
      String kept = topic.kept().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      if (json) {
        out.println(
            DeskClient.JSON
                .createObjectNode()
                .put("topic", topic.topicName())
                .put("partitions", partitions.size())
                .put("offsets", count)
                .put("kept", kept)
                .put("writtenBy", writers(topic)));
      } else {
        out.printf(
            "%-36s %10d %10d  %-11s %s%n",
            topic.topicName(), partitions.size(), count, kept, writers(topic));
      }
    }
    if (!json) {
      out.println(
          "Offsets count transaction markers too. ./dateline topics TOPIC shows the newest records.");
    }
  }

  private static String writers(Topic topic) {
    return topic.writers().stream().map(Principal::id).collect(Collectors.joining(", "));
  }

  private void records(
      KafkaConsumer<String, byte[]> consumer, Wire wire, Topic topic, PrintWriter out) {
    List<ConsumerRecord<String, byte[]>> newest =
        read(consumer, topic).stream()
            .filter(r -> key.isEmpty() || (r.key() != null && r.key().startsWith(key)))
            .sorted(Comparator.comparingLong(ConsumerRecord::timestamp))
            .toList();
    for (ConsumerRecord<String, byte[]> record :
        newest.subList(Math.max(0, newest.size() - last), newest.size())) {
      String value = value(wire, topic, record);
      if (json) {
        out.println(line(record, value));
      } else {
        out.printf(
            "%s  partition %d  offset %d  key %s%s%n    %s%n",
            Instant.ofEpochMilli(record.timestamp()),
            record.partition(),
            record.offset(),
            record.key(),
            Trace.of(record.headers()).map(trace -> "  trace " + trace.id()).orElse(""),
            whole ? value : ShortRecord.of(value));
      }
    }
  }

  /** The newest records of every partition, or all of them if a key is looked for. */
  private List<ConsumerRecord<String, byte[]>> read(
      KafkaConsumer<String, byte[]> consumer, Topic topic) {
    List<TopicPartition> partitions = partitions(consumer, topic);
    consumer.assign(partitions);
    Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long from = key.isEmpty() ? at(end, partition) - (long) last * MARKERS : 0;
      consumer.seek(partition, Math.max(at(begin, partition), from));
    }
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    Instant deadline = Instant.now().plus(ANSWER);
    while (partitions.stream().anyMatch(p -> consumer.position(p) < at(end, p))
        && Instant.now().isBefore(deadline)) {
      consumer.poll(Duration.ofMillis(200)).forEach(found::add);
    }
    return found;
  }

  private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return offsets.getOrDefault(partition, 0L);
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic topic) {
    return consumer.partitionsFor(topic.topicName()).stream()
        .map(p -> new TopicPartition(p.topic(), p.partition()))
        .toList();
  }

  private static String value(Wire wire, Topic topic, ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return "null";
    }
    try {
      return wire.read(topic, record.value()).toString();
    } catch (UnreadableRecordException e) {
      return "unreadable: " + e.getMessage();
    }
  }

  private static String line(ConsumerRecord<String, byte[]> record, String value) {
    var line =
        DeskClient.JSON
            .createObjectNode()
            .put("at", Instant.ofEpochMilli(record.timestamp()).toString())
            .put("partition", record.partition())
            .put("offset", record.offset())
            .put("key", record.key());
    Trace.of(record.headers()).ifPresent(trace -> line.put("trace", trace.id()));
    try {
      line.set("value", DeskClient.JSON.readTree(value));
    } catch (JsonProcessingException e) {
      line.put("value", value);
    }
    return line.toString();
  }

  /** A topic by its whole name or the beginning of it, with or without "dateline." before it. */
  static Topic find(String name) {
    String given = name.strip().toLowerCase(Locale.ROOT);
    String wanted = given.startsWith(PREFIX) ? given.substring(PREFIX.length()) : given;
    List<Topic> found =
        Arrays.stream(Topic.values()).filter(topic -> shortName(topic).startsWith(wanted)).toList();
    Optional<Topic> exact =
        found.stream()
            .filter(
                topic -> shortName(topic).equals(wanted) || shortName(topic).equals(wanted + ".v1"))
            .findFirst();
    if (exact.isPresent()) {
      return exact.get();
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    List<Topic> meant = found.isEmpty() ? List.of(Topic.values()) : found;
    List<String> names = meant.stream().map(topic -> withoutVersion(shortName(topic))).toList();
    throw DeskRefusal.of(
            "WHICH_TOPIC",
            found.isEmpty()
                ? "There is no topic \"%s\"; the topics are %s."
                    .formatted(name, String.join(", ", names))
                : "\"%s\" may be %s; say more of it.".formatted(name, String.join(" or ", names)))
        .among(names);
  }

  private static String shortName(Topic topic) {
    return topic.topicName().substring(PREFIX.length());
  }

  private static String withoutVersion(String topic) {
    return topic.replaceFirst("\\.v\\d+$", "");
  }

  @Command(
      name = "make",
      mixinStandardHelpOptions = true,
      description =
          "Make the topics that are missing, and check that all of them and the brokers keep what they are given."
              + " A module makes those that it uses if it may; where it may not, the operator does, with this."
              + " DATELINE_PARTITIONS and DATELINE_REPLICATION say how.")
  static final class Make implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      List<Topic> made = LogSetup.ensure(KafkaSettings.from(System.getenv()));
      PrintWriter out = spec.commandLine().getOut();
      made.forEach(topic -> out.println("made " + topic.topicName()));
      out.printf(
          "%d topics are as they must be; %s.%n",
          Topic.values().length,
          made.isEmpty() ? "none was missing" : made.size() + " were missing");
      out.flush();
      return 0;
    }
  }
}
