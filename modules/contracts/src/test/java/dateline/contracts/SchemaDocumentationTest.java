package dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaDocumentationTest {

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyRecordAndFieldSaysWhatItIs(Topic topic) {
    assertThat(undocumented(topic.schema())).isEmpty();
  }

  @Test
  void aFieldWithoutDocumentationIsFound() {
    Schema bare =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Outer", "doc": "An outer.", "fields": [
                  {"name": "said", "type": "string", "doc": "Said."},
                  {"name": "inner", "doc": "Inner.", "type": ["null", {"type": "array", "items":
                    {"type": "record", "name": "Inner", "fields": [
                      {"name": "unsaid", "type": "string"}]}}]}]}
                """);

    assertThat(undocumented(bare)).containsExactly("Inner", "Inner.unsaid");
  }

  private static List<String> undocumented(Schema schema) {
    List<String> found = new ArrayList<>();
    walk(schema, new HashSet<>(), found);
    return found;
  }

  private static void walk(Schema schema, Set<String> seen, List<String> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (seen.add(schema.getFullName())) {
          note(schema.getDoc(), schema.getName(), found);
          for (Schema.Field field : schema.getFields()) {
            note(field.doc(), schema.getName() + "." + field.name(), found);
            walk(field.schema(), seen, found);
          }
        }
      }
      case ENUM, FIXED -> note(schema.getDoc(), schema.getName(), found);
      case ARRAY -> walk(schema.getElementType(), seen, found);
      case MAP -> walk(schema.getValueType(), seen, found);
      case UNION -> schema.getTypes().forEach(type -> walk(type, seen, found));
      case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }

  private static void note(String doc, String what, List<String> found) {
    if (doc == null || doc.isBlank()) {
      found.add(what);
    }
  }
}
