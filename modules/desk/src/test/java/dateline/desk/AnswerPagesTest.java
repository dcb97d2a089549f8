package dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.ActorV1;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.DaysV1;
import dateline.contracts.DeputyV1;
import dateline.contracts.MannerV1;
import dateline.contracts.Topic;
import dateline.desk.TestDesk.Given;
import dateline.note.MediaNote;
import dateline.runtime.AnswerLink;
import dateline.runtime.LogRecord;
import dateline.runtime.LogUnavailableException;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.PercentEncoding;
import dateline.runtime.http.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who holds a link reads its text and answers, and nothing else; it is noon of the second of March.
 */
class AnswerPagesTest {

  private static final String NOTE = "ab12".repeat(8);
  private static final Instant LATER = Instant.parse("2026-03-04T12:00:00Z");
  private static final MediaNote TEXT =
      Facts.paragraphs("A bridge opens", "For 7 million <b>only</b>.", "Come & see.");
  private static final MediaNote CHANGED =
      Facts.paragraphs("A bridge opens", "For 8 million <b>only</b>.", "Come & see.");

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
        review.requested(
            1,
            TEXT,
            1,
            ReviewFacts.line("legal", "CLEAR", false, 1),
            ReviewFacts.line("europe", "CLEAR", false, 2),
            ReviewFacts.line("press", "INFORM", false, 1)),
        review.asked(ReviewFacts.DUE, "legal"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void thePageSaysWhatIsAskedOfWhomAndUntilWhenInTheOfficesOwnZone() {
    Content page = get(link("legal", "lea.legal"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body().text())
        .contains(
            "Your clearance is asked: Office legal",
            "Name of lea.legal, Office legal",
            "Monday, March 2, 2026, 11:00 AM EST",
            "A bridge opens",
            "For 7 million &lt;b&gt;only&lt;/b&gt;.",
            "<strong>Office europe</strong> is asked later",
            "<strong>Office press</strong> is informed")
        .doesNotContain("<b>only", "What changed since");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aLinkIsASecretThatNoPageHandsOn() {
    Content page = get(link("legal", "lea.legal"));

    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Referrer-Policy")).contains("no-referrer");
    assertThat(page.header("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'");
    assertThat(page.body().text()).doesNotContain(link("legal", "lea.legal"), "<script", "style=");
  }

  @Test
  void toLookDoesNothing() {
    get(link("legal", "lea.legal"));
    desk.answer(Request.of("HEAD", "/answers/" + link("legal", "lea.legal")));
    desk.answer(Request.of("GET", "/answers/" + link("legal", "lea.legal") + "?answer=CLEARED"));
    assertThat(desk.given).isEmpty();
  }

  @Test
  void theButtonClearsForTheOfficeAndThePageSaysWhatIsRecorded() {
    desk.doing(_ -> review.answered("legal", "CLEARED", "lea.legal", TEXT, byLink()));

    Content page = post(link("legal", "lea.legal"), "answer=CLEARED&round=r");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body().text())
        .contains(
            "Recorded",
            "Office legal has cleared this text: said by Name of lea.legal by link on Monday, March 2, 2026, 8:00 AM EST.");
    ClearanceCommandV1 command = command();
    assertThat(command.getActor()).isEqualTo(new ActorV1("lea.legal", "legal", "REVIEWER"));
    assertThat(command.getNoteId()).isEqualTo(NOTE);
    assertThat(command.getAnswerForOffice().getAnswer()).isEqualTo("CLEARED");
    assertThat(command.getAnswerForOffice().getDigest()).isEqualTo(Facts.digest(TEXT));
    assertThat(command.getAnswerForOffice().getManner()).isEqualTo(byLink());
    assertThat(get(link("legal", "lea.legal")).body().text())
        .contains("said by Name of lea.legal by link", "Do not clear this text");
  }

  @Test
  void theSameFormSentAgainIsTheSameCommand() {
    desk.doing(_ -> review.answered("legal", "CLEARED", "lea.legal", TEXT, byLink()));
    String link = link("legal", "lea.legal");
    post(link, "answer=CLEARED&round=r");
    post(link, "answer=CLEARED&round=r");
    post(link, "answer=CLEARED&round=another");
    post(link, "answer=NOT_CLEARED&round=r&reason=No");
    post(link("legal", "lea.legal", LATER.plusSeconds(1)), "answer=CLEARED&round=r");

    assertThat(desk.given).extracting(Given::commandId).hasSize(5);
    assertThat(desk.given.get(1).commandId()).isEqualTo(desk.given.getFirst().commandId());
    assertThat(desk.given.stream().map(Given::commandId).distinct()).hasSize(4);
  }

  @Test
  void anObjectionGoesWithItsReason() {
    desk.doing(_ -> desk.facts.returned(NOTE, TEXT, "legal"));

    Content page = post(link("legal", "lea.legal"), "answer=NOT_CLEARED&reason=+Wrong%0D%0Asum.+");

    assertThat(command().getAnswerForOffice().getReason()).isEqualTo("Wrong\nsum.");
    assertThat(page.body().text())
        .contains("has not cleared this text", "“Wrong sum.”", "goes back to its drafter");
  }

  @Test
  void whoIsInformedSaysThatTheyHaveSeenIt() {
    String link = link("press", "ann.approver");
    assertThat(get(link).body().text())
        .contains("For your information: Office press", "I have seen this text")
        .doesNotContain("value=\"CLEARED\"");
    desk.doing(_ -> review.answered("press", "SEEN", "ann.approver", TEXT, byLink()));
    assertThat(post(link, "answer=SEEN").body().text()).contains("Office press has seen this text");
  }

  @Test
  void aDeputyAnswersForTheOfficeOfWhomTheyStandInFor() {
    desk.apply(
        desk.facts.person(
            "lea.legal",
            "legal",
            List.of(new DeputyV1("ann.approver", new DaysV1("2026-03-02", "2026-03-02"))),
            "REVIEWER"));
    desk.doing(_ -> review.answered("legal", "CLEARED", "ann.approver", TEXT, byLink()));
    String link = link("legal", "ann.approver");

    assertThat(get(link).body().text()).contains("in the stead of Name of lea.legal");
    post(link, "answer=CLEARED");

    assertThat(command().getActor()).isEqualTo(new ActorV1("ann.approver", "legal", "REVIEWER"));
    assertThat(command().getAnswerForOffice().getManner())
        .isEqualTo(new MannerV1("LINK", "lea.legal", null));
  }

  // Cleared with edits

  @Test
  void theEditedTextIsProposedWhole() {
    desk.doing(_ -> review.edits("legal", "lea.legal", TEXT, CHANGED));

    Content page =
        post(
            link("legal", "lea.legal"),
            edits("A bridge opens", "For 8 million <b>only</b>.\r\n\r\nCome & see.", "The sum."));

    assertThat(page.body().text()).contains("Office legal has cleared, with edits, this text");
    assertThat(NoteCodec.fromWire(command().getProposeEdits().getEdited())).isEqualTo(CHANGED);
    assertThat(command().getProposeEdits().getDigest()).isEqualTo(Facts.digest(TEXT));
    assertThat(command().getProposeEdits().getReason()).isEqualTo("The sum.");
    assertThat(command().getProposeEdits().getManner()).isEqualTo(byLink());
  }

  @Test
  void whatWillNotDoComesBackInTheFormAndIsNotLost() {
    Content page = post(link("legal", "lea.legal"), edits(" ", "All of it <new>.", "Because."));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body().text())
        .contains(
            "role=\"alert\"",
            "Not recorded yet",
            "All of it &lt;new&gt;.",
            "Because.",
            "<details open");
    assertThat(desk.given).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"REASON_MISSING", "REASON_TOO_LONG"})
  void aReasonThatIsRefusedStandsInTheFormWithWhatIsWrong(String code) {
    desk.refusing(code);

    Content page = post(link("legal", "lea.legal"), "answer=NOT_CLEARED&reason=An+old+sum");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body().text())
        .contains("It is so; do that.", ">An old sum</textarea>", "aria-invalid=\"true\"")
        .doesNotContain("<details open");
  }

  @Test
  void editsThatChangeNothingComeBackInTheForm() {
    desk.refusing("EDITS_CHANGE_NOTHING");
    Content page =
        post(link("legal", "lea.legal"), edits("A bridge opens", EditableText.of(TEXT), ""));
    assertThat(page.status()).isEqualTo(422);
    assertThat(NoteCodec.fromWire(command().getProposeEdits().getEdited())).isEqualTo(TEXT);
    assertThat(page.body().text()).contains("<details open", "It is so; do that.");
  }

  // What is refused

  @ParameterizedTest
  @CsvSource({
    "ALREADY_ANSWERED, 409",
    "ALREADY_CLEARED, 409",
    "OWN_TEXT, 403",
    "RECUSED, 403",
    "DEPUTY_OF_WRITER, 403",
    "NOT_ON_LIST, 403",
    "NOT_YET_ASKED, 409",
    "INFORM_ONLY, 422",
    "SEEN_IS_NO_ANSWER, 422",
    "WRONG_ROLE, 403",
    "SET_ASIDE, 500"
  })
  void everyRefusalIsAPageWithItsSentenceAndWhatWasWritten(String code, int status) {
    desk.refusing(code);

    Content page = post(link("legal", "lea.legal"), "answer=NOT_CLEARED&reason=An+old+sum");

    assertThat(page.status()).isEqualTo(status);
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.body().text()).contains("It is so; do that.", code, "An old sum");
    assertThat(page.header("Cache-Control")).contains("no-store");
  }

  @Test
  void aTextThatWasReplacedShowsWhatChangedAndThatAnotherMailComes() {
    replaceTheText();

    Content page = get(link("legal", "lea.legal"));
    assertThat(page.status()).isEqualTo(410);
    assertThat(page.body().text())
        .contains(
            "STALE_TEXT", "Another mail asks you about the present text", "<del", "7", "<ins", "8")
        .doesNotContain("<form");

    desk.refusing("STALE_TEXT");
    assertThat(post(link("legal", "lea.legal"), "answer=CLEARED").body().text())
        .contains("STALE_TEXT", "<del");
    assertThat(get(link("press", "ann.approver")).body().text())
        .contains("Your office is not asked about the present text");
  }

  @Test
  void whoClearedAnEarlierTextSeesTheDifferenceFromTheTextTheyCleared() {
    desk.apply(review.answered("legal", "CLEARED", "lea.legal", TEXT));
    replaceTheText();
    String link = token("legal", "lea.legal", CHANGED, LATER, TestDesk.SECRET);

    assertThat(get(link).body().text())
        .contains(
            "What changed since the text you cleared", "<del", "<ins", "deleted: ", "inserted: ");
  }

  @Test
  void aDraftThatIsOpenAgainIsNobodysToReadByALink() {
    desk.apply(desk.facts.returned(NOTE, TEXT, "legal"));
    assertThat(get(link("legal", "lea.legal")).body().text())
        .contains("NOTE_RETURNED", "“Wrong sum.”")
        .doesNotContain("Come &amp; see");

    desk.apply(desk.facts.reopened(NOTE, 1), desk.facts.revised(NOTE, "r", 2, CHANGED));
    Content page = get(link("legal", "lea.legal"));
    assertThat(page.status()).isEqualTo(410);
    assertThat(page.body().text())
        .contains("NOTE_RETURNED")
        .doesNotContain("8 million", "7 million", "A bridge opens");
    desk.refusing("NOTE_RETURNED");
    assertThat(post(link("legal", "lea.legal"), edits("A bridge opens", "Mine.", "")).body().text())
        .contains("NOTE_RETURNED", "Mine.")
        .doesNotContain("8 million");
  }

  @Test
  void aNoteThatWasTakenBackSaysSo() {
    desk.apply(desk.facts.reopened(NOTE, 1));
    Content page = get(link("legal", "lea.legal"));
    assertThat(page.status()).isEqualTo(410);
    assertThat(page.body().text()).contains("NOTE_RECALLED").doesNotContain("7 million");
  }

  @Test
  void ofAnApprovedTextNothingIsAskedAnyMore() {
    desk.apply(desk.facts.approved(NOTE, 1, TEXT));
    assertThat(get(link("legal", "lea.legal")).body().text())
        .contains("Nothing is asked about this text any more", "Come &amp; see")
        .doesNotContain("<form");
  }

  @Test
  void whatIsPublicIsReturnedByNobody() {
    desk.apply(
        desk.facts.approved(NOTE, 1, TEXT),
        desk.facts.prepared(NOTE, 1, TEXT),
        desk.facts.released(NOTE, TEXT));
    desk.refusing("ALREADY_CLEARED");
    assertThat(post(link("legal", "lea.legal"), "answer=NOT_CLEARED&reason=No").body().text())
        .contains("NOTE_RELEASED", "changes only by a correction");
  }

  @Test
  void whatCouldNotBeKeptIsNotPromised() {
    desk.logIs(
        CompletableFuture.failedFuture(
            new LogUnavailableException("topic", new IllegalStateException("away"))));
    Content page = post(link("legal", "lea.legal"), "answer=NOT_CLEARED&reason=An+old+sum");
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.body().text())
        .contains("could not be kept just now", ">An old sum</textarea>")
        .doesNotContain("Idempotency");
  }

  @Test
  void whatIsNotDecidedYetIsSaidToBeUnderWay() {
    Content page = post(link("legal", "lea.legal"), "answer=CLEARED");
    assertThat(page.status()).isEqualTo(202);
    assertThat(page.body().text()).contains("under way", "not lost");
  }

  @Test
  void aFormWithoutAnAnswerIsNone() {
    isRefused("POST", link("legal", "lea.legal"), "answer=MAYBE", 422, "NO_ANSWER");
    isRefused("POST", link("legal", "lea.legal"), "", 422, "NO_ANSWER");
    isRefused("POST", link("legal", "lea.legal"), "answer=%zz", 400, "MALFORMED_ENCODING");
    isRefused("PUT", link("legal", "lea.legal"), "answer=CLEARED", 405, "METHOD_NOT_ALLOWED");
    assertThat(desk.given).isEmpty();
  }

  // Links that do not do

  @Test
  void noCharacterOfALinkCanBeAnother() {
    String link = link("legal", "lea.legal");
    for (int i = 0; i < link.length(); i += 7) {
      String other =
          link.substring(0, i) + (link.charAt(i) == 'A' ? 'B' : 'A') + link.substring(i + 1);
      isRefused("POST", other, "answer=CLEARED", 403, "LINK_DAMAGED");
    }
    isRefused("GET", "nonsense", "", 403, "LINK_DAMAGED");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aLinkOfAnotherSecretIsNoneOfOurs() {
    String link = token("legal", "lea.legal", TEXT, LATER, "another secret of tests");
    isRefused("GET", link, "", 403, "LINK_DAMAGED");
    isRefused("POST", link, "answer=CLEARED", 403, "LINK_DAMAGED");
  }

  @Test
  void whatAnswersByMailOpensNoPage() {
    String reply =
        new AnswerLink(NOTE, Facts.digest(TEXT), "legal", "lea.legal", LATER)
            .token(TestDesk.SECRET, AnswerLink.Way.REPLY);
    isRefused("GET", reply, "", 403, "LINK_DAMAGED");
    isRefused("POST", reply, "answer=CLEARED", 403, "LINK_DAMAGED");
  }

  @Test
  void aLinkEnds() {
    for (Instant until :
        List.of(Instant.parse("2026-03-02T12:00:00Z"), Instant.parse("2020-01-01T00:00:00Z"))) {
      String link = link("legal", "lea.legal", until);
      isRefused("GET", link, "", 410, "LINK_EXPIRED");
      isRefused("POST", link, "answer=CLEARED", 410, "LINK_EXPIRED");
    }
    assertThat(desk.given).isEmpty();
  }

  @Test
  void whoIsNotThereAnyMoreAnswersNoMore() {
    isRefused("GET", link("legal", "nobody.here"), "", 403, "UNKNOWN_PERSON");
    desk.apply(new LogRecord(Topic.DIRECTORY, 0, 900, "person/lea.legal", Optional.empty()));
    isRefused("POST", link("legal", "lea.legal"), "answer=CLEARED", 403, "UNKNOWN_PERSON");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void whoIsOfThatOfficeNoLongerAnswersForItNoLonger() {
    desk.apply(desk.facts.person("lea.legal", "europe", "REVIEWER"));
    isRefused("GET", link("legal", "lea.legal"), "", 403, "NOT_OF_THAT_OFFICE");
    desk.apply(desk.facts.person("lea.legal", "legal", "PRESS_OFFICER"));
    isRefused("POST", link("legal", "lea.legal"), "answer=CLEARED", 403, "NOT_OF_THAT_OFFICE");
    desk.apply(
        desk.facts.person(
            "lea.legal",
            "legal",
            List.of(new DeputyV1("ann.approver", new DaysV1("2026-03-03", "2026-03-09"))),
            "REVIEWER"));
    isRefused("POST", link("legal", "ann.approver"), "answer=CLEARED", 403, "NOT_OF_THAT_OFFICE");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aNoteThatIsNotKnownHereIsNamedAsSuch() {
    String link =
        new AnswerLink("cd34".repeat(8), Facts.digest(TEXT), "legal", "lea.legal", LATER)
            .token(TestDesk.SECRET, AnswerLink.Way.LINK);
    isRefused("GET", link, "", 404, "UNKNOWN_NOTE");
  }

  @Test
  void problemsElsewhereAreForPrograms() {
    Request request = Request.of("GET", "/api/notes");
    assertThat(((Content) desk.answer(request)).contentType())
        .isEqualTo("application/problem+json");
  }

  @Test
  void theStylesheetIsThere() {
    String page = get(link("legal", "lea.legal")).body().text();
    String path = page.replaceFirst("(?s).*href=\"(/assets/[0-9a-f]+\\.css)\".*", "$1");
    Content style = (Content) desk.answer(Request.of("GET", path));
    assertThat(style.status()).isEqualTo(200);
    assertThat(style.body().text()).contains(".difference ins", "button");
  }

  @Test
  void rightToLeftTextStandsInItsOwnDirection() {
    String page = get(link("legal", "lea.legal")).body().text();
    assertThat(page)
        .contains("<html lang=\"en\">", "<article class=\"note\" lang=\"en\" dir=\"auto\">");
  }

  private void replaceTheText() {
    desk.apply(
        desk.facts.reopened(NOTE, 1),
        desk.facts.revised(NOTE, "r", 2, CHANGED),
        desk.facts.submitted(NOTE, 2, CHANGED),
        review.voided(TEXT, "legal"),
        review.requested(2, CHANGED, 1, ReviewFacts.line("legal", "CLEAR", false, 1)),
        review.asked(ReviewFacts.DUE, "legal"));
  }

  private static MannerV1 byLink() {
    return new MannerV1("LINK", null, null);
  }

  private static String edits(String headline, String text, String because) {
    return "answer=CLEARED_WITH_EDITS&round=r&headline=%s&text=%s&because=%s"
        .formatted(
            PercentEncoding.encode(headline),
            PercentEncoding.encode(text),
            PercentEncoding.encode(because));
  }

  private void isRefused(String method, String token, String form, int status, String code) {
    Content page = (Content) desk.answer(request(method, token, form));
    assertThat(page.body().text()).contains("<code>" + code + "</code>");
    assertThat(page.status()).isEqualTo(status);
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.body().text()).doesNotContain("7 million");
  }

  private ClearanceCommandV1 command() {
    return (ClearanceCommandV1) desk.given.getLast().command();
  }

  private Content get(String token) {
    return (Content) desk.answer(Request.of("GET", "/answers/" + token));
  }

  private Content post(String token, String form) {
    return (Content) desk.answer(request("POST", token, form));
  }

  private static Request request(String method, String token, String form) {
    Request request = Request.of(method, "/answers/" + token);
    return method.equals("GET")
        ? request
        : request.withBody("application/x-www-form-urlencoded", form);
  }

  private static String link(String office, String person) {
    return link(office, person, LATER);
  }

  private static String link(String office, String person, Instant until) {
    return token(office, person, TEXT, until, TestDesk.SECRET);
  }

  private static String token(
      String office, String person, MediaNote text, Instant until, String secret) {
    return new AnswerLink(NOTE, Facts.digest(text), office, person, until)
        .token(secret, AnswerLink.Way.LINK);
  }
}
