package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dateline.contracts.Topic;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogSetup;
import dateline.runtime.LogSetupException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  private static final int PARTITIONS = 2;

  @TempDir Path folder;

  private final Ports ports = Ports.free();

  @Test
  void whatWasAcknowledgedIsThereAfterARestart() throws Exception {
    try (EmbeddedKafka kafka = start()) {
      LogSetup.ensure(settings(kafka));
      try (KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(
              settings(kafka).client(), new ByteArraySerializer(), new ByteArraySerializer())) {
        producer
            .send(
                new ProducerRecord<>(
                    Topic.RELEASES.topicName(), 0, null, "kept".getBytes(StandardCharsets.UTF_8)))
            .get();
      }
    }
    try (EmbeddedKafka kafka = start();
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                settings(kafka).client(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      TopicPartition first = new TopicPartition(Topic.RELEASES.topicName(), 0);
      consumer.assign(Set.of(first));
      consumer.seekToBeginning(Set.of(first));
      assertThat(consumer.poll(Duration.ofSeconds(10)))
          .singleElement()
          .satisfies(record ->
              assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("kept"));
    }
  }

  /** Tried once only: a broker that does not lead yet would refuse it. */
  @Test
  void everyPartitionTakesRecordsAsSoonAsTheLogIsSetUp() throws Exception {
    try (EmbeddedKafka kafka = start()) {
      LogSetup.ensure(settings(kafka));
      Map<String, Object> once = new HashMap<>(settings(kafka).client());
      once.put("retries", 0);
      once.put("enable.idempotence", false);
      try (KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(once, new ByteArraySerializer(), new ByteArraySerializer())) {
        List<Future<RecordMetadata>> written = new ArrayList<>();
        for (Topic topic : Topic.values()) {
          for (int partition = 0; partition < PARTITIONS; partition++) {
            written.add(
                producer.send(
                    new ProducerRecord<>(topic.topicName(), partition, new byte[1], new byte[1])));
          }
        }
        for (Future<RecordMetadata> record : written) {
          assertThat(record.get().offset()).isZero();
        }
      }
    }
  }

  @Test
  void aLogThatForgetsIsRefusedWithWhatToDo() throws Exception {
    try (EmbeddedKafka kafka = start()) {
      LogSetup.ensure(settings(kafka));
      try (Admin admin = Admin.create(settings(kafka).client())) {
        Map<ConfigResource, Collection<AlterConfigOp>> forgetful =
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, Topic.CLEARANCE_EVENTS.topicName()),
                List.of(
                    new AlterConfigOp(
                        new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET)));
        admin.incrementalAlterConfigs(forgetful).all().get();
      }
      // The broker applies a changed setting shortly after it has taken it.
      await()
          .untilAsserted(() ->
              assertThatThrownBy(() -> LogSetup.ensure(settings(kafka)))
                  .isInstanceOf(LogSetupException.class)
                  .hasMessageContaining(Topic.CLEARANCE_EVENTS.topicName())
                  .hasMessageContaining("retention.ms=1000")
                  .hasMessageContaining("kafka-configs.sh"));
    }
  }

  private EmbeddedKafka start() throws Exception {
    return EmbeddedKafka.start(folder, "127.0.0.1", ports.broker(), ports.controller());
  }

  private KafkaSettings settings(EmbeddedKafka kafka) {
    return KafkaSettings.from(
        Map.of(
            "DATELINE_KAFKA", kafka.bootstrapServers(),
            "DATELINE_PARTITIONS", Integer.toString(PARTITIONS),
            "DATELINE_DATA", folder.toString()));
  }
}
