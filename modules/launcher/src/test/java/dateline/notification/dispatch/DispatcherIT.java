package dateline.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.DeliveryV1;
import dateline.contracts.Topic;
import dateline.notification.dispatch.ScriptedMailServer.Does;
import dateline.runtime.wire.Wire;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails on a real broker and a real SMTP server, with everything that goes wrong between them. */
class DispatcherIT {

  private static final String ADA = "ada@example.org";
  private static final String BOB = "bob@example.org";
  private static final String CYD = "cyd@example.org";

  @TempDir Path folder;
  private MailRoom room;

  @BeforeEach
  void open() throws Exception {
    room = new MailRoom(folder);
    room.release("release-1");
    room.press(ADA, BOB, CYD);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void aPlannedMailArrivesOnceAndIsAccepted() throws Exception {
    room.deliver("release-1", "PRESS", ADA);
    try (Dispatcher _ = room.dispatcher()) {
      room.awaitOutcome(ADA, "ACCEPTED");
    }
    assertThat(room.outcomes(ADA)).containsExactly("STARTED", "ACCEPTED");
    assertThat(room.server.taken)
        .singleElement()
        .satisfies(taken -> {
          MimeMessage mail = taken.mail();
          assertThat(taken.to()).isEqualTo(ADA);
          assertThat(taken.from()).matches("bounces\\+[0-9a-f]{32}@press\\.example");
          assertThat(mail.getSubject()).isEqualTo("Bridge opens");
          assertThat(mail.getMessageID()).matches("<[0-9a-f]{32}@press\\.example>");
          assertThat(mail.getHeader("List-Unsubscribe-Post", null))
              .isEqualTo("List-Unsubscribe=One-Click");
        });
  }

  @Test
  void theMailThatAsksIsSentToWhomHasNotConfirmed() throws Exception {
    room.asked("eve@example.net");
    room.deliverConfirmation("eve@example.net");
    try (Dispatcher _ = room.dispatcher()) {
      room.awaitOutcome("eve@example.net", "ACCEPTED");
    }
    assertThat(room.server.taken.getFirst().mail().getHeader("List-Unsubscribe")).isNull();
  }

  @Test
  void aNoticeGoesToWhereTheDirectoryReachesSomebodyAndToNobodyWhoLeft() throws Exception {
    room.works("kofi.mensah", "kofi@house.example");
    room.deliverNotice("kofi.mensah", "house.example");
    room.deliverNotice("ruth.adler", "house.example");
    try (Dispatcher _ =
        room.dispatcher(
            "DATELINE_DESK_URL", "https://desk.example",
            "DATELINE_DESK_MAIL", "clearance@desk.example")) {
      room.awaitOutcomeOf("kofi.mensah", "ACCEPTED");
      room.awaitOutcomeOf("ruth.adler", "HELD");
    }
    assertThat(room.outcomesOf("ruth.adler")).containsExactly("HELD");
    assertThat(room.server.taken)
        .singleElement()
        .satisfies(taken -> {
          MimeMessage mail = taken.mail();
          assertThat(taken.to()).isEqualTo("kofi@house.example");
          assertThat(mail.getSubject()).isEqualTo("Please clear: Bridge opens");
          assertThat(mail.getMessageID()).startsWith("<answer.").endsWith("@press.example>");
          assertThat(mail.getHeader("List-Unsubscribe")).isNull();
          assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        });
  }

  @Test
  void aNoticeWhoseReplyIsLostIsInDoubtAndNeverSentAgain() throws Exception {
    room.works("kofi.mensah", "kofi@house.example");
    room.server.when("kofi@house.example", Does.HANG_UP_AFTER_THE_DOT);
    room.deliverNotice("kofi.mensah", "house.example");
    try (Dispatcher _ = room.dispatcher()) {
      room.awaitOutcomeOf("kofi.mensah", "IN_DOUBT");
    }
    try (Dispatcher _ = room.dispatcher()) {
      room.deliver("release-1", "PRESS", CYD);
      room.awaitOutcome(CYD, "ACCEPTED");
    }
    assertThat(room.outcomesOf("kofi.mensah")).containsExactly("STARTED", "IN_DOUBT");
    assertThat(room.server.recipients()).containsOnlyOnce("kofi@house.example");
  }

  @Test
  void bypass26AReplyThatIsLostIsInDoubtAndNeverSentAgain() throws Exception {
    room.server.when(ADA, Does.HANG_UP_AFTER_THE_DOT);
    room.deliver("release-1", "PRESS", ADA, BOB);
    try (Dispatcher _ = room.dispatcher()) {
      room.awaitOutcome(ADA, "IN_DOUBT");
      room.awaitOutcome(BOB, "ACCEPTED");
    }
    try (Dispatcher _ = room.dispatcher()) {
      room.deliver("release-1", "PRESS", CYD);
      room.awaitOutcome(CYD, "ACCEPTED");
    }
    assertThat(room.outcomes(ADA)).containsExactly("STARTED", "IN_DOUBT");
    assertThat(room.server.recipients()).containsOnlyOnce(ADA, BOB, CYD);
  }

  @Test
  void aDispatcherThatDiedBetweenDotAndReplyLeavesOneMailInDoubt() throws Exception {
    DeliveryBatchV1 batch = room.deliver("release-1", "PRESS", ADA, BOB);
    room.startedAndDied(batch, ADA);
    try (Dispatcher _ = room.dispatcher()) {
      room.awaitOutcome(ADA, "IN_DOUBT");
      room.awaitOutcome(BOB, "ACCEPTED");
    }
    assertThat(room.server.recipients()).containsExactly(BOB);
  }

  @Test
  void bypass37WhoLeftWhileTheirMailWasQueuedGetsNone() throws Exception {
    room.server.when(ADA, Does.HOLD);
    room.deliver("release-1", "PRESS", ADA, BOB);
    try (Dispatcher dispatcher = room.dispatcher("DATELINE_MAIL_CONNECTIONS_PER_DOMAIN", "1")) {
      await().until(() -> room.server.recipients().contains(ADA));
      room.removed(BOB);
      await().until(() -> !dispatcher.book().of(MailRoom.id(BOB)).subscriber().isPress());
      room.server.letGo();
      room.awaitOutcome(BOB, "HELD");
      room.awaitOutcome(ADA, "ACCEPTED");
    }
    assertThat(room.server.recipients()).containsExactly(ADA);
    assertThat(room.outcomes(BOB)).containsExactly("HELD");
  }

  @Test
  void aMailThatIsPutOffIsTriedAgainAndAcceptedOnce() throws Exception {
    room.server.when(ADA, Does.PUT_OFF_ONCE);
    room.deliver("release-1", "PRESS", ADA);
    try (Dispatcher _ = room.dispatcher()) {
      room.awaitOutcome(ADA, "ACCEPTED");
    }
    assertThat(room.outcomes(ADA)).containsExactly("DEFERRED", "STARTED", "ACCEPTED");
    assertThat(room.server.recipients()).containsExactly(ADA);
  }

  @Test
  void bypass31OneThatFailsBlocksNobody() throws Exception {
    room.server.when(ADA, Does.TURN_AWAY);
    room.deliver("release-1", "PRESS", ADA, BOB, CYD);
    try (Dispatcher _ = room.dispatcher("DATELINE_MAIL_CONNECTIONS_PER_DOMAIN", "1")) {
      room.awaitOutcome(ADA, "BOUNCED");
      room.awaitOutcome(BOB, "ACCEPTED");
      room.awaitOutcome(CYD, "ACCEPTED");
    }
    assertThat(room.outcomes.stream().filter(o -> o.getOutcome().equals("BOUNCED")))
        .singleElement()
        .satisfies(bounced -> {
          assertThat(bounced.getReplyCode()).isEqualTo(550);
          assertThat(bounced.getStatus()).isEqualTo("5.1.1");
        });
    assertThat(room.server.tries(ADA)).isEqualTo(1);
  }

  @Test
  void bypass28And29ARestartSendsNothingTwiceEvenWhenPositionsAreForgotten() throws Exception {
    String[] readers =
        IntStream.range(0, 60).mapToObj(i -> "reader" + i + "@example.org").toArray(String[]::new);
    room.press(readers);
    for (int i = 0; i < 60; i += 10) {
      room.deliver("release-1", "PUBLIC", Arrays.copyOfRange(readers, i, i + 10));
    }
    try (Dispatcher _ = room.dispatcher()) {
      await().until(() -> room.server.taken.size() >= 10); // Stopped in the middle.
    }
    try (Dispatcher _ = room.dispatcher()) {
      for (String reader : readers) {
        room.awaitOutcome(reader, "ACCEPTED");
      }
    }
    room.forgetPositions();
    try (Dispatcher _ = room.dispatcher()) {
      room.deliver("release-1", "PRESS", ADA);
      room.awaitOutcome(ADA, "ACCEPTED");
    }
    assertThat(room.server.recipients()).hasSize(61).doesNotHaveDuplicates();
    assertThat(room.server.most.get()).as("connections a domain at once").isLessThanOrEqualTo(4);
  }

  @Test
  void oneThatIsPutOffDoesNotMailTheOthersAgainHoweverOftenItIsRestarted() throws Exception {
    String[] settings = {
      "DATELINE_MAIL_RETRIES", "PT1H", "DATELINE_MAIL_CONNECTIONS_PER_DOMAIN", "1"
    };
    room.server.when(ADA, Does.PUT_OFF_ONCE);
    room.deliver("release-1", "PRESS", ADA, BOB);
    try (Dispatcher _ = room.dispatcher(settings)) {
      room.awaitOutcome(ADA, "DEFERRED");
      room.awaitOutcome(BOB, "ACCEPTED");
    }
    try (Dispatcher _ = room.dispatcher(settings)) {
      assertThat(room.outcomes(BOB)).containsExactly("STARTED", "ACCEPTED");
    }
    try (Dispatcher _ = room.dispatcher(settings)) {
      room.deliver("release-1", "PRESS", CYD);
      room.awaitOutcome(CYD, "ACCEPTED"); // One connection: whoever was before has had a turn.
    }
    assertThat(room.server.recipients()).containsExactly(BOB, CYD);
    assertThat(room.server.tries(ADA)).isEqualTo(1);
  }

  @Test
  void whoLostThePartitionCannotHandAnythingOver() {
    DeliveryBatchV1 batch = room.deliver("release-1", "PRESS", ADA);
    DeliveryV1 delivery = batch.getDeliveries().getFirst();
    Task task = new Task(0, batch, delivery, Instant.now(), 0, Optional.empty());
    int partition = room.partitionOf("example.org");
    try (Ledger first = Ledger.open(partition, room.kafka.client(), room.wire)) {
      first.start(0);
      first.write(Outcomes.of(task, Past.Outcome.DEFERRED, Instant.now())).join();
      try (Ledger second = Ledger.open(partition, room.kafka.client(), room.wire)) {
        second.start(0);
        assertThatThrownBy(
                () -> first.write(Outcomes.of(task, Past.Outcome.STARTED, Instant.now())).join())
            .isInstanceOf(CompletionException.class)
            .hasCauseInstanceOf(LedgerLostException.class);
        second.write(Outcomes.of(task, Past.Outcome.STARTED, Instant.now())).join();
      }
    }
  }

  @Test
  void whoWaitsForAnOutcomeThatCannotBeWrittenIsTold() {
    DeliveryBatchV1 batch = room.deliver("release-1", "PRESS", ADA);
    Task task =
        new Task(0, batch, batch.getDeliveries().getFirst(), Instant.now(), 0, Optional.empty());
    int partition = room.partitionOf("example.org");
    try (Wire away = new Wire(Map.of("schema.registry.url", "http://127.0.0.1:1"));
        Ledger ledger = Ledger.open(partition, room.kafka.client(), away)) {
      ledger.start(0);
      assertThat(ledger.write(Outcomes.of(task, Past.Outcome.STARTED, Instant.now())))
          .failsWithin(Duration.ofSeconds(30))
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(LedgerLostException.class);
      assertThat(ledger.isLost()).isTrue();
    }
  }

  @Test
  void anOddRecordIsSetAsideOrSkippedAndMailGoesOn() throws Exception {
    room.eventOfALaterVersion("eve@example.net");
    room.garble(Topic.DELIVERIES, "example.org");
    room.deliver("release-1", "PRESS", ADA);
    try (Dispatcher _ = room.dispatcher()) {
      room.awaitOutcome(ADA, "ACCEPTED");
      await().until(() -> room.letters.size() == 1);
    }
    assertThat(room.letters.getFirst().getTopic()).isEqualTo(Topic.DELIVERIES.topicName());
  }

  @Test
  void aMailThatCannotBeMadeHoldsUpNobodyElse() throws Exception {
    room.releaseWithoutADate("release-2");
    room.deliver("release-2", "PRESS", ADA);
    try (Dispatcher dispatcher = room.dispatcher("DATELINE_MAIL_CONNECTIONS_PER_DOMAIN", "1")) {
      room.deliver("release-1", "PRESS", BOB);
      room.awaitOutcome(BOB, "ACCEPTED");
      assertThat(dispatcher.health().ready()).isTrue();
    }
    assertThat(room.server.recipients()).containsExactly(BOB);
  }

  @Test
  void aNoteThatIsNoLongerInMemoryIsReadFromTheLog() throws Exception {
    for (int i = 0; i < 250; i++) {
      room.release("later-" + i);
    }
    room.deliver("release-1", "PRESS", ADA, BOB);
    try (Dispatcher _ = room.dispatcher()) {
      room.awaitOutcome(ADA, "ACCEPTED");
      room.awaitOutcome(BOB, "ACCEPTED");
    }
    assertThat(room.server.taken.getFirst().mail().getSubject()).isEqualTo("Bridge opens");
  }

  @Test
  void mailsWaitForAServerThatIsAway() throws Exception {
    int port;
    try (ScriptedMailServer gone = new ScriptedMailServer()) {
      port = gone.port();
    }
    room.deliver("release-1", "PRESS", ADA);
    try (Dispatcher dispatcher = room.starting("DATELINE_SMTP", "127.0.0.1:" + port)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> dispatcher.health().why().contains("mail server"));
      assertThat(dispatcher.health().live()).isTrue();
    }
    assertThat(room.outcomes(ADA)).isEmpty();
    try (Dispatcher _ = room.dispatcher()) {
      room.awaitOutcome(ADA, "ACCEPTED");
    }
  }
}
