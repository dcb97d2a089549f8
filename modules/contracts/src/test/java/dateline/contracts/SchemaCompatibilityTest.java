package dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@code docs/evolving-events.md}: FULL_TRANSITIVE, as the registries apply it. */
class SchemaCompatibilityTest {

  private static final SchemaValidator FULL_TRANSITIVE =
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

  private final Path folder = ReleasedSchemas.folder();

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everySchemaReadsAndIsReadByEveryReleasedOne(Topic topic) throws Exception {
    List<Schema> released = ReleasedSchemas.of(folder, topic);

    assertThat(released).as("%s has a snapshot", topic.topicName()).isNotEmpty();
    FULL_TRANSITIVE.validate(topic.schema(), released.reversed());
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aReleasedSchemaAllowedItsSuccessors(Topic topic) throws Exception {
    List<Schema> released = ReleasedSchemas.of(folder, topic);

    for (int n = 1; n < released.size(); n++) {
      FULL_TRANSITIVE.validate(released.get(n), released.subList(0, n).reversed());
    }
  }

  @Test
  void everySnapshotBelongsToATopicAndNoneIsMissingInBetween() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Topic topic : Topic.values()) {
      for (int n = 1; n <= ReleasedSchemas.of(folder, topic).size(); n++) {
        expected.add(ReleasedSchemas.file(folder, topic, n).getFileName().toString());
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .isEqualTo(expected);
    }
  }

  @Test
  void anAddedKindIsAllowed() throws Exception {
    FULL_TRANSITIVE.validate(
        changed(
            ",{\"name\":\"added\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"AddedV1\","
                + "\"fields\":[{\"name\":\"what\",\"type\":\"string\"}]}],\"default\":null}"),
        List.of(Topic.RELEASES.schema()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",{\"name\":\"added\",\"type\":\"string\"}",
        ",{\"name\":\"added\",\"type\":[\"null\",\"string\"]}"
      })
  void anAddedFieldThatMustBeThereIsFound(String field) {
    assertThatThrownBy(
            () -> FULL_TRANSITIVE.validate(changed(field), List.of(Topic.RELEASES.schema())))
        .isInstanceOf(SchemaValidationException.class);
  }

  @Test
  void aRemovedFieldThatMustBeThereIsFound() {
    assertFound(without("noteId"));
  }

  @Test
  void aRenamedFieldIsFound() {
    assertFound(json().replace("\"name\":\"noteId\"", "\"name\":\"noteNumber\""));
  }

  @Test
  void aChangedTypeIsFound() {
    assertFound(
        json()
            .replace(
                "\"name\":\"version\",\"type\":\"int\"", "\"name\":\"version\",\"type\":\"long\""));
  }

  private static void assertFound(String json) {
    assertThat(json).isNotEqualTo(json());
    Schema schema = new Schema.Parser().parse(json);
    assertThatThrownBy(() -> FULL_TRANSITIVE.validate(schema, List.of(Topic.RELEASES.schema())))
        .isInstanceOf(SchemaValidationException.class);
  }

  private static String without(String field) {
    Schema schema = Topic.RELEASES.schema();
    List<Schema.Field> fields =
        schema.getFields().stream()
            .filter(f -> !f.name().equals(field))
            .map(f -> new Schema.Field(f, f.schema()))
            .toList();
    return Schema.createRecord(
            schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields)
        .toString();
  }

  private static Schema changed(String field) {
    return new Schema.Parser().parse(json().substring(0, json().lastIndexOf("]}")) + field + "]}");
  }

  private static String json() {
    return Topic.RELEASES.schema().toString();
  }
}
