package dateline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void roundsAreATableWithMinMedianAndMaxOfEachColumn() {
    Rounds rounds = new Rounds("ms", "n");
    rounds.add(3.25, 1500);
    rounds.add(1.5, 7);
    rounds.add(20.04, 40);
    assertThat(rounds.markdown())
        .isEqualTo(
            """
            | round | ms | n |
            |---|---:|---:|
            | 1 | 3.25 | 1,500 |
            | 2 | 1.50 | 7 |
            | 3 | 20.0 | 40 |
            | **min** | 1.50 | 7 |
            | **median** | 3.25 | 40 |
            | **max** | 20.0 | 1,500 |
            """);
  }

  @Test
  void theSmallestAndTheLargestAreOfAColumn() {
    Rounds rounds = new Rounds("ms", "n");
    rounds.add(3, 1);
    rounds.add(2, 9);
    assertThat(rounds.min("ms")).isEqualTo(2);
    assertThat(rounds.max("ms")).isEqualTo(3);
    assertThat(rounds.max("n")).isEqualTo(9);
  }

  @Test
  void aMissedTargetIsSaidToBeMissed() {
    Rounds rounds = new Rounds("ms");
    rounds.add(40);
    rounds.add(50);
    assertThat(rounds.atMost("ms", 45, "ms")).contains("median 45 ms").endsWith("met\n");
    assertThat(rounds.atMost("ms", 44, "ms")).endsWith("**missed**\n");
    assertThat(rounds.atLeast("ms", 45, "ms")).endsWith("met\n");
    assertThat(rounds.atLeast("ms", 46, "ms")).endsWith("**missed**\n");
  }

  @Test
  void aRoundHasAValueForEachColumn() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rounds("ms", "n").add(1));
  }
}
