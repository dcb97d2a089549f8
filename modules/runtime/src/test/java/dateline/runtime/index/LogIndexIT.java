package dateline.runtime.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.AddressV1;
import dateline.contracts.Topic;
import dateline.runtime.CommandSender;
import dateline.runtime.wire.Wire;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The index against a real broker. */
@ExtendWith(KafkaClusterExtension.class)
class LogIndexIT {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String TOPIC = Topic.ADDRESSES.topicName();
  private static final Sort BY_NAME = new Sort(new SortField("name", SortField.Type.STRING));

  @SuppressWarnings("NullAway.Init") // set by the extension before each test
  KafkaCluster cluster;

  @TempDir Path folder;

  private final Wire wire =
      new Wire(Map.of("schema.registry.url", "mock://log-index", "auto.register.schemas", true));

  @BeforeEach
  void topic() throws Exception {
    try (Admin admin = Admin.create(kafka())) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
  }

  @AfterEach
  void closeWire() {
    wire.close();
  }

  @Test
  void aWriteIsReadableByIdAndBySearchAsSoonAsItWasAwaited() throws Exception {
    try (LogIndex<String> index = open(new Names(1))) {
      write("a", "Ada");
      write("b", "Bea");

      assertThat(index.await("a", Optional.of("Ada")::equals, LONG)).isTrue();
      assertThat(index.await("b", Optional.of("Bea")::equals, LONG)).isTrue();
      assertThat(index.get("a")).contains("Ada");
      assertThat(index.find(MatchAllDocsQuery.INSTANCE, BY_NAME, 0, 10))
          .containsExactly("Ada", "Bea");

      write("a", "Zoe");
      assertThat(index.await("a", Optional.of("Zoe")::equals, LONG)).isTrue();
      assertThat(index.find(MatchAllDocsQuery.INSTANCE, BY_NAME, 0, 10))
          .containsExactly("Bea", "Zoe");
      assertThat(index.find(MatchAllDocsQuery.INSTANCE, BY_NAME, 1, 10)).containsExactly("Zoe");
      assertThat(index.count(MatchAllDocsQuery.INSTANCE)).isEqualTo(2);
    }
  }

  @Test
  void aRestartGoesOnExactlyWhereTheIndexEnds() throws Exception {
    Names before = new Names(1);
    try (LogIndex<String> index = open(before)) {
      for (int i = 0; i < 20; i++) {
        write("key-" + i, "before");
      }
      caughtUp(index, "key-19", "before");
    }
    write("key-19", "after");
    write("key-20", "after");

    Names afterwards = new Names(1);
    try (LogIndex<String> index = open(afterwards)) {
      caughtUp(index, "key-20", "after");
      assertThat(index.get("key-3")).contains("before");
      assertThat(index.get("key-19")).contains("after");
      assertThat(index.count(MatchAllDocsQuery.INSTANCE)).isEqualTo(21);
    }
    assertThat(before.seen.get()).isEqualTo(20);
    assertThat(afterwards.seen.get()).isEqualTo(2);
  }

  @Test
  void anIndexOfAnotherLayoutIsBuiltAgain() throws Exception {
    write("a", "Ada");
    try (LogIndex<String> index = open(new Names(1))) {
      caughtUp(index, "a", "Ada");
    }
    Names newer = new Names(2);
    try (LogIndex<String> index = open(newer)) {
      caughtUp(index, "a", "Ada");
    }
    assertThat(newer.seen.get()).isEqualTo(1);
  }

  @Test
  void anIndexOfALogThatWasCutIsBuiltAgain() throws Exception {
    write("a", "Ada");
    try (LogIndex<String> index = open(new Names(1))) {
      caughtUp(index, "a", "Ada");
    }
    for (int i = 0; i < 5; i++) {
      write("a", "Zoe");
    }
    int partition = partitionOf("a");
    try (Admin admin = Admin.create(kafka())) {
      admin
          .deleteRecords(
              Map.of(new TopicPartition(TOPIC, partition), RecordsToDelete.beforeOffset(4)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
    Names again = new Names(1);
    try (LogIndex<String> index = open(again)) {
      caughtUp(index, "a", "Zoe");
    }
    assertThat(again.seen.get()).isEqualTo(2);
  }

  @Test
  void aTombstoneRemovesTheEntry() throws Exception {
    try (LogIndex<String> index = open(new Names(1))) {
      write("a", "Ada");
      caughtUp(index, "a", "Ada");
      writeBytes("a", Optional.empty());

      assertThat(index.await("a", Optional::isEmpty, LONG)).isTrue();
      assertThat(index.count(MatchAllDocsQuery.INSTANCE)).isZero();
    }
  }

  @Test
  void anUnreadableRecordIsSkippedAndLaterOnesPass() throws Exception {
    try (LogIndex<String> index = open(new Names(1))) {
      writeBytes("a", Optional.of("no Avro at all".getBytes(UTF_8)));
      write("a", "Ada");

      assertThat(index.await("a", Optional.of("Ada")::equals, LONG)).isTrue();
    }
  }

  @Test
  void whatWasNeverCommittedIsNeverSeen() throws Exception {
    try (LogIndex<String> index = open(new Names(1));
        KafkaProducer<byte[], byte[]> producer = transactional()) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(record("a", Optional.of(bytes("aborted")))).get(20, TimeUnit.SECONDS);
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(record("a", Optional.of(bytes("committed")))).get(20, TimeUnit.SECONDS);
      assertThat(index.await("a", Optional::isPresent, Duration.ofMillis(300))).isFalse();
      producer.commitTransaction();

      assertThat(index.await("a", Optional::isPresent, LONG)).isTrue();
      assertThat(index.get("a")).contains("committed");
    }
  }

  private LogIndex<String> open(Names names) {
    return LogIndex.open("test", folder, kafka(), wire, List.of(Topic.ADDRESSES), names);
  }

  private static void caughtUp(LogIndex<String> index, String key, String name) throws Exception {
    index.caughtUp().get(20, TimeUnit.SECONDS);
    assertThat(index.await(key, Optional.of(name)::equals, LONG)).isTrue();
  }

  private Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", cluster.getBootstrapServers());
  }

  private void write(String key, String name) throws Exception {
    try (CommandSender sender = new CommandSender(kafka(), wire)) {
      sender
          .send(Topic.ADDRESSES, key, new AddressV1("x@example.org", name, ""))
          .get(20, TimeUnit.SECONDS);
    }
  }

  private int partitionOf(String key) {
    return org.apache.kafka.clients.producer.internals.BuiltInPartitioner.partitionForKey(
        key.getBytes(UTF_8), 3);
  }

  private byte[] bytes(String name) {
    return wire.write(Topic.ADDRESSES, new AddressV1("x@example.org", name, ""));
  }

  private void writeBytes(String key, Optional<byte[]> value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record(key, value)).get(20, TimeUnit.SECONDS);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(String key, Optional<byte[]> value) {
    return new ProducerRecord<>(TOPIC, key.getBytes(UTF_8), value.orElse(null));
  }

  private KafkaProducer<byte[], byte[]> transactional() {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", cluster.getBootstrapServers(), "transactional.id", "test-writer");
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
