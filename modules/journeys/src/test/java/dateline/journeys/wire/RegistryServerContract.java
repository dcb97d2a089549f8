package dateline.journeys.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contracts.Topic;
import dateline.runtime.wire.SchemaRefusedException;
import dateline.runtime.wire.SchemaRegistration;
import dateline.runtime.wire.Wire;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What a registry server must do beyond that: refuse, and serve Confluent's own client. */
abstract class RegistryServerContract extends RegistryContract {

  @Test
  void aChangeThatEarlierReadersCannotReadIsRefused() {
    registry().register("strict-value", parse(""));
    registry().requireCompatibility("strict-value", "FULL_TRANSITIVE");

    assertThatThrownBy(() ->
            registry().register("strict-value", parse(",{\"name\":\"b\",\"type\":\"string\"}")))
        .isInstanceOfSatisfying(
            SchemaRefusedException.class,
            refused -> assertThat(refused.code()).isEqualTo("INCOMPATIBLE"));
  }

  /** Each agrees with the one before it; the third and the first cannot read each other. */
  @Test
  void aChangeIsComparedWithEveryVersionAndNotTheNewestAlone() {
    String subject = "transitive-value";
    registry().requireCompatibility(subject, "FULL_TRANSITIVE");
    registry().register(subject, parse(optional("b", "string")));
    registry().register(subject, parse(""));
    Schema third = parse(optional("b", "int"));

    assertThatThrownBy(() -> registry().register(subject, third))
        .isInstanceOfSatisfying(
            SchemaRefusedException.class,
            refused -> assertThat(refused.code()).isEqualTo("INCOMPATIBLE"));
    assertThat(registry().idOf(subject, third)).isEmpty();
  }

  private static String optional(String name, String type) {
    return ",{\"name\":\"%s\",\"type\":[\"null\",\"%s\"],\"default\":null}".formatted(name, type);
  }

  @Test
  void everyTopicsSchemaIsRegisteredAndAProgramThatMayNotRegisterFindsIt() throws Exception {
    List<SchemaRegistration.Registered> done = SchemaRegistration.registerAll(registry());

    assertThat(SchemaRegistration.registerAll(registry())).isEqualTo(done);
    assertThat(done)
        .extracting(SchemaRegistration.Registered::topic)
        .containsExactly(Topic.values());
    Map<String, String> strict =
        Map.of("schema.registry.url", url(), "auto.register.schemas", "false");
    try (Wire wire = new Wire(strict)) {
      for (SchemaRegistration.Registered one : done) {
        Topic topic = one.topic();
        byte[] bytes = Samples.bytes(one.id(), topic.schema());
        assertThat(wire.write(topic, wire.read(topic, bytes))).isEqualTo(bytes);
      }
    }
    assertThatThrownBy(() -> registry().register(done.getFirst().subject(), parse("")))
        .isInstanceOf(SchemaRefusedException.class);
  }

  @Test
  void confluentsClientReadsWhatWeWriteAndWeReadWhatItWrites() throws Exception {
    List<ConfluentClient.Written> ours = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      var value = wire().read(topic, Samples.bytes(idOf(topic), topic.schema()));
      ours.add(
          new ConfluentClient.Written(
              topic.topicName(), HexFormat.of().formatHex(wire().write(topic, value))));
    }

    List<ConfluentClient.Reading> theirs = ConfluentClient.readAndWriteAgain(url(), ours);

    assertThat(theirs).hasSameSizeAs(ours);
    Iterator<ConfluentClient.Reading> next = theirs.iterator();
    for (Topic topic : Topic.values()) {
      ConfluentClient.Reading read = next.next();
      assertThat(read.topic()).isEqualTo(topic.topicName());
      assertThat(read.value()).as(topic.topicName()).isEqualTo(Samples.json(topic.schema()));
      byte[] again = wire().write(topic, wire().read(topic, HexFormat.of().parseHex(read.hex())));
      assertThat(again).as(topic.topicName()).isEqualTo(Samples.bytes(idOf(topic), topic.schema()));
    }
  }
}
