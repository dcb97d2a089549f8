package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.MannerV1;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of a review: who still has the text, who said what of which one. */
class ReviewOnTheDeskTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final MediaNote FIRST = Facts.text("A bridge opens", Span.plain("For 7."));
  private static final MediaNote SECOND = Facts.text("A bridge opens", Span.plain("For 8."));

  @TempDir Path folder;
  private TestDesk desk;
  private ReviewFacts review;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    review = new ReviewFacts(desk.facts, NOTE);
    desk.apply(
        desk.facts.created(NOTE, "c", FIRST),
        desk.facts.submitted(NOTE, 1, FIRST),
        review.requested(
            1,
            FIRST,
            2,
            ReviewFacts.line("legal", "CLEAR", true, 1),
            ReviewFacts.line("europe", "CLEAR", false, 2),
            ReviewFacts.line("press", "INFORM", false, 1)),
        review.asked(ReviewFacts.DUE, "legal", "press"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whoStillHasItIsTheOfficesWhoseTurnItIs() {
    JsonNode clearance = clearance();

    assertThat(clearance.path("owner").asText()).isEqualTo("press");
    assertThat(clearance.path("waitingFor")).hasSize(1);
    JsonNode legal = clearance.path("waitingFor").path(0);
    assertThat(legal.path("office").asText()).isEqualTo("legal");
    assertThat(legal.path("since").asText()).startsWith("2026-03-02T12:00:");
    assertThat(legal.path("due").asText()).isEqualTo("2026-03-02T16:00:00Z");
    assertThat(legal.path("silent").asBoolean()).isFalse();
    assertThat(line("legal").path("says").asText())
        .startsWith("asked at 2026-03-02T12:00:")
        .endsWith("to answer until 2026-03-02T16:00:00Z");
    assertThat(line("europe").path("state").asText()).isEqualTo("NOT_YET_ASKED");
    assertThat(line("europe").path("says").asText()).isEqualTo("not asked yet, of stage 2");
    assertThat(clearance.path("open"))
        .extracting(JsonNode::asText)
        .containsExactly("legal", "europe");
  }

  @Test
  void anOfficeIsRemindedAndItsSilenceIsRecorded() {
    desk.apply(review.reminded("legal"));
    assertThat(line("legal").path("state").asText()).isEqualTo("REMINDED");
    assertThat(line("legal").path("says").asText()).contains(", reminded at 2026-03-02T12:00:");

    desk.apply(review.silent("legal"));
    assertThat(line("legal").path("state").asText()).isEqualTo("SILENT");
    assertThat(line("legal").path("says").asText()).contains(", silent since 2026-03-02T12:00:");
    assertThat(clearance().at("/waitingFor/0/silent").asBoolean()).isTrue();
  }

  @Test
  void anAnswerSaysWhoByWhichWayAndOfWhichText() {
    MannerV1 phone = new MannerV1("PHONE", null, "dan.duty");
    desk.apply(review.answered("legal", "CLEARED", "lea.legal", FIRST, phone));

    JsonNode legal = line("legal");
    assertThat(legal.path("state").asText()).isEqualTo("CLEARED");
    assertThat(legal.path("revision").asInt()).isEqualTo(1);
    assertThat(legal.path("digest").asText()).isEqualTo(Facts.digest(FIRST));
    assertThat(legal.path("channel").asText()).isEqualTo("PHONE");
    assertThat(legal.path("recordedBy").asText()).isEqualTo("dan.duty");
    assertThat(legal.path("says").asText())
        .isEqualTo("cleared revision 1, by phone, recorded by dan.duty");
    assertThat(line("europe").path("state").asText()).as("its turn has come").isEqualTo("ASKED");

    MannerV1 deputy = new MannerV1("LINK", "ema.europe", null);
    desk.apply(review.answered("europe", "CLEARED", "lea.legal", FIRST, deputy));
    assertThat(line("europe").path("says").asText())
        .isEqualTo("cleared revision 1, by a deputy for ema.europe, by link");
    assertThat(clearance().path("waitingFor")).isEmpty();
    assertThat(clearance().path("open")).isEmpty();
  }

  @Test
  void whatIsProposedIsWithTheActionOfficeUntilItIsTakenOrLeft() {
    desk.apply(review.edits("legal", "lea.legal", FIRST, SECOND));

    assertThat(line("legal").path("says").asText())
        .isEqualTo("cleared revision 1 with edits (The sum is another.)");
    JsonNode waiting = clearance().path("waitingFor").path(0);
    assertThat(waiting.path("office").asText()).isEqualTo("press");
    assertThat(waiting.path("for").asText()).isEqualTo("EDITS");
    assertThat(waiting.path("of").asText()).isEqualTo("legal");

    desk.apply(review.editsLeft("legal"), review.asked(null, "legal"));
    assertThat(line("legal").path("state").asText()).isEqualTo("ASKED");
    assertThat(line("legal").has("due")).isFalse();
  }

  @Test
  void anAnswerThatIsKeptSaysFromWhichTextAndWhy() {
    desk.apply(
        review.answered("legal", "CLEARED", "lea.legal", FIRST),
        review.answered("europe", "CLEARED", "ema.europe", FIRST),
        desk.facts.revised(NOTE, "r", 2, SECOND),
        desk.facts.submitted(NOTE, 2, SECOND),
        review.voided(FIRST, "legal"),
        review.kept(SECOND, "europe"),
        review.requested(
            2,
            SECOND,
            1,
            ReviewFacts.line("legal", "CLEAR", true, 1),
            ReviewFacts.line("europe", "CLEAR", false, 1)));

    assertThat(line("legal").path("state").asText()).isEqualTo("ASKED");
    assertThat(line("legal").path("clearedRevision").asInt()).isEqualTo(1);
    assertThat(line("europe").path("state").asText()).isEqualTo("KEPT");
    assertThat(line("europe").path("revision").asInt()).isEqualTo(1);
    assertThat(line("europe").path("says").asText())
        .isEqualTo(
            "cleared revision 1, which is kept: The passages that concern them are unchanged.");
    assertThat(line("europe").at("/kept/reason").asText()).startsWith("The passages");

    desk.apply(review.askedAgain("europe"));
    assertThat(line("europe").path("state").asText()).isEqualTo("ASKED");
  }

  @Test
  void ofTheSameTextWhatWasClearedStandsAndWhoObjectedIsAskedAnew() {
    desk.apply(
        review.answered("europe", "CLEARED", "ema.europe", FIRST),
        desk.facts.returned(NOTE, FIRST, "legal"));
    assertThat(line("legal").path("state").asText()).isEqualTo("NOT_CLEARED");
    assertThat(line("legal").path("says").asText()).contains("(Wrong sum.)");

    desk.apply(
        review.requested(
            1,
            FIRST,
            1,
            ReviewFacts.line("legal", "CLEAR", true, 1),
            ReviewFacts.line("europe", "CLEAR", false, 1)));
    assertThat(line("legal").path("state").asText()).isEqualTo("ASKED");
    assertThat(line("europe").path("state").asText()).isEqualTo("CLEARED");
  }

  @Test
  void whoStepsAsideIsNamedAndWhatTheySaidCountsNoLonger() {
    desk.apply(
        review.answered("legal", "CLEARED", "lea.legal", FIRST), review.recused("lea.legal"));

    assertThat(clearance().at("/recused/0/person").asText()).isEqualTo("lea.legal");
    assertThat(clearance().at("/recused/0/reason").asText()).isEqualTo("My brother's firm.");
    assertThat(line("legal").has("answer")).isFalse();
    assertThat(line("legal").path("says").asText())
        .endsWith("; what lea.legal said counts no longer");
  }

  @Test
  void anOfficeIsProposedAddedAndRemoved() {
    desk.apply(review.proposed("ports", "CONSULT"));
    assertThat(clearance().at("/proposed/0/office").asText()).isEqualTo("ports");
    assertThat(clearance().at("/proposed/0/power").asText()).isEqualTo("CONSULT");
    assertThat(clearance().at("/proposed/0/by").asText()).isEqualTo("press");

    desk.apply(review.added(ReviewFacts.line("ports", "CLEAR", false, 1)));
    assertThat(clearance().path("proposed")).isEmpty();
    assertThat(line("ports").at("/added/person").asText()).isEqualTo("pia.press");
    assertThat(line("ports").path("says").asText()).endsWith("; added by pia.press");

    desk.apply(review.added(ReviewFacts.line("press", "CONSULT", false, 1)));
    assertThat(line("press").path("power").asText()).as("the stronger").isEqualTo("CONSULT");

    desk.apply(review.removed("ports"));
    assertThat(clearance().at("/removed/0/office").asText()).isEqualTo("ports");
    assertThat(clearance().at("/removed/0/reason").asText()).isEqualTo("It is not about them.");
    assertThat(clearance().path("lines")).hasSize(3);
  }

  @Test
  void whoWasPassedOverIsWaitedForNoLongerUntilItSpeaks() {
    desk.apply(review.silent("legal"), review.passedOver("legal", "ann.approver"));

    assertThat(line("legal").path("state").asText()).isEqualTo("PASSED_OVER");
    assertThat(line("legal").path("says").asText())
        .isEqualTo("passed over by ann.approver: It is noon.");
    assertThat(clearance().path("open")).extracting(JsonNode::asText).containsExactly("europe");

    desk.apply(review.answered("legal", "CLEARED", "lea.legal", FIRST));
    assertThat(line("legal").path("state").asText()).isEqualTo("CLEARED");
  }

  @Test
  void approvalsAreCountedAgainstHowManyAreNeeded() {
    desk.apply(review.approvedFirst(FIRST, "ann.approver"));

    assertThat(clearance().at("/approvals/needed").asInt()).isEqualTo(2);
    assertThat(clearance().at("/approvals/given/0/person").asText()).isEqualTo("ann.approver");
    desk.apply(review.recused("ann.approver"));
    assertThat(clearance().at("/approvals/given")).isEmpty();
  }

  @Test
  void anEmergencyIsDeclaredGrantedOverdueAndCleared() {
    desk.apply(review.declared(FIRST, "eve.minister"));
    JsonNode emergency = clearance().path("emergency");
    assertThat(emergency.path("state").asText()).isEqualTo("DECLARED");
    assertThat(emergency.path("person").asText()).isEqualTo("eve.minister");
    assertThat(emergency.path("reason").asText()).isEqualTo("The bridge is closing.");

    desk.apply(review.granted(1, FIRST, "eve.minister"));
    assertThat(clearance().path("state").asText()).isEqualTo("CLEARED");
    assertThat(clearance().at("/emergency/state").asText()).isEqualTo("GRANTED");
    assertThat(clearance().at("/emergency/due").asText()).isEqualTo("2026-03-02T16:00:00Z");
    assertThat(clearance().path("waitingFor")).as("after the fact").hasSize(1);

    desk.apply(review.overdue(FIRST));
    assertThat(clearance().at("/emergency/overdueSince").asText()).startsWith("2026-03-02");
    desk.apply(
        review.answered("legal", "NOT_CLEARED", "lea.legal", FIRST),
        review.clearedAfterTheFact(FIRST, "ann.approver"));
    assertThat(clearance().at("/emergency/state").asText()).isEqualTo("CLEARED_AFTER_THE_FACT");
    assertThat(clearance().at("/emergency/clearedBy").asText()).isEqualTo("ann.approver");
    assertThat(clearance().path("state").asText()).as("nothing is returned").isEqualTo("CLEARED");
    assertThat(clearance().path("waitingFor")).isEmpty();
  }

  @Test
  void anEmergencyIsRefusedOrLapses() {
    desk.apply(review.declared(FIRST, "eve.minister"), review.refused(FIRST));
    assertThat(clearance().at("/emergency/state").asText()).isEqualTo("REFUSED");
    assertThat(clearance().at("/emergency/refusedBecause").asText()).contains("overdue");
    desk.apply(review.declared(FIRST, "eve.minister"), review.lapsed(FIRST));
    assertThat(clearance().at("/emergency/state").asText()).isEqualTo("LAPSED");
  }

  @Test
  void whatAnOfficeOwesIsNoNote() {
    desk.apply(review.granted(1, FIRST, "eve.minister"), review.opened(FIRST, "eve.minister"));

    JsonNode owed = desk.read("lea.legal", "/api/offices/press/emergencies");
    assertThat(owed.path("owes")).hasSize(1);
    assertThat(owed.at("/owes/0/note").asText()).isEqualTo(NOTE);
    assertThat(owed.at("/owes/0/headline").asText()).isEqualTo("A bridge opens");
    assertThat(owed.at("/owes/0/overdue").asBoolean()).isFalse();
    assertThat(desk.read(Facts.AUTHOR, "/api/notes").path("total").asInt()).isEqualTo(1);
    assertThat(desk.table.get("note:emergencies/press")).isEmpty();
    assertThat(desk.read("zoe.europe", "/api/offices/press/emergencies").path("owes"))
        .as("a note that is not there for her")
        .isEmpty();

    desk.apply(review.settled(FIRST));
    assertThat(desk.read("lea.legal", "/api/offices/press/emergencies").path("owes")).isEmpty();
    assertThat(
            json(desk.answer(as("lea.legal", "GET", "/api/offices/moon/emergencies")))
                .path("code")
                .asText())
        .isEqualTo("UNKNOWN_OFFICE");
  }

  @Test
  void theHistorySaysWhatHappenedInWords() {
    desk.apply(
        review.answered(
            "legal", "CLEARED", "lea.legal", FIRST, new MannerV1("PHONE", null, "dan.duty")),
        review.passedOver("europe", "ann.approver"),
        review.removed("press"));

    assertThat(desk.read("lea.legal", "/api/notes/" + NOTE).path("history"))
        .extracting(line -> line.path("what").asText() + ' ' + line.path("detail").asText())
        .endsWith(
            "OfficesAsked legal until 2026-03-02T16:00:00Z, press until 2026-03-02T16:00:00Z",
            "OfficeAnswered CLEARED (lea.legal for legal, by phone)",
            "OfficePassedOver europe: It is noon.",
            "OfficeRemoved press: It is not about them.");
  }

  private JsonNode clearance() {
    return desk.read("lea.legal", "/api/notes/" + NOTE).path("clearance");
  }

  private JsonNode line(String office) {
    return StreamSupport.stream(clearance().path("lines").spliterator(), false)
        .filter(line -> line.path("office").asText().equals(office))
        .findFirst()
        .orElseThrow();
  }
}
