package dateline.journeys;

import dateline.contracts.Topic;
import dateline.runtime.KafkaSettings;
import dateline.runtime.Trace;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed on the log, from the beginning to the end it has now. */
final class LogReader {

  private final Map<String, String> variables;
  private final Wire wire;

  /**
   * @param variables where the log is
   * @param wire reads the values; the caller closes it
   */
  LogReader(Map<String, String> variables, Wire wire) {
    this.variables = variables;
    this.wire = wire;
  }

  /** One record of a topic, decoded. */
  record Read<T>(String key, int partition, long offset, long timestamp, T value) {}

  /**
   * Everything committed on a topic so far, in the order of each partition; what cannot be read is
   * left out.
   */
  <T extends SpecificRecord> List<Read<T>> read(Topic topic, Class<T> type) {
    List<Read<T>> all = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records(topic)) {
      if (record.value() == null) {
        continue;
      }
      try {
        all.add(
            new Read<>(
                record.key(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                type.cast(wire.read(topic, record.value()))));
      } catch (UnreadableRecordException e) {
        // The test itself wrote some of those.
      }
    }
    return all;
  }

  /** The ids of the traces that a topic's records of each key have. */
  Map<String, Set<String>> traces(Topic topic) {
    Map<String, Set<String>> traces = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records(topic)) {
      Trace.of(record.headers())
          .ifPresent(
              trace -> traces.computeIfAbsent(record.key(), _ -> new HashSet<>()).add(trace.id()));
    }
    return traces;
  }

  private List<ConsumerRecord<String, byte[]>> records(Topic topic) {
    Map<String, Object> config = new HashMap<>(KafkaSettings.from(variables).client());
    config.put("isolation.level", "read_committed");
    config.put("enable.auto.commit", false);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < end.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
      return all;
    }
  }
}
