package dateline.publishing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contracts.PublishingEventV1;
import dateline.kernel.Decider;
import dateline.kernel.Envelope;
import dateline.note.Digest;
import dateline.publishing.PublishingDecider;
import dateline.publishing.PublishingEvent;
import dateline.publishing.PublishingEvent.Endorsed;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.publishing.PublishingEvent.ReleaseDiscarded;
import dateline.publishing.PublishingEvent.ReleasePrepared;
import dateline.publishing.PublishingEvent.ReleaseScheduled;
import dateline.publishing.PublishingEvent.ScheduleCancelled;
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

  private static final List<String> VERSIONS = List.of("v1", "v2");

  /** Avro makes contract classes only once a wire has declared them as trusted. */
  @BeforeAll
  static void trustTheContract() {
    new Wire(Map.of("schema.registry.url", "mock://publishing-histories")).close();
  }

  @ParameterizedTest
  @CsvSource({
    "v1, prepared, 1, Prepared",
    "v1, released-at-once, 2, Released",
    "v1, scheduled, 2, Scheduled",
    "v1, released-by-schedule, 3, Released",
    "v1, schedule-lifted, 4, Released",
    "v1, schedule-cancelled, 3, Prepared",
    "v1, cleared-anew-while-scheduled, 4, Prepared",
    "v1, recalled-while-scheduled, 4, NotPrepared",
    "v1, recalled-and-cleared-again, 3, Prepared",
    "v2, endorsed, 7, Released",
  })
  void anOldHistoryReplays(String schema, String name, int events, String state)
      throws IOException {
    List<Envelope<PublishingEvent>> history = history(schema, name);
    assertThat(history).hasSize(events);
    assertThat(stateAfter(new PublishingDecider(), history)).isEqualTo(state);
  }

  @Test
  void theDigestOfAnOldTextIsWhatItWas() throws IOException {
    List<Envelope<PublishingEvent>> all = new ArrayList<>();
    for (String version : VERSIONS) {
      for (String name : stored(version)) {
        all.addAll(history(version, name));
      }
    }
    for (Envelope<PublishingEvent> event : all) {
      switch (event.payload()) {
        case ReleasePrepared it -> assertThat(Digest.of(it.note())).isEqualTo(it.digest());
        case NoteReleased it -> assertThat(Digest.of(it.note())).isEqualTo(it.digest());
        case ReleaseScheduled _, ScheduleCancelled _, ReleaseDiscarded _, Endorsed _ -> {}
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
      Decider<?, S, PublishingEvent> rules, List<Envelope<PublishingEvent>> history) {
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

  private static List<Envelope<PublishingEvent>> history(String version, String name)
      throws IOException {
    Schema writer = new Schema.Parser().parse(resource(version + ".avsc"));
    SpecificDatumReader<PublishingEventV1> reader =
        new SpecificDatumReader<>(writer, PublishingEventV1.getClassSchema());
    return resource(version + "/" + name + ".jsonl")
        .lines()
        .map(line -> {
          try {
            return reader.read(
                new PublishingEventV1(), DecoderFactory.get().jsonDecoder(writer, line));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        })
        .map(new PublishingCodecs.Events()::fromWire)
        .toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = GoldenHistoriesTest.class.getResourceAsStream("/histories/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
