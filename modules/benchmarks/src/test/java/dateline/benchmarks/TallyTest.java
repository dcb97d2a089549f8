package dateline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void percentilesAreOfEverythingThatTookTimeAndFailuresAreNamed() {
    Tally tally = new Tally();
    for (int i = 1; i <= 100; i++) {
      tally.took(Duration.ofMillis(i));
    }
    tally.wentWrong("answer 503");
    Tally all = new Tally();
    all.add(tally);
    all.add(tally);
    assertThat(all.count()).isEqualTo(200);
    assertThat(all.percentile(50)).isBetween(49.9, 50.1);
    assertThat(all.percentile(99)).isBetween(98.9, 99.1);
    assertThat(all.max()).isBetween(99.9, 100.1);
    assertThat(all.failures()).isEqualTo(2);
    assertThat(all.line("commands")).startsWith("200 commands: p50 ").endsWith("{answer 503=2}.");
  }
}
