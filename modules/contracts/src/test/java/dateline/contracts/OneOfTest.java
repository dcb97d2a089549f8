package dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OneOfTest {

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyKindIsOptionalAndAbsentByDefault(Topic topic) {
    List<Schema.Field> kinds =
        topic.schema().getFields().stream()
            .filter(field -> field.schema().getType() == Schema.Type.UNION)
            .toList();

    assertThat(kinds)
        .allSatisfy(field -> {
          assertThat(field.schema().getTypes()).hasSize(2);
          assertThat(field.schema().getTypes().getFirst().getType()).isEqualTo(Schema.Type.NULL);
          assertThat(field.defaultVal()).isEqualTo(JsonProperties.NULL_VALUE);
        });
  }
}
