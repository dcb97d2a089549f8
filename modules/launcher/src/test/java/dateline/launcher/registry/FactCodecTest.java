package dateline.launcher.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The form of Confluent's registry, to the byte: compaction and its own reading depend on it. */
class FactCodecTest {

  @Test
  void aSchemaIsWrittenAsConfluentDoes() {
    assertThat(FactCodec.write(new Fact.SchemaStored("s-value", 2, 7, "AVRO", "\"string\"", false)))
        .isEqualTo(
            new FactCodec.Text(
                "{\"keytype\":\"SCHEMA\",\"subject\":\"s-value\",\"version\":2,\"magic\":1}",
                Optional.of(
                    "{\"subject\":\"s-value\",\"version\":2,\"id\":7,\"schema\":\"\\\"string\\\"\","
                        + "\"deleted\":false}")));
  }

  @Test
  void anErasedSchemaIsATombstone() {
    assertThat(FactCodec.write(new Fact.SchemaErased("s", 2)).value()).isEmpty();
  }

  @Test
  void settingsAreWrittenAsConfluentDoes() {
    assertThat(
            FactCodec.write(
                new Fact.CompatibilitySet(
                    Optional.empty(), Optional.of(Compatibility.FULL_TRANSITIVE))))
        .isEqualTo(
            new FactCodec.Text(
                "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}",
                Optional.of("{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}")));
    assertThat(FactCodec.write(new Fact.ModeSet(Optional.of("s"), Optional.of(Mode.READONLY))))
        .isEqualTo(
            new FactCodec.Text(
                "{\"keytype\":\"MODE\",\"subject\":\"s\",\"magic\":0}",
                Optional.of("{\"mode\":\"READONLY\"}")));
    assertThat(FactCodec.write(new Fact.SubjectDeleted("s", 3)))
        .isEqualTo(
            new FactCodec.Text(
                "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s\",\"magic\":0}",
                Optional.of("{\"subject\":\"s\",\"version\":3}")));
    assertThat(FactCodec.write(new Fact.Noop()))
        .isEqualTo(new FactCodec.Text("{\"keytype\":\"NOOP\",\"magic\":0}", Optional.empty()));
  }

  @Test
  void whatNewerRegistriesAddIsPassedOver() {
    assertThat(
            read(
                "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}",
                "{\"subject\":\"s\",\"version\":1,\"id\":3,\"guid\":\"g\",\"ts\":12,"
                    + "\"schema\":\"\\\"int\\\"\",\"deleted\":true}"))
        .isEqualTo(new Fact.SchemaStored("s", 1, 3, "AVRO", "\"int\"", true));
    assertThat(
            read("{\"keytype\":\"CONTEXT\",\"tenant\":\"t\",\"context\":\".\",\"magic\":0}", "{}"))
        .isEqualTo(new Fact.Foreign());
    assertThat(read("no JSON", "{}")).isEqualTo(new Fact.Foreign());
  }

  @Test
  void aForgottenSettingIsUnset() {
    assertThat(
            FactCodec.read(bytes("{\"keytype\":\"CONFIG\",\"subject\":\"s\",\"magic\":0}"), null))
        .isEqualTo(new Fact.CompatibilitySet(Optional.of("s"), Optional.empty()));
  }

  private static Fact read(String key, String value) {
    return FactCodec.read(bytes(key), bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
