package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.CommentMadeV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.PassageV1;
import dateline.contracts.RevisePartV1;
import dateline.note.Block;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing, and what differs between two revisions. */
class TextsApiTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final String PATH = "/api/notes/" + NOTE;
  private static final MediaNote FIRST =
      Facts.paragraphs("A bridge opens", "It cost 7 million.", "Both sides agree.");
  private static final MediaNote SECOND =
      Facts.paragraphs("A bridge opens", "It cost 8 million.", "Both sides agree.");

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.apply(desk.facts.created(NOTE, "c", FIRST));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aPartIsOneLineOrItsJson() {
    desk.answering(TestFunctions::nothingToDo);
    RevisePartV1 line = part("headline", "text/plain", " A bridge is open \n");
    assertThat(line.getPart()).isEqualTo("headline");
    assertThat(line.getBlock()).isZero();
    assertThat(line.getExpectedRevision()).isEqualTo(1);
    assertThat(says(line).headline()).isEqualTo("A bridge is open");

    assertThat(says(part("kind", "application/json", "\"Readout\"")).kind()).contains("Readout");
    assertThat(says(part("kind", "text/plain", "")).kind()).as("taken out").isEmpty();
    assertThat(says(part("languages", "text/plain", "fr, en")).languages())
        .containsExactly("fr", "en");
    assertThat(says(part("date", "text/plain", "2026-03-04")).date())
        .contains(LocalDate.parse("2026-03-04"));
    assertThat(says(part("headline", "text/plain", "A bridge\n  is open\n")).headline())
        .as("one line, as from a file")
        .isEqualTo("A bridge is open");
    assertThat(
            says(part(
                    "body",
                    "application/json",
                    "[{\"form\":\"heading\",\"spans\":[{\"text\":\"Why\"}]}]"))
                .body())
        .singleElement()
        .isInstanceOf(Block.Heading.class);
  }

  @Test
  void everyWordOfABodyIsKept() {
    desk.answering(TestFunctions::nothingToDo);
    String text =
        "Media Note\n\nIt cost 9 million.\n\nContact Bob Hill, bob@ports.example.\n\nENDS\n";
    MediaNote says = says(part("body", "text/plain", text));
    assertThat(says.body())
        .extracting(EditableText::line)
        .containsExactly(text.strip().split("\n\n"));
    assertThat(says.contacts()).as("only the body is said").isEmpty();
  }

  @Test
  void contactsAndBoilerplateAreAllOfTheirTextOrRefused() {
    desk.answering(TestFunctions::nothingToDo);
    assertThat(
            says(part("contacts", "text/plain", "Bob Hill, bob@ports.example, 202-555-0100"))
                .contacts())
        .singleElement()
        .satisfies(bob -> {
          assertThat(bob.name()).contains("Bob Hill");
          assertThat(bob.email()).contains("bob@ports.example");
          assertThat(bob.phones()).containsExactly("202-555-0100");
        });
    assertThat(
            says(part("contacts", "text/plain", "Press contact: Ana Roe, ana@ports.example"))
                .contacts())
        .hasSize(1);
    assertThat(says(part("boilerplate", "text/plain", "About us\n\nWe run ports.")).boilerplate())
        .containsExactly("About us", "We run ports.");
    int given = desk.given.size();
    for (String lost :
        List.of("Bob Hill", "Bob Hill, bob@ports.example, knows all about bridges")) {
      assertCode(put("/parts/contacts", "text/plain", lost), 422, "NOT_A_PART");
    }
    assertCode(
        put("/parts/boilerplate", "text/plain", "See [us](https://ports.example)."),
        422,
        "NOT_A_PART");
    assertThat(desk.given).hasSize(given);
  }

  @Test
  void aControlCharacterIsRefusedWhereverATextComesIn() {
    assertCode(put("/parts/headline", "text/plain", "A \u001b[2Jbridge"), 422, "CONTROL_CHARACTER");
    assertCode(put("/parts/kind", "application/json", "\"a\\u0000b\""), 422, "CONTROL_CHARACTER");
    assertCode(put("/parts/body", "text/plain", "A \u0007 b"), 422, "UNREADABLE_CHARACTERS");
    assertCode(put("/blocks/1", "text/plain", "A \u009b b"), 422, "CONTROL_CHARACTER");
    Response comment =
        desk.answer(
            as(Facts.AUTHOR, "POST", PATH + "/comments")
                .withHeader("If-Match", "\"1.0.0\"")
                .withBody("application/json", "{\"block\":1,\"text\":\"\\u001b]0;x\"}"));
    assertCode(comment, 422, "UNUSABLE_FIELD");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void whatCannotBeAPartIsRefused() {
    assertCode(put("/parts/date", "text/plain", "+999999999-01-01"), 422, "NOT_A_PART");
    assertCode(put("/parts/languages", "application/json", "[\"xx-bad-\"]"), 422, "NOT_A_PART");
    assertCode(put("/parts/headline", "application/json", "\"two\\nlines\""), 422, "NOT_A_PART");
    assertCode(
        put("/parts/contacts", "application/json", "[{\"name\":\"A\",\"mail\":\"a@b.example\"}]"),
        422,
        "UNUSABLE_FIELD");
    assertCode(put("/parts/date", "text/plain", "tomorrow"), 422, "NOT_A_PART");
    assertCode(put("/parts/body", "application/json", "[{\"form\":\"dance\"}]"), 422, "NOT_A_PART");
    assertCode(
        put(
            "/blocks/1",
            "application/json",
            "{\"form\":\"heading\",\"spans\":[{\"text\":\"x\",\"href\":\"javascript:x\"}]}"),
        422,
        "UNSAFE_LINK");
    JsonNode inText =
        json(put("/parts/body", "text/plain", "Any headline\n\nSee [this](javascript:x).\n"));
    assertThat(inText.path("code").asText()).isEqualTo("UNSAFE_LINK");
    assertThat(inText.path("detail").asText()).contains("line 3, column 5");
    assertThat(json(put("/parts/contacts", "application/json", "[{\"email\":1}]")).path("field"))
        .hasToString("\"contacts[0].email\"");
    assertCode(put("/parts/headline", "application/json", "null"), 422, "NO_HEADLINE");
    assertCode(put("/parts/kind", "application/json", "\"half \\ud83d\""), 422, "HALF_A_CHARACTER");
    assertCode(put("/parts/tail", "text/plain", "x"), 404, "UNKNOWN_PART");
    assertCode(put("/parts/kind", "image/png", "x"), 415, "UNSUPPORTED_MEDIA_TYPE");
    assertCode(put("/blocks/3", "text/plain", "x"), 422, "UNKNOWN_BLOCK");
    assertCode(put("/blocks/0", "text/plain", "x"), 404, "UNKNOWN_BLOCK");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aBlockKeepsItsFormAndMayBecomeSeveralOrNone() {
    MediaNote listed =
        new MediaNote(
            "A bridge opens",
            Optional.empty(),
            Optional.of("Media Note"),
            Optional.of("Office of the Spokesperson"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(new Block.ListItem("•", 2, List.of(Span.plain("Seven gates")))),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of("en"));
    desk.apply(desk.facts.revised(NOTE, "r", 2, listed)).answering(TestFunctions::nothingToDo);

    assertThat(block("Eight\n gates"))
        .containsExactly(new Block.ListItem("•", 2, List.of(Span.plain("Eight gates"))));
    assertThat(block("One.\n\nTwo.\n")).hasSize(2).hasOnlyElementsOfType(Block.Paragraph.class);
    assertThat(block("")).isEmpty();
  }

  @Test
  void theTagSaysWhichRevisionWasWorkedOn() {
    desk.apply(
            desk.facts.drafting(
                NOTE,
                "k",
                e ->
                    e.setCommentMade(
                        new CommentMadeV1("k", 1, new PassageV1(0, ""), "Too short."))),
            desk.facts.revised(NOTE, "r", 2, SECOND))
        .answering(TestFunctions::nothingToDo);
    assertThat(expected("\"1.0.0\"")).isEqualTo(1);
    assertThat(expected("\"2.0.0\"")).as("a comment is beside the text").isEqualTo(1);
    assertThat(expected("\"3.4.5\"")).isEqualTo(2);
    assertThat(expected("\"2.0.0\", \"3.0.0\"")).as("the newest that was read").isEqualTo(2);
    Content first = (Content) desk.answer(as(Facts.AUTHOR, "GET", PATH + "/revisions/1"));
    assertThat(expected(first.header("ETag").orElseThrow()))
        .as("a revision's own tag")
        .isEqualTo(1);
    for (String none : List.of("\"4.0.0\"", "\"x\"", "\"0.0.0\"")) {
      Response response = desk.answer(revise(none));
      assertThat(response.status()).as(none).isEqualTo(412);
    }
  }

  @Test
  void aLostUpdateIsRefusedWithWhoChangedWhat() {
    desk.apply(desk.facts.revised(NOTE, "r", 2, SECOND)).refusing("STALE_REVISION");

    JsonNode problem = json(desk.answer(revise("\"1.0.0\"")));

    assertThat(problem.path("status").asInt()).isEqualTo(412);
    assertThat(problem.path("changes")).hasSize(1);
    JsonNode change = problem.at("/changes/0");
    assertThat(change.path("person").asText()).isEqualTo(Facts.AUTHOR);
    assertThat(change.path("revision").asInt()).isEqualTo(2);
    assertThat(change.at("/parts/0").asText()).isEqualTo("body");
  }

  @Test
  void whatIsStaleForAnotherReasonSaysWhatHappened() {
    desk.apply(desk.facts.submitted(NOTE, 1, FIRST)).answering(TestFunctions::nothingToDo);
    JsonNode problem =
        json(
            desk.answer(
                as(Facts.AUTHOR, "POST", PATH + "/abandonment")
                    .withHeader("If-Match", "\"1.0.0\"")
                    .withBody("application/json", "{\"reason\":\"Moot.\"}")));
    assertThat(problem.path("code").asText()).isEqualTo("STALE_VERSION");
    assertThat(problem.path("detail").asText())
        .startsWith("It has changed since you read it: NoteSubmitted by " + Facts.AUTHOR);
    assertThat(problem.at("/changes/0/what").asText()).isEqualTo("NoteSubmitted");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aCommentMakesNobodysChangeStale() {
    desk.apply(
            desk.facts.submitted(NOTE, 1, FIRST),
            desk.facts.requested(NOTE, 1, FIRST, "legal"),
            desk.facts.drafting(
                NOTE,
                "k",
                e ->
                    e.setCommentMade(
                        new CommentMadeV1("k", 1, new PassageV1(0, ""), "Too short."))))
        .answering(TestFunctions::nothingToDo);
    Response cleared =
        desk.answer(
            as("lea.legal", "POST", PATH + "/clearances")
                .withHeader("If-Match", "\"2.1.0\"")
                .withBody(
                    "application/json",
                    "{\"digest\":\"%s\",\"answer\":\"CLEARED\"}".formatted(Facts.digest(FIRST))));
    assertThat(cleared.status()).isEqualTo(200);
  }

  @Test
  void anEarlierTextIsRestoredAgainstWhatWasRead() {
    desk.apply(desk.facts.revised(NOTE, "r", 2, SECOND))
        .doing(given -> desk.facts.revised(NOTE, given.commandId(), 3, FIRST));
    JsonNode note =
        json(
            desk.answer(
                as(Facts.AUTHOR, "POST", PATH + "/revisions/1/restoration")
                    .withHeader("If-Match", "\"2.0.0\"")));
    assertThat(note.path("revision").asInt()).isEqualTo(3);
    assertThat(note.path("digest").asText()).isEqualTo(Facts.digest(FIRST));
    DraftingCommandV1 command = (DraftingCommandV1) desk.given.getFirst().command();
    assertThat(command.getRestoreRevision().getExpectedRevision()).isEqualTo(2);
    assertThat(command.getRestoreRevision().getRevision()).isEqualTo(1);
  }

  @Test
  void aDifferenceIsTextAPageOrJson() {
    desk.apply(desk.facts.revised(NOTE, "r", 2, SECOND));
    assertThat(difference("text/plain", "").body().text())
        .isEqualTo("Paragraph 1, changed: It cost [-7-]{+8+} million.\n");
    Content page = difference("text/html", "?from=1&to=2");
    assertThat(page.body().text())
        .startsWith("<!doctype html>")
        .contains("<html lang=\"en\">", "<del ", "<ins ", "Revision 1", Facts.AUTHOR);
    assertThat(page.header("Content-Security-Policy").orElseThrow())
        .contains("style-src 'sha256-")
        .doesNotContain("unsafe");
    JsonNode json = json(difference("application/json", "?from=2&to=1"));
    assertThat(json.path("same").asBoolean()).isFalse();
    assertThat(json.at("/from/revision").asInt()).isEqualTo(2);
    assertThat(json.path("lines"))
        .extracting(line -> line.path("fate").asText())
        .contains("CHANGED", "KEPT");
    assertThat(json(difference("application/json", "?from=1&to=1")).path("same").asBoolean())
        .isTrue();
    assertThat(desk.answer(as(Facts.AUTHOR, "GET", PATH + "/difference?from=9")).status())
        .isEqualTo(404);
    assertThat(desk.answer(as(Facts.AUTHOR, "GET", PATH + "/difference?from=x")).status())
        .isEqualTo(400);
  }

  private Content difference(String accept, String query) {
    return (Content)
        desk.answer(
            as(Facts.AUTHOR, "GET", PATH + "/difference" + query).withHeader("Accept", accept));
  }

  private RevisePartV1 part(String name, String type, String body) {
    assertThat(put("/parts/" + name, type, body).status()).as(name).isEqualTo(200);
    return ((DraftingCommandV1) desk.given.getLast().command()).getRevisePart();
  }

  private List<Block> block(String text) {
    Response response =
        desk.answer(
            as(Facts.AUTHOR, "PUT", PATH + "/blocks/1")
                .withHeader("If-Match", "\"2.0.0\"")
                .withBody("text/plain", text));
    assertThat(response.status()).isEqualTo(200);
    RevisePartV1 part = ((DraftingCommandV1) desk.given.getLast().command()).getRevisePart();
    assertThat(part.getBlock()).isEqualTo(1);
    return says(part).body();
  }

  private static MediaNote says(RevisePartV1 part) {
    return NoteCodec.fromWire(part.getNote());
  }

  private Response put(String below, String type, String body) {
    return desk.answer(
        as(Facts.AUTHOR, "PUT", PATH + below)
            .withHeader("If-Match", "\"1.0.0\"")
            .withBody(type, body));
  }

  private int expected(String tag) {
    assertThat(desk.answer(revise(tag)).status()).as(tag).isEqualTo(200);
    return ((DraftingCommandV1) desk.given.getLast().command())
        .getReviseDraft()
        .getExpectedRevision();
  }

  private static Request revise(String tag) {
    return as(Facts.AUTHOR, "PUT", PATH)
        .withHeader("If-Match", tag)
        .withBody("text/plain", "A bridge closes\n\nIt closes.");
  }

  private static void assertCode(Response response, int status, String code) {
    assertThat(response.status()).as(code).isEqualTo(status);
    assertThat(json(response).path("code").asText()).isEqualTo(code);
  }
}
