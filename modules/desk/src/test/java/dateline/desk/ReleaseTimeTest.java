package dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dateline.runtime.http.ProblemException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A release time is one instant, said in a zone. */
class ReleaseTimeTest {
  private static final Optional<String> NEW_YORK = Optional.of("America/New_York");

  @Test
  void aLocalTimeIsReadInItsZone() {
    assertThat(ReleaseTime.of("2026-01-26T00:01", NEW_YORK))
        .isEqualTo(new ReleaseTime(Instant.parse("2026-01-26T05:01:00Z"), "America/New_York"));
    assertThat(ReleaseTime.of("2026-07-26T00:01", NEW_YORK).at())
        .isEqualTo(Instant.parse("2026-07-26T04:01:00Z"));
  }

  @Test
  void anOffsetNeedsNoZone() {
    assertThat(ReleaseTime.of("2026-01-26T00:01-05:00", Optional.empty()))
        .isEqualTo(new ReleaseTime(Instant.parse("2026-01-26T05:01:00Z"), "-05:00"));
    assertThat(ReleaseTime.of("2026-01-26T00:01-05:00", NEW_YORK).zone())
        .isEqualTo("America/New_York");
  }

  @Test
  void aTimeThatClocksShowTwiceIsAsked() {
    assertThat(codeOf("2026-11-01T01:30", NEW_YORK)).isEqualTo("AMBIGUOUS_TIME");
    assertThat(ReleaseTime.of("2026-11-01T01:30-05:00", NEW_YORK).at())
        .isEqualTo(Instant.parse("2026-11-01T06:30:00Z"));
    assertThat(ReleaseTime.of("2026-11-01T01:30-04:00", NEW_YORK).at())
        .isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
  }

  @Test
  void whatDoesNotSayOneInstantIsRefused() {
    assertThat(codeOf("2026-03-08T02:30", NEW_YORK)).isEqualTo("NO_SUCH_TIME");
    assertThat(codeOf("2026-01-26T00:01", Optional.empty())).isEqualTo("ZONE_MISSING");
    assertThat(codeOf("2026-01-26T00:01", Optional.of("Eastern"))).isEqualTo("UNKNOWN_ZONE");
    assertThat(codeOf("2026-01-26T00:01-04:00", NEW_YORK)).isEqualTo("OFFSET_NOT_OF_ZONE");
    assertThat(codeOf("tomorrow at nine", NEW_YORK)).isEqualTo("UNUSABLE_TIME");
  }

  private static String codeOf(String at, Optional<String> zone) {
    return catchThrowableOfType(ProblemException.class, () -> ReleaseTime.of(at, zone))
        .problem()
        .code();
  }
}
