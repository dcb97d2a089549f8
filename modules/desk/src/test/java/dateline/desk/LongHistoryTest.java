package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.Answer;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A note on which more happened than its entry keeps. */
class LongHistoryTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final int REVISIONS = 330;

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void workForLong() {
    desk = new TestDesk(folder);
    desk.apply(desk.facts.created(NOTE, command(1), text(1)));
    for (int revision = 2; revision <= REVISIONS; revision++) {
      desk.apply(desk.facts.revised(NOTE, command(revision), revision, text(revision)));
      if (revision % 70 == 0) {
        desk.restart();
      }
    }
    desk.apply(
        desk.facts.submitted(NOTE, REVISIONS, text(REVISIONS)),
        desk.facts.released(NOTE, text(REVISIONS)));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theNoteHasItsNewestEventsAndSaysHowManyThereAre() {
    JsonNode note = read(Facts.AUTHOR, "/api/notes/" + NOTE);

    assertThat(note.path("events").asInt()).isEqualTo(REVISIONS + 2);
    assertThat(commands(note))
        .hasSize(100)
        .startsWith(drafting().subList(232, 331).toArray(String[]::new));
    assertThat(note.at("/history/99/what").asText()).isEqualTo("NoteReleased");
  }

  @Test
  void itsHistoryHasThemAllOnceAndInOrder() {
    JsonNode shown = read(Facts.AUTHOR, "/api/notes/" + NOTE + "/history");

    assertThat(commands(shown)).hasSize(332).startsWith(drafting().toArray(String[]::new));
    assertThat(shown.at("/history/331/what").asText()).isEqualTo("NoteReleased");
  }

  @Test
  void whoMayNotKnowHowItWasDraftedSeesOnlyItsReleaseInIt() {
    JsonNode note = read("zoe.europe", "/api/notes/" + NOTE);

    assertThat(note.path("events").asInt()).isOne();
    assertThat(note.path("history").findValuesAsText("what")).containsExactly("NoteReleased");
    assertThat(read("zoe.europe", "/api/notes/" + NOTE + "/history").path("history"))
        .isEqualTo(note.path("history"));
  }

  @Test
  void whoReadItLongAgoIsToldOfEveryChangeSince() {
    Response refused =
        desk.answer(
            as(Facts.AUTHOR, "POST", "/api/notes/" + NOTE + "/submission")
                .withHeader("If-Match", "\"7.0.0\"")
                .withBody("application/json", "{}"));

    assertThat(refused.status()).isEqualTo(412);
    assertThat(json(refused).path("changes")).hasSize(REVISIONS + 1 - 7);
  }

  @Test
  void aCommandOfLongAgoIsAnsweredWithItsNote() {
    desk.answersLater(new Answer.Done(command(3), NOTE, 3, List.of("event-3")));

    JsonNode shown = read(Facts.AUTHOR, "/api/commands/" + command(3));

    assertThat(shown.path("id").asText()).isEqualTo(NOTE);
  }

  @Test
  void aKeyThatWasUsedLongAgoIsKnown() {
    desk.restart();
    ReadModel model = new ReadModel(desk.table);
    String keyPart = CommandId.keyPart(command(5)).orElseThrow();

    assertThat(model.commandsUnder(keyPart)).containsExactly(command(5));
  }

  private JsonNode read(String person, String path) {
    Response response = desk.answer(as(person, "GET", path));
    assertThat(response.status()).isEqualTo(200);
    return json(response);
  }

  private static List<String> commands(JsonNode shown) {
    return shown.path("history").findValuesAsText("commandId");
  }

  /** Ids of drafting's 331 commands, oldest first. */
  private static List<String> drafting() {
    List<String> all = new ArrayList<>();
    for (int revision = 1; revision <= REVISIONS; revision++) {
      all.add(command(revision));
    }
    all.add("submission-" + REVISIONS);
    return all;
  }

  private static String command(int revision) {
    return CommandId.of(Facts.AUTHOR, "key-" + revision, "revise");
  }

  private static MediaNote text(int revision) {
    return Facts.text("A bridge opens", Span.plain("For " + revision + "."));
  }
}
