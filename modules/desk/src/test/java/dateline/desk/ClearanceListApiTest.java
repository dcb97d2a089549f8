package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.ClearanceLineV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.OfficeCalendarV1;
import dateline.contracts.RulesV1;
import dateline.contracts.Topic;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The action office changes its clearance list; others propose. */
class ClearanceListApiTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final MediaNote TEXT = Facts.text("A bridge opens", Span.plain("It opens."));

  @TempDir Path folder;
  private TestDesk desk;
  private ReviewFacts review;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    review = new ReviewFacts(desk.facts, NOTE);
    desk.apply(
        desk.facts.created(NOTE, "c", TEXT),
        desk.facts.submitted(NOTE, 1, TEXT),
        review.requested(1, TEXT, 1, ReviewFacts.line("press", "CLEAR", false, 1)));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void anOfficeIsAddedByTheActionOffice() {
    desk.doing(_ -> review.added(ReviewFacts.line("legal", "CLEAR", false, 2)));

    Response response =
        desk.answer(
            put(
                Facts.AUTHOR,
                "legal",
                "{\"power\":\"CLEAR\",\"stage\":2,\"reason\":\" It cites the treaty. \"}"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(json(response).at("/clearance/lines/1/office").asText()).isEqualTo("legal");
    ClearanceLineV1 line = command().getAddOffice().getLine();
    assertThat(line.getOffice()).isEqualTo("legal");
    assertThat(line.getPower()).isEqualTo("CLEAR");
    assertThat(line.getMandatory()).isFalse();
    assertThat(line.getStage()).isEqualTo(2);
    assertThat(line.getBecause()).isEqualTo("It cites the treaty.");
    assertThat(line.getTerm()).as("no calendar").isNull();
    assertThat(command().getActor().getRole()).isEqualTo("PRESS_OFFICER");
  }

  @Test
  void anAddedOfficeHasTheTimeOfTheOthersInItsOwnHours() {
    desk.apply(
            desk.facts.record(
                Topic.DIRECTORY,
                "rules",
                new DirectoryEntryV1(
                    2L,
                    null,
                    null,
                    new RulesV1(
                        "Ministry of Ports",
                        "UTC",
                        List.of(),
                        List.of(new OfficeCalendarV1("legal", ReviewFacts.NINE_TO_FIVE)),
                        null,
                        null,
                        null))))
        .answering(TestFunctions::nothingToDo);

    desk.answer(put(Facts.AUTHOR, "legal", "{\"power\":\"CONSULT\",\"reason\":\"Law.\"}"));

    ClearanceLineV1 line = command().getAddOffice().getLine();
    assertThat(line.getTerm().getHours()).isEqualTo(ReviewFacts.NINE_TO_FIVE);
    assertThat(line.getTerm().getWithinMs()).isEqualTo(Duration.ofHours(4).toMillis());
    assertThat(line.getStage()).isEqualTo(1);
  }

  @Test
  void anOfficeThatCannotAnswerIsNotAsked() {
    assertRefused(put(Facts.AUTHOR, "moon", "{\"power\":\"CLEAR\"}"), 404, "UNKNOWN_OFFICE");
    assertRefused(put(Facts.AUTHOR, "europe", "{\"power\":\"CLEAR\"}"), 409, "NOBODY_TO_ASK");
    assertRefused(put(Facts.AUTHOR, "europe", "{\"power\":\"CONSULT\"}"), 409, "NOBODY_TO_ASK");
    assertThat(desk.given).isEmpty();
    desk.answering(TestFunctions::nothingToDo);
    assertThat(desk.answer(put(Facts.AUTHOR, "europe", "{\"power\":\"INFORM\"}")).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, clearance-list/legal, '{\"reason\":\"Law.\"}', power",
    "PUT, clearance-list/legal, '{\"power\":\"CLEAR\",\"stage\":0}', stage",
    "PUT, clearance-list/legal, '{\"power\":\"CLEAR\",\"stage\":\"two\"}', stage",
    "POST, clearance-list/legal/asking, '{\"reason\":\"Law.\"}', digest",
    "POST, clearance-list/legal/keeping, '{\"digest\":\"abc\"}', digest"
  })
  void aFieldThatWillNotDoIsNamed(String method, String path, String body, String field) {
    Response response = desk.answer(request(Facts.AUTHOR, method, path, body));
    assertThat(json(response).path("code").asText()).isEqualTo("UNUSABLE_FIELD");
    assertThat(json(response).path("field").asText()).isEqualTo(field);
    assertThat(desk.given).isEmpty();
  }

  @Test
  void anOfficeIsProposedByAReviewer() {
    desk.doing(_ -> review.proposed("legal", "CONSULT"));
    String body =
        "{\"office\":\"legal\",\"power\":\"CONSULT\",\"reason\":\"It cites the treaty.\"}";

    Response response = desk.answer(post("ann.approver", "proposals", body));

    assertThat(json(response).at("/clearance/proposed/0/office").asText()).isEqualTo("legal");
    assertThat(command().getProposeOffice().getOffice()).isEqualTo("legal");
    assertThat(command().getProposeOffice().getPower()).isEqualTo("CONSULT");
    assertThat(command().getProposeOffice().getReason()).isEqualTo("It cites the treaty.");
    assertThat(command().getActor().getRole()).isEqualTo("REVIEWER");
    assertRefused(post(Facts.AUTHOR, "proposals", body), 403, "ROLE_MISSING");
    assertRefused(
        post("lea.legal", "proposals", body.replace("legal", "moon")), 404, "UNKNOWN_OFFICE");
    assertRefused(
        post("lea.legal", "proposals", body.replace("CONSULT", "RULE")), 422, "UNUSABLE_FIELD");
  }

  @Test
  void anOfficeIsRemovedWithAReason() {
    desk.doing(_ -> review.removed("press"));

    Response response =
        desk.answer(
            request(Facts.AUTHOR, "DELETE", "clearance-list/press?reason=It%20is%20ours.", ""));

    assertThat(json(response).at("/clearance/removed/0/office").asText()).isEqualTo("press");
    assertThat(command().getRemoveOffice().getOffice()).isEqualTo("press");
    assertThat(command().getRemoveOffice().getReason()).isEqualTo("It is ours.");
    assertRefused(request("lea.legal", "DELETE", "clearance-list/press", ""), 403, "ROLE_MISSING");
    desk.refusing("MANDATORY_LINE");
    assertRefused(
        request(Facts.AUTHOR, "DELETE", "clearance-list/press", ""), 409, "MANDATORY_LINE");
    desk.refusing("NOT_YOUR_LIST");
    assertRefused(
        request(Facts.AUTHOR, "DELETE", "clearance-list/press", ""), 403, "NOT_YOUR_LIST");
  }

  @Test
  void anAnswerThatWasKeptIsAskedForAgainAndOneThatWasVoidedIsKept() {
    desk.answering(TestFunctions::nothingToDo);
    String body = "{\"digest\":\"%s\",\"reason\":\"Read it anew.\"}".formatted(Facts.digest(TEXT));

    desk.answer(post(Facts.AUTHOR, "press/asking", body));
    assertThat(command().getAskAgain().getOffice()).isEqualTo("press");
    assertThat(command().getAskAgain().getDigest()).isEqualTo(Facts.digest(TEXT));
    assertThat(command().getAskAgain().getReason()).isEqualTo("Read it anew.");

    desk.answer(post(Facts.AUTHOR, "press/keeping", body));
    assertThat(command().getKeepAnswer().getOffice()).isEqualTo("press");
    assertThat(command().getKeepAnswer().getReason()).isEqualTo("Read it anew.");

    assertRefused(post("lea.legal", "press/asking", body), 403, "ROLE_MISSING");
    assertRefused(post("lea.legal", "press/keeping", body), 403, "ROLE_MISSING");
    desk.refusing("NOTHING_TO_KEEP");
    assertRefused(post(Facts.AUTHOR, "press/keeping", body), 409, "NOTHING_TO_KEEP");
  }

  private void assertRefused(Request request, int status, String code) {
    Response response = desk.answer(request);
    assertThat(json(response).path("code").asText()).isEqualTo(code);
    assertThat(response.status()).isEqualTo(status);
  }

  private ClearanceCommandV1 command() {
    return (ClearanceCommandV1) desk.given.getLast().command();
  }

  private static Request put(String person, String office, String body) {
    return request(person, "PUT", "clearance-list/" + office, body);
  }

  private static Request post(String person, String path, String body) {
    return request(person, "POST", "clearance-list/" + path, body);
  }

  private static Request request(String person, String method, String path, String body) {
    return as(person, method, "/api/notes/" + NOTE + '/' + path)
        .withHeader("If-Match", "\"2.1.0\"")
        .withBody("application/json", body);
  }
}
