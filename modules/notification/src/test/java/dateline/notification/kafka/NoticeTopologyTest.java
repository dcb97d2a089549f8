package dateline.notification.kafka;

import static dateline.notification.kafka.Watch.BRIDGE;
import static dateline.notification.kafka.Watch.MENDED;
import static dateline.notification.kafka.Watch.digest;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.ClearanceEventV1;
import dateline.contracts.DeadLetterV1;
import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.DeliveryV1;
import dateline.contracts.NoticeV1;
import dateline.contracts.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what happened to one mail a person; of transactions this proves nothing. */
class NoticeTopologyTest {

  private final Watch watch = new Watch();

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void aTextThatIsHandedInIsOneMailAReviewer() {
    watch.requested("note-1", BRIDGE);
    watch.asked("note-1", "legal", "africa");

    List<DeliveryBatchV1> mails = watch.mails();
    assertThat(mails)
        .allSatisfy(batch -> {
          assertThat(batch.getPurpose()).isEqualTo("NOTICE");
          assertThat(batch.getLane()).isEqualTo("NOTICE");
          assertThat(batch.getReleaseId()).as("no delivery of a release").isEmpty();
          assertThat(batch.toString()).as("no address").doesNotContain("@");
        })
        .extracting(DeliveryBatchV1::getDomain)
        .containsExactlyInAnyOrder(
            "legal.house.example", "legal.house.example", "africa.house.example");
    assertThat(mails.stream().flatMap(batch -> batch.getDeliveries().stream()))
        .extracting(DeliveryV1::getSubscriberId)
        .containsExactlyInAnyOrder("ruth", "kofi", "esther");
    assertThat(watch.mails()).as("once").isEmpty();
    assertThat(watch.waiting()).isZero();
  }

  @Test
  void whoIsInvitedIsMailedAtAnAddressThatIsNotKnownHere() {
    watch.requested("note-1", BRIDGE);
    watch.invited("note-1", "0f0f", BRIDGE);

    assertThat(watch.mails())
        .singleElement()
        .satisfies(batch -> {
          assertThat(batch.getPurpose()).isEqualTo("INVITATION");
          assertThat(batch.getLane()).isEqualTo("NOTICE");
          assertThat(batch.getDomain()).isEqualTo("invited");
          DeliveryV1 delivery = batch.getDeliveries().getFirst();
          assertThat(delivery.getSubscriberId()).isEqualTo("0f0f");
          assertThat(delivery.getNotices())
              .singleElement()
              .satisfies(notice -> {
                assertThat(notice.getKind()).isEqualTo("INVITED");
                assertThat(notice.getInvitation()).isEqualTo("invitation-1");
              });
        });
  }

  @Test
  void aCodeGoesAtOnce() {
    watch.requested("note-1", BRIDGE);
    watch.invited("note-1", "0f0f", BRIDGE);
    watch.mails();
    watch.codeAsked("note-1", 1);
    watch.later(Duration.ofMillis(500));
    assertThat(watch.read(Topic.DELIVERIES))
        .singleElement()
        .satisfies(mail -> {
          NoticeV1 notice =
              ((DeliveryBatchV1) mail.value).getDeliveries().getFirst().getNotices().getFirst();
          assertThat(notice.getKind()).isEqualTo("CODE");
          assertThat(notice.getCode()).isEqualTo(1);
        });
  }

  @Test
  void aBurstOverSeveralNotesIsOneMailAPerson() {
    for (String note : List.of("note-1", "note-2", "note-3")) {
      watch.requested(note, BRIDGE);
      watch.asked(note, "legal");
      watch.later(Duration.ofSeconds(1));
    }
    assertThat(watch.told()).containsExactly("kofi ASKED ASKED ASKED", "ruth ASKED ASKED ASKED");
  }

  @Test
  void nothingGoesBeforeTheBurstIsOver() {
    watch.requested("note-1", BRIDGE);
    watch.asked("note-1", "legal");
    watch.later(Gatherer.BURST.minusMillis(500));
    assertThat(watch.read(Topic.DELIVERIES)).isEmpty();
    assertThat(watch.told()).hasSize(2);
  }

  @Test
  void askedAndOvertakenIsOneQuestionAboutTheNewestText() {
    watch.requested("note-1", BRIDGE);
    watch.asked("note-1", "legal", "africa");
    watch.clears("note-1", "kofi", "legal", BRIDGE);
    watch.requested("note-1", MENDED);
    watch.asked("note-1", "legal", "africa");

    List<NoticeV1> notices =
        watch.mails().stream()
            .flatMap(batch -> batch.getDeliveries().getFirst().getNotices().stream())
            .toList();
    assertThat(notices)
        .hasSize(3)
        .allSatisfy(notice -> {
          assertThat(notice.getKind()).isEqualTo("OVERTAKEN");
          assertThat(notice.getDigest()).isEqualTo(digest(MENDED));
        });
    assertThat(notices)
        .filteredOn(notice -> notice.getPerson().equals("kofi"))
        .extracting(NoticeV1::getFormer)
        .containsExactly(digest(BRIDGE));
  }

  @Test
  void whatWasAnsweredTakenBackOrReleasedMeanwhileIsNotAskedAnyMore() {
    watch.requested("note-1", BRIDGE);
    watch.asked("note-1", "legal", "africa");
    watch.clears("note-1", "kofi", "legal", BRIDGE);
    watch.requested("note-2", BRIDGE);
    watch.asked("note-2", "legal");
    watch.suspended("note-2", BRIDGE);

    assertThat(watch.told()).containsExactly("esther ASKED");
  }

  @Test
  void clearedAndReleasedInOneBurstIsToldAsReleased() {
    watch.requested("note-1", BRIDGE);
    watch.asked("note-1", "legal", "africa");
    assertThat(watch.told()).hasSize(3);
    watch.clears("note-1", "kofi", "legal", BRIDGE);
    watch.clears("note-1", "esther", "africa", BRIDGE);
    watch.approved("note-1", BRIDGE);
    watch.released("note-1", BRIDGE);

    assertThat(watch.told())
        .as("neither the approver nor the duty officer is asked for what is done")
        .containsExactly("esther RELEASED", "helen RELEASED", "kofi RELEASED", "maya RELEASED");
  }

  @Test
  void theWayOfOneNote() {
    watch.requested("note-1", BRIDGE);
    watch.asked("note-1", "legal");
    assertThat(watch.told()).containsExactly("kofi ASKED", "ruth ASKED");
    watch.reminded("note-1", "legal");
    assertThat(watch.told()).containsExactly("kofi REMINDED", "ruth REMINDED");
    watch.silent("note-1", "legal");
    assertThat(watch.told()).containsExactly("helen SILENT", "maya SILENT");
    watch.proposes("note-1", "kofi", "legal", BRIDGE, MENDED);
    assertThat(watch.told()).containsExactly("maya PROPOSED");
    watch.requested("note-1", MENDED);
    watch.asked("note-1", "legal");
    assertThat(watch.told()).containsExactly("kofi OVERTAKEN", "ruth OVERTAKEN");
    watch.returns("note-1", "ruth", "legal", MENDED);
    assertThat(watch.told()).containsExactly("maya RETURNED");
    watch.requested("note-1", BRIDGE);
    watch.asked("note-1", "legal", "africa");
    assertThat(watch.told()).containsExactly("esther ASKED", "kofi OVERTAKEN", "ruth OVERTAKEN");
    watch.clears("note-1", "kofi", "legal", BRIDGE);
    watch.clears("note-1", "esther", "africa", BRIDGE);
    assertThat(watch.told()).containsExactly("helen TO_APPROVE");
    watch.approved("note-1", BRIDGE);
    assertThat(watch.told()).containsExactly("dora CLEARED", "maya CLEARED");
    watch.released("note-1", BRIDGE);
    assertThat(watch.told())
        .containsExactly("esther RELEASED", "helen RELEASED", "kofi RELEASED", "maya RELEASED");
    watch.endorsed("note-1", BRIDGE);
    assertThat(watch.told()).as("an addendum is told nobody").isEmpty();
  }

  @Test
  void aRestartInABurstLosesNothingAndRepeatsNothing() {
    watch.requested("note-1", BRIDGE);
    watch.asked("note-1", "legal");
    watch.later(Duration.ofSeconds(2));
    watch.restart();
    watch.reminded("note-1", "legal");
    assertThat(watch.told()).containsExactly("kofi REMINDED", "ruth REMINDED");

    watch.restart();
    assertThat(watch.told()).isEmpty();
    watch.silent("note-1", "legal");
    assertThat(watch.told())
        .as("it still knows the note")
        .containsExactly("helen SILENT", "maya SILENT");
  }

  @Test
  void whoLeavesIsToldNothingMore() {
    watch.requested("note-1", BRIDGE);
    watch.asked("note-1", "legal");
    watch.leaves("kofi");
    assertThat(watch.told()).containsExactly("ruth ASKED");
    assertThat(watch.waiting()).isZero();
  }

  @Test
  void aStopOfTwoDaysLosesNothing() {
    cleared();
    watch.stopFor(Duration.ofDays(2));
    assertThat(watch.told()).containsExactly("helen TO_APPROVE");
  }

  @Test
  void anOldStoryIsNoNews() {
    cleared();
    watch.stopFor(Duration.ofDays(15));
    assertThat(watch.told()).isEmpty();
    assertThat(watch.waiting()).isZero();
  }

  private void cleared() {
    watch.requested("note-1", BRIDGE);
    watch.asked("note-1", "legal", "africa");
    watch.clears("note-1", "kofi", "legal", BRIDGE);
    watch.clears("note-1", "esther", "africa", BRIDGE);
  }

  @Test
  void theSameStoryMakesTheSameMails() {
    List<List<String>> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      watch.fromTheBeginning();
      watch.requested("note-1", BRIDGE);
      watch.asked("note-1", "legal");
      ids.add(
          watch.mails().stream()
              .map(batch -> batch.getDeliveries().getFirst().getId())
              .sorted()
              .toList());
    }
    assertThat(ids.getFirst()).hasSize(2).isEqualTo(ids.getLast());
  }

  @Test
  void whatCannotBeReadIsSetAsideAndTheOthersAreTold() {
    watch.garbled(Topic.CLEARANCE_EVENTS, "note-0");
    watch.garbled(Topic.NOTIFICATION_NOTICES, "kofi");
    watch.garbled(Topic.DIRECTORY, "person/nobody");
    watch.somethingNew("note-1");
    watch.requested("note-1", BRIDGE);
    watch.asked("note-1", "legal");

    assertThat(watch.told()).containsExactly("kofi ASKED", "ruth ASKED");
    assertThat(watch.read(Topic.NOTIFICATION_DEAD_LETTERS))
        .extracting(letter -> ((DeadLetterV1) letter.value).getTopic())
        .containsExactly(
            Topic.CLEARANCE_EVENTS.topicName(), Topic.NOTIFICATION_NOTICES.topicName());
  }

  /** What clearance wrote is read for ever, with the schema that it was written with. */
  @ParameterizedTest
  @CsvSource({
    "v1, cleared, TO_APPROVE CLEARED",
    "v1, returned, RETURNED",
    "v1, changed-text, ''",
    "v2, by-turns, ASKED INFORMED REMINDED SILENT PROPOSED KEPT OVERTAKEN TO_APPROVE CLEARED",
    "v2, emergency, ASKED OWED INFORMED CLEARED_IN_EMERGENCY OBJECTED OVERDUE TO_APPROVE_AFTER_THE_FACT CLEARED_AFTER_THE_FACT",
  })
  void anOldHistoryReplays(String version, String name, String kinds) throws IOException {
    watch.person("ana", "press", "PRESS_OFFICER");
    watch.person("vera", "spokesperson", "APPROVER", "EMERGENCY_AUTHORITY");
    for (String office : List.of("legal", "security", "trade", "library")) {
      watch.person("somebody-of-" + office, office, "REVIEWER");
    }
    watch.person("sam", "security", "REVIEWER");

    history(version, name).forEach(watch::happened);

    assertThat(watch.read(Topic.NOTIFICATION_DEAD_LETTERS)).isEmpty();
    assertThat(
            watch.read(Topic.NOTIFICATION_NOTICES).stream()
                .map(record -> ((NoticeV1) record.value).getKind())
                .filter(kind -> !kind.equals("ENDED"))
                .distinct()
                .collect(Collectors.joining(" ")))
        .satisfies(told -> assertThat(told.split(" ")).containsExactlyInAnyOrder(kinds.split(" ")));
  }

  private static List<ClearanceEventV1> history(String version, String name) throws IOException {
    Schema writer = new Schema.Parser().parse(resource(version + ".avsc"));
    SpecificDatumReader<ClearanceEventV1> reader =
        new SpecificDatumReader<>(writer, ClearanceEventV1.getClassSchema());
    List<ClearanceEventV1> events = new ArrayList<>();
    for (String line : resource(version + "/" + name + ".jsonl").lines().toList()) {
      events.add(
          reader.read(new ClearanceEventV1(), DecoderFactory.get().jsonDecoder(writer, line)));
    }
    return events;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = NoticeTopologyTest.class.getResourceAsStream("/clearances/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
