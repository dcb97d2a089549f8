package dateline.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dateline.contracts.ActorV1;
import dateline.contracts.AddressErasedV1;
import dateline.contracts.AddressRecordedV1;
import dateline.contracts.NotificationEventV1;
import dateline.contracts.Topic;
import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.runtime.Replay.Fault;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A past on a real log: what is sound, and each thing that can be wrong with it. */
@ExtendWith(KafkaClusterExtension.class)
class ReplayIT {

  private static final Topic EVENTS = Topic.NOTIFICATION_EVENTS;

  @SuppressWarnings("NullAway.Init") // set by the extension before each test
  KafkaCluster cluster;

  private final Wire wire =
      new Wire(Map.of("schema.registry.url", "mock://replay", "auto.register.schemas", true));

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void everyHistoryIsReplayedAndWhatIsWrongIsSaidWithItsPlace() throws Exception {
    topic();
    String[] turns = {"ada", "ben", "cleo"};
    for (String key : turns) {
      write(key, event(key, true));
    }
    for (String key : turns) {
      write(key, event(key, false));
    }
    write("ada", event("ada", true));
    assertThat(replay().faults()).isEmpty();
    assertThat(replay().histories()).isEqualTo(3);
    assertThat(replay().events()).isEqualTo(7);

    write("ada", event("ada", true)); // It is on file already.
    write("ada", event("ada", false)); // What follows a fault is not judged.
    write("ben", "no event".getBytes(UTF_8));
    write("cleo", event("ada", true));
    write("dora", null);
    write(null, event("dora", true));
    write("eve", kindless("eve"));
    write("fay", event("fay", true));

    Replay.Report report = replay();
    assertThat(report.engine()).isEqualTo("notification");
    assertThat(report.histories()).isEqualTo(6);
    assertThat(report.events()).as("the sound ones").isEqualTo(8);
    assertThat(report.took()).isPositive();
    assertThat(report.faults())
        .extracting(Fault::key, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("ada", "FAULT"),
            tuple("ben", "UNREADABLE"),
            tuple("cleo", "WRONG_KEY"),
            tuple("dora", "UNREADABLE"),
            tuple("", "WRONG_KEY"),
            tuple("eve", "UNKNOWN_KIND"));
    Fault impossible = fault(report, "ada");
    assertThat(impossible.why()).contains("no decisions", "on file");
    assertThat(impossible.offset()).isEqualTo(placeOf("ada", 4).offset());
    assertThat(impossible.partition()).isEqualTo(placeOf("ada", 4).partition());
  }

  @Test
  void aLogWithoutTheTopicIsNoEmptyOne() {
    assertThatThrownBy(this::replay)
        .isInstanceOf(LogSetupException.class)
        .hasMessageContaining(EVENTS.topicName())
        .hasMessageContaining("./dateline topics make");
  }

  private Replay.Report replay() {
    return Replay.of(ENGINE, cluster.getKafkaClientConfiguration(), wire);
  }

  private static Fault fault(Replay.Report report, String key) {
    return report.faults().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
  }

  /** Where the log has a key's record. */
  private record Place(int partition, long offset) {}

  /**
   * @param number 1 for the first of the key
   */
  private Place placeOf(String key, int number) {
    List<Place> places = new ArrayList<>();
    try (LogScan scan = new LogScan(cluster.getKafkaClientConfiguration(), "test")) {
      scan.fromBeginning(
          scan.ends(EVENTS),
          record -> {
            if (record.key() != null && new String(record.key(), UTF_8).equals(key)) {
              places.add(new Place(record.partition(), record.offset()));
            }
          });
    }
    return places.get(number - 1);
  }

  private void topic() throws Exception {
    try (Admin admin = Admin.create(cluster.getKafkaClientConfiguration())) {
      admin
          .createTopics(List.of(new NewTopic(EVENTS.topicName(), 2, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
  }

  private void write(@Nullable String key, byte @Nullable [] value) throws Exception {
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(cluster.getKafkaClientConfiguration(), bytes, bytes)) {
      producer
          .send(
              new ProducerRecord<>(
                  EVENTS.topicName(), key == null ? null : key.getBytes(UTF_8), value))
          .get(20, TimeUnit.SECONDS);
    }
  }

  private byte[] event(String key, boolean onFile) {
    return wire.write(EVENTS, CODEC.toWire(envelope(key, onFile)));
  }

  /** As a later version's event is to this one. */
  private byte[] kindless(String key) {
    return wire.write(
        EVENTS,
        NotificationEventV1.newBuilder(CODEC.toWire(envelope(key, true)))
            .clearAddressRecorded()
            .build());
  }

  private static Envelope<Boolean> envelope(String key, boolean onFile) {
    return Envelope.of(MessageId.of("a-message"), key, Instant.EPOCH, Actor.system("test"), onFile);
  }

  private static final WireCodec<Boolean, NotificationEventV1> CODEC =
      new WireCodec<>() {
        @Override
        public Class<NotificationEventV1> wireType() {
          return NotificationEventV1.class;
        }

        @Override
        public NotificationEventV1 toWire(Envelope<Boolean> message) {
          NotificationEventV1.Builder event =
              NotificationEventV1.newBuilder()
                  .setId(message.id().value())
                  .setCausationId(message.id().value())
                  .setAt(message.at())
                  .setActor(new ActorV1("system:test", "", "SYSTEM"))
                  .setSubscriberId(message.key());
          return (message.payload()
                  ? event.setAddressRecorded(new AddressRecordedV1())
                  : event.setAddressErased(new AddressErasedV1()))
              .build();
        }

        @Override
        public Envelope<Boolean> fromWire(NotificationEventV1 wire) {
          if (wire.getAddressRecorded() == null && wire.getAddressErased() == null) {
            throw new UnreadableRecordException("UNKNOWN_KIND", "of none of two kinds");
          }
          return envelope(wire.getSubscriberId(), wire.getAddressRecorded() != null);
        }
      };

  /** An address comes on file and is erased again, in turns. */
  private static final Decider<String, Boolean, Boolean> RULES =
      new Decider<>() {
        @Override
        public Boolean initialState() {
          return false;
        }

        @Override
        public Decision<Boolean> decide(Envelope<String> command, Boolean state) {
          throw new AssertionError("nothing is decided while replaying");
        }

        @Override
        public Boolean evolve(Boolean state, Envelope<Boolean> event) {
          if (state.equals(event.payload())) {
            throw new IllegalStateException("an address is on file: " + state);
          }
          return event.payload();
        }
      };

  private static final WireCodec<String, NotificationEventV1> NO_COMMANDS =
      new WireCodec<>() {
        @Override
        public Class<NotificationEventV1> wireType() {
          return NotificationEventV1.class;
        }

        @Override
        public NotificationEventV1 toWire(Envelope<String> message) {
          throw new AssertionError("nothing is asked while replaying");
        }

        @Override
        public Envelope<String> fromWire(NotificationEventV1 wire) {
          throw new AssertionError("nothing is asked while replaying");
        }
      };

  private static final Engine<String, Boolean, Boolean> ENGINE =
      new Engine<>(
          "notification",
          RULES,
          NO_COMMANDS,
          CODEC,
          List.of(),
          Engine.Publications.none(),
          Optional.empty());
}
