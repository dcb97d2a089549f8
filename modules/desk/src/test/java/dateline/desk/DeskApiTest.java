package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.PublishingCommandV1;
import dateline.contracts.Topic;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.Answer;
import dateline.runtime.LogUnavailableException;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk answers, from values to values. */
class DeskApiTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final String OTHER = "ab34".repeat(8);
  private static final MediaNote TEXT =
      Facts.text("A bridge opens", Span.plain("It opens today, see "), Span.link("here", "#"));

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aTextThatIsSentBecomesANoteWithAReading() {
    desk.answering(this::creates);

    Response response =
        desk.answer(
            as(Facts.AUTHOR, "POST", "/api/notes")
                .withBody("text/plain; charset=utf-8", "A bridge opens\n\nIt opens today.\n"));

    assertThat(response.status()).isEqualTo(201);
    JsonNode note = json(response);
    assertThat(note.path("state").asText()).isEqualTo("DRAFT");
    assertThat(note.path("headline").asText()).isEqualTo("A bridge opens");
    assertThat(note.path("missing")).extracting(JsonNode::asText).contains("place", "date");
    assertThat(note.path("reading").path("missing").isArray()).isTrue();
    assertThat(((Content) response).header("ETag")).contains("\"1.0.0\"");
    assertThat(((Content) response).header("Location"))
        .contains("/api/notes/" + note.path("id").asText());
    DraftingCommandV1 command = (DraftingCommandV1) desk.given.getFirst().command();
    assertThat(command.getActor().getPerson()).isEqualTo(Facts.AUTHOR);
    assertThat(command.getActor().getOffice()).isEqualTo("press");
    assertThat(command.getActor().getRole()).isEqualTo("PRESS_OFFICER");
    assertThat(command.getAt()).isEqualTo(Instant.parse("2026-03-02T12:00:00.123Z"));
    assertThat(command.getCreateDraft().getZone())
        .as("the office's day, for its release number")
        .isEqualTo("America/New_York");
  }

  @Test
  void aNoteMayBeSentAsTheJsonInWhichItIsRead() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT));
    JsonNode read = json(desk.answer(as(Facts.AUTHOR, "GET", "/api/notes/" + NOTE))).path("note");
    desk.answering(this::creates);

    Response response =
        desk.answer(
            as(Facts.AUTHOR, "POST", "/api/notes").withBody("application/json", read.toString()));

    assertThat(response.status()).isEqualTo(201);
    DraftingCommandV1 command = (DraftingCommandV1) desk.given.getFirst().command();
    assertThat(NoteCodec.fromWire(command.getCreateDraft().getNote())).isEqualTo(TEXT);
  }

  @Test
  void aBodyThatIsNoNoteIsRefused() {
    for (String body :
        List.of(
            "{}",
            "[]",
            "{\"headline\":7}",
            "{\"headline\":\"half \\ud83d\"}",
            "{\"headline\":\"A\",\"body\":[{\"form\":\"dance\"}]}")) {
      Response response =
          desk.answer(as(Facts.AUTHOR, "POST", "/api/notes").withBody("application/json", body));
      assertThat(response.status()).as(body).isEqualTo(422);
    }
    assertThat(desk.given).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "kind":7                                              | kind
          "date":"tomorrow"                                     | date
          "languages":"en"                                      | languages
          "languages":["<script>"]                              | languages[0]
          "date":"+999999999-01-01"                             | date
          "date":"0000-01-01"                                   | date
          "issuer":"two\\nlines"                                | issuer
          "boilerplate":["About us.",null]                      | boilerplate[1]
          "contacts":["Ana Roe"]                                | contacts[0]
          "contacts":[{"email":["a@b.example"]}]                | contacts[0].email
          "contacts":[{"name":"Ana"},{"phones":[1]}]            | contacts[1].phones[0]
          "body":[{"spans":[]}]                                 | body[0].form
          "body":[{"form":"paragraph","spans":[{"href":"#"}]}]  | body[0].spans[0].text
          "body":[{"form":"row","cells":[[],[{"text":true}]]}]  | body[0].cells[1][0].text
          "body":[{"form":"row","cells":[null]}]                | body[0].cells[0]
          "body":[{"form":"item","level":-1}]                   | body[0].level
          "body":[{"form":"item","level":9}]                    | body[0].level
          "body":[{"form":"item","level":1.5}]                  | body[0].level
          "body":[{"form":"item","level":"1"}]                  | body[0].level
          """)
  void aFieldThatNoNoteHasSoIsNamed(String member, String field) {
    JsonNode problem = json(desk.answer(begun(member)));

    assertThat(problem.path("code").asText()).isEqualTo("NOT_A_NOTE");
    assertThat(problem.path("status").asInt()).isEqualTo(422);
    assertThat(problem.path("field").asText()).isEqualTo(field);
    assertThat(problem.path("detail").asText()).contains('"' + field + '"').contains("; send ");
    assertThat(desk.given).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "heading":"lost"                                        | heading
          "contacts":[{"name":"Ana","mail":"a@b.example"}]        | contacts[0].mail
          "body":[{"form":"paragraph","text":"x"}]                | body[0].text
          "body":[{"form":"paragraph","spans":[{"text":"x","link":"#"}]}] | body[0].spans[0].link
          """)
  void aFieldThatWouldBeLostIsNamed(String member, String field) {
    JsonNode problem = json(desk.answer(begun(member)));

    assertThat(problem.path("code").asText()).isEqualTo("UNUSABLE_FIELD");
    assertThat(problem.path("field").asText()).isEqualTo(field);
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aFieldThatIsThereTwiceIsRefused() {
    JsonNode problem = json(desk.answer(begun("\"kind\":\"A\",\"kind\":\"B\"")));

    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(problem.path("code").asText()).isEqualTo("MALFORMED_JSON");
  }

  @Test
  void aFieldOfARequestIsNamedByWhereItStands() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT));
    for (var wrong :
        Map.of(
                "{\"waivers\":[{\"code\":\"DEAD_LINK\"},{\"reason\":\"Late.\"}]}",
                "waivers[1].code",
                "{\"waivers\":[7]}",
                "waivers[0]",
                "{\"waivers\":{}}",
                "waivers")
            .entrySet()) {
      JsonNode problem = json(desk.answer(submission(wrong.getKey())));
      assertThat(problem.path("code").asText()).isEqualTo("UNUSABLE_FIELD");
      assertThat(problem.path("field").asText()).isEqualTo(wrong.getValue());
    }
    assertThat(json(desk.answer(submission("[]"))).path("code").asText())
        .isEqualTo("UNUSABLE_BODY");
    assertThat(desk.given).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " JavaScript:x",
        "java\\nscript:x",
        "\\u0001vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "htps://harbour.example/alert"
      })
  void anUnsafeLinkIsRefusedWithItsPlace(String href) {
    String span = "{\"text\":\"here\",\"href\":\"%s\"}".formatted(href);
    for (var member :
        Map.of(
                "\"body\":[{\"form\":\"paragraph\",\"spans\":[{\"text\":\"See \"},%s]}]"
                    .formatted(span),
                "body[0].spans[1].href",
                "\"body\":[{\"form\":\"row\",\"cells\":[[%s]]}]".formatted(span),
                "body[0].cells[0][0].href")
            .entrySet()) {
      JsonNode problem = json(desk.answer(begun(member.getKey())));
      assertThat(problem.path("code").asText()).isEqualTo("UNSAFE_LINK");
      assertThat(problem.path("status").asInt()).isEqualTo(422);
      assertThat(problem.path("field").asText()).isEqualTo(member.getValue());
      assertThat(problem.toString()).as("never what was sent").doesNotContain("alert");
    }
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aNoteShowsWhoMustClearAndWhatIsFound() {
    desk.apply(
        desk.facts.created(NOTE, "c", TEXT),
        desk.facts.submitted(NOTE, 1, TEXT),
        desk.facts.requested(NOTE, 1, TEXT, "legal", "press"),
        desk.facts.cleared(NOTE, TEXT, "press"));

    JsonNode note = json(desk.answer(as("lea.legal", "GET", "/api/notes/" + NOTE)));

    assertThat(note.path("state").asText()).isEqualTo("UNDER_REVIEW");
    assertThat(note.path("clearance").path("open"))
        .extracting(JsonNode::asText)
        .containsExactly("legal");
    assertThat(note.at("/clearance/lines/0/officeName").asText()).isEqualTo("Office legal");
    assertThat(note.at("/clearance/lines/1/answer").asText()).isEqualTo("CLEARED");
    assertThat(note.path("findings"))
        .extracting(f -> f.path("code").asText())
        .contains("DEAD_LINK");
    assertThat(note.path("history"))
        .extracting(h -> h.path("what").asText())
        .containsExactly("DraftCreated", "NoteSubmitted", "ClearanceRequested", "OfficeAnswered");
    assertThat(note.path("digest").asText()).isEqualTo(Facts.digest(TEXT));
  }

  @Test
  void aPrefixNamesANoteAndAnAmbiguousOneItsCandidates() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT), desk.facts.created(OTHER, "d", TEXT));

    assertThat(desk.answer(as(Facts.AUTHOR, "GET", "/api/notes/ab1")).status()).isEqualTo(200);
    assertThat(desk.answer(as(Facts.AUTHOR, "GET", "/api/notes/zz")).status()).isEqualTo(404);
    Response ambiguous = desk.answer(as(Facts.AUTHOR, "GET", "/api/notes/ab"));
    assertThat(ambiguous.status()).isEqualTo(409);
    assertThat(json(ambiguous).path("code").asText()).isEqualTo("AMBIGUOUS_PREFIX");
    assertThat(json(ambiguous).path("candidates"))
        .extracting(candidate -> candidate.path("id").asText())
        .containsExactlyInAnyOrder(NOTE, OTHER);
  }

  @Test
  void theListIsFilteredByStateAndPrefix() {
    desk.apply(
        desk.facts.created(NOTE, "c", TEXT),
        desk.facts.created(OTHER, "d", TEXT),
        desk.facts.submitted(OTHER, 1, TEXT));

    JsonNode all = json(desk.answer(as(Facts.AUTHOR, "GET", "/api/notes")));
    assertThat(all.path("notes"))
        .extracting(n -> n.path("id").asText())
        .containsExactly(OTHER, NOTE);
    JsonNode drafts =
        json(desk.answer(as(Facts.AUTHOR, "GET", "/api/notes?state=draft&prefix=ab")));
    assertThat(drafts.path("total").asInt()).isEqualTo(1);
    assertThat(desk.answer(as(Facts.AUTHOR, "GET", "/api/notes?state=lost")).status())
        .isEqualTo(400);
    assertThat(desk.answer(as(Facts.AUTHOR, "GET", "/api/notes?limit=-1")).status()).isEqualTo(400);
  }

  @Test
  void aChangeNamesTheVersionItWasMadeAgainst() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT)).answering(TestFunctions::nothingToDo);
    Request recall = as(Facts.AUTHOR, "POST", "/api/notes/" + NOTE + "/recall");

    assertThat(desk.answer(recall).status()).isEqualTo(428);
    assertThat(desk.answer(recall.withHeader("If-Match", "\"2.0.0\"")).status()).isEqualTo(412);
    assertThat(desk.given).isEmpty();
    assertThat(desk.answer(recall.withHeader("If-Match", "\"1.0.0\"")).status()).isEqualTo(200);
  }

  @Test
  void aStarNamesNoVersion() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT)).answering(TestFunctions::nothingToDo);

    Response response =
        desk.answer(
            as(Facts.AUTHOR, "POST", "/api/notes/" + NOTE + "/recall").withHeader("If-Match", "*"));

    assertThat(response.status()).isEqualTo(428);
    assertThat(json(response).path("code").asText()).isEqualTo("IF_MATCH_NAMES_NONE");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void anotherOfficesAnswerDoesNotMakeOursStale() {
    desk.apply(
            desk.facts.created(NOTE, "c", TEXT),
            desk.facts.submitted(NOTE, 1, TEXT),
            desk.facts.requested(NOTE, 1, TEXT, "legal", "press"),
            desk.facts.cleared(NOTE, TEXT, "press"))
        .answering(TestFunctions::nothingToDo);

    Response response = desk.answer(clearance("CLEARED").withHeader("If-Match", "\"2.1.0\""));

    assertThat(response.status()).isEqualTo(200);
    ClearanceCommandV1 command = (ClearanceCommandV1) desk.given.getFirst().command();
    assertThat(command.getActor().getOffice()).isEqualTo("legal");
    assertThat(command.getActor().getRole()).isEqualTo("REVIEWER");
    assertThat(command.getAnswerForOffice().getDigest()).isEqualTo(Facts.digest(TEXT));
  }

  @Test
  void anAnswerWithoutTheDigestOfTheTextThatWasReadIsRefused() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT), desk.facts.submitted(NOTE, 1, TEXT));
    Response response =
        desk.answer(
            as("lea.legal", "POST", "/api/notes/" + NOTE + "/clearances")
                .withHeader("If-Match", "\"2.0.0\"")
                .withBody("application/json", "{\"answer\":\"CLEARED\"}"));
    assertThat(response.status()).isEqualTo(422);
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aRoleIsTheDirectorysAndNeverTheClients() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT));
    Response response =
        desk.answer(
            as(Facts.AUTHOR, "POST", "/api/notes/" + NOTE + "/approval")
                .withHeader("If-Match", "\"1.0.0\"")
                .withBody(
                    "application/json",
                    "{\"digest\":\"" + Facts.digest(TEXT) + "\",\"role\":\"APPROVER\"}"));
    assertThat(response.status()).isEqualTo(403);
    assertThat(json(response).path("code").asText()).isEqualTo("ROLE_MISSING");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aRefusalIsAProblemWithItsCodeAndReason() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT));
    assertRefused("OWN_TEXT", 403);
    assertRefused("STALE_REVISION", 412);
    assertRefused("NOTE_RELEASED", 409);
    assertRefused("INCOMPLETE", 422);
    assertRefused("UNKNOWN_NOTE", 404);
  }

  @Test
  void aSubmissionBlockedByFindingsShowsThem() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT)).refusing("BLOCKING_FINDINGS");

    Response response = desk.answer(submission("{}"));

    assertThat(response.status()).isEqualTo(422);
    assertThat(json(response).path("findings"))
        .extracting(finding -> finding.path("code").asText())
        .contains("DEAD_LINK");
  }

  @Test
  void waiversTravelWithTheSubmission() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT)).answering(TestFunctions::nothingToDo);

    desk.answer(
        submission("{\"waivers\":[{\"code\":\"DEAD_LINK\",\"reason\":\"Live at noon.\"}]}"));

    DraftingCommandV1 command = (DraftingCommandV1) desk.given.getFirst().command();
    assertThat(command.getSubmitNote().getExpectedRevision()).isEqualTo(1);
    assertThat(command.getSubmitNote().getWaivers())
        .extracting(waiver -> waiver.getCode() + ": " + waiver.getReason())
        .containsExactly("DEAD_LINK: Live at noon.");
  }

  @Test
  void anAnswerThatTakesLongIsWaitedForElsewhere() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT));

    Response response = desk.answer(submission("{}"));

    assertThat(response.status()).isEqualTo(202);
    String location = ((Content) response).header("Location").orElseThrow();
    String id = desk.given.getFirst().commandId();
    assertThat(location).isEqualTo("/api/commands/" + id);
    desk.apply(desk.facts.submitted(NOTE, id, 1, TEXT));
    desk.answersLater(new Answer.Done(id, NOTE, 2, List.of("event")));
    Response later = desk.answer(as(Facts.AUTHOR, "GET", location));
    assertThat(later.status()).isEqualTo(200);
    assertThat(json(later).path("state").asText()).isEqualTo("SUBMITTED");
    assertThat(((Content) later).header("ETag")).contains("\"2.0.0\"");
  }

  @Test
  void aCommandTheLogDidNotTakeIsNotAccepted() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT))
        .answering(TestFunctions::nothingToDo)
        .logIs(
            CompletableFuture.failedFuture(
                new LogUnavailableException("topic", new TimeoutException())));

    Response response = desk.answer(submission("{}"));

    assertThat(response.status()).isEqualTo(503);
    assertThat(((Content) response).header("Retry-After")).isPresent();
  }

  @Test
  void aReleaseAtATimeNamesItsInstantAndZone() {
    desk.apply(desk.facts.created(NOTE, "c", TEXT)).answering(TestFunctions::nothingToDo);
    String body =
        "{\"digest\":\"%s\",\"at\":\"2026-03-04T09:00\",\"zone\":\"America/New_York\"}"
            .formatted(Facts.digest(TEXT));

    desk.answer(
        as("dan.duty", "POST", "/api/notes/" + NOTE + "/release")
            .withHeader("If-Match", "\"1.0.0\"")
            .withBody("application/json", body));

    PublishingCommandV1 command = (PublishingCommandV1) desk.given.getFirst().command();
    assertThat(command.getScheduleRelease().getReleaseAt())
        .isEqualTo(Instant.parse("2026-03-04T14:00:00Z"));
    assertThat(command.getScheduleRelease().getZone()).isEqualTo("America/New_York");
  }

  @Test
  void aScheduleIsOnlyTakenBackByWhoeverHasSeenIt() {
    desk.apply(
            desk.facts.created(NOTE, "c", TEXT),
            desk.facts.prepared(NOTE, 1, TEXT),
            desk.facts.scheduled(NOTE, TEXT, Instant.parse("2026-03-04T14:00:00Z")))
        .answering(TestFunctions::nothingToDo);
    Request cancel =
        as("dan.duty", "DELETE", "/api/notes/" + NOTE + "/release")
            .withHeader("If-Match", "\"1.0.2\"");
    desk.apply(desk.facts.scheduled(NOTE, TEXT, Instant.parse("2026-03-05T14:00:00Z")));

    Response stale = desk.answer(cancel);

    assertThat(stale.status()).isEqualTo(412);
    assertThat(desk.given).isEmpty();
    assertThat(desk.answer(cancel.withHeader("If-Match", "\"1.0.3\"")).status()).isEqualTo(200);
    assertThat(desk.given).hasSize(1);
    assertThat(desk.answer(cancel.withHeader("If-Match", "\"1.0.3-gzip\"")).status())
        .as("the tag of a compressed answer is of the same version")
        .isEqualTo(200);
  }

  @Test
  void healthNeedsNoToken() {
    assertThat(desk.answer(Request.of("GET", "/health")).status()).isEqualTo(200);
  }

  private void assertRefused(String code, int status) {
    desk.refusing(code);
    Response response = desk.answer(submission("{}"));
    assertThat(response.status()).as(code).isEqualTo(status);
    assertThat(json(response).path("code").asText()).isEqualTo(code);
    assertThat(json(response).path("detail").asText()).isEqualTo("It is so; do that.");
  }

  private Answer creates(TestDesk.Given given) {
    DraftingCommandV1 command = (DraftingCommandV1) given.command();
    assertThat(given.topic()).isEqualTo(Topic.DRAFTING_COMMANDS);
    desk.apply(
        desk.facts.created(
            given.key(),
            given.commandId(),
            NoteCodec.fromWire(command.getCreateDraft().getNote())));
    return new Answer.Done(given.commandId(), given.key(), 1, List.of("event"));
  }

  /** A note of which one more member is said. */
  private static Request begun(String member) {
    return as(Facts.AUTHOR, "POST", "/api/notes")
        .withBody("application/json", "{\"headline\":\"A bridge opens\",%s}".formatted(member));
  }

  private static Request clearance(String answer) {
    return as("lea.legal", "POST", "/api/notes/" + NOTE + "/clearances")
        .withBody(
            "application/json",
            "{\"digest\":\"%s\",\"answer\":\"%s\"}".formatted(Facts.digest(TEXT), answer));
  }

  private static Request submission(String body) {
    return as(Facts.AUTHOR, "POST", "/api/notes/" + NOTE + "/submission")
        .withHeader("If-Match", "\"1.0.0\"")
        .withBody("application/json", body);
  }
}
