package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.ActorV1;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.DaysV1;
import dateline.contracts.DeputyV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.MannerV1;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who answers for an office in somebody's stead; it is the second of March in the tests. */
class DeputiesTest {

  private static final String NOTE = "0123456789abcdef0123456789abcdef";
  private static final MediaNote TEXT = Facts.text("Port reopens", Span.plain("It is so."));
  private static final ActorV1 ANN_FOR_LEGAL = new ActorV1("ann.approver", "legal", "REVIEWER");

  @TempDir private Path folder;
  private TestDesk desk;

  @BeforeEach
  void start() {
    desk = new TestDesk(folder).refusing("NOT_ON_LIST");
    desk.apply(
        desk.facts.created(NOTE, "c1", TEXT),
        desk.facts.submitted(NOTE, 1, TEXT),
        desk.facts.requested(NOTE, 1, TEXT, "legal"));
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void aDeputyAnswersForTheOfficeOfWhomTheyStandInForAndItIsOnTheRecord() {
    leaHas(deputy("ann.approver", "2026-03-02", "2026-03-02"));
    desk.answer(clearing("ann.approver", "\"office\":\"legal\","));
    assertThat(given().getActor()).isEqualTo(ANN_FOR_LEGAL);
    assertThat(given().getAnswerForOffice().getManner())
        .isEqualTo(new MannerV1("DESK", "lea.legal", null));
  }

  @Test
  void theOfficeMayStandInTheAddress() {
    leaHas(deputy("ann.approver", "2026-02-01", "2026-03-31"));
    desk.answer(clearing("ann.approver", "", "?office=legal"));
    assertThat(given().getActor()).isEqualTo(ANN_FOR_LEGAL);
  }

  @Test
  void whoeverNamesNoOfficeOrTheirOwnAnswersForTheirOwn() {
    leaHas(deputy("ann.approver", "2026-02-01", "2026-03-31"));
    for (String office : List.of("", "\"office\":\"press\",")) {
      desk.answer(clearing("ann.approver", office));
      assertThat(given().getActor()).isEqualTo(new ActorV1("ann.approver", "press", "REVIEWER"));
      assertThat(given().getAnswerForOffice().getManner()).isNull();
    }
  }

  @Test
  void nobodyAnswersForAnOfficeWithoutStandingInForSomebodyThereToday() {
    isRefused(clearing("ann.approver", "\"office\":\"legal\","), 403, "NOT_A_DEPUTY");
    leaHas(
        deputy("ann.approver", "2026-02-01", "2026-03-01"),
        deputy("ann.approver", "2026-03-03", "2026-03-31"),
        deputy("dan.duty", "2026-02-01", "2026-03-31"));
    isRefused(clearing("ann.approver", "\"office\":\"legal\","), 403, "NOT_A_DEPUTY");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aDeputyWhoIsNoReviewerDoesNotAnswer() {
    leaHas(deputy("dan.duty", "2026-02-01", "2026-03-31"));
    isRefused(clearing("dan.duty", "\"office\":\"legal\","), 403, "ROLE_MISSING");
  }

  @Test
  void whoDoesNotAnswerForAnOfficeThemselvesHasNoDeputyWhoDoes() {
    desk.apply(
        desk.facts.person(
            "pia.press",
            "legal",
            List.of(deputy("ann.approver", "2026-02-01", "2026-03-31")),
            "ADMINISTRATOR"));
    isRefused(clearing("ann.approver", "\"office\":\"legal\","), 403, "NOT_A_DEPUTY");
  }

  @Test
  void theDayIsThatOfTheOffice() {
    leaHas(deputy("ann.approver", "2026-03-03", "2026-03-31"));
    isRefused(clearing("ann.approver", "\"office\":\"legal\","), 403, "NOT_A_DEPUTY");
    desk.apply(desk.facts.office("legal", "Pacific/Kiritimati"));
    desk.answer(clearing("ann.approver", "\"office\":\"legal\","));
    assertThat(given().getActor()).isEqualTo(ANN_FOR_LEGAL);
  }

  @Test
  void anOfficeThatIsNotThereIsNamed() {
    isRefused(clearing("ann.approver", "\"office\":\"moon\","), 422, "UNKNOWN_OFFICE");
  }

  // What drafting is asked and tells

  @Test
  void aNoteIsSubmittedAsUrgentIfThatIsSaid() {
    desk.apply(desk.facts.reopened(NOTE, 1));
    desk.answer(submitting("{\"urgent\":true}"));
    assertThat(submission().getSubmitNote().getUrgent()).isTrue();
    desk.answer(submitting("{\"urgent\":false}"));
    assertThat(submission().getSubmitNote().getUrgent()).isNull();
    isRefused(submitting("{\"urgent\":\"yes\"}"), 422, "UNUSABLE_FIELD");
  }

  @Test
  void whoProposedWhatWasTakenIsShownAsContributor() {
    MediaNote edited = Facts.text("Port reopens", Span.plain("It is almost so."));
    desk.apply(desk.facts.reopened(NOTE, 1), desk.facts.edited(NOTE, "c2", 2, edited, "lea.legal"));
    var note = desk.read(Facts.AUTHOR, "/api/notes/" + NOTE);
    assertThat(note.path("contributors").toString())
        .isEqualTo("[\"" + Facts.AUTHOR + "\",\"lea.legal\"]");
    assertThat(note.path("history").toString()).contains("revision 2: body; proposed by lea.legal");
  }

  private void leaHas(DeputyV1... deputies) {
    desk.apply(desk.facts.person("lea.legal", "legal", List.of(deputies), "REVIEWER"));
  }

  private static DeputyV1 deputy(String person, String from, String until) {
    return new DeputyV1(person, new DaysV1(from, until));
  }

  private ClearanceCommandV1 given() {
    return (ClearanceCommandV1) desk.given.getLast().command();
  }

  private DraftingCommandV1 submission() {
    return (DraftingCommandV1) desk.given.getLast().command();
  }

  private void isRefused(Request request, int status, String code) {
    Response response = desk.answer(request);
    assertThat(response.status()).isEqualTo(status);
    assertThat(json(response).path("code").asText()).isEqualTo(code);
  }

  private static Request clearing(String person, String office) {
    return clearing(person, office, "");
  }

  private static Request clearing(String person, String office, String query) {
    return as(person, "POST", "/api/notes/" + NOTE + "/clearances" + query)
        .withHeader("If-Match", "\"2.1.0\"")
        .withBody(
            "application/json",
            "{%s\"digest\":\"%s\",\"answer\":\"CLEARED\"}".formatted(office, Facts.digest(TEXT)));
  }

  private static Request submitting(String body) {
    return as(Facts.AUTHOR, "POST", "/api/notes/" + NOTE + "/submission")
        .withHeader("If-Match", "\"3.1.0\"")
        .withBody("application/json", body);
  }
}
