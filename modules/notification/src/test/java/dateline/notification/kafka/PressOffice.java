package dateline.notification.kafka;

import dateline.contracts.AddendumV1;
import dateline.contracts.AnswerV1;
import dateline.contracts.DeadLetterV1;
import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.MediaNoteV1;
import dateline.contracts.NotificationCommandV1;
import dateline.contracts.ReleaseV1;
import dateline.contracts.ReleasedV1;
import dateline.contracts.ResubmissionV1;
import dateline.contracts.Topic;
import dateline.kernel.Actor;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.notification.Interests;
import dateline.notification.NotificationCommand;
import dateline.notification.NotificationCommand.AddPressContact;
import dateline.notification.NotificationCommand.ConfirmSubscription;
import dateline.notification.NotificationCommand.Subscribe;
import dateline.notification.NotificationCommand.Unsubscribe;
import dateline.runtime.SubscriberId;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The whole notification application in one thread, asked as the desk and the newsroom ask it. */
final class PressOffice implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final Actor OFFICER =
      new Actor(new PersonId("maya.okafor"), new OfficeId("press"), Role.PRESS_OFFICER);

  private static final int MOST_SLICES = 5_000;

  private final String name;
  private final Wire wire;
  private TopologyTestDriver driver;
  private int commands;

  PressOffice() {
    this("planner");
  }

  /**
   * @param registry scope of the registry of schemas; only one of each runs at a time
   */
  PressOffice(String registry) {
    this.name = registry + "-test";
    this.wire =
        new Wire(
            Map.of("schema.registry.url", "mock://" + registry, "auto.register.schemas", "true"));
    this.driver = driver(name, wire);
  }

  private static TopologyTestDriver driver(String name, Wire wire) {
    Properties config = new Properties();
    config.put("application.id", name);
    config.put("bootstrap.servers", "none:9092");
    return new TopologyTestDriver(
        NotificationApp.topology(wire, Meters.unread("notification")), config, NOON);
  }

  static String id(String address) {
    return SubscriberId.of("secret", address);
  }

  void press(String address, Interests interests) {
    ask(OFFICER, address, new AddPressContact(address, "", "", interests));
  }

  void subscribed(String address, Interests interests) {
    ask(self(address), address, new Subscribe(address, interests));
    ask(self(address), address, new ConfirmSubscription());
  }

  void unsubscribe(String address) {
    ask(self(address), address, new Unsubscribe());
  }

  void ask(Actor actor, String address, NotificationCommand command) {
    Envelope<NotificationCommand> asked =
        Envelope.of(new MessageId("command-" + commands++), id(address), NOON, actor, command);
    NotificationCommandV1 record = new NotificationCodecs.Commands().toWire(asked);
    in(Topic.NOTIFICATION_COMMANDS)
        .pipeInput(id(address), wire.write(Topic.NOTIFICATION_COMMANDS, record));
  }

  static Actor self(String address) {
    return new Actor(new PersonId(id(address)), OfficeId.NONE, Role.PUBLIC);
  }

  void release(String releaseId, String kind) {
    in(Topic.RELEASES).pipeInput("note-1", wire.write(Topic.RELEASES, released(releaseId, kind)));
  }

  /** Written with a schema of this id. */
  void release(String releaseId, String kind, int schema) {
    byte[] bytes = wire.write(Topic.RELEASES, released(releaseId, kind));
    ByteBuffer.wrap(bytes).putInt(1, schema);
    in(Topic.RELEASES).pipeInput("note-1", bytes);
  }

  /** The first release of the note is taken again; what came of it. */
  String again() {
    ResubmissionV1 wanted =
        new ResubmissionV1(
            "again",
            "notification",
            Topic.RELEASES.topicName(),
            0,
            0L,
            "AGAIN",
            "ola",
            "Mended.",
            NOON);
    in(Topic.RESUBMISSIONS).pipeInput("note-1", wire.write(Topic.RESUBMISSIONS, wanted));
    DeadLetterV1 last = (DeadLetterV1) read(Topic.NOTIFICATION_DEAD_LETTERS).getLast().value;
    return last.getSettled().getOutcome();
  }

  private static ReleaseV1 released(String releaseId, String kind) {
    MediaNoteV1 note =
        MediaNoteV1.newBuilder()
            .setHeadline("Bridge opens")
            .setKind(kind)
            .setLanguages(List.of("en"))
            .build();
    return ReleaseV1.newBuilder()
        .setId(releaseId)
        .setNoteId("note-1")
        .setVersion(1)
        .setAt(NOON)
        .setReleased(new ReleasedV1(note, "0".repeat(64)))
        .build();
  }

  void addendum(String releaseId) {
    ReleaseV1 addendum =
        ReleaseV1.newBuilder()
            .setId(releaseId)
            .setNoteId("note-1")
            .setVersion(1)
            .setAt(NOON)
            .setAddendum(new AddendumV1("0".repeat(64), List.of("Norland"), List.of()))
            .build();
    in(Topic.RELEASES).pipeInput("note-1", wire.write(Topic.RELEASES, addendum));
  }

  void releaseNobodyCanRead() {
    in(Topic.RELEASES).pipeInput("note-1", new byte[] {1, 2, 3});
  }

  void putWhatNobodyCanRead(Topic topic, String address) {
    in(topic).pipeInput(id(address), new byte[] {1, 2, 3});
  }

  /** One slice of planning. */
  List<DeliveryBatchV1> slice() {
    driver.advanceWallClockTime(Duration.ofMillis(20));
    return batches();
  }

  /** Slices until every plan is done; on a busy machine a slice may end before it has begun. */
  List<DeliveryBatchV1> planned() {
    List<DeliveryBatchV1> all = batches();
    for (int slices = 0; leftByPlans() > 0; slices++) {
      if (slices == MOST_SLICES) {
        throw new AssertionError("the plans are not done after " + slices + " slices");
      }
      all.addAll(slice());
    }
    return all;
  }

  List<DeliveryBatchV1> batches() {
    List<DeliveryBatchV1> batches = new ArrayList<>();
    read(Topic.DELIVERIES).forEach(r -> batches.add((DeliveryBatchV1) r.value));
    return batches;
  }

  List<AnswerV1> answers() {
    return read(Topic.NOTIFICATION_ANSWERS).stream().map(r -> (AnswerV1) r.value).toList();
  }

  /** Everything written to a topic since this was last asked; null values are tombstones. */
  @SuppressWarnings("NullAway") // A tombstone's value is null by Kafka's own contract.
  List<KeyValue<String, SpecificRecord>> read(Topic topic) {
    return driver
        .createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readKeyValuesToList()
        .stream()
        .map(r ->
            new KeyValue<String, SpecificRecord>(
                r.key, r.value == null ? null : wire.read(topic, r.value)))
        .toList();
  }

  /** The application stops and another one goes on from what it had stored. */
  void restart() {
    Map<String, List<KeyValue<String, byte[]>>> stored = new java.util.HashMap<>();
    for (String store : Reach.STORES) {
      List<KeyValue<String, byte[]>> entries = new ArrayList<>();
      try (KeyValueIterator<String, byte[]> all =
          driver.<String, byte[]>getKeyValueStore(store).all()) {
        all.forEachRemaining(entries::add);
      }
      stored.put(store, entries);
    }
    driver.close();
    driver = driver(name, wire);
    stored.forEach((store, entries) ->
        entries.forEach(e -> driver.<String, byte[]>getKeyValueStore(store).put(e.key, e.value)));
  }

  /** Entries that plans have left in the stores. */
  long leftByPlans() {
    return List.of("plans", "cursors", "exceptions").stream()
        .mapToLong(store -> {
          long n = 0;
          try (KeyValueIterator<String, byte[]> all =
              driver.<String, byte[]>getKeyValueStore(store).all()) {
            while (all.hasNext()) {
              all.next();
              n++;
            }
          }
          return n;
        })
        .sum();
  }

  private TestInputTopic<String, byte[]> in(Topic topic) {
    return driver.createInputTopic(
        topic.topicName(), new StringSerializer(), new ByteArraySerializer());
  }

  @Override
  public void close() {
    driver.close();
    wire.close();
  }
}
