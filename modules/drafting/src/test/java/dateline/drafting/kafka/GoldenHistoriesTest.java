package dateline.drafting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contracts.DraftingEventV1;
import dateline.drafting.DraftingDecider;
import dateline.drafting.DraftingEvent;
import dateline.drafting.DraftingEvent.Beside;
import dateline.drafting.DraftingEvent.DraftAbandoned;
import dateline.drafting.DraftingEvent.DraftClosed;
import dateline.drafting.DraftingEvent.DraftCreated;
import dateline.drafting.DraftingEvent.DraftReopened;
import dateline.drafting.DraftingEvent.DraftRestored;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.drafting.DraftingEvent.NoteRecalled;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.drafting.DraftingEvent.Numbered;
import dateline.kernel.Decider;
import dateline.kernel.Envelope;
import dateline.note.Digest;
import dateline.runtime.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  private static final List<String> VERSIONS = List.of("v1", "v2", "v3", "v4", "v5");

  /** Avro makes contract classes only once a wire has declared them as trusted. */
  @BeforeAll
  static void trustTheContract() {
    new Wire(Map.of("schema.registry.url", "mock://drafting-histories")).close();
  }

  @ParameterizedTest
  @CsvSource({
    "v1, begun, 1, Open",
    "v1, revised-by-two, 3, Open",
    "v1, submitted-with-a-waiver, 2, Submitted",
    "v1, recalled, 3, Open",
    "v1, returned-and-submitted-again, 5, Submitted",
    "v1, released, 3, Closed",
    "v1, recalled-too-late, 5, Closed",
    "v2, joint-statement, 9, Closed",
    "v2, given-up-and-taken-up, 7, Open",
    "v2, talked-about, 6, Submitted",
    "v2, with-a-chart, 5, Submitted",
    "v2, source, 5, Open",
    "v2, translation, 7, Submitted",
    "v2, numbers, 2, Numbers",
    "v3, imported, 3, Open",
    "v4, taken-edits, 5, Submitted",
    "v5, lists-in-a-list, 2, Open",
  })
  void anOldHistoryReplays(String schema, String name, int events, String state)
      throws IOException {
    List<Envelope<DraftingEvent>> history = history(schema, name);
    assertThat(history).hasSize(events);
    assertThat(stateAfter(new DraftingDecider(note -> List.of()), history)).isEqualTo(state);
  }

  @Test
  void theDigestOfAnOldTextIsWhatItWas() throws IOException {
    List<Envelope<DraftingEvent>> all = new ArrayList<>();
    for (String version : VERSIONS) {
      for (String name : stored(version)) {
        all.addAll(history(version, name));
      }
    }
    for (Envelope<DraftingEvent> event : all) {
      switch (event.payload()) {
        case DraftCreated it -> assertThat(Digest.of(it.note())).isEqualTo(it.digest());
        case DraftRevised it -> assertThat(Digest.of(it.note())).isEqualTo(it.digest());
        case NoteSubmitted it -> assertThat(Digest.of(it.note())).isEqualTo(it.digest());
        case NoteRecalled _,
            DraftReopened _,
            DraftAbandoned _,
            DraftRestored _,
            DraftClosed _,
            Beside _,
            Numbered _ -> {}
      }
    }
  }

  @Test
  void everyStoredHistoryIsReplayed() throws Exception {
    CsvSource stated =
        GoldenHistoriesTest.class
            .getDeclaredMethod(
                "anOldHistoryReplays", String.class, String.class, int.class, String.class)
            .getAnnotation(CsvSource.class);
    List<String> stored = new ArrayList<>();
    for (String version : VERSIONS) {
      stored(version).forEach(name -> stored.add(version + ", " + name));
    }
    assertThat(stored)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(stated.value())
                .map(line -> line.substring(0, line.indexOf(", ", "v1, ".length())))
                .toList());
  }

  @Test
  void aHistoryThatIsMissingIsNoticed() {
    assertThatThrownBy(() -> history("v1", "no-such-history")).isInstanceOf(AssertionError.class);
  }

  private static <S> String stateAfter(
      Decider<?, S, DraftingEvent> rules, List<Envelope<DraftingEvent>> history) {
    return rules.replay(history).getClass().getSimpleName();
  }

  private static List<String> stored(String version) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/histories", version))) {
      return files
          .map(file -> file.getFileName().toString().replace(".jsonl", ""))
          .sorted()
          .toList();
    }
  }

  private static List<Envelope<DraftingEvent>> history(String version, String name)
      throws IOException {
    Schema writer = new Schema.Parser().parse(resource(version + ".avsc"));
    SpecificDatumReader<DraftingEventV1> reader =
        new SpecificDatumReader<>(writer, DraftingEventV1.getClassSchema());
    return resource(version + "/" + name + ".jsonl")
        .lines()
        .map(line -> {
          try {
            return reader.read(
                new DraftingEventV1(), DecoderFactory.get().jsonDecoder(writer, line));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        })
        .map(new EventCodec()::fromWire)
        .toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = GoldenHistoriesTest.class.getResourceAsStream("/histories/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
