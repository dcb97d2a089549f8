package dateline.notification.dispatch;

import static org.awaitility.Awaitility.await;

import dateline.contracts.AddressV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.DeadLetterV1;
import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.DeliveryV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.MediaNoteV1;
import dateline.contracts.NoticeV1;
import dateline.contracts.NotificationEventV1;
import dateline.contracts.OutcomeV1;
import dateline.contracts.PersonV1;
import dateline.contracts.ReleaseV1;
import dateline.contracts.ReleasedV1;
import dateline.contracts.Topic;
import dateline.kernel.Actor;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.launcher.EmbeddedKafka;
import dateline.note.Digest;
import dateline.notification.Interests;
import dateline.notification.NotificationCommand;
import dateline.notification.NotificationEvent;
import dateline.notification.NotificationEvent.PressContactAdded;
import dateline.notification.NotificationEvent.PressContactRemoved;
import dateline.notification.NotificationEvent.SubscriptionRequested;
import dateline.notification.kafka.NotificationApp;
import dateline.notification.kafka.NotificationCodecs;
import dateline.runtime.ActorCodec;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogFollower;
import dateline.runtime.LogRecord;
import dateline.runtime.LogSetup;
import dateline.runtime.NoteCodec;
import dateline.runtime.StreamsApp;
import dateline.runtime.SubscriberId;
import dateline.runtime.metrics.Meters;
import dateline.runtime.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker with what the engine and the planner would have written, and a mail server. */
final class MailRoom implements AutoCloseable {

  static final String SECRET = "a secret of some length";
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Actor ENGINE = Actor.system("test");

  final ScriptedMailServer server = new ScriptedMailServer();
  final List<OutcomeV1> outcomes = new CopyOnWriteArrayList<>();
  final List<DeadLetterV1> letters = new CopyOnWriteArrayList<>();
  final AtomicInteger happened = new AtomicInteger();
  final KafkaSettings kafka;
  final Wire wire;
  private final EmbeddedKafka broker;
  private final KafkaProducer<byte[], byte[]> producer;
  private final LogFollower follower;
  private int events;

  MailRoom(Path folder) throws IOException {
    int[] ports = freePorts();
    broker = EmbeddedKafka.start(folder.resolve("kafka"), "127.0.0.1", ports[0], ports[1]);
    kafka =
        KafkaSettings.from(
            Map.of(
                "DATELINE_KAFKA",
                broker.bootstrapServers(),
                "DATELINE_DATA",
                folder.resolve("data").toString(),
                "DATELINE_PARTITIONS",
                "2",
                "DATELINE_REGISTRY",
                "mock://" + folder.getFileName(),
                "DATELINE_AUTO_REGISTER",
                "true"));
    LogSetup.ensure(kafka);
    wire = new Wire(kafka.wire());
    producer =
        new KafkaProducer<>(kafka.client(), new ByteArraySerializer(), new ByteArraySerializer());
    follower =
        LogFollower.start(
            "test",
            kafka.client(),
            wire,
            List.of(Topic.OUTCOMES, Topic.NOTIFICATION_EVENTS, Topic.NOTIFICATION_DEAD_LETTERS),
            new LogFollower.From.Beginning(),
            batch -> batch.forEach(this::see));
  }

  private void see(LogRecord record) {
    if (record.topic() == Topic.OUTCOMES) {
      outcomes.add((OutcomeV1) record.value().orElseThrow());
    } else if (record.topic() == Topic.NOTIFICATION_DEAD_LETTERS) {
      letters.add((DeadLetterV1) record.value().orElseThrow());
    } else {
      happened.incrementAndGet();
    }
  }

  /** One that is ready. */
  Dispatcher dispatcher(String... settings) {
    Dispatcher dispatcher = starting(settings);
    await().atMost(Duration.ofSeconds(60)).until(() -> dispatcher.health().ready());
    return dispatcher;
  }

  Dispatcher starting(String... settings) {
    Map<String, String> variables =
        new HashMap<>(
            Map.of(
                "DATELINE_SMTP", "127.0.0.1:" + server.port(),
                "DATELINE_MAIL_FROM", "Press Office <press@press.example>",
                "DATELINE_NEWSROOM_URL", "http://news.example",
                "DATELINE_MAIL_RETRIES", "PT0.3S,PT0.3S",
                "DATELINE_SECRET", SECRET));
    for (int i = 0; i < settings.length; i += 2) {
      variables.put(settings[i], settings[i + 1]);
    }
    return Dispatcher.start(
        NotificationSettings.from(variables), kafka, wire, Meters.unread("dispatcher"));
  }

  static String id(String address) {
    return SubscriberId.of(SECRET, address);
  }

  void press(String... addresses) {
    for (String address : addresses) {
      write(Topic.ADDRESSES, id(address), new AddressV1(address, "Ada Stone", ""));
      event(address, new PressContactAdded(Interests.ALL));
    }
  }

  void asked(String address) {
    write(Topic.ADDRESSES, id(address), new AddressV1(address, "", ""));
    event(address, new SubscriptionRequested(Interests.ALL));
  }

  void removed(String address) {
    event(address, new PressContactRemoved(""));
  }

  /** What the desk asks for. */
  void ask(String address, NotificationCommand command) {
    MessageId id = new MessageId("command-" + events++);
    Actor officer =
        new Actor(new PersonId("maya.okafor"), new OfficeId("press"), Role.PRESS_OFFICER);
    write(
        Topic.NOTIFICATION_COMMANDS,
        id(address),
        new NotificationCodecs.Commands()
            .toWire(Envelope.of(id, id(address), NOON, officer, command)));
  }

  /** The engine and the planner, running. */
  StreamsApp notification() {
    StreamsApp app =
        StreamsApp.start(
            "notification",
            NotificationApp.topology(wire, Meters.unread("notification")),
            kafka,
            Meters.unread("notification"));
    await().atMost(Duration.ofSeconds(60)).until(() -> app.health().ready());
    return app;
  }

  private void event(String address, NotificationEvent event) {
    write(
        Topic.NOTIFICATION_EVENTS,
        id(address),
        new NotificationCodecs.Events()
            .toWire(
                Envelope.of(new MessageId("event-" + events++), id(address), NOON, ENGINE, event)));
  }

  void release(String releaseId) {
    release(releaseId, "2026-03-02");
  }

  /** One whose note cannot be rendered. */
  void releaseWithoutADate(String releaseId) {
    release(releaseId, "soon");
  }

  private void release(String releaseId, String date) {
    MediaNoteV1 note =
        MediaNoteV1.newBuilder()
            .setHeadline("Bridge opens")
            .setDate(date)
            .setLanguages(List.of("en"))
            .build();
    write(
        Topic.RELEASES,
        "note-1",
        ReleaseV1.newBuilder()
            .setId(releaseId)
            .setNoteId("note-1")
            .setVersion(1)
            .setAt(NOON)
            .setReleased(new ReleasedV1(note, "0".repeat(64)))
            .build());
  }

  /** A batch as the planner makes it; delivery ids are {@code release/address}. */
  DeliveryBatchV1 deliver(String releaseId, String lane, String... addresses) {
    DeliveryBatchV1 batch =
        batch("RELEASE", lane, addresses)
            .setReleaseId(releaseId)
            .setNoteId("note-1")
            .setVersion(1)
            .build();
    write(Topic.DELIVERIES, batch.getDomain(), batch);
    return batch;
  }

  void deliverConfirmation(String address) {
    DeliveryBatchV1 batch = batch("CONFIRMATION", "PUBLIC", address).build();
    write(Topic.DELIVERIES, batch.getDomain(), batch);
  }

  /** Somebody of the house, as `directory apply` writes them. */
  void works(String person, String address) {
    write(
        Topic.DIRECTORY,
        "person/" + person,
        new DirectoryEntryV1(
            1L,
            null,
            new PersonV1(person, person, address, "legal", List.of("REVIEWER"), null, null),
            null));
  }

  /** That the lawyers are asked to clear a text which was handed in. */
  void deliverNotice(String person, String domain) {
    MediaNoteV1 text =
        MediaNoteV1.newBuilder().setHeadline("Bridge opens").setLanguages(List.of("en")).build();
    String digest = Digest.of(NoteCodec.fromWire(text)).hex();
    write(
        Topic.CLEARANCE_EVENTS,
        "note-1",
        ClearanceEventV1.newBuilder()
            .setId("event-" + events++)
            .setCausationId("command")
            .setAt(NOON)
            .setActor(ActorCodec.toWire(ENGINE))
            .setNoteId("note-1")
            .setClearanceRequested(
                new ClearanceRequestedV1(
                    1, text, digest, List.of("maya"), 1L, List.of(), "press", null))
            .build());
    NoticeV1 notice =
        NoticeV1.newBuilder()
            .setId(MessageId.of(person).value())
            .setPerson(person)
            .setNoteId("note-1")
            .setKind("ASKED")
            .setPlace("office/legal")
            .setAt(NOON)
            .setDigest(digest)
            .setOffice("legal")
            .setPart("CLEAR")
            .build();
    write(
        Topic.DELIVERIES,
        domain,
        DeliveryBatchV1.newBuilder()
            .setId(MessageId.of("batch " + person).value())
            .setPurpose("NOTICE")
            .setLane("NOTICE")
            .setDomain(domain)
            .setAt(NOON)
            .setDeliveries(
                List.of(
                    new DeliveryV1(
                        MessageId.of("notice " + person).value(), person, List.of(notice))))
            .build());
  }

  private static DeliveryBatchV1.Builder batch(String purpose, String lane, String... addresses) {
    return DeliveryBatchV1.newBuilder()
        .setId(MessageId.of(String.join(",", addresses)).value())
        .setPurpose(purpose)
        .setLane(lane)
        .setDomain(addresses[0].substring(addresses[0].indexOf('@') + 1))
        .setAt(NOON)
        .setDeliveries(
            Arrays.stream(addresses)
                .map(a -> new DeliveryV1(MessageId.of("delivery " + a).value(), id(a), null))
                .toList());
  }

  /** What a dispatcher that died between the mail's end and the server's reply has left. */
  void startedAndDied(DeliveryBatchV1 batch, String address) {
    int partition = partitionOf(batch.getDomain());
    Ledger ledger = Ledger.open(partition, kafka.client(), wire);
    ledger.start(0);
    DeliveryV1 delivery =
        batch.getDeliveries().stream()
            .filter(d -> d.getSubscriberId().equals(id(address)))
            .findFirst()
            .orElseThrow();
    ledger
        .write(
            Outcomes.of(
                new Task(0, batch, delivery, NOON, 0, Optional.empty()),
                Past.Outcome.STARTED,
                Instant.now()))
        .join();
    ledger.close();
  }

  int partitionOf(String domain) {
    return org.apache.kafka.common.utils.Utils.toPositive(
            org.apache.kafka.common.utils.Utils.murmur2(domain.getBytes(StandardCharsets.UTF_8)))
        % kafka.partitions();
  }

  /** Outcomes of the mail to this address, oldest first. */
  List<String> outcomes(String address) {
    return outcomesOf(id(address));
  }

  /** The same, of the mail to this subscriber, or to this person of the house. */
  List<String> outcomesOf(String id) {
    return outcomes.stream()
        .filter(o -> o.getSubscriberId().equals(id))
        .map(OutcomeV1::getOutcome)
        .toList();
  }

  void awaitOutcome(String address, String outcome) {
    awaitOutcomeOf(id(address), outcome);
  }

  void awaitOutcomeOf(String id, String outcome) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> outcomesOf(id).stream().anyMatch(outcome::equals));
  }

  /** The group's positions are gone, as after a broker's retention. */
  void forgetPositions() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka.client())) {
      admin
          .deleteConsumerGroupOffsets(
              "dateline-dispatcher",
              java.util.Set.of(
                  new TopicPartition(Topic.DELIVERIES.topicName(), 0),
                  new TopicPartition(Topic.DELIVERIES.topicName(), 1)))
          .all()
          .get();
    }
  }

  /** A record nobody can read. */
  void garble(Topic topic, String key) {
    put(topic, key, new byte[] {1, 2, 3});
  }

  /** An event without a kind, as a later version might write it. */
  void eventOfALaterVersion(String address) {
    NotificationEventV1 event =
        new NotificationCodecs.Events()
            .toWire(
                Envelope.of(
                    new MessageId("event-" + events++),
                    id(address),
                    NOON,
                    ENGINE,
                    new PressContactRemoved("")));
    write(
        Topic.NOTIFICATION_EVENTS,
        id(address),
        NotificationEventV1.newBuilder(event).clearPressContactRemoved().build());
  }

  private void write(Topic topic, String key, SpecificRecord value) {
    put(topic, key, wire.write(topic, value));
  }

  private void put(Topic topic, String key, byte[] value) {
    try {
      producer
          .send(
              new ProducerRecord<>(topic.topicName(), key.getBytes(StandardCharsets.UTF_8), value))
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int[] freePorts() throws IOException {
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new int[] {one.getLocalPort(), two.getLocalPort()};
    }
  }

  @Override
  public void close() {
    follower.close();
    producer.close();
    server.close();
    broker.close();
    wire.close();
  }
}
