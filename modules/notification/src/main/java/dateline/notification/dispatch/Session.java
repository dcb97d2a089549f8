package dateline.notification.dispatch;

import dateline.contracts.DeadLetterV1;
import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.Topic;
import dateline.runtime.DeadLetters;
import dateline.runtime.Trace;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One spell of work in the consumer group {@code dateline-dispatcher}. A committed position is the
 * first batch that is not settled; its metadata is where the ledger must be read from.
 */
final class Session implements AutoCloseable, ConsumerRebalanceListener {

  private static final Logger log = LoggerFactory.getLogger(Session.class);
  private static final Duration POLL = Duration.ofMillis(50);

  /** Deliveries of a partition that are held in memory; above it no more batches are read. */
  private static final int ENOUGH = 50_000;

  private record Place(String topic, int partition, long offset) implements RecordMetadata {}

  private final Dispatcher dispatcher;
  private final Wire wire;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, PartitionDesk> desks = new HashMap<>();
  private final Map<TopicPartition, OpenBatches.Position> committed = new HashMap<>();
  private volatile boolean assigned;
  private volatile int unsettled;
  private volatile long lag;

  Session(Dispatcher dispatcher, Map<String, Object> client, Wire wire) {
    this.dispatcher = dispatcher;
    this.wire = wire;
    this.consumer = new KafkaConsumer<>(config(client));
  }

  private static Map<String, Object> config(Map<String, Object> client) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("key.deserializer", ByteArrayDeserializer.class);
    config.put("value.deserializer", ByteArrayDeserializer.class);
    config.put("group.id", "dateline-dispatcher");
    config.put("client.id", "dateline-dispatcher");
    config.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
    config.put("isolation.level", "read_committed");
    config.put("auto.offset.reset", "none");
    config.put("enable.auto.commit", false);
    // A killed dispatcher's mail domains are another's after ten seconds, not Kafka's 45.
    config.put("session.timeout.ms", 10_000);
    config.put("heartbeat.interval.ms", 2_000);
    config.put("max.poll.records", 100);
    return config;
  }

  void run() {
    consumer.subscribe(List.of(Topic.DELIVERIES.topicName()), this);
    try {
      while (!dispatcher.isClosing()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          take(record);
        }
        for (PartitionDesk desk : desks.values()) {
          if (desk.isLost()) {
            throw new KafkaException("a partition must be begun anew");
          }
          desk.tick(Instant.now());
        }
        commit();
        holdBack();
        look();
      }
    } catch (WakeupException e) {
      // Closing.
    }
  }

  /** Whether it has been told what its partitions are. */
  boolean isAssigned() {
    return assigned;
  }

  private void look() {
    unsettled = desks.values().stream().mapToInt(PartitionDesk::unsettled).sum();
    lag =
        desks.keySet().stream()
            .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
            .sum();
  }

  /** Mails it has read that have no end yet. */
  int unsettled() {
    return unsettled;
  }

  /** Batches of its partitions that it has not read. */
  long lag() {
    return lag;
  }

  /** Ends a wait for records; may be called by any thread. */
  void wakeUp() {
    consumer.wakeup();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    PartitionDesk desk = desks.get(new TopicPartition(record.topic(), record.partition()));
    if (desk == null) {
      throw new IllegalStateException("records of a partition that is not ours");
    }
    DeliveryBatchV1 batch;
    try {
      batch = read(record);
    } catch (UnreadableRecordException e) {
      dispatcher.metrics().setAside();
      desk.setAside(record.offset(), key(record), letter(record, e));
      return;
    }
    desk.take(record.offset(), batch, Trace.of(record.headers()));
  }

  private DeliveryBatchV1 read(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      throw new UnreadableRecordException("UNREADABLE", "it has no value");
    }
    return (DeliveryBatchV1) wire.read(Topic.DELIVERIES, record.value());
  }

  /** Nobody in the batch gets mail until a person has looked at it. */
  private static DeadLetterV1 letter(
      ConsumerRecord<byte[], byte[]> record, UnreadableRecordException why) {
    return DeadLetters.letter(
        new Record<>(key(record), record.value(), record.timestamp()),
        Optional.of(new Place(record.topic(), record.partition(), record.offset())),
        why);
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> moved = moved(desks.keySet());
    if (!moved.isEmpty()) {
      consumer.commitAsync(
          moved,
          (offsets, fault) -> {
            if (fault != null) {
              log.atDebug().setCause(fault).log("position not committed; it will be again");
              offsets.keySet().forEach(committed::remove);
            }
          });
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> moved(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
    for (TopicPartition partition : partitions) {
      PartitionDesk desk = desks.get(partition);
      if (desk != null) {
        OpenBatches.Position now = desk.position();
        OpenBatches.Position before = committed.put(partition, now);
        if (before == null || before.offset() != now.offset()) {
          moved.put(
              partition, new OffsetAndMetadata(now.offset(), Long.toString(now.ledgerFrom())));
        }
      }
    }
    return moved;
  }

  private void holdBack() {
    Set<TopicPartition> paused = consumer.paused();
    desks.forEach((partition, desk) -> {
      boolean full = desk.unsettled() > ENOUGH;
      if (full && !paused.contains(partition)) {
        consumer.pause(List.of(partition));
      } else if (!full && paused.contains(partition)) {
        consumer.resume(List.of(partition));
      }
    });
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> known = consumer.committed(Set.copyOf(partitions));
    for (TopicPartition partition : partitions) {
      OpenBatches.Position from = position(partition, known.get(partition));
      consumer.seek(partition, from.offset());
      desks.put(partition, dispatcher.desk(partition.partition(), from));
    }
    assigned = true;
  }

  private OpenBatches.Position position(
      TopicPartition partition, @org.jspecify.annotations.Nullable OffsetAndMetadata known) {
    if (known != null) {
      return new OpenBatches.Position(known.offset(), Long.parseLong(known.metadata()));
    }
    long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    return new OpenBatches.Position(first, 0);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> {
      PartitionDesk desk = desks.get(partition);
      if (desk != null) {
        desk.close();
      }
    });
    Map<TopicPartition, OffsetAndMetadata> moved = moved(partitions);
    if (!moved.isEmpty()) {
      consumer.commitSync(moved);
    }
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      PartitionDesk desk = desks.remove(partition);
      committed.remove(partition);
      if (desk != null) {
        desk.close();
      }
    }
  }

  @Override
  public void close() {
    List<PartitionDesk> left = List.copyOf(desks.values());
    try {
      consumer.close(); // Revokes, which closes the desks and commits their positions.
    } finally {
      left.forEach(PartitionDesk::close);
    }
  }
}
