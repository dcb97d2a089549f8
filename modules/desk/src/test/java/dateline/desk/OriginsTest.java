package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.OriginV1;
import dateline.kernel.MessageId;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.Answer;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes that were taken from elsewhere. */
class OriginsTest {
  private static final MediaNote TEXT = Facts.text("A gate opens", Span.plain("It opens."));
  private static final MediaNote LATER = Facts.text("A gate opens", Span.plain("It shuts."));
  private static final String NOTE = MessageId.of("origin\nwww.harbour.example\n4711").value();

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.apply(desk.facts.person("other.officer", "press", "PRESS_OFFICER"));
    desk.answering(this::drafts);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whereANoteWasTakenFromGoesOnTheRecordAndIsShown() {
    JsonNode made = json(desk.answer(create(Facts.AUTHOR, "a", TEXT)));
    OriginV1 written =
        ((DraftingCommandV1) desk.given.getFirst().command()).getCreateDraft().getOrigin();
    assertThat(written.getPublished()).isEqualTo(Instant.parse("2029-05-03T13:00:00Z"));
    assertThat(made.path("id").asText()).isEqualTo(NOTE);
    assertThat(made.path("origin").path("source").asText()).isEqualTo("www.harbour.example");
    assertThat(made.path("origin").path("link").asText()).isEqualTo("https://harbour.example/gate");
    assertThat(made.path("origin").path("versions").path(0).path("version").asText())
        .isEqualTo("a");

    desk.answer(
        as(Facts.AUTHOR, "PUT", "/api/notes/" + NOTE)
            .withHeader("If-Match", "\"1.0.0\"")
            .withBody("application/json", body("b", LATER)));
    JsonNode light = json(desk.answer(as(Facts.AUTHOR, "GET", "/api/notes/" + NOTE + "/origin")));
    assertThat(light.path("version").asText()).isEqualTo("2.0.0");
    assertThat(light.path("origin").path("versions").findValuesAsText("version"))
        .containsExactly("a", "b");
    assertThat(light.path("origin").path("versions").path(1).path("revision").asInt()).isEqualTo(2);
    desk.restart();
    assertThat(json(desk.answer(as(Facts.AUTHOR, "GET", "/api/notes/" + NOTE + "/origin"))))
        .isEqualTo(light);
  }

  @Test
  void whoeverImportsItItIsOneNote() {
    desk.answer(create(Facts.AUTHOR, "a", TEXT));
    var twin = desk.answer(create("other.officer", "a", TEXT));
    assertThat(twin.status()).isEqualTo(200);
    assertThat(((Content) twin).header("Dateline-Nothing-To-Do")).contains("true");
    assertThat(json(twin).path("id").asText()).isEqualTo(NOTE);
    assertThat(desk.given).hasSize(1);
  }

  @Test
  void whatAnotherOfficeKeepsToItselfIsNotImportedAgainAndNotShown() {
    desk.answer(create(Facts.AUTHOR, "a", TEXT));
    var hidden = json(desk.answer(create("zoe.europe", "a", TEXT)));
    assertThat(hidden.path("code").asText()).isEqualTo("IMPORTED_ELSEWHERE");
    assertThat(hidden.toString()).doesNotContain("A gate opens", "It opens");
    assertThat(desk.given).hasSize(1);
  }

  @Test
  void whoeverPrefersTheMinimumIsAnsweredWithTheSummary() {
    var answer =
        desk.answer(create(Facts.AUTHOR, "a", TEXT).withHeader("Prefer", "return=minimal"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(json(answer).path("id").asText()).isEqualTo(NOTE);
    assertThat(json(answer).path("version").asText()).isEqualTo("1.0.0");
    assertThat(json(answer).has("findings")).isFalse();
    assertThat(((Content) answer).header("ETag")).contains("\"1.0.0\"");
  }

  @Test
  void aNoteThatWasWrittenHereHasNoOrigin() {
    desk.apply(desk.facts.created("ab12".repeat(8), "c", TEXT));
    assertThat(code("GET", "/api/notes/" + "ab12".repeat(8) + "/origin")).isEqualTo("NOT_IMPORTED");
    assertThat(code("GET", "/api/notes/ab12/origin")).isEqualTo("UNKNOWN_NOTE");
    assertThat(json(desk.answer(as(Facts.AUTHOR, "GET", "/api/notes/ab12"))).has("origin"))
        .isFalse();
  }

  @Test
  void anOriginThatIsNoneIsRefused() {
    for (String origin :
        List.of(
            "{\"version\":\"a\"}",
            "{\"id\":\"1\"}",
            "{\"id\":\"1\",\"version\":\"two words\"}",
            "{\"id\":\"1\\n2\",\"version\":\"a\"}",
            "{\"id\":\"1\",\"version\":\"a\",\"published\":\"May\"}",
            "{\"id\":\"" + "1".repeat(2_001) + "\",\"version\":\"a\"}")) {
      Request request =
          as(Facts.AUTHOR, "POST", "/api/notes")
              .withBody("application/json", "{\"headline\":\"A\",\"origin\":" + origin + "}");
      assertThat(desk.answer(request).status()).as(origin).isEqualTo(422);
      assertThat(json(desk.answer(request)).path("code").asText()).isEqualTo("UNUSABLE_FIELD");
    }
    assertThat(desk.given).isEmpty();
  }

  private String code(String method, String path) {
    return json(desk.answer(as(Facts.AUTHOR, method, path))).path("code").asText();
  }

  private static Request create(String person, String version, MediaNote text) {
    return as(person, "POST", "/api/notes")
        .withHeader("Idempotency-Key", "import-" + version)
        .withBody("application/json", body(version, text));
  }

  private static String body(String version, MediaNote text) {
    ObjectNode json = DeskJson.of(text);
    json.putObject("origin")
        .put("source", "www.harbour.example")
        .put("id", "4711")
        .put("link", "https://harbour.example/gate")
        .put("published", "2029-05-03T13:00:00Z")
        .put("version", version);
    return json.toString();
  }

  private Answer drafts(TestDesk.Given given) {
    DraftingCommandV1 command = (DraftingCommandV1) given.command();
    if (command.getCreateDraft() != null) {
      desk.apply(
          desk.facts.imported(
              given.key(),
              given.commandId(),
              1,
              NoteCodec.fromWire(command.getCreateDraft().getNote()),
              command.getCreateDraft().getOrigin()));
      return new Answer.Done(given.commandId(), given.key(), 1, List.of("event"));
    }
    desk.apply(
        desk.facts.imported(
            given.key(),
            given.commandId(),
            2,
            NoteCodec.fromWire(command.getReviseDraft().getNote()),
            command.getReviseDraft().getOrigin()));
    return new Answer.Done(given.commandId(), given.key(), 2, List.of("event"));
  }
}
