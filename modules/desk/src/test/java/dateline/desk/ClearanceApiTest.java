package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.DaysV1;
import dateline.contracts.DeputyV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.PersonV1;
import dateline.contracts.Topic;
import dateline.desk.TestDesk.Given;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.Answer;
import dateline.runtime.LogRecord;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said by phone, without an office, without all of them, and by those who step aside. */
class ClearanceApiTest {
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
        desk.facts.person("eve.minister", "cabinet", "EMERGENCY_AUTHORITY"),
        desk.facts.created(NOTE, "c", TEXT),
        desk.facts.submitted(NOTE, 1, TEXT),
        review.requested(1, TEXT, 1, ReviewFacts.line("legal", "CLEAR", false, 1)));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void anAnswerByPhoneIsWrittenDownBySomebodyElse() {
    desk.doing(_ -> review.answered("legal", "CLEARED", "lea.legal", TEXT));

    Response response = desk.answer(recorded("dan.duty", "legal", "lea.legal", "CLEARED"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(json(response).at("/clearance/lines/0/answer").asText()).isEqualTo("CLEARED");
    ClearanceCommandV1 command = command();
    assertThat(command.getActor().getPerson()).isEqualTo("dan.duty");
    assertThat(command.getActor().getRole()).isEqualTo("DUTY_OFFICER");
    assertThat(command.getRecordAnswer().getOffice()).isEqualTo("legal");
    assertThat(command.getRecordAnswer().getPerson()).isEqualTo("lea.legal");
    assertThat(command.getRecordAnswer().getAnswer()).isEqualTo("CLEARED");
    assertThat(command.getRecordAnswer().getDigest()).isEqualTo(Facts.digest(TEXT));
    assertThat(command.getRecordAnswer().getReason()).isEqualTo("So she said.");
    assertThat(command.getRecordAnswer().getDeputyFor()).isNull();
  }

  @Test
  void whoSpeaksByPhoneIsAReviewerOfThatOfficeOrTheirDeputyToday() {
    desk.answering(TestFunctions::nothingToDo);
    assertRefused(
        recorded("dan.duty", "legal", "nobody.here", "CLEARED"), 422, "NOT_OF_THAT_OFFICE");
    assertRefused(
        recorded("dan.duty", "europe", "lea.legal", "CLEARED"), 422, "NOT_OF_THAT_OFFICE");
    assertRefused(
        recorded("dan.duty", "europe", "zoe.europe", "CLEARED"), 422, "NOT_OF_THAT_OFFICE");
    assertThat(desk.given).isEmpty();

    desk.apply(withDeputy("ema.europe", "lea.legal", "2026-03-02", "2026-03-02"));
    assertThat(desk.answer(recorded("dan.duty", "europe", "lea.legal", "CLEARED")).status())
        .isEqualTo(200);
    assertThat(command().getRecordAnswer().getDeputyFor()).isEqualTo("ema.europe");
    desk.apply(withDeputy("ema.europe", "lea.legal", "2026-03-03", "2026-03-09"));
    assertRefused(
        recorded("dan.duty", "europe", "lea.legal", "CLEARED"), 422, "NOT_OF_THAT_OFFICE");
  }

  @ParameterizedTest
  @CsvSource({
    "clearances/recorded, '{\"office\":\"legal\",\"person\":\"lea.legal\",\"answer\":\"CLEARED\"}', digest",
    "clearances/recorded, '{\"digest\":\"%s\",\"office\":\"legal\",\"answer\":\"CLEARED\"}', person",
    "clearances/recorded, '{\"digest\":\"%s\",\"office\":\"legal\",\"person\":\"lea.legal\",\"answer\":\"CLEARED_WITH_EDITS\"}', answer",
    "recusal, '{\"reason\":7}', reason",
    "clearance-list/legal/passing-over, '{\"reason\":\"It is noon.\"}', digest"
  })
  void aFieldThatWillNotDoIsNamed(String path, String body, String field) {
    JsonNode problem =
        json(desk.answer(request("ann.approver", path, body.formatted(Facts.digest(TEXT)))));

    assertThat(problem.path("code").asText()).isEqualTo("UNUSABLE_FIELD");
    assertThat(problem.path("field").asText()).isEqualTo(field);
    assertThat(desk.given).isEmpty();
  }

  @Test
  void whoStepsAsideSaysWhy() {
    desk.doing(_ -> review.recused("lea.legal"));

    Response response =
        desk.answer(request("lea.legal", "recusal", "{\"reason\":\"My brother's firm.\"}"));

    assertThat(json(response).at("/clearance/recused/0/person").asText()).isEqualTo("lea.legal");
    assertThat(command().getRecuse().getReason()).isEqualTo("My brother's firm.");
    assertRefused(request("dan.duty", "recusal", "{}"), 403, "ROLE_MISSING");
    desk.refusing("REASON_MISSING");
    assertRefused(request("lea.legal", "recusal", "{}"), 422, "REASON_MISSING");
  }

  @Test
  void withoutAnOfficeTheApproverGoesOnOrElseAPressOfficer() {
    desk.doing(_ -> review.passedOver("legal", "ann.approver"));

    Response response = desk.answer(passingOver("ann.approver"));

    assertThat(json(response).at("/clearance/lines/0/state").asText()).isEqualTo("PASSED_OVER");
    assertThat(command().getActor().getRole()).isEqualTo("APPROVER");
    assertThat(command().getProceedWithout().getOffice()).isEqualTo("legal");
    assertThat(command().getProceedWithout().getReason()).isEqualTo("It is noon.");
    desk.answer(passingOver(Facts.AUTHOR));
    assertThat(command().getActor().getRole()).isEqualTo("PRESS_OFFICER");
    assertRefused(passingOver("dan.duty"), 403, "ROLE_MISSING");
    desk.refusing("NOT_SILENT");
    assertRefused(passingOver("ann.approver"), 409, "NOT_SILENT");
  }

  @Test
  void whatWasReadBeforeTheTextChangedIsStale() {
    desk.apply(desk.facts.revised(NOTE, "r", 2, Facts.text("Another")));
    desk.apply(desk.facts.submitted(NOTE, 2, Facts.text("Another")));
    assertRefused(passingOver("ann.approver"), 412, "STALE_VERSION");
  }

  @Test
  void anEmergencyIsAnsweredOnceItIsGranted() {
    desk.answering(then(review.granted(1, TEXT, "eve.minister")));

    Response response = desk.answer(emergency("eve.minister"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(json(response).at("/clearance/state").asText()).isEqualTo("CLEARED");
    assertThat(json(response).at("/clearance/emergency/state").asText()).isEqualTo("GRANTED");
    assertThat(((Content) response).header("Dateline-Command"))
        .contains(desk.given.getFirst().commandId());
    assertThat(command().getDeclareEmergency().getReason()).isEqualTo("The bridge is closing.");
    assertThat(command().getActor().getRole()).isEqualTo("EMERGENCY_AUTHORITY");
  }

  @Test
  void anEmergencyThatIsRefusedSaysWhy() {
    desk.answering(then(review.refused(TEXT)));
    Response response = desk.answer(emergency("eve.minister"));

    assertThat(response.status()).isEqualTo(409);
    assertThat(json(response).path("code").asText()).isEqualTo("EMERGENCY_REFUSED");
    assertThat(json(response).path("detail").asText())
        .isEqualTo("A clearance is overdue; have it first.");

    desk.answering(then(review.lapsed(TEXT)));
    assertRefused(emergency("eve.minister"), 409, "EMERGENCY_LAPSED");
    assertRefused(emergency("ann.approver"), 403, "ROLE_MISSING");
    desk.refusing("OWN_TEXT");
    assertRefused(emergency("eve.minister"), 403, "OWN_TEXT");
  }

  @Test
  void anEmergencyThatIsStillDecidedIsAnsweredLater() {
    desk.doing(_ -> review.declared(TEXT, "eve.minister"));

    Response response = desk.answer(emergency("eve.minister"));

    assertThat(response.status()).isEqualTo(202);
    assertThat(((Content) response).header("Location"))
        .contains("/api/commands/" + desk.given.getFirst().commandId());
  }

  /** The engine hears that it is declared and says so; this follows. */
  private Function<Given, Answer> then(LogRecord outcome) {
    return given -> {
      desk.apply(review.declared(TEXT, "eve.minister"), outcome);
      return new Answer.Done(given.commandId(), given.key(), 2, List.of("event"));
    };
  }

  private LogRecord withDeputy(String person, String deputy, String from, String until) {
    return desk.facts.record(
        Topic.DIRECTORY,
        "person/" + person,
        new DirectoryEntryV1(
            1L,
            null,
            new PersonV1(
                person,
                "Ema",
                "ema@example.org",
                "europe",
                List.of("REVIEWER"),
                List.of(new DeputyV1(deputy, new DaysV1(from, until))),
                null),
            null));
  }

  private void assertRefused(Request request, int status, String code) {
    Response response = desk.answer(request);
    assertThat(json(response).path("code").asText()).isEqualTo(code);
    assertThat(response.status()).isEqualTo(status);
  }

  private ClearanceCommandV1 command() {
    return (ClearanceCommandV1) desk.given.getLast().command();
  }

  private static Request recorded(String recorder, String office, String person, String answer) {
    return request(
        recorder,
        "clearances/recorded",
        "{\"digest\":\"%s\",\"office\":\"%s\",\"person\":\"%s\",\"answer\":\"%s\",\"reason\":\"So she said.\"}"
            .formatted(Facts.digest(TEXT), office, person, answer));
  }

  private static Request passingOver(String person) {
    return request(
        person,
        "clearance-list/legal/passing-over",
        "{\"digest\":\"%s\",\"reason\":\"It is noon.\"}".formatted(Facts.digest(TEXT)));
  }

  private static Request emergency(String person) {
    return request(
        person,
        "emergency",
        "{\"digest\":\"%s\",\"reason\":\"The bridge is closing.\"}".formatted(Facts.digest(TEXT)));
  }

  private static Request request(String person, String path, String body) {
    return as(person, "POST", "/api/notes/" + NOTE + '/' + path)
        .withHeader("If-Match", "\"2.1.0\"")
        .withBody("application/json", body);
  }
}
