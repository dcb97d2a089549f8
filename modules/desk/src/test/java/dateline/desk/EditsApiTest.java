package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.ProposeEditsV1;
import dateline.contracts.TakeEditsV1;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office clears with edits, the drafter reads, takes or leaves them. */
class EditsApiTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final MediaNote TEXT = Facts.text("A bridge opens", Span.plain("For 7 million."));
  private static final MediaNote EDITED =
      Facts.text("A bridge opens", Span.plain("For 8 million."));

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
        review.requested(1, TEXT, 1, ReviewFacts.line("legal", "CLEAR", false, 1)));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void anOfficeProposesTheWholeTextAsItWouldHaveIt() {
    desk.doing(_ -> review.edits("legal", "lea.legal", TEXT, EDITED));

    Response response =
        desk.answer(
            proposal("lea.legal").withBody("application/json", DeskJson.of(EDITED).toString()));

    assertThat(response.status()).isEqualTo(200);
    assertThat(json(response).at("/clearance/lines/0/state").asText())
        .isEqualTo("CLEARED_WITH_EDITS");
    ProposeEditsV1 command =
        ((ClearanceCommandV1) desk.given.getFirst().command()).getProposeEdits();
    assertThat(NoteCodec.fromWire(command.getEdited())).isEqualTo(EDITED);
    assertThat(command.getDigest()).isEqualTo(Facts.digest(TEXT));
    assertThat(command.getReason()).isEqualTo("The sum is another.");
  }

  @Test
  void editsMayBeSentAsAFileAndMustNameTheTextThatWasRead() {
    desk.answering(TestFunctions::nothingToDo);
    Request file =
        proposal("lea.legal").withBody("text/plain", "A bridge opens\n\nFor 8 million.\n");
    assertThat(desk.answer(file).status()).isEqualTo(200);
    assertThat(
            ((ClearanceCommandV1) desk.given.getFirst().command())
                .getProposeEdits()
                .getEdited()
                .getHeadline())
        .isEqualTo("A bridge opens");

    Request unnamed =
        tagged("lea.legal", "POST", "edits?reason=No")
            .withBody("application/json", DeskJson.of(EDITED).toString());
    assertThat(json(desk.answer(unnamed)).path("field").asText()).isEqualTo("digest");
    assertRefused(proposal("lea.legal").withBody("application/json", "{}"), 422, "NO_HEADLINE");
    assertRefused(proposal(Facts.AUTHOR).withBody("application/json", "{}"), 403, "ROLE_MISSING");
    desk.refusing("EDITS_CHANGE_NOTHING");
    assertRefused(file, 422, "EDITS_CHANGE_NOTHING");
  }

  @Test
  void whatIsProposedIsShownAgainstThePresentText() {
    desk.apply(review.edits("legal", "lea.legal", TEXT, EDITED));
    Request request = as(Facts.AUTHOR, "GET", "/api/notes/" + NOTE + "/edits/legal");

    JsonNode edits = json(desk.answer(request));

    assertThat(edits.path("stands").asBoolean()).isTrue();
    assertThat(edits.path("person").asText()).isEqualTo("lea.legal");
    assertThat(edits.path("revision").asInt()).isEqualTo(1);
    assertThat(edits.at("/edited/headline").asText()).isEqualTo("A bridge opens");
    assertThat(edits.path("same").asBoolean()).isFalse();
    assertThat(edits.path("text").asText()).contains("7", "8");
    String plain = text(desk.answer(request.withHeader("Accept", "text/plain")));
    assertThat(plain).isEqualTo(edits.path("text").asText());
    String page = text(desk.answer(request.withHeader("Accept", "text/html")));
    assertThat(page)
        .contains("Revision 1 and the edits of legal", "by lea.legal", "The sum is another.");
    assertRefused(as(Facts.AUTHOR, "GET", "/api/notes/" + NOTE + "/edits/press"), 404, "NO_EDITS");
  }

  @Test
  void theDrafterTakesWhatWasProposedToTheTextThatWasRead() {
    desk.apply(review.edits("legal", "lea.legal", TEXT, EDITED))
        .doing(given -> desk.facts.revised(NOTE, given.commandId(), 2, EDITED));

    Response response = desk.answer(taking(Facts.AUTHOR));

    assertThat(json(response).path("revision").asInt()).isEqualTo(2);
    TakeEditsV1 command = ((DraftingCommandV1) desk.given.getFirst().command()).getTakeEdits();
    assertThat(command.getExpectedRevision()).isEqualTo(1);
    assertThat(command.getProposedBy()).isEqualTo("lea.legal");
    assertThat(NoteCodec.fromWire(command.getEdited())).isEqualTo(EDITED);
  }

  @Test
  void whatIsNotProposedAnyMoreIsNotTaken() {
    assertRefused(taking(Facts.AUTHOR), 404, "NO_EDITS");
    desk.apply(review.edits("legal", "lea.legal", TEXT, EDITED));
    assertRefused(taking("lea.legal"), 403, "ROLE_MISSING");
    desk.apply(review.editsLeft("legal"));
    assertRefused(taking(Facts.AUTHOR), 404, "NO_EDITS");
    assertThat(desk.given).isEmpty();
    assertThat(
            desk.read(Facts.AUTHOR, "/api/notes/" + NOTE + "/edits/legal")
                .path("stands")
                .asBoolean(true))
        .as("still to be read")
        .isFalse();
  }

  @Test
  void theDrafterLeavesWhatWasProposedWithAReason() {
    desk.apply(review.edits("legal", "lea.legal", TEXT, EDITED))
        .doing(_ -> review.editsLeft("legal"));

    Response response =
        desk.answer(tagged(Facts.AUTHOR, "DELETE", "edits/legal?reason=It%20is%207."));

    assertThat(json(response).at("/clearance/lines/0/state").asText()).isEqualTo("ASKED");
    ClearanceCommandV1 command = (ClearanceCommandV1) desk.given.getFirst().command();
    assertThat(command.getLeaveEdits().getOffice()).isEqualTo("legal");
    assertThat(command.getLeaveEdits().getDigest()).isEqualTo(Facts.digest(TEXT));
    assertThat(command.getLeaveEdits().getReason()).isEqualTo("It is 7.");
    assertRefused(tagged("lea.legal", "DELETE", "edits/legal"), 403, "ROLE_MISSING");
  }

  @Test
  void whoReadsAgainSeesWhatIsNewSinceTheTextTheyCleared() {
    desk.apply(
        review.answered("legal", "CLEARED", "lea.legal", TEXT),
        desk.facts.revised(NOTE, "r", 2, Facts.text("A bridge is open", Span.plain("For 7."))),
        desk.facts.revised(NOTE, "s", 3, EDITED),
        desk.facts.submitted(NOTE, 3, EDITED));

    JsonNode difference = desk.read("lea.legal", "/api/notes/" + NOTE + "/difference?for=legal");

    assertThat(difference.at("/from/revision").asInt()).isEqualTo(1);
    assertThat(difference.at("/to/revision").asInt()).isEqualTo(3);
    assertThat(difference.path("same").asBoolean()).isFalse();
    assertRefused(
        as("lea.legal", "GET", "/api/notes/" + NOTE + "/difference?for=press"),
        404,
        "NEVER_CLEARED");
  }

  private void assertRefused(Request request, int status, String code) {
    Response response = desk.answer(request);
    assertThat(json(response).path("code").asText()).isEqualTo(code);
    assertThat(response.status()).isEqualTo(status);
  }

  private static String text(Response response) {
    return ((Content) response).body().text();
  }

  private static Request proposal(String person) {
    return tagged(
        person, "POST", "edits?digest=" + Facts.digest(TEXT) + "&reason=The%20sum%20is%20another.");
  }

  private static Request taking(String person) {
    return tagged(person, "POST", "edits/legal/taking");
  }

  private static Request tagged(String person, String method, String path) {
    return as(person, method, "/api/notes/" + NOTE + '/' + path)
        .withHeader("If-Match", "\"2.1.0\"");
  }
}
