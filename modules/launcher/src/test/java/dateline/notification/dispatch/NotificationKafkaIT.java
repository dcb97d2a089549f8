package dateline.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.notification.Interests;
import dateline.notification.NotificationCommand.AddPressContact;
import dateline.notification.NotificationCommand.RemovePressContact;
import dateline.runtime.StreamsApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a command to a mail: engine, planner and dispatcher on a real broker. */
class NotificationKafkaIT {

  private static final List<String> CONTACTS =
      IntStream.range(0, 300)
          .mapToObj(i -> "contact" + i + "@desk" + (i % 40) + ".example")
          .toList();

  @TempDir Path folder;

  @Test
  void everyContactGetsOneMailAlthoughEverythingIsRestartedOnTheWay() throws Exception {
    try (MailRoom room = new MailRoom(folder)) {
      try (StreamsApp _ = room.notification()) {
        CONTACTS.forEach(
            contact -> room.ask(contact, new AddPressContact(contact, "Ada", "", Interests.ALL)));
        room.ask(CONTACTS.getFirst(), new RemovePressContact("left"));
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> room.happened.get() == 2 * (CONTACTS.size() + 1));
        room.release("release-1");
        try (Dispatcher _ = room.dispatcher()) {
          await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> !room.server.taken.isEmpty()); // Stopped in the middle.
        }
      }
      room.release("release-2");
      try (StreamsApp _ = room.notification();
          Dispatcher _ = room.dispatcher()) {
        await()
            .atMost(Duration.ofSeconds(90))
            .until(() ->
                room.outcomes.stream()
                        .filter(o -> o.getOutcome().equals("ACCEPTED"))
                        .map(o -> o.getReleaseId() + o.getSubscriberId())
                        .distinct()
                        .count()
                    == 2L * (CONTACTS.size() - 1));
      }
      assertThat(room.server.taken)
          .extracting(taken -> taken.mail().getMessageID())
          .as("each delivery arrived once")
          .hasSize(2 * (CONTACTS.size() - 1))
          .doesNotHaveDuplicates();
      assertThat(room.server.recipients())
          .doesNotContain(CONTACTS.getFirst())
          .containsAll(CONTACTS.subList(1, CONTACTS.size()));
    }
  }
}
