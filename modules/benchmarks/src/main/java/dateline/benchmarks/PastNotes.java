package dateline.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dateline.contracts.Topic;
import dateline.runtime.KafkaSettings;
import dateline.runtime.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The past of many notes, made of one that was taken all the way: each has the records of that one
 * under an id of its own, with ids of messages of its own. The text is the same.
 */
final class PastNotes {

  private static final List<Topic> TOPICS =
      List.of(
          Topic.DRAFTING_EVENTS,
          Topic.CLEARANCE_EVENTS,
          Topic.PUBLISHING_EVENTS,
          Topic.RELEASES,
          Topic.DELIVERIES);

  /** One record of the note. A character of the value is a byte. */
  private record Written(Topic topic, String key, String value, String messageId) {}

  private final KafkaSettings settings;
  private final String note;
  private final List<Written> past = new ArrayList<>();

  /**
   * @param note the id of a note on this log
   */
  PastNotes(KafkaSettings settings, String note) {
    this.settings = settings;
    this.note = note;
    try (Wire wire = new Wire(settings.wire())) {
      TOPICS.forEach(topic -> read(topic, wire));
    }
  }

  /** Records of each note. */
  int length() {
    return past.size();
  }

  /** Writes the past of this many more notes. No engine may run. */
  void write(int notes) {
    Map<String, Object> config = new HashMap<>(settings.client());
    config.put("acks", "all");
    config.put("linger.ms", 20);
    config.put("batch.size", 256 << 10);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < notes; i++) {
        String id = other(note, i);
        for (Written one : past) {
          String value = one.value().replace(note, id);
          if (!one.messageId().isEmpty()) {
            value = value.replace(one.messageId(), other(one.messageId(), i));
          }
          var _ =
              producer.send(
                  new ProducerRecord<>(
                      one.topic().topicName(),
                      one.key().replace(note, id),
                      value.getBytes(ISO_8859_1)),
                  (_, failure) -> {
                    if (failure != null) {
                      throw new IllegalStateException("a past cannot be written", failure);
                    }
                  });
        }
      }
      producer.flush();
    }
  }

  /** As long as it was, or the bytes around it would no longer fit. */
  private static String other(String id, int number) {
    String end = "%08x".formatted(number);
    return id.substring(0, id.length() - end.length()) + end;
  }

  private void read(Topic topic, Wire wire) {
    Map<String, Object> config = new HashMap<>(settings.client());
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
      while (partitions.stream().anyMatch(p -> consumer.position(p) < end.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          String value = new String(record.value(), ISO_8859_1);
          // Its number is the office's own history, in which it stands once.
          if (record.key().equals(note) || (topic == Topic.DELIVERIES && value.contains(note))) {
            past.add(
                new Written(
                    topic, record.key(), value, messageId(wire.read(topic, record.value()))));
          }
        }
      }
    }
  }

  private static String messageId(SpecificRecord record) {
    var id = record.getSchema().getField("id");
    return id == null ? "" : String.valueOf(record.get(id.pos()));
  }
}
