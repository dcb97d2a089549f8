package dateline.runtime;

import dateline.contracts.Topic;
import dateline.runtime.LogFollower.From;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How a follower's consumer is set, and where it begins. */
final class FollowerStart {

  private FollowerStart() {}

  /** Settings of a consumer that belongs to no group and stores no offsets. */
  static Map<String, Object> settings(Map<String, Object> given, String name) {
    Map<String, Object> config = new HashMap<>(given);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "dateline-follow-" + name);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    return config;
  }

  /**
   * Stands at the first records.
   *
   * @throws LogGapException if the log no longer, or not yet, has the offsets to begin at
   */
  static void seek(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, From from) {
    switch (from) {
      case From.Beginning() -> consumer.seekToBeginning(partitions);
      case From.End() -> consumer.seekToEnd(partitions);
      case From.Since(Instant instant) -> seekSince(consumer, partitions, instant);
      case From.Offsets(Map<TopicPartition, Long> next) -> seekTo(consumer, partitions, next);
    }
  }

  private static void seekSince(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Instant instant) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, instant.toEpochMilli()));
    consumer
        .offsetsForTimes(times)
        .forEach((partition, found) -> {
          if (found == null) {
            consumer.seekToEnd(List.of(partition));
          } else {
            consumer.seek(partition, found.offset());
          }
        });
  }

  private static void seekTo(
      KafkaConsumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> next) {
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> last = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long begin = first.getOrDefault(partition, 0L);
      long offset = next.getOrDefault(partition, begin);
      if (offset < begin || offset > last.getOrDefault(partition, 0L)) {
        throw new LogGapException(partition.toString());
      }
      consumer.seek(partition, offset);
    }
  }

  /** Empty while the topic does not exist or no broker answers. */
  static List<PartitionInfo> partitions(KafkaConsumer<byte[], byte[]> own, String topic) {
    try {
      return own.partitionsFor(topic);
    } catch (RetriableException e) {
      return List.of();
    }
  }

  /** By name, in the order of the catalogue. */
  static Map<String, Topic> byName(Collection<Topic> topics) {
    EnumMap<Topic, String> sorted = new EnumMap<>(Topic.class);
    topics.forEach(topic -> sorted.put(topic, topic.topicName()));
    Map<String, Topic> byName = new LinkedHashMap<>();
    sorted.forEach((topic, topicName) -> byName.put(topicName, topic));
    return byName;
  }
}
