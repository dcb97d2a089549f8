package dateline.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.notification.dispatch.OpenBatches.Position;
import org.junit.jupiter.api.Test;

class OpenBatchesTest {

  private final OpenBatches batches = new OpenBatches(new Position(5, 40), 5);

  @Test
  void thePositionIsTheFirstBatchThatIsNotSettled() {
    batches.take(5, 2, 100);
    batches.take(6, 1, 110);
    batches.settle(6);
    batches.settle(5);
    assertThat(batches.position(120)).isEqualTo(new Position(5, 100));
    assertThat(batches.unsettled()).isEqualTo(1);
    batches.settle(5);
    assertThat(batches.position(120)).isEqualTo(new Position(7, 120));
  }

  @Test
  void withNothingTakenItStaysWhereItWas() {
    assertThat(batches.position(9)).isEqualTo(new Position(5, 9));
  }

  @Test
  void ofABatchThatIsReadAgainTheLedgerSpeaksFromWhereItDidBefore() {
    OpenBatches again = new OpenBatches(new Position(5, 40), 8);
    assertThat(again.position(120)).isEqualTo(new Position(5, 40));
    again.take(5, 1, 120);
    assertThat(again.position(120)).isEqualTo(new Position(5, 40));
    again.settle(5);
    assertThat(again.position(120))
        .as("6 and 7 may have been begun")
        .isEqualTo(new Position(6, 40));
    again.take(7, 1, 120);
    again.take(8, 1, 130);
    again.settle(7);
    assertThat(again.position(140)).as("8 is new").isEqualTo(new Position(8, 130));
  }

  @Test
  void anEmptyBatchIsSettled() {
    batches.take(5, 0, 100);
    assertThat(batches.position(9)).isEqualTo(new Position(6, 9));
  }

  @Test
  void settlingTwiceIsABug() {
    batches.take(5, 1, 100);
    batches.settle(5);
    assertThatThrownBy(() -> batches.settle(5)).isInstanceOf(IllegalStateException.class);
  }
}
