package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a transaction ends. */
class CommitsTest {
  private static final long NOW = 1_772_442_000_000L;

  private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
  private final Commits commits = Commits.of(context);

  @BeforeEach
  void setClock() {
    context.setCurrentSystemTimeMs(NOW);
  }

  @Test
  void whatIsMadeOfAYoungRecordIsCommittedAtOnce() {
    commits.soon(NOW - 149);

    assertThat(context.committed()).isTrue();
    assertThat(commitsAtTheNextBeat()).isFalse();
  }

  @Test
  void whatIsMadeOfOldRecordsIsCommittedTogetherAndOnce() {
    commits.soon(NOW - 150);
    commits.soon(NOW - 10_000);

    assertThat(context.committed()).isFalse();
    assertThat(commitsAtTheNextBeat()).isTrue();
    assertThat(commitsAtTheNextBeat()).isFalse();
  }

  @Test
  void aYoungRecordTakesOldOnesWithIt() {
    commits.soon(NOW - 10_000);
    commits.soon(NOW);

    assertThat(context.committed()).isTrue();
    assertThat(commitsAtTheNextBeat()).isFalse();
  }

  @Test
  void whatLeadsToNothingIsNotCommittedForItsOwnSake() {
    assertThat(commitsAtTheNextBeat()).isFalse();
  }

  private boolean commitsAtTheNextBeat() {
    context.resetCommit();
    assertThat(context.scheduledPunctuators()).hasSize(1);
    context.scheduledPunctuators().getFirst().getPunctuator().punctuate(NOW + 50);
    return context.committed();
  }
}
