package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.ActorV1;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearanceRequestedV1;
import dateline.contracts.ClearanceSuspendedV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.MannerV1;
import dateline.contracts.NoteClearedAfterTheFactV1;
import dateline.contracts.NoteClearedV1;
import dateline.contracts.NoteReturnedV1;
import dateline.contracts.NoteSubmittedV1;
import dateline.contracts.OfficeAnswerV1;
import dateline.contracts.OfficeAnsweredV1;
import dateline.contracts.OfficePassedOverV1;
import dateline.contracts.PassedOverV1;
import dateline.contracts.WaiverV1;
import dateline.desk.certificate.CertificateCheck;
import dateline.desk.certificate.CertificateCheck.Verdict;
import dateline.kernel.MessageId;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.LogRecord;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an approved text was cleared with, as a document that the log bears out. */
class CertificateApiTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final MediaNote TEXT =
      Facts.text("A bridge <opens>", Span.plain("For 7 million."));

  /** Of the policy, whose id follows from the submission's as a policy's always does. */
  private static final String COMMAND =
      new MessageId("the-submission").derive("WhenNoteSubmittedRequestClearance").value();

  private static final Instant SAID = Instant.parse("2026-03-02T13:00:00Z");
  private static final ActorV1 APPROVER = new ActorV1("ann.approver", "press", "APPROVER");

  @TempDir Path folder;
  private TestDesk desk;
  private ReviewFacts review;
  private final List<LogRecord> log = new ArrayList<>();

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    review = new ReviewFacts(desk.facts, NOTE);
    write(desk.facts.created(NOTE, "c", TEXT), submitted(), requested());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aNoteThatWasNotApprovedHasNone() {
    Response response = desk.answer(as("lea.legal", "GET", certificate()));

    assertThat(response.status()).isEqualTo(404);
    assertThat(json(response).path("code").asText()).isEqualTo("NOT_APPROVED");
  }

  @Test
  void itSaysWhoClearedWhichTextForWhomAndHow() {
    review();
    write(cleared());

    JsonNode said = desk.read("lea.legal", certificate());

    assertThat(said.path("digest").asText()).isEqualTo(Facts.digest(TEXT));
    assertThat(said.path("canonicalForm").asText()).contains("A bridge <opens>");
    assertThat(said.at("/list/0/office").asText()).isEqualTo("legal");
    assertThat(said.at("/list/0/answer/person").asText()).isEqualTo("lea.legal");
    assertThat(said.at("/list/0/answer/channel").asText()).isEqualTo("PHONE");
    assertThat(said.at("/list/0/answer/recordedBy").asText()).isEqualTo("dan.duty");
    assertThat(said.at("/list/0/due").asText()).isEqualTo(ReviewFacts.DUE.toString());
    assertThat(said.at("/list/1/passedOver/person").asText()).isEqualTo("ann.approver");
    assertThat(said.at("/list/1/passedOver/reason").asText()).isEqualTo("It is noon.");
    assertThat(said.at("/approval/given/0/person").asText()).isEqualTo("ann.approver");
    assertThat(said.path("contributors")).hasSize(1);
    assertThat(said.has("ended")).isFalse();
  }

  @Test
  void itSaysWhatWasWaivedAtTheSubmissionAndWhy() {
    review();
    write(cleared());

    JsonNode submission = desk.read("lea.legal", certificate()).path("submission");

    assertThat(submission.path("person").asText()).isEqualTo(Facts.AUTHOR);
    assertThat(submission.at("/waivers/0/code").asText()).isEqualTo("DEAD_LINK");
    assertThat(submission.at("/waivers/0/reason").asText()).isEqualTo("It opens at noon.");
  }

  @Test
  void itNamesEveryEventThatLedThereInOrder() {
    review();
    write(cleared());

    JsonNode chain = desk.read("lea.legal", certificate()).path("chain");

    assertThat(chain)
        .extracting(link -> link.path("what").asText())
        .containsExactly(
            "NoteSubmitted",
            "ClearanceRequested",
            "OfficesAsked",
            "OfficeAnswered",
            "OfficesSilent",
            "OfficePassedOver",
            "NoteCleared");
    assertThat(chain.path(0).path("id").asText()).isEqualTo("the-submission");
    assertThat(chain.path(1).path("causedBy").asText()).isEqualTo(COMMAND);
  }

  @Test
  void whatTheLogBearsOutIsGenuine() {
    review();
    write(cleared());

    assertThat(verdict(desk.read("lea.legal", certificate()))).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void noWordOfItCanBeAnother() throws Exception {
    review();
    write(cleared());
    String genuine = desk.read("lea.legal", certificate()).toString();

    for (String word :
        List.of(
            "lea.legal",
            "PHONE",
            "dan.duty",
            "It is noon.",
            "7 million",
            "DEAD_LINK",
            "maya.okafor",
            "CLEARED\"",
            "press",
            "2026-03-02T13:00:00Z",
            "OfficesSilent")) {
      assertThat(genuine).contains(word);
      JsonNode forged = DeskJson.MAPPER.readTree(genuine.replaceFirst(word, "x" + word));
      assertThat(verdict(forged)).as(word).isEqualTo(Verdict.FALSE);
    }
  }

  @Test
  void itTellsThatTheApprovalHoldsNoLongerAndAnOlderOneIsOutdated() {
    review();
    write(cleared());
    JsonNode before = desk.read("lea.legal", certificate());
    write(
        event(
            new ActorV1(Facts.AUTHOR, "press", "PRESS_OFFICER"),
            b ->
                b.setClearanceSuspended(
                    new ClearanceSuspendedV1(Facts.digest(TEXT), "Another sum."))));

    JsonNode after = desk.read("lea.legal", certificate());

    assertThat(after.at("/ended/reason").asText()).isEqualTo("Another sum.");
    assertThat(verdict(after)).isEqualTo(Verdict.GENUINE);
    CertificateCheck.Result result = check(before);
    assertThat(result.verdict()).isEqualTo(Verdict.OUTDATED);
    assertThat(result.because()).singleElement().asString().startsWith("ended: ");
  }

  @Test
  void anEmergencyIsTheFirstThingItTellsAndWhenItWasSettled() {
    write(review.asked(null, "legal"), review.granted(1, TEXT, "ann.approver"));
    JsonNode passed = desk.read("lea.legal", certificate());
    write(
        event(
            new ActorV1("dan.duty", "press", "APPROVER"),
            b ->
                b.setNoteClearedAfterTheFact(
                    new NoteClearedAfterTheFactV1(
                        Facts.digest(TEXT), "press", List.of(legal()), "dan.duty", List.of()))));

    JsonNode settled = desk.read("lea.legal", certificate());

    assertThat(passed.at("/emergency/authority").asText()).isEqualTo("ann.approver");
    assertThat(passed.at("/emergency").has("cleared")).isFalse();
    assertThat(settled.at("/emergency/cleared/person").asText()).isEqualTo("dan.duty");
    assertThat(settled.at("/list/0/answer/person").asText()).isEqualTo("lea.legal");
    assertThat(verdict(passed)).isEqualTo(Verdict.OUTDATED);
    assertThat(verdict(settled)).isEqualTo(Verdict.GENUINE);
    assertThat(page()).contains("passed in an emergency").contains("cleared after the fact at");
  }

  @Test
  void aRecordThatBreaksARuleIsNotGenuineWhateverTheDocumentSays() {
    write(
        review.asked(null, "legal"),
        event(
            APPROVER,
            b ->
                b.setNoteCleared(
                    new NoteClearedV1(
                        1,
                        NoteCodec.toWire(TEXT),
                        Facts.digest(TEXT),
                        List.of(Facts.AUTHOR),
                        List.of(),
                        Facts.AUTHOR,
                        null,
                        null,
                        null))));

    CertificateCheck.Result result = check(desk.read("lea.legal", certificate()));

    assertThat(result.verdict()).isEqualTo(Verdict.FALSE);
    assertThat(result.because())
        .contains(
            "legal had to clear it and did not.",
            "europe had to clear it and did not.",
            "maya.okafor wrote on it and approved it.");
  }

  @Test
  void aFormerTextIsForWhoMaySeeHowTheNoteWasDrafted() {
    review();
    write(cleared());
    MediaNote later = Facts.text("A bridge opens", Span.plain("For 8 million."));
    write(
        desk.facts.revised(NOTE, "revision", 2, later),
        desk.facts.submitted(NOTE, "second", 2, later),
        desk.facts.requested(NOTE, 2, later, "legal"),
        desk.facts.cleared(NOTE, later, "legal"),
        desk.facts.approved(NOTE, 2, later),
        desk.facts.released(NOTE, later));
    String former = certificate() + "?digest=" + Facts.digest(TEXT);

    assertThat(desk.read("zoe.europe", certificate()).path("digest").asText())
        .isEqualTo(Facts.digest(later));
    Response refused = desk.answer(as("zoe.europe", "GET", former));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(json(refused).path("code").asText()).isEqualTo("NOT_YOUR_DRAFT");
    assertThat(json(refused).toString()).doesNotContain("7 million");
    assertThat(desk.read("lea.legal", former).path("digest").asText())
        .isEqualTo(Facts.digest(TEXT));
  }

  @Test
  void whoObjectedIsNamedAndNotWhoWroteItDown() {
    write(
        review.asked(null, "legal"),
        event(
            new ActorV1("dan.duty", "press", "DUTY_OFFICER"),
            b ->
                b.setNoteReturned(
                    new NoteReturnedV1(
                        new OfficeAnswerV1(
                            "legal",
                            "NOT_CLEARED",
                            "lea.legal",
                            Facts.digest(TEXT),
                            SAID,
                            "Wrong sum.",
                            new MannerV1("PHONE", null, "dan.duty"))))),
        requested());
    review();
    write(cleared());

    JsonNode decision = desk.read("lea.legal", certificate()).at("/decisions/0");

    assertThat(decision.path("what").asText()).isEqualTo("NoteReturned");
    assertThat(decision.path("person").asText()).isEqualTo("lea.legal");
  }

  @Test
  void thePageIsWholeInOneFileAndEscapesEverything() {
    review();
    write(cleared());

    assertThat(page())
        .contains("A bridge &lt;opens&gt;")
        .contains("written down by Name of dan.duty (dan.duty)")
        .contains("passed over</strong> by Name of ann.approver (ann.approver)")
        .doesNotContain("<opens>")
        .doesNotContain("src=");
  }

  private String page() {
    Response response =
        desk.answer(as("lea.legal", "GET", certificate()).withHeader("Accept", "text/html"));
    return new String(((Content) response).body().bytes(), StandardCharsets.UTF_8);
  }

  private static String certificate() {
    return "/api/notes/" + NOTE + "/certificate";
  }

  private void review() {
    write(
        review.asked(ReviewFacts.DUE, "legal", "europe"),
        event(
            new ActorV1("dan.duty", "press", "DUTY_OFFICER"),
            b -> b.setOfficeAnswered(new OfficeAnsweredV1(legal()))),
        review.silent("europe"),
        event(APPROVER, b -> b.setOfficePassedOver(new OfficePassedOverV1(without()))));
  }

  private static OfficeAnswerV1 legal() {
    return new OfficeAnswerV1(
        "legal",
        "CLEARED",
        "lea.legal",
        Facts.digest(TEXT),
        SAID,
        "",
        new MannerV1("PHONE", null, "dan.duty"));
  }

  private static PassedOverV1 without() {
    return new PassedOverV1("europe", "ann.approver", SAID, "It is noon.");
  }

  private LogRecord submitted() {
    return desk.facts.drafting(
        NOTE,
        "submission",
        b ->
            b.setId("the-submission")
                .setNoteSubmitted(
                    new NoteSubmittedV1(
                        1,
                        NoteCodec.toWire(TEXT),
                        Facts.digest(TEXT),
                        List.of(Facts.AUTHOR),
                        List.of(new WaiverV1("DEAD_LINK", "It opens at noon.")),
                        null,
                        null,
                        null)));
  }

  private LogRecord requested() {
    return event(
        new ActorV1("system:clearance", "", "SYSTEM"),
        b ->
            b.setCausationId(COMMAND)
                .setClearanceRequested(
                    new ClearanceRequestedV1(
                        1,
                        NoteCodec.toWire(TEXT),
                        Facts.digest(TEXT),
                        List.of(Facts.AUTHOR),
                        1L,
                        List.of(
                            ReviewFacts.line("legal", "CLEAR", true, 1),
                            ReviewFacts.line("europe", "CLEAR", false, 1)),
                        "press",
                        1)));
  }

  private LogRecord cleared() {
    return event(
        APPROVER,
        b ->
            b.setNoteCleared(
                new NoteClearedV1(
                    1,
                    NoteCodec.toWire(TEXT),
                    Facts.digest(TEXT),
                    List.of(Facts.AUTHOR),
                    List.of(legal()),
                    "ann.approver",
                    null,
                    List.of(without()),
                    null)));
  }

  private LogRecord event(ActorV1 actor, Facts.Fill<ClearanceEventV1.Builder> fill) {
    return desk.facts.clearance(NOTE, actor, fill);
  }

  private void write(LogRecord... records) {
    desk.apply(records);
    log.addAll(List.of(records));
  }

  private Verdict verdict(JsonNode document) {
    return check(document).verdict();
  }

  private CertificateCheck.Result check(JsonNode document) {
    return CertificateCheck.of(
        document, logged(DraftingEventV1.class), logged(ClearanceEventV1.class));
  }

  private <T> List<T> logged(Class<T> type) {
    return log.stream()
        .flatMap(record -> record.value().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
