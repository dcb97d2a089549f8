package dateline.notification.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contracts.NotificationEventV1;
import dateline.kernel.Envelope;
import dateline.notification.NotificationDecider;
import dateline.notification.NotificationEvent;
import dateline.notification.Subscriber;
import dateline.runtime.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Histories as they were written, one event a line, replay for ever. They are read with the schema
 * they were written with ({@code v1.avsc}); a change of the schema adds a folder and changes none.
 */
class GoldenHistoriesTest {

  /** Avro makes contract classes only once a wire has declared them as trusted. */
  @BeforeAll
  static void trustTheContract() {
    new Wire(Map.of("schema.registry.url", "mock://notification-histories")).close();
  }

  @ParameterizedTest
  @CsvSource({
    "v1, press-contact, 2, true, 1, false",
    "v1, asked, 2, false, 0, true",
    "v1, subscribed-and-changing, 4, false, 1, true",
    "v1, journalist-who-subscribed-and-left, 8, false, 0, false",
  })
  void anOldHistoryReplays(
      String schema, String name, int events, boolean press, int wants, boolean asked)
      throws IOException {
    List<Envelope<NotificationEvent>> history = history(schema, name);
    assertThat(history).hasSize(events);
    Subscriber subscriber = new NotificationDecider().replay(history);
    assertThat(subscriber.isPress()).isEqualTo(press);
    assertThat(subscriber.wants()).hasSize(wants);
    assertThat(subscriber.isAsked()).isEqualTo(asked);
  }

  @Test
  void aHistoryThatIsMissingIsNoticed() {
    assertThatThrownBy(() -> history("v1", "no-such-history")).isInstanceOf(AssertionError.class);
  }

  private static List<Envelope<NotificationEvent>> history(String version, String name)
      throws IOException {
    Schema writer = new Schema.Parser().parse(resource(version + ".avsc"));
    SpecificDatumReader<NotificationEventV1> reader =
        new SpecificDatumReader<>(writer, NotificationEventV1.getClassSchema());
    return resource(version + "/" + name + ".jsonl")
        .lines()
        .map(line -> {
          try {
            return reader.read(
                new NotificationEventV1(), DecoderFactory.get().jsonDecoder(writer, line));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        })
        .map(new NotificationCodecs.Events()::fromWire)
        .toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = GoldenHistoriesTest.class.getResourceAsStream("/histories/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
