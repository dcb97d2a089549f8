package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.DraftingCommandV1;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.Answer;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One key of one person is one command. */
class IdempotencyTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final String CONTACT = "cd56".repeat(8);
  private static final MediaNote TEXT = Facts.text("A bridge opens", Span.plain("It opens."));

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.answering(this::drafts);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theSameRequestTwiceIsOneNote() {
    Response first = desk.answer(create("key-1", "A bridge opens\n\nIt opens."));
    Response second = desk.answer(create("key-1", "A bridge opens\n\nIt opens."));

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(json(second)).isEqualTo(json(first));
    assertThat(desk.given).as("commands given").hasSize(1);
  }

  @Test
  void theSameRequestAfterARestartIsStillOneNote() {
    Response first = desk.answer(create("key-1", "A bridge opens\n\nIt opens."));
    desk.restart();
    Response second = desk.answer(create("key-1", "A bridge opens\n\nIt opens."));

    assertThat(json(second).path("id")).isEqualTo(json(first).path("id"));
    assertThat(desk.given).hasSize(1);
  }

  @Test
  void anotherBodyUnderTheKeyIsRefusedAlsoAfterARestart() {
    desk.answer(create("key-1", "A bridge opens\n\nIt opens."));
    Request other = create("key-1", "A bridge closes\n\nIt closes.");

    assertThat(desk.answer(other).status()).isEqualTo(422);
    desk.restart();
    assertThat(desk.answer(other).status()).isEqualTo(422);
    assertThat(json(desk.answer(other)).path("code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(desk.given).hasSize(1);
  }

  @Test
  void anotherPersonsSameKeyIsAnotherCommand() {
    desk.apply(desk.facts.person("other.officer", "press", "PRESS_OFFICER"));
    desk.answer(create("key-1", "A bridge opens\n\nIt opens."));
    Request other =
        create("key-1", "A bridge opens\n\nIt opens.")
            .withHeader("Dateline-Person", "other.officer");

    assertThat(desk.answer(other).status()).isEqualTo(201);
    assertThat(desk.given).extracting(TestDesk.Given::key).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aRepeatedChangeIsNotStaleForWhatItDidItself() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT));
    Request revise =
        as(Facts.AUTHOR, "PUT", "/api/notes/" + NOTE)
            .withHeader("If-Match", "\"1.0.0\"")
            .withHeader("Idempotency-Key", "key-2")
            .withBody("text/plain", "A bridge closes\n\nIt closes.");

    Response first = desk.answer(revise);
    Response second = desk.answer(revise);

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(200);
    assertThat(json(second).path("revision").asInt()).isEqualTo(2);
    assertThat(desk.given).hasSize(1);
  }

  @Test
  void aContactIsRemovedOnceAndTheRepetitionHearsTheSame() {
    desk.apply(desk.facts.contactAdded(CONTACT)).answering(this::removes);
    Request remove = remove().withHeader("Idempotency-Key", "key-3");

    Response first = desk.answer(remove);
    Response second = desk.answer(remove);
    desk.restart();
    Response third = desk.answer(remove);

    assertThat(first.status()).isEqualTo(200);
    assertThat(json(first).path("state").asText()).isEqualTo("REMOVED");
    assertThat(second.status()).isEqualTo(200);
    assertThat(json(second)).isEqualTo(json(first));
    assertThat(json(third)).isEqualTo(json(first));
    assertThat(desk.given).hasSize(1);
  }

  @Test
  void aRemovedContactIsNoneForAnotherRequest() {
    desk.apply(desk.facts.contactAdded(CONTACT)).answering(this::removes);
    desk.answer(remove());

    assertThat(desk.answer(remove()).status()).isEqualTo(404);
    assertThat(desk.given).hasSize(1);
  }

  @Test
  void aRepeatedCancellationIsNotStaleForWhatItDidItself() {
    desk.apply(
            desk.facts.created(NOTE, "c", TEXT),
            desk.facts.prepared(NOTE, 1, TEXT),
            desk.facts.scheduled(NOTE, TEXT, Instant.parse("2026-03-04T14:00:00Z")))
        .answering(given -> {
          desk.apply(desk.facts.scheduleCancelled(NOTE, given.commandId()));
          return new Answer.Done(given.commandId(), given.key(), 3, List.of("event"));
        });
    Request cancel =
        as("dan.duty", "DELETE", "/api/notes/" + NOTE + "/release")
            .withHeader("If-Match", "\"1.0.2\"")
            .withHeader("Idempotency-Key", "key-4");

    assertThat(desk.answer(cancel).status()).isEqualTo(200);
    assertThat(desk.answer(cancel).status()).isEqualTo(200);
    assertThat(desk.given).hasSize(1);
  }

  @Test
  void withoutAKeyEachRequestIsItsOwnCommand() {
    Request request =
        as(Facts.AUTHOR, "POST", "/api/notes").withBody("text/plain", "A bridge\n\nIt opens.");
    desk.answer(request);
    desk.answer(request);
    assertThat(desk.given).extracting(TestDesk.Given::key).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aKeyIsVisibleAscii() {
    assertThat(desk.answer(create("two words", "A\n\nB.")).status()).isEqualTo(400);
  }

  private static Request create(String key, String text) {
    return as(Facts.AUTHOR, "POST", "/api/notes")
        .withHeader("Idempotency-Key", key)
        .withBody("text/plain", text);
  }

  private static Request remove() {
    return as(Facts.AUTHOR, "DELETE", "/api/contacts/" + CONTACT).withHeader("If-Match", "\"1\"");
  }

  private Answer removes(TestDesk.Given given) {
    desk.apply(desk.facts.contactRemoved(given.key(), given.commandId()));
    return new Answer.Done(given.commandId(), given.key(), 2, List.of("event"));
  }

  private Answer drafts(TestDesk.Given given) {
    DraftingCommandV1 command = (DraftingCommandV1) given.command();
    if (command.getCreateDraft() != null) {
      desk.apply(
          desk.facts.created(
              given.key(),
              given.commandId(),
              NoteCodec.fromWire(command.getCreateDraft().getNote())));
      return new Answer.Done(given.commandId(), given.key(), 1, List.of("event"));
    }
    desk.apply(
        desk.facts.revised(
            given.key(),
            given.commandId(),
            2,
            NoteCodec.fromWire(command.getReviseDraft().getNote())));
    return new Answer.Done(given.commandId(), given.key(), 2, List.of("event"));
  }
}
