package dateline.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dateline.contracts.ActorV1;
import dateline.contracts.DraftCreatedV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.MediaNoteV1;
import dateline.contracts.Topic;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.RawMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class WireTest {

  private final String url;
  private final InProcessSchemaRegistry registry;
  private final Wire wire;

  WireTest(TestInfo test) {
    url = "mock://" + test.getDisplayName();
    registry = (InProcessSchemaRegistry) RestSchemaRegistry.connect(at(url));
    wire = new Wire(at(url));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    DraftingEventV1 event = created("A headline – with “marks”, ünïcode and 🗞");

    assertThat(wire.read(Topic.DRAFTING_EVENTS, wire.write(Topic.DRAFTING_EVENTS, event)))
        .isEqualTo(event);
  }

  @Test
  void aRecordBeginsWithAZeroByteAndTheSchemasId() {
    byte[] bytes = wire.write(Topic.DRAFTING_EVENTS, created("x"));

    assertThat(bytes[0]).isZero();
    assertThat(registry.schema(ByteBuffer.wrap(bytes).getInt(1)))
        .contains(DraftingEventV1.getClassSchema());
    assertThat(registry.latest("dateline.drafting.events.v1-value")).isPresent();
  }

  @Test
  void theSameSchemaHasTheSameIdUnderEverySubject() {
    Schema schema = Topic.DRAFTING_ANSWERS.schema();

    assertThat(registry.register("a-value", schema))
        .isEqualTo(registry.register("b-value", schema));
  }

  @Test
  void aNewerWritersAdditionalFieldIsSkipped() throws Exception {
    Schema newer =
        withField(
            DraftingEventV1.getClassSchema(),
            "{\"name\":\"added\",\"type\":[\"null\","
                + "{\"type\":\"record\",\"name\":\"AddedV1\",\"fields\":[{\"name\":\"what\",\"type\":"
                + "\"string\"}]}],\"default\":null}");
    DraftingEventV1 event = created("x");
    GenericRecord asNewer = new GenericData.Record(newer);
    for (Schema.Field field : event.getSchema().getFields()) {
      asNewer.put(field.name(), event.get(field.pos()));
    }
    GenericRecord added =
        new GenericData.Record(newer.getField("added").schema().getTypes().get(1));
    added.put("what", "something later");
    asNewer.put("added", added);

    byte[] bytes = framed(registry.register("newer-value", newer), newer, asNewer);

    assertThat(wire.read(Topic.DRAFTING_EVENTS, bytes)).isEqualTo(event);
  }

  @Test
  void bytesCutOffAnywhereAreUnreadable() {
    byte[] whole = wire.write(Topic.DRAFTING_EVENTS, created("a headline"));

    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertUnreadable(cut);
    }
  }

  @Test
  void bytesBehindTheEndAreUnreadable() {
    byte[] whole = wire.write(Topic.DRAFTING_EVENTS, created("a headline"));

    assertUnreadable(Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void anotherFirstByteIsUnreadable() {
    byte[] bytes = wire.write(Topic.DRAFTING_EVENTS, created("a headline"));
    bytes[0] = 1;

    assertUnreadable(bytes);
  }

  @Test
  void anUnknownSchemaIsUnreadable() {
    byte[] bytes = wire.write(Topic.DRAFTING_EVENTS, created("a headline"));
    ByteBuffer.wrap(bytes).putInt(1, 4711);

    assertUnreadable(bytes);
  }

  @Test
  void aRecordOfAnotherTopicIsUnreadable() {
    byte[] bytes = wire.write(Topic.DRAFTING_EVENTS, created("a headline"));

    assertThatThrownBy(() -> wire.read(Topic.RELEASES, bytes))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage(
            "The record cannot be read: it is a DraftingEventV1, which the topic does not hold.");
  }

  @Test
  void aRecordOfSomebodyElsesSchemaIsUnreadable() {
    Schema foreign = SchemaBuilder.record("org.example.Order").fields().endRecord();
    int id = registry.register("dateline.releases.v1-value", foreign);

    assertThatThrownBy(() ->
            wire.read(Topic.RELEASES, ByteBuffer.allocate(5).put((byte) 0).putInt(id).array()))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage(
            "The record cannot be read: schema %d is of org.example.Order, which no topic of ours has."
                .formatted(id));
  }

  @Test
  void ourSchemaUnderAnotherSubjectIsNotRegistered() {
    registry.register("somewhere-value", DraftingEventV1.getClassSchema());
    try (var strict =
        new Wire(Map.of("schema.registry.url", url, "auto.register.schemas", "false"))) {
      assertThatThrownBy(() -> strict.write(Topic.DRAFTING_EVENTS, created("x")))
          .isInstanceOf(SchemaRefusedException.class)
          .hasMessage(
              "Our schema is not registered under dateline.drafting.events.v1-value. Register it with `dateline schemas register`.");
    }
  }

  @Test
  void aSchemaThatNamesAForeignClassLoadsNothing() throws Exception {
    Schema foreign =
        new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"java.net.URL\",\"fields\":[]}");
    int id = registry.register("foreign-value", foreign);

    assertUnreadable(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
  }

  @Test
  void aSpoiltRecordIsUnreadableOrAnotherRecordAndNothingElse() {
    byte[] whole = wire.write(Topic.DRAFTING_EVENTS, created("a headline of some length"));
    long seed = 20261122;
    Random random = new Random(seed);

    for (int i = 0; i < 20_000; i++) {
      byte[] spoilt = whole.clone();
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        spoilt[random.nextInt(5, spoilt.length)] = (byte) random.nextInt();
      }
      Throwable thrown = catchThrowable(() -> wire.read(Topic.DRAFTING_EVENTS, spoilt));
      if (thrown != null) {
        assertThat(thrown)
            .as("seed %d, round %d", seed, i)
            .isInstanceOf(UnreadableRecordException.class);
      }
    }
  }

  @Test
  void aLengthThatTheBytesCannotHoldIsNotBelieved() {
    byte[] whole = wire.write(Topic.DRAFTING_EVENTS, created("a headline"));
    // 2^30 items or bytes, as Avro writes it: as much as memory holds, if it were believed.
    byte[] huge = {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x08};

    for (int at = 5; at < whole.length; at++) {
      byte[] spoilt = Arrays.copyOf(whole, whole.length + huge.length);
      System.arraycopy(huge, 0, spoilt, at, huge.length);
      assertUnreadable(spoilt);
    }
  }

  @Test
  void aRecordIsWrittenToItsOwnTopicsOnly() {
    assertThatThrownBy(() -> wire.write(Topic.RELEASES, created("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutAutoRegistrationAnUnknownSchemaIsRefused() {
    try (var strict =
        new Wire(Map.of("schema.registry.url", url, "auto.register.schemas", "false"))) {
      assertThatThrownBy(() -> strict.write(Topic.DRAFTING_EVENTS, created("x")))
          .isInstanceOfSatisfying(
              SchemaRefusedException.class,
              refused -> assertThat(refused.code()).isEqualTo("NOT_REGISTERED"));

      int id =
          registry.register("dateline.drafting.events.v1-value", DraftingEventV1.getClassSchema());
      assertThat(ByteBuffer.wrap(strict.write(Topic.DRAFTING_EVENTS, created("x"))).getInt(1))
          .isEqualTo(id);
    }
  }

  @Test
  void withTheLatestVersionRecordsAreWrittenInTheSubjectsNewestSchema() {
    Schema newer =
        withField(
            DraftingEventV1.getClassSchema(),
            "{\"name\":\"added\",\"type\":[\"null\",\"string\"],\"default\":null}");
    int id = registry.register("dateline.drafting.events.v1-value", newer);
    Map<String, String> config =
        Map.of(
            "schema.registry.url", url,
            "auto.register.schemas", "false",
            "use.latest.version", "true");
    try (var latest = new Wire(config)) {
      byte[] bytes = latest.write(Topic.DRAFTING_EVENTS, created("x"));

      assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(id);
      assertThat(wire.read(Topic.DRAFTING_EVENTS, bytes)).isEqualTo(created("x"));
    }
  }

  @Test
  void manyThreadsShareOneWire() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks =
          IntStream.range(0, 500)
              .mapToObj(i -> created("headline " + i + "x".repeat(i * 7)))
              .map(event ->
                  (Callable<Boolean>)
                      () ->
                          wire.read(Topic.DRAFTING_EVENTS, wire.write(Topic.DRAFTING_EVENTS, event))
                              .equals(event))
              .toList();
      for (Future<Boolean> same : threads.invokeAll(tasks)) {
        assertThat(same.get()).isTrue();
      }
    }
  }

  @Test
  void theRegistrysAddressIsNeeded() {
    assertThatThrownBy(() -> new Wire(Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.url");
  }

  @Test
  void aTombstoneStaysNull() {
    try (var serializer = new ConfluentAvroSerializer();
        var deserializer = new ConfluentAvroDeserializer()) {
      serializer.configure(at(url), false);
      deserializer.configure(at(url), false);

      assertThat(serializer.serialize("t", null)).isNull();
      assertThat(deserializer.deserialize("t", (byte[]) null)).isNull();
    }
  }

  private void assertUnreadable(byte[] bytes) {
    assertThatThrownBy(() -> wire.read(Topic.DRAFTING_EVENTS, bytes))
        .isInstanceOfSatisfying(
            UnreadableRecordException.class,
            unreadable -> assertThat(unreadable.code()).isEqualTo("UNREADABLE"));
  }

  private static Map<String, String> at(String url) {
    return Map.of("schema.registry.url", url);
  }

  private static byte[] framed(int id, Schema schema, GenericRecord value) throws Exception {
    ByteBuffer avro =
        new RawMessageEncoder<GenericRecord>(
                SpecificData.getForSchema(DraftingEventV1.getClassSchema()), schema)
            .encode(value);
    return ByteBuffer.allocate(5 + avro.remaining()).put((byte) 0).putInt(id).put(avro).array();
  }

  private static Schema withField(Schema schema, String fieldJson) {
    String json = schema.toString();
    return new Schema.Parser()
        .parse(json.substring(0, json.lastIndexOf("]}")) + "," + fieldJson + "]}");
  }

  private static DraftingEventV1 created(String headline) {
    MediaNoteV1 note =
        MediaNoteV1.newBuilder()
            .setHeadline(headline)
            .setBody(List.of())
            .setContacts(List.of())
            .setBoilerplate(List.of())
            .setLanguages(List.of("en"))
            .build();
    return DraftingEventV1.newBuilder()
        .setId("m-1")
        .setCausationId("m-1")
        .setAt(Instant.parse("2026-01-26T05:01:00Z"))
        .setActor(new ActorV1("maya.okafor", "press", "PRESS_OFFICER"))
        .setNoteId("n-1")
        .setDraftCreated(new DraftCreatedV1(note, "0".repeat(64), null, null))
        .build();
  }
}
