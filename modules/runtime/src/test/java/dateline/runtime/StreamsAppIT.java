package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dateline.contracts.AnswerV1;
import dateline.contracts.Topic;
import dateline.runtime.http.Content;
import dateline.runtime.http.HttpServer;
import dateline.runtime.http.Route;
import dateline.runtime.http.Routes;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.RegistryUnavailableException;
import dateline.runtime.wire.Wire;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The start of an application against a real broker. */
@ExtendWith(KafkaClusterExtension.class)
class StreamsAppIT {
  private static final TopicPartition COMMANDS = new TopicPartition("commands", 0);

  @SuppressWarnings("NullAway.Init") // set by the extension before each test
  KafkaCluster cluster;

  @TempDir Path folder;

  @Test
  void anApplicationWhoseNextCommandIsForgottenDoesNotStart() throws Exception {
    Map<String, Object> client = cluster.getKafkaClientConfiguration();
    try (Admin admin = Admin.create(client)) {
      admin
          .createTopics(List.of(new NewTopic(COMMANDS.topic(), 1, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
      ByteArraySerializer bytes = new ByteArraySerializer();
      try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(client, bytes, bytes)) {
        for (int i = 0; i < 3; i++) {
          producer
              .send(new ProducerRecord<>(COMMANDS.topic(), new byte[] {1}))
              .get(20, TimeUnit.SECONDS);
        }
      }
      admin
          .alterConsumerGroupOffsets("dateline-test", Map.of(COMMANDS, new OffsetAndMetadata(1)))
          .all()
          .get(20, TimeUnit.SECONDS);
      admin
          .deleteRecords(Map.of(COMMANDS, RecordsToDelete.beforeOffset(2)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
    Topology topology = new Topology().addSource("source", COMMANDS.topic());

    KafkaSettings settings =
        KafkaSettings.from(
            Map.of(
                "DATELINE_KAFKA", cluster.getBootstrapServers(),
                "DATELINE_DATA", folder.toString()));

    assertThatThrownBy(
            () -> StreamsApp.start("test", topology, settings, Meters.unread("test")).close())
        .isInstanceOf(LogSetupException.class)
        .hasMessageContaining("records 1 to 1 of commands-0");
  }

  @Test
  void whatMissedTheSchemaRegistryIsDoneWhenItAnswers() throws Exception {
    AtomicInteger outages = new AtomicInteger(2);
    CountDownLatch done = new CountDownLatch(1);
    Topology topology =
        handling(() -> {
          if (outages.getAndDecrement() > 0) {
            throw new RegistryUnavailableException("down", new IOException());
          }
          done.countDown();
        });
    try (StreamsApp app = startWithACommand(topology)) {
      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(app.health().live()).isTrue();
    }
  }

  @Test
  void whatTheSchemaRegistryDoesNotLetInStopsWithASentence() throws Exception {
    Route refusal = Route.post("/subjects/{subject}/versions", _ -> Content.json(401, Map.of()));
    try (HttpServer server =
            HttpServer.start("registry", "127.0.0.1", 0, Routes.of(List.of(refusal)));
        Wire wire = new Wire(Map.of("schema.registry.url", server.url()));
        StreamsApp app =
            startWithACommand(handling(() -> wire.write(Topic.DRAFTING_ANSWERS, new AnswerV1())))) {
      await().atMost(Duration.ofMinutes(1)).until(() -> !app.health().live());
      assertThat(app.health().why())
          .startsWith("The schema registry at " + server.url() + " does not let ");
    }
  }

  private static Topology handling(Runnable command) {
    return new Topology()
        .addSource(
            "source", new ByteArrayDeserializer(), new ByteArrayDeserializer(), COMMANDS.topic())
        .addProcessor(
            "decide", () -> (Processor<Object, Object, Void, Void>) _ -> command.run(), "source");
  }

  private StreamsApp startWithACommand(Topology topology) throws Exception {
    Map<String, Object> client = cluster.getKafkaClientConfiguration();
    try (Admin admin = Admin.create(client)) {
      admin
          .createTopics(List.of(new NewTopic(COMMANDS.topic(), 1, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(client, bytes, bytes)) {
      producer
          .send(new ProducerRecord<>(COMMANDS.topic(), new byte[] {1}))
          .get(20, TimeUnit.SECONDS);
    }
    KafkaSettings settings =
        KafkaSettings.from(
            Map.of(
                "DATELINE_KAFKA", cluster.getBootstrapServers(),
                "DATELINE_DATA", folder.toString()));
    return StreamsApp.start("test", topology, settings, Meters.unread("test"));
  }
}
