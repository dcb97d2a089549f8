package dateline.journeys.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.Topic;
import dateline.runtime.wire.RestSchemaRegistry;
import dateline.runtime.wire.SchemaRegistry;
import dateline.runtime.wire.Wire;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Dateline asks of every registry; the one in the process passes it, and the real ones. */
abstract class RegistryContract {

  private SchemaRegistry registry;
  private Wire wire;

  /** What {@code schema.registry.url} is set to. */
  abstract String url();

  @BeforeEach
  void connect() {
    registry = RestSchemaRegistry.connect(Map.of("schema.registry.url", url()));
    wire = new Wire(Map.of("schema.registry.url", url()));
  }

  @AfterEach
  void disconnect() {
    wire.close();
    registry.close();
  }

  final SchemaRegistry registry() {
    return registry;
  }

  final Wire wire() {
    return wire;
  }

  @Test
  void aSchemaIsFoundByTheIdItWasGivenWithItsDocumentation() {
    Schema schema = Topic.RELEASES.schema();
    int id = registry.register("found-value", schema);

    assertThat(registry.schema(id).map(Schema::toString)).contains(schema.toString());
  }

  @Test
  void theSameSchemaHasOneIdUnderEverySubject() {
    Schema schema = Topic.OUTCOMES.schema();

    assertThat(registry.register("one-value", schema))
        .isEqualTo(registry.register("other-value", schema));
  }

  @Test
  void registeringAgainChangesNothing() {
    Schema schema = Topic.DIRECTORY.schema();
    int id = registry.register("again-value", schema);

    assertThat(registry.register("again-value", schema)).isEqualTo(id);
    assertThat(registry.latest("again-value").orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void aSchemaIsLookedUpUnderItsSubjectAlone() {
    int id = registry.register("here-value", Topic.RELEASES.schema());

    assertThat(registry.idOf("here-value", Topic.RELEASES.schema())).isEqualTo(OptionalInt.of(id));
    assertThat(registry.idOf("here-value", Topic.OUTCOMES.schema())).isEmpty();
    assertThat(registry.idOf("elsewhere-value", Topic.RELEASES.schema())).isEmpty();
  }

  @Test
  void anUnknownIdIsNoSchema() {
    assertThat(registry.schema(987_654)).isEmpty();
  }

  @Test
  void theNewestVersionIsTheLatest() {
    Schema one = parse("");
    Schema two = parse(",{\"name\":\"b\",\"type\":[\"null\",\"string\"],\"default\":null}");
    registry.register("latest-value", one);
    int id = registry.register("latest-value", two);

    SchemaRegistry.Version latest = registry.latest("latest-value").orElseThrow();
    assertThat(latest.id()).isEqualTo(id);
    assertThat(latest.version()).isEqualTo(2);
    assertThat(latest.schema()).isEqualTo(two);
    assertThat(registry.latest("never-value")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyTopicsRecordIsReadAndWrittenAgainToTheByte(Topic topic) throws Exception {
    byte[] bytes = Samples.bytes(idOf(topic), topic.schema());
    SpecificRecord value = wire.read(topic, bytes);

    assertThat(wire.write(topic, value)).isEqualTo(bytes);
  }

  final int idOf(Topic topic) {
    return registry.register(SchemaRegistry.valueSubject(topic.topicName()), topic.schema());
  }

  static Schema parse(String moreFields) {
    return new Schema.Parser()
        .parse(
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}"
                + moreFields
                + "]}");
  }
}
