package dateline.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.Topic;
import dateline.runtime.wire.SchemaCheck.State;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

/** How a registry knows our schemas. */
class SchemaCheckTest {

  private final SchemaRegistry registry = InProcessSchemaRegistry.of(UUID.randomUUID().toString());

  @Test
  void nothingIsRegisteredInANewRegistry() {
    assertThat(SchemaCheck.all(registry))
        .hasSameSizeAs(Topic.values())
        .allSatisfy(one -> {
          assertThat(one.state()).isEqualTo(State.MISSING);
          assertThat(one.newest()).isEmpty();
        });
  }

  @Test
  void everySchemaIsThereOnceAllWereRegistered() {
    SchemaRegistration.registerAll(registry);

    assertThat(SchemaCheck.all(registry))
        .allSatisfy(one -> {
          assertThat(one.state()).isEqualTo(State.REGISTERED);
          assertThat(one.newest().orElseThrow().id()).isEqualTo(one.id().orElseThrow());
        });
  }

  @Test
  void ofALaterVersionTheNewestIsAnother() {
    SchemaRegistration.registerAll(registry);
    Schema later = withAFurtherField(Topic.RELEASES.schema());
    int id = registry.register(subject(), later);

    SchemaCheck check = SchemaCheck.of(Topic.RELEASES, registry);

    assertThat(check.state()).isEqualTo(State.REGISTERED);
    assertThat(check.newest().orElseThrow().id())
        .isEqualTo(id)
        .isNotEqualTo(check.id().orElseThrow());
  }

  @Test
  void whatCannotBeReadWithOursIsIncompatible() {
    registry.register(
        subject(), SchemaBuilder.record("ReleaseV1").fields().requiredInt("other").endRecord());

    assertThat(SchemaCheck.of(Topic.RELEASES, registry).state()).isEqualTo(State.INCOMPATIBLE);
  }

  private static String subject() {
    return SchemaRegistry.valueSubject(Topic.RELEASES.topicName());
  }

  private static Schema withAFurtherField(Schema schema) {
    Schema later =
        Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false);
    List<Schema.Field> fields = new ArrayList<>();
    schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    Schema text =
        Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
    fields.add(
        new Schema.Field("further", text, "A further fact.", Schema.Field.NULL_DEFAULT_VALUE));
    later.setFields(fields);
    return later;
  }
}
