package dateline.clearance.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.ClearanceDecider;
import dateline.clearance.ClearanceEvent;
import dateline.contracts.ClearanceEventV1;
import dateline.kernel.Decider;
import dateline.kernel.Envelope;
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
    new Wire(Map.of("schema.registry.url", "mock://clearance-histories")).close();
  }

  @ParameterizedTest
  @CsvSource({
    "v1, asked, 1, UnderReview",
    "v1, cleared, 4, Cleared",
    "v1, cleared-late-answers, 6, Cleared",
    "v1, returned, 3, Returned",
    "v1, returned-and-cleared, 7, Cleared",
    "v1, changed-text, 5, UnderReview",
    "v1, recalled-after-approval, 5, Suspended",
    "v1, recalled-and-cleared-again, 7, Cleared",
    "v1, replaced-after-approval, 7, UnderReview",
    "v1, nobody-to-ask, 1, NotRequested",
    "v1, nobody-to-ask-then-asked, 2, UnderReview",
  })
  void anOldHistoryReplays(String schema, String name, int events, String state)
      throws IOException {
    List<Envelope<ClearanceEvent>> history = history(schema, name);
    assertThat(history).hasSize(events);
    assertThat(stateAfter(ClearanceDecider.rules(), history)).isEqualTo(state);
  }

  private static <S> String stateAfter(
      Decider<?, S, ClearanceEvent> rules, List<Envelope<ClearanceEvent>> history) {
    S state = rules.initialState();
    for (Envelope<ClearanceEvent> event : history) {
      state = rules.evolve(state, event);
    }
    return String.valueOf(state)
        .replaceFirst("\\[.*", "")
        .strip()
        .lines()
        .findFirst()
        .orElseThrow();
  }

  private static List<Envelope<ClearanceEvent>> history(String version, String name)
      throws IOException {
    Schema writer = new Schema.Parser().parse(resource(version + ".avsc"));
    SpecificDatumReader<ClearanceEventV1> reader =
        new SpecificDatumReader<>(writer, ClearanceEventV1.getClassSchema());
    return resource(version + "/" + name + ".jsonl")
        .lines()
        .map(line -> {
          try {
            return reader.read(
                new ClearanceEventV1(), DecoderFactory.get().jsonDecoder(writer, line));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        })
        .map(ClearanceCodecs.EVENTS::fromWire)
        .toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = GoldenHistoriesTest.class.getResourceAsStream("/histories/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
