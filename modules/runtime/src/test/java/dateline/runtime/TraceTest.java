package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TraceTest {

  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String GIVEN = "00-" + ID + "-00f067aa0ba902b7-01";

  @Test
  void aTraceThatIsGivenGoesOnUnchanged() {
    assertThat(Trace.read(GIVEN))
        .hasValueSatisfying(trace -> {
          assertThat(trace.id()).isEqualTo(ID);
          assertThat(trace.traceparent()).isEqualTo(GIVEN);
        });
  }

  @Test
  void ofALaterVersionWhatOursHasIsRead() {
    assertThat(Trace.read("cc-" + ID + "-00f067aa0ba902b7-01-what-the-future-will-be-like"))
        .map(Trace::traceparent)
        .contains(GIVEN);
    assertThat(Trace.read("00-" + ID + "-00f067aa0ba902b7-0b"))
        .as("flags that this version does not know")
        .map(Trace::traceparent)
        .contains(GIVEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ID,
        "00-" + ID + "-00f067aa0ba902b7",
        "ff-" + ID + "-00f067aa0ba902b7-01",
        "00-" + ID + "-00f067aa0ba902b7-01-more",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-" + ID + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-" + ID + "-00f067aa0ba902b7-01\r\nX: y"
      })
  void whatIsNoneIsNotTaken(String header) {
    assertThat(Trace.read(header)).isEmpty();
  }

  @Test
  void aNewOneIsOneAndNoOtherIsAlike() {
    assertThat(Stream.generate(Trace::begin).limit(1_000).map(Trace::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[0-9a-f]{32}"));
    Trace begun = Trace.begin();
    assertThat(Trace.read(begun.traceparent())).contains(begun);
  }

  @Test
  void aRecordHasThatHeaderAndNoOther() {
    RecordHeaders given = new RecordHeaders();
    given.add("other", new byte[] {1});
    assertThat(Trace.of(given)).isEmpty();
    assertThat(Trace.headers(Trace.of(given))).isEmpty();
    given.add(Trace.HEADER, GIVEN.getBytes(StandardCharsets.US_ASCII));
    assertThat(Trace.headers(Trace.of(given)))
        .singleElement()
        .satisfies(header ->
            assertThat(header.value()).asString(StandardCharsets.US_ASCII).isEqualTo(GIVEN));
  }

  @Test
  void whatIsDoneForItKnowsItAndWhatIsLoggedNamesIt() {
    Trace trace = Trace.begin();
    assertThat(trace.during(Trace::current)).contains(trace);
    assertThat(trace.during(() -> Optional.ofNullable(MDC.get("trace")))).contains(trace.id());
    assertThat(Trace.current()).isEmpty();
    assertThat(MDC.get("trace")).isNull();
  }
}
