package dateline.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.DeliveryV1;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainTest {

  private final Domain domain = new Domain(3);

  @Test
  void pressGoesFirstWhoeverWorks() {
    Task open = task("PUBLIC");
    Task press = task("PRESS");
    domain.add(open);
    domain.add(press);
    assertThat(domain.next(Lane.PUBLIC)).contains(press);
    assertThat(domain.next(Lane.PRESS)).as("a press worker leaves the public's mail").isEmpty();
    assertThat(domain.next(Lane.PUBLIC)).contains(open);
  }

  @Test
  void thePeopleOfTheHouseGoBeforeThePress() {
    Task press = task("PRESS");
    Task notice = task("NOTICE");
    domain.add(press);
    domain.add(notice);
    assertThat(domain.hire()).contains(Lane.NOTICE);
    assertThat(domain.next(Lane.PRESS)).as("whoever works").contains(notice);
    assertThat(domain.next(Lane.NOTICE)).as("but not on the press's mail").isEmpty();
    assertThat(domain.next(Lane.PRESS)).contains(press);
  }

  @Test
  void thePublicsMailNeverTakesTheLastConnection() {
    for (int i = 0; i < 10; i++) {
      domain.add(task("PUBLIC"));
    }
    assertThat(domain.hire()).contains(Lane.PUBLIC);
    assertThat(domain.hire()).contains(Lane.PUBLIC);
    assertThat(domain.hire()).isEmpty();
    domain.add(task("PRESS"));
    assertThat(domain.hire()).contains(Lane.PRESS);
    assertThat(domain.hire()).as("never more than three").isEmpty();
    domain.leave(Lane.PUBLIC);
    assertThat(domain.hire()).isPresent();
  }

  @Test
  void whatIsGivenBackIsNextAgain() {
    Task first = task("PRESS");
    domain.add(first);
    domain.add(task("PRESS"));
    assertThat(domain.next(Lane.PRESS)).contains(first);
    domain.giveBack(first);
    assertThat(domain.next(Lane.PRESS)).contains(first);
  }

  @Test
  void itIsIdleWhenNobodyWorksAndNothingWaits() {
    assertThat(domain.isIdle()).isTrue();
    domain.add(task("PUBLIC"));
    assertThat(domain.isIdle()).isFalse();
    assertThat(domain.hire()).contains(Lane.PUBLIC);
    assertThat(domain.next(Lane.PUBLIC)).isPresent();
    assertThat(domain.isIdle()).isFalse();
    domain.leave(Lane.PUBLIC);
    assertThat(domain.isIdle()).isTrue();
  }

  private static int made;

  private static Task task(String lane) {
    DeliveryV1 delivery = new DeliveryV1("delivery-" + made++, "subscriber", null);
    DeliveryBatchV1 batch =
        DeliveryBatchV1.newBuilder()
            .setId("batch")
            .setPurpose("RELEASE")
            .setLane(lane)
            .setDomain("example.org")
            .setAt(Instant.EPOCH)
            .setDeliveries(List.of(delivery))
            .build();
    return new Task(0, batch, delivery, Instant.EPOCH, 0, java.util.Optional.empty());
  }
}
