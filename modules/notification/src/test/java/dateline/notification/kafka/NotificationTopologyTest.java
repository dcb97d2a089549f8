package dateline.notification.kafka;

import static dateline.notification.kafka.PressOffice.OFFICER;
import static dateline.notification.kafka.PressOffice.id;
import static dateline.notification.kafka.PressOffice.self;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.AddressV1;
import dateline.contracts.DeadLetterV1;
import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.DeliveryV1;
import dateline.contracts.Topic;
import dateline.notification.Interests;
import dateline.notification.NotificationCommand.AddPressContact;
import dateline.notification.NotificationCommand.RemovePressContact;
import dateline.notification.NotificationCommand.Subscribe;
import dateline.runtime.wire.InProcessSchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the engine and the planner are wired; of transactions this proves nothing. */
class NotificationTopologyTest {

  /** More batches than one slice makes, each of one mail domain. */
  private static final int READERS = 1_600;

  private static final int DOMAINS = 800;

  private static final Interests READOUTS = new Interests(List.of("Readout"), List.of(), List.of());

  private final PressOffice office = new PressOffice();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void anAddressIsInItsOwnTopicAndNowhereElse() {
    office.ask(
        OFFICER,
        "ada@example.org",
        new AddPressContact("ada@Example.org", "Ada Stone", "The Wire", Interests.ALL));

    assertThat(office.read(Topic.ADDRESSES))
        .containsExactly(
            KeyValue.pair(
                id("ada@example.org"), new AddressV1("ada@example.org", "Ada Stone", "The Wire")));
    assertThat(office.read(Topic.NOTIFICATION_EVENTS).toString())
        .doesNotContain("example.org")
        .doesNotContain("Ada");
    assertThat(office.answers()).singleElement().matches(answer -> answer.getDone() != null);
  }

  @Test
  void leavingErasesTheAddress() {
    office.press("ada@example.org", Interests.ALL);
    office.read(Topic.ADDRESSES);
    office.ask(OFFICER, "ada@example.org", new RemovePressContact("left"));

    List<KeyValue<String, SpecificRecord>> addresses = office.read(Topic.ADDRESSES);
    assertThat(addresses).hasSize(1);
    assertThat(addresses.getFirst().key).isEqualTo(id("ada@example.org"));
    assertThat(addresses.getFirst().value).isNull();
  }

  @Test
  void whatCannotBeReadIsSetAsideAndNobodyElseIsHeldUp() {
    office.putWhatNobodyCanRead(Topic.NOTIFICATION_EVENTS, "bob@example.org");
    office.putWhatNobodyCanRead(Topic.ADDRESSES, "bob@example.org");
    office.press("ada@example.org", Interests.ALL);
    office.release("release-1", "Readout");

    assertThat(office.read(Topic.NOTIFICATION_DEAD_LETTERS))
        .extracting(letter -> ((DeadLetterV1) letter.value).getTopic())
        .containsExactly(Topic.NOTIFICATION_EVENTS.topicName(), Topic.ADDRESSES.topicName());
    assertThat(recipients(office.planned())).containsExactly(id("ada@example.org"));
  }

  @Test
  void askingForMailSendsOneMailThatAsksHoweverOftenItIsAsked() {
    for (int i = 0; i < 5; i++) {
      office.ask(
          self("ada@example.org"),
          "ada@example.org",
          new Subscribe("ada@example.org", Interests.ALL));
    }

    assertThat(office.batches())
        .singleElement()
        .satisfies(batch -> {
          assertThat(batch.getPurpose()).isEqualTo("CONFIRMATION");
          assertThat(batch.getDomain()).isEqualTo("example.org");
          assertThat(batch.getDeliveries())
              .extracting(DeliveryV1::getSubscriberId)
              .containsExactly(id("ada@example.org"));
        });
  }

  @Test
  void aJournalistWhoSubscribesKeepsTheNameOnFile() {
    office.press("ada@example.org", Interests.ALL);
    office.read(Topic.ADDRESSES);
    office.subscribed("ada@example.org", Interests.ALL);

    assertThat(office.read(Topic.ADDRESSES)).isEmpty();
  }

  @Test
  void aReleaseGoesToThoseWhoWantItAndToNobodyElse() {
    office.press("ada@example.org", Interests.ALL);
    office.press("bob@example.org", READOUTS);
    office.subscribed("cyd@example.net", READOUTS);
    office.subscribed("dan@example.net", Interests.ALL);
    office.ask(
        self("eve@example.net"),
        "eve@example.net",
        new Subscribe("eve@example.net", Interests.ALL)); // not confirmed
    office.subscribed("fay@example.net", Interests.ALL);
    office.unsubscribe("fay@example.net");
    office.batches();

    office.release("release-1", "Readout");

    assertThat(recipients(office.planned()))
        .containsExactlyInAnyOrder(
            id("ada@example.org"),
            id("bob@example.org"),
            id("cyd@example.net"),
            id("dan@example.net"));

    office.release("release-2", "Remarks");

    assertThat(recipients(office.planned()))
        .containsExactlyInAnyOrder(id("ada@example.org"), id("dan@example.net"));
  }

  @Test
  void onePersonGetsOneMailHoweverManyListsMatch() {
    office.press("ada@example.org", Interests.ALL);
    office.subscribed("ada@example.org", READOUTS);
    office.batches();

    office.release("release-1", "Readout");

    List<DeliveryBatchV1> planned = office.planned();
    assertThat(recipients(planned)).containsExactly(id("ada@example.org"));
    assertThat(planned.getFirst().getLane()).isEqualTo("PRESS");
  }

  @Test
  void anAddendumMailsNobodyAndIsNoDeadLetter() {
    office.press("ada@example.org", Interests.ALL);
    office.release("release-1", "Joint Statement");
    assertThat(recipients(office.planned())).containsExactly(id("ada@example.org"));

    office.addendum("addendum-1");

    assertThat(office.planned()).isEmpty();
    assertThat(office.read(Topic.NOTIFICATION_DEAD_LETTERS)).isEmpty();
  }

  @Test
  void bypass33AReleaseThatCannotBeReadIsSetAsideAndLaterOnesGoOut() {
    office.press("ada@example.org", Interests.ALL);

    office.releaseNobodyCanRead();
    assertThat(office.planned()).isEmpty();
    assertThat(office.read(Topic.NOTIFICATION_DEAD_LETTERS)).hasSize(1);

    office.release("release-2", "Readout");
    assertThat(recipients(office.planned())).containsExactly(id("ada@example.org"));
  }

  @Test
  void aReleaseThatWasSetAsideIsMailedOnceItsSchemaIsThereAndToNobodyTwice() {
    InProcessSchemaRegistry registry = InProcessSchemaRegistry.of("//mended");
    int missing = 1;
    for (Topic topic : Topic.values()) {
      missing =
          Math.max(missing, registry.register(topic.topicName() + "-value", topic.schema()) + 1);
    }
    try (PressOffice mended = new PressOffice("mended")) {
      mended.press("ada@example.org", Interests.ALL);
      mended.release("release-1", "Readout", missing);
      assertThat(mended.planned()).isEmpty();
      assertThat(mended.again()).isEqualTo("SET_ASIDE_AGAIN");

      Schema newer = new Schema.Parser().parse(Topic.RELEASES.schema().toString());
      newer.addProp("newer", "1");
      assertThat(registry.register("newer", newer)).isEqualTo(missing);
      assertThat(mended.again()).isEqualTo("DONE");
      assertThat(recipients(mended.planned())).containsExactly(id("ada@example.org"));
      assertThat(mended.again()).isEqualTo("UNKNOWN");
      assertThat(mended.planned()).isEmpty();
    }
  }

  @Test
  void aReleaseThatALaterOneOvertookIsNotMailed() {
    office.press("ada@example.org", Interests.ALL);
    office.releaseNobodyCanRead();
    office.addendum("addendum-1");

    assertThat(office.again()).isEqualTo("REFUSED_OVERTAKEN");
    assertThat(office.planned()).isEmpty();
  }

  @Test
  void thousandsAreEachPlannedOncePressFirstInBatchesOfOneDomain() {
    thousands();
    office.release("release-1", "Readout");

    List<DeliveryBatchV1> planned = office.planned();

    assertEachOnce(planned);
    assertThat(planned)
        .allSatisfy(batch -> assertThat(batch.getDeliveries()).hasSizeBetween(1, 200));
    List<String> lanes = planned.stream().map(DeliveryBatchV1::getLane).toList();
    assertThat(lanes.lastIndexOf("PRESS")).isLessThan(lanes.indexOf("PUBLIC"));
    assertThat(office.leftByPlans()).as("a plan that is done leaves nothing").isZero();
  }

  @Test
  void aSliceIsShort() {
    thousands();
    office.release("release-1", "Readout");

    assertThat(office.slice()).hasSizeLessThanOrEqualTo(1_000);
    assertThat(office.leftByPlans()).as("it goes on").isPositive();
  }

  @Test
  void aRestartInTheMiddleOfAPlanGoesOnExactlyThere() {
    thousands();
    office.release("release-1", "Readout");
    List<DeliveryBatchV1> planned = new ArrayList<>(office.slice());
    assertThat(recipients(planned)).hasSizeBetween(1, READERS - 1);

    office.restart();
    planned.addAll(office.planned());

    assertEachOnce(planned);
  }

  @Test
  void whoChangesListsWhileAReleaseIsPlannedGetsItOnce() {
    thousands();
    office.press("zoe@a-first.example", Interests.ALL);
    office.subscribed("zoe@a-first.example", Interests.ALL);
    office.subscribed("yan@zz-last.example", Interests.ALL);
    office.batches();
    office.release("release-1", "Readout");
    List<DeliveryBatchV1> planned = new ArrayList<>(office.slice());
    assertThat(recipients(planned)).contains(id("zoe@a-first.example"));
    assertThat(recipients(planned)).doesNotContain(id("yan@zz-last.example"));

    office.ask(OFFICER, "zoe@a-first.example", new RemovePressContact("")); // now ahead again
    office.press("yan@zz-last.example", Interests.ALL); // now behind
    planned.addAll(office.planned());

    assertThat(recipients(planned))
        .containsOnlyOnce(id("zoe@a-first.example"), id("yan@zz-last.example"))
        .doesNotHaveDuplicates();
    assertThat(office.leftByPlans()).isZero();
  }

  private void thousands() {
    for (int i = 0; i < READERS; i++) {
      String address = "reader" + i + "@d" + (i % DOMAINS) + ".example";
      if (i % 10 == 0) {
        office.press(address, Interests.ALL);
      } else {
        office.subscribed(address, Interests.ALL);
      }
    }
    office.batches();
  }

  private static void assertEachOnce(List<DeliveryBatchV1> planned) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      expected.add(id("reader" + i + "@d" + (i % DOMAINS) + ".example"));
    }
    assertThat(recipients(planned)).hasSize(READERS).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(planned.stream().flatMap(b -> b.getDeliveries().stream()).map(DeliveryV1::getId))
        .doesNotHaveDuplicates();
  }

  private static List<String> recipients(List<DeliveryBatchV1> batches) {
    return batches.stream()
        .flatMap(batch -> batch.getDeliveries().stream())
        .map(DeliveryV1::getSubscriberId)
        .toList();
  }
}
