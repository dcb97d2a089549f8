package dateline.journeys;

import dateline.contracts.Principal;
import dateline.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Everybody tries to write to every topic and to read it: the broker says who could. What is
 * written can be read by nobody, so only when no module runs any more.
 */
final class Attempts {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Attempts() {}

  /** The topics that each could write. */
  static Map<Principal, Set<Topic>> writes(SecuredKafka kafka) throws Exception {
    Map<Principal, Set<Topic>> could = new EnumMap<>(Principal.class);
    for (Principal who : Principal.values()) {
      Set<Topic> topics = EnumSet.noneOf(Topic.class);
      try (KafkaProducer<byte[], byte[]> producer = producer(kafka, "dateline-" + who.id())) {
        for (Topic topic : Topic.values()) {
          if (writes(producer, topic)) {
            topics.add(topic);
          }
        }
      }
      could.put(who, topics);
    }
    return could;
  }

  /** One record, which must get there, of a text that is none. */
  static void write(SecuredKafka kafka, String user, Topic topic) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer(kafka, user)) {
      if (!writes(producer, topic)) {
        throw new AssertionError(user + " cannot write " + topic);
      }
    }
  }

  private static boolean writes(KafkaProducer<byte[], byte[]> producer, Topic topic)
      throws Exception {
    try {
      producer
          .send(new ProducerRecord<>(topic.topicName(), 0, new byte[] {'k'}, new byte[] {1}))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicAuthorizationException) {
        return false;
      }
      throw e;
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(SecuredKafka kafka, String user) {
    Map<String, Object> config = new HashMap<>(kafka.client(user));
    // Who may write nothing may not even ask for a producer's number.
    config.put("enable.idempotence", false);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** The topics that each could read; there must be something in all of them. */
  static Map<Principal, Set<Topic>> reads(SecuredKafka kafka) {
    Map<Principal, Set<Topic>> could = new EnumMap<>(Principal.class);
    for (Principal who : Principal.values()) {
      Set<Topic> topics = EnumSet.noneOf(Topic.class);
      Map<String, Object> config = kafka.client("dateline-" + who.id());
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        for (Topic topic : Topic.values()) {
          if (reads(consumer, topic)) {
            topics.add(topic);
          }
        }
      }
      could.put(who, topics);
    }
    return could;
  }

  private static boolean reads(KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
    TopicPartition partition = new TopicPartition(topic.topicName(), 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      try {
        if (!consumer.poll(Duration.ofSeconds(1)).records(partition).isEmpty()) {
          return true;
        }
      } catch (TopicAuthorizationException e) {
        // It may still be about the topic before.
        if (e.unauthorizedTopics().contains(topic.topicName())) {
          return false;
        }
      }
    }
    throw new AssertionError("nothing is on " + topic);
  }
}
