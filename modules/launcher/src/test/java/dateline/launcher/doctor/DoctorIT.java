package dateline.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.contracts.DeadLetterV1;
import dateline.contracts.SettlementV1;
import dateline.contracts.Topic;
import dateline.launcher.EmbeddedKafka;
import dateline.launcher.Ports;
import dateline.launcher.directory.DirectoryFile;
import dateline.launcher.directory.DirectoryPublisher;
import dateline.launcher.doctor.Finding.State;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogSetup;
import dateline.runtime.wire.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each check that asks the brokers, on a real one: sound, and with exactly its own thing broken.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DoctorIT {

  private final Wire wire =
      new Wire(Map.of("schema.registry.url", "mock://doctor-it", "auto.register.schemas", true));
  private final Ports ports = Ports.free();
  private EmbeddedKafka kafka;
  private Map<String, String> variables;
  private KafkaSettings settings;
  private Admin admin;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    kafka =
        EmbeddedKafka.start(
            folder.resolve("kafka"), "127.0.0.1", ports.broker(), ports.controller());
    variables =
        Map.of(
            "DATELINE_KAFKA",
            kafka.bootstrapServers(),
            "DATELINE_PARTITIONS",
            "2",
            "DATELINE_REGISTRY",
            "mock://doctor-it",
            "DATELINE_DATA",
            folder.resolve("data").toString(),
            "DATELINE_SMTP",
            "127.0.0.1:" + ports.smtp(),
            "DATELINE_SECRET",
            "a secret for tests only");
    settings = KafkaSettings.from(variables);
    LogSetup.ensure(settings);
    admin = Admin.create(Brokers.client(settings));
  }

  @AfterAll
  void stop() {
    admin.close();
    wire.close();
    kafka.close();
  }

  @Test
  void fewerBrokersThanCopiesAreFound() throws Exception {
    assertThat(states(new Brokers(admin, settings))).containsExactly(State.OK);
    Map<String, String> three = new HashMap<>(variables);
    three.put("DATELINE_REPLICATION", "3");
    assertThat(new Brokers(admin, KafkaSettings.from(three)).look())
        .singleElement()
        .matches(it -> it.state() == State.WRONG && it.what().contains("One broker answers"));
  }

  @Test
  void whenNoBrokerAnswersThatAloneIsWrongOfTheLog() throws Exception {
    Map<String, String> nowhere = new HashMap<>(variables);
    nowhere.put("DATELINE_KAFKA", "127.0.0.1:" + ports.inbox());
    List<Finding> heard = new ArrayList<>();
    try (Doctor doctor = new Doctor(nowhere, List.of())) {
      List<Finding> all = doctor.examine(heard::add);
      assertThat(all).isEqualTo(heard);
    }
    assertThat(heard)
        .extracting(Finding::check)
        .containsSubsequence(
            "settings", "disk", "brokers", "clock", "topics", "positions", "schemas", "directory")
        .contains("engines", "dead letters", "desk", "newsroom", "mail", "attachments");
    assertThat(heard)
        .filteredOn(it -> it.state() == State.UNKNOWN)
        .extracting(Finding::check)
        .containsExactlyInAnyOrder(
            "clock", "topics", "positions", "directory", "engines", "dead letters");
  }

  @Test
  void theBrokersTimeIsOurs() throws Exception {
    assertThat(states(new ClockCheck(admin))).containsExactly(State.OK);
    assertThat(admin.listGroups().all().get())
        .as("what it needed is gone")
        .noneMatch(group -> group.groupId().equals("dateline-doctor"));
  }

  @Test
  void aTopicThatForgetsIsFound() throws Exception {
    LogCheck check = new LogCheck(admin, settings);
    assertThat(states(check)).containsExactly(State.OK);
    set(Topic.RELEASES, "retention.ms", "1000");
    assertThat(check.look())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.what()).contains(Topic.RELEASES.topicName(), "retention.ms=1000");
          assertThat(it.mend()).contains("kafka-configs.sh");
        });
    set(Topic.RELEASES, "retention.ms", "-1");
    Map<String, String> more = new HashMap<>(variables);
    more.put("DATELINE_REPLICATION", "2");
    assertThat(new LogCheck(admin, KafkaSettings.from(more)).look())
        .hasSize(Topic.values().length)
        .allMatch(it -> it.what().contains("fewer than 2 replicas"));
  }

  @Test
  void aTopicThatIsMissingIsFoundAndNotMade() throws Exception {
    admin.deleteTopics(List.of(Topic.NOTIFICATION_DEAD_LETTERS.topicName())).all().get();
    LogCheck check = new LogCheck(admin, settings);
    await()
        .untilAsserted(() ->
            assertThat(check.look())
                .singleElement()
                .matches(it ->
                    it.what().contains(Topic.NOTIFICATION_DEAD_LETTERS.topicName())
                        && it.what().contains("does not exist")));
    LogSetup.ensure(settings);
    assertThat(states(check)).containsExactly(State.OK);
  }

  @Test
  void positionsThatAreForgottenSoonAreFound() throws Exception {
    assertThat(states(new PositionsCheck(admin, PositionsCheck.LEAST))).containsExactly(State.OK);
    assertThat(new PositionsCheck(admin, Duration.ofDays(2_000_000)).look())
        .singleElement()
        .matches(it -> it.mend().contains("offsets.retention.minutes"));
  }

  @Test
  void aHouseWithoutADirectoryIsFound() throws Exception {
    DirectoryCheck check = new DirectoryCheck(settings, wire);
    assertThat(states(check)).containsExactly(State.WRONG);
    var sample = (DirectoryFile.Reading.Sound) DirectoryFile.read(DirectoryFile.sample());
    DirectoryPublisher.apply(sample.directory(), settings, wire);
    // A transaction is seen by readers a moment after its writer is told of its end.
    await().untilAsserted(() -> assertThat(states(check)).containsExactly(State.OK));
  }

  @Test
  void anEngineThatNobodyRunsOrThatLagsIsFound() throws Exception {
    GroupsCheck check = new GroupsCheck(admin);
    assertThat(check.look())
        .hasSize(5)
        .allMatch(it -> it.state() == State.WRONG && it.what().startsWith("Nobody runs "));
    Map<String, Object> client = settings.client();
    client.put("group.id", "dateline-drafting");
    try (KafkaConsumer<byte[], byte[]> engine =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      engine.subscribe(List.of(Topic.DRAFTING_COMMANDS.topicName()));
      await()
          .until(() -> {
            engine.poll(Duration.ofMillis(100));
            return !engine.assignment().isEmpty();
          });
      // Only of partitions where it knows that it stands is a position stored.
      engine.assignment().forEach(engine::position);
      engine.commitSync();
      assertThat(of("drafting", check).what()).contains("1 member", "no records to read");
      write(Topic.DRAFTING_COMMANDS, 1_001);
      assertThat(of("drafting", check))
          .matches(it -> it.state() == State.WRONG && it.what().contains("1001 records"));
    }
  }

  private static Finding of(String module, GroupsCheck check) throws Exception {
    return check.look().stream().filter(it -> it.what().contains(module)).findFirst().orElseThrow();
  }

  @Test
  void aDeadLetterIsFoundUntilItIsSettled() throws Exception {
    DeadLettersCheck check = new DeadLettersCheck(settings, wire);
    assertThat(states(check)).containsExactly(State.OK);
    DeadLetterV1 letter =
        DeadLetterV1.newBuilder()
            .setTopic(Topic.CLEARANCE_COMMANDS.topicName())
            .setPartition(0)
            .setOffset(12)
            .setCode("FAULT")
            .setReason("the rules failed on it")
            .setAt(Instant.now())
            .build();
    write(letter);
    assertThat(check.look())
        .singleElement()
        .matches(it ->
            it.state() == State.WRONG
                && it.what().equals("clearance has 1 open dead letter.")
                && it.mend().contains("./dateline dead-letters clearance"));
    write(settled(letter, "REFUSED_OVERTAKEN"));
    assertThat(states(check)).containsExactly(State.WRONG);
    write(settled(letter, "CLOSED"));
    assertThat(states(check)).containsExactly(State.OK);
  }

  private static DeadLetterV1 settled(DeadLetterV1 letter, String outcome) {
    return DeadLetterV1.newBuilder(letter)
        .setSettled(new SettlementV1("resubmission", outcome, "ola", "R.", Instant.now()))
        .build();
  }

  private void write(DeadLetterV1 letter) throws Exception {
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings.client(), bytes, bytes)) {
      producer
          .send(
              new ProducerRecord<>(
                  Topic.CLEARANCE_DEAD_LETTERS.topicName(),
                  wire.write(Topic.CLEARANCE_DEAD_LETTERS, letter)))
          .get();
    }
  }

  private void write(Topic topic, int records) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            settings.client(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < records; i++) {
        var _ = producer.send(new ProducerRecord<>(topic.topicName(), 0, null, new byte[] {1}));
      }
    }
  }

  private void set(Topic topic, String name, String value) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    admin
        .incrementalAlterConfigs(
            Map.of(
                resource,
                List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
        .all()
        .get();
    await()
        .until(() ->
            admin.describeConfigs(List.of(resource)).all().get().values().stream()
                .allMatch(config -> config.get(name).value().equals(value)));
  }

  private static List<State> states(Check check) throws Exception {
    return check.look().stream().map(Finding::state).toList();
  }
}
