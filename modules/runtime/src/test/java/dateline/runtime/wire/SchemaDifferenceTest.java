package dateline.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.Topic;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In what two schemas differ. */
class SchemaDifferenceTest {

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aSchemaDoesNotDifferFromItself(Topic topic) {
    Schema again = new Schema.Parser().parse(topic.schema().toString());

    assertThat(SchemaDifference.between(topic.schema(), again)).isEmpty();
  }

  @Test
  void eachFieldThatIsAddedRemovedOrChangedIsTold() {
    String before =
        """
        {"type":"record","name":"Ship","fields":[
          {"name":"name","type":"string","doc":"As painted."},
          {"name":"tons","type":"int"},
          {"name":"flag","type":["null","string"],"default":null},
          {"name":"crew","type":{"type":"array","items":
            {"type":"record","name":"Sailor","fields":[{"name":"rank","type":"string"}]}}}]}
        """;
    String after =
        """
        {"type":"record","name":"Ship","doc":"At sea.","fields":[
          {"name":"name","type":"string","doc":"As registered."},
          {"name":"tons","type":"long"},
          {"name":"built","type":{"type":"long","logicalType":"timestamp-millis"}},
          {"name":"port","type":["null","string"],"default":null},
          {"name":"crew","type":{"type":"array","items":
            {"type":"record","name":"Sailor","fields":[{"name":"rank","type":
              {"type":"enum","name":"Rank","symbols":["MATE"]}}]}}}]}
        """;

    assertThat(SchemaDifference.between(parsed(before), parsed(after)))
        .extracting(change -> change.kind().sign() + " " + change.where() + ": " + change.what())
        .containsExactly(
            "+ Rank: enum [MATE]",
            "~ Sailor.rank: string → Rank",
            "~ Ship: \"\" → \"At sea.\"",
            "- Ship.flag: {null, string} = null",
            "~ Ship.name: \"As painted.\" → \"As registered.\"",
            "~ Ship.tons: int → long",
            "+ Ship.built: timestamp-millis",
            "+ Ship.port: {null, string} = null");
  }

  @Test
  void anotherTypeUnderTheSameNameIsTold() {
    assertThat(
            SchemaDifference.between(
                parsed("{\"type\":\"enum\",\"name\":\"Flag\",\"symbols\":[\"A\"]}"),
                parsed("{\"type\":\"enum\",\"name\":\"Flag\",\"symbols\":[\"A\",\"B\"]}")))
        .singleElement()
        .extracting(SchemaDifference.Change::what)
        .isEqualTo("enum [A] → enum [A, B]");
  }

  private static Schema parsed(String json) {
    return new Schema.Parser().parse(json);
  }
}
