package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.ActorV1;
import dateline.contracts.CoDrafterAddedV1;
import dateline.contracts.CommentMadeV1;
import dateline.contracts.DraftCreatedV1;
import dateline.contracts.DraftingCommandV1;
import dateline.contracts.PassageV1;
import dateline.contracts.TranslationLinkedV1;
import dateline.contracts.TranslationUnlinkedV1;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.LogRecord;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided about a draft, and said about its text: each request is one command. */
class DraftsApiTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final String OTHER = "cd34".repeat(8);
  private static final ActorV1 ZOE = new ActorV1("zoe.europe", "europe", "PRESS_OFFICER");
  private static final MediaNote TEXT = Facts.text("A bridge opens", Span.plain("It opens."));

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.apply(desk.facts.created(NOTE, "c", TEXT)).answering(TestFunctions::nothingToDo);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aNoteIsGivenUpWithAReasonAndTakenUpAgain() {
    assertThat(
            asked("POST", "/abandonment", "{\"reason\":\"Moot.\"}").getAbandonDraft().getReason())
        .isEqualTo("Moot.");
    assertThat(asked("POST", "/restoration", "{}").getRestoreDraft()).isNotNull();
  }

  @Test
  void aCoDrafterIsAPressOfficerOfTheDirectory() {
    assertThat(asked("PUT", "/co-drafters/zoe.europe", "").getAddCoDrafter().getPerson())
        .isEqualTo("zoe.europe");
    assertThat(asked("DELETE", "/co-drafters/who.left", "").getRemoveCoDrafter().getPerson())
        .as("also somebody who has left")
        .isEqualTo("who.left");
    assertCode(answer(Facts.AUTHOR, "PUT", "/co-drafters/nobody", ""), 404, "NO_SUCH_PERSON");
    assertCode(
        answer(Facts.AUTHOR, "PUT", "/co-drafters/lea.legal", ""), 422, "NOT_A_PRESS_OFFICER");
  }

  @Test
  void paragraphsAreAgreedInTheTextThatWasRead() {
    var lock = asked("POST", "/agreed", "{\"blocks\":[1],\"agreedWith\":\"Oslo\"}");
    assertThat(lock.getLockParagraphs().getExpectedRevision()).isEqualTo(1);
    assertThat(lock.getLockParagraphs().getBlocks()).containsExactly(1);
    var unlock = asked("DELETE", "/agreed/l%2Fck?reason=Signed%20anew", "");
    assertThat(unlock.getUnlockParagraphs().getLock()).isEqualTo("l/ck");
    assertThat(unlock.getUnlockParagraphs().getReason()).isEqualTo("Signed anew");
    assertCode(
        answer(Facts.AUTHOR, "POST", "/agreed", "{\"blocks\":[\"one\"]}"), 422, "UNUSABLE_FIELD");
  }

  @Test
  void aTranslationNamesItsSourceByAPrefixAndItsRevision() {
    desk.apply(desk.facts.created(OTHER, "d", TEXT));
    var link = asked("PUT", "/translation", "{\"source\":\"cd\",\"language\":\"fr\"}");
    assertThat(link.getLinkTranslation().getSource()).isEqualTo(OTHER);
    assertThat(link.getLinkTranslation().getSourceRevision()).isEqualTo(1);
    assertThat(
            asked("POST", "/translation/confirmation", "{\"sourceRevision\":3}")
                .getConfirmTranslation()
                .getSourceRevision())
        .isEqualTo(3);
    assertThat(asked("DELETE", "/translation", "").getUnlinkTranslation()).isNotNull();
    String later = "{\"source\":\"cd\",\"language\":\"fr\",\"sourceRevision\":2}";
    assertCode(answer(Facts.AUTHOR, "PUT", "/translation", later), 422, "UNKNOWN_REVISION");
    String none = "{\"source\":\"ef\",\"language\":\"fr\"}";
    assertCode(answer(Facts.AUTHOR, "PUT", "/translation", none), 404, "UNKNOWN_NOTE");
  }

  @Test
  void translationsMakeNoCircle() {
    String third = "ef56".repeat(8);
    desk.apply(
        desk.facts.created(OTHER, "d", TEXT),
        desk.facts.created(third, "e", TEXT),
        translated(OTHER, NOTE));
    String ofOther = "{\"source\":\"cd\",\"language\":\"fr\"}";
    assertCode(answer(Facts.AUTHOR, "PUT", "/translation", ofOther), 409, "TRANSLATION_CIRCLE");
    desk.apply(translated(third, OTHER));
    String ofThird = "{\"source\":\"ef\",\"language\":\"fr\"}";
    assertCode(answer(Facts.AUTHOR, "PUT", "/translation", ofThird), 409, "TRANSLATION_CIRCLE");
    assertThat(desk.given).isEmpty();
    desk.apply(
        desk.facts.drafting(
            OTHER, "u", e -> e.setTranslationUnlinked(new TranslationUnlinkedV1(NOTE))));
    assertThat(asked("PUT", "/translation", ofThird).getLinkTranslation().getSource())
        .as("what was taken back is in nobody's way")
        .isEqualTo(third);
  }

  /** The view says already that the other note has a source that is not there. */
  @Test
  void aSourceThatIsNotThereIsNeverToldToGoBackToTheNote() {
    String hidden = "ef56".repeat(8);
    String ofOther = "{\"source\":\"cd\",\"language\":\"fr\"}";
    desk.apply(
        desk.facts.created(OTHER, "d", TEXT),
        desk.facts.drafting(hidden, "e", ZOE, e -> e.setDraftCreated(begun())),
        translated(OTHER, hidden));
    JsonNode before = json(answer(Facts.AUTHOR, "PUT", "/translation", ofOther));
    desk.apply(translated(hidden, NOTE));
    JsonNode after = json(answer(Facts.AUTHOR, "PUT", "/translation", ofOther));

    assertThat(before.path("code").asText()).isEqualTo("SOURCE_UNSEEN");
    assertThat(before.path("status").asInt()).isEqualTo(409);
    assertThat(after).as("whether the hidden note goes back to it").isEqualTo(before);
    assertThat(desk.given).isEmpty();
  }

  /** Three links that were made in one moment. */
  @Test
  void aCircleThatIsThereIsToldToThoseWhoSeeAllOfItAndNothingIsPutOnIt() {
    String third = "ef56".repeat(8);
    String fourth = "78ab".repeat(8);
    desk.apply(
        desk.facts.created(OTHER, "d", TEXT),
        desk.facts.drafting(third, "e", ZOE, e -> e.setDraftCreated(begun())),
        desk.facts.created(fourth, "f", TEXT),
        translated(NOTE, OTHER),
        translated(OTHER, third),
        translated(third, NOTE),
        translated(fourth, NOTE));

    assertThat(desk.read(Facts.AUTHOR, "/api/notes/" + NOTE).at("/translationOf").has("circle"))
        .as("the third is not there for them")
        .isFalse();
    desk.apply(
        desk.facts.drafting(
            third, "a", e -> e.setCoDrafterAdded(new CoDrafterAddedV1(Facts.AUTHOR))));
    assertThat(
            desk.read(Facts.AUTHOR, "/api/notes/" + NOTE).at("/translationOf/circle").asBoolean())
        .isTrue();
    assertThat(desk.read(Facts.AUTHOR, "/api/notes/" + fourth).at("/translationOf").has("circle"))
        .as("it hangs on a circle and is in none")
        .isFalse();
    desk.apply(
        desk.facts.drafting(
            NOTE, "u", e -> e.setTranslationUnlinked(new TranslationUnlinkedV1(OTHER))),
        translated(third, OTHER));
    assertCode(
        answer(Facts.AUTHOR, "PUT", "/translation", "{\"source\":\"cd\",\"language\":\"fr\"}"),
        409,
        "TRANSLATION_CIRCLE");
  }

  @Test
  void aCommentIsAboutTheRevisionThatWasRead() {
    desk.apply(desk.facts.revised(NOTE, "r", 2, Facts.text("A bridge", Span.plain("It is open."))));
    var made = asked("POST", "/comments", "{\"block\":1,\"words\":\"opens\",\"text\":\"When?\"}");
    assertThat(made.getMakeComment().getRevision()).isEqualTo(1);
    assertThat(made.getMakeComment().getPassage().getWords()).isEqualTo("opens");
    desk.apply(
        desk.facts.drafting(
            NOTE,
            "k",
            e -> e.setCommentMade(new CommentMadeV1("k-123", 1, new PassageV1(0, ""), "When?"))));
    assertThat(
            asked("POST", "/comments/k/replies", "{\"text\":\"At noon.\"}")
                .getReplyToComment()
                .getComment())
        .isEqualTo("k-123");
    assertThat(asked("POST", "/comments/k-1/resolution", "").getResolveComment().getComment())
        .isEqualTo("k-123");
    assertCode(answer(Facts.AUTHOR, "POST", "/comments/z/resolution", ""), 404, "UNKNOWN_COMMENT");
  }

  @Test
  void whoeverTalksDoesSoInTheRoleInWhichTheyMay() {
    desk.apply(
        desk.facts.submitted(NOTE, 1, TEXT),
        desk.facts.person("amina.both", "europe", "PRESS_OFFICER", "DUTY_OFFICER"),
        desk.facts.person("max.both", "press", "PRESS_OFFICER", "DUTY_OFFICER"));
    assertThat(roleOf("amina.both")).as("another office's drafter").isEqualTo("DUTY_OFFICER");
    assertThat(roleOf("max.both")).as("a drafter of the note").isEqualTo("PRESS_OFFICER");
    assertThat(roleOf("lea.legal")).isEqualTo("REVIEWER");
  }

  @Test
  void everyChangeNamesWhatWasRead() {
    for (String[] change :
        new String[][] {
          {"POST", "/abandonment"},
          {"POST", "/restoration"},
          {"PUT", "/co-drafters/zoe.europe"},
          {"POST", "/agreed"},
          {"DELETE", "/agreed/x"},
          {"DELETE", "/translation"},
          {"POST", "/comments"},
          {"POST", "/attachments?name=a.png&description=b"},
          {"DELETE", "/attachments/x"},
          {"PUT", "/parts/kind"},
          {"POST", "/revisions/1/restoration"}
        }) {
      Response response =
          desk.answer(
              as(Facts.AUTHOR, change[0], "/api/notes/" + NOTE + change[1])
                  .withBody(
                      "application/json", change[1].startsWith("/parts") ? "\"Readout\"" : "{}"));
      assertCode(response, 428, "IF_MATCH_MISSING");
    }
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aRepeatedRequestIsOneCommand() {
    desk.doing(given ->
        desk.facts.drafting(
            NOTE,
            given.commandId(),
            e ->
                e.setCommentMade(
                    new CommentMadeV1(given.commandId(), 1, new PassageV1(0, ""), "When?"))));
    var comment =
        as(Facts.AUTHOR, "POST", "/api/notes/" + NOTE + "/comments")
            .withHeader("If-Match", "\"1.0.0\"")
            .withHeader("Idempotency-Key", "once")
            .withBody("application/json", "{\"text\":\"When?\"}");
    JsonNode first = json(desk.answer(comment));
    JsonNode second = json(desk.answer(comment));
    assertThat(first.path("comments")).hasSize(1);
    assertThat(second).isEqualTo(first);
    assertThat(desk.given).hasSize(1);
  }

  @Test
  void whatIsNotYoursIsForbidden() {
    for (String code : new String[] {"NOT_A_DRAFTER", "NOT_YOUR_OFFICE", "NOT_YOUR_LOCK"}) {
      desk.refusing(code);
      assertCode(answer(Facts.AUTHOR, "POST", "/restoration", "{}"), 403, code);
    }
    desk.refusing("AGREED_TEXT_CHANGED");
    assertCode(answer(Facts.AUTHOR, "POST", "/restoration", "{}"), 409, "AGREED_TEXT_CHANGED");
  }

  private static DraftCreatedV1 begun() {
    return new DraftCreatedV1(NoteCodec.toWire(TEXT), Facts.digest(TEXT), null, null);
  }

  private LogRecord translated(String note, String source) {
    return desk.facts.drafting(
        note,
        "link " + note + source,
        e -> e.setTranslationLinked(new TranslationLinkedV1(source, 1, "fr")));
  }

  private String roleOf(String person) {
    assertThat(answer(person, "POST", "/comments", "{\"text\":\"So?\"}").status()).isEqualTo(200);
    return ((DraftingCommandV1) desk.given.getLast().command()).getActor().getRole();
  }

  private DraftingCommandV1 asked(String method, String below, String body) {
    Response response = answer(Facts.AUTHOR, method, below, body);
    assertThat(response.status()).as(below).isEqualTo(200);
    return (DraftingCommandV1) desk.given.getLast().command();
  }

  private Response answer(String person, String method, String below, String body) {
    return desk.answer(
        as(person, method, "/api/notes/" + NOTE + below)
            .withHeader("If-Match", desk.given.isEmpty() ? "\"1.0.0\"" : "\"1.0.0\", \"2.0.0\"")
            .withBody("application/json", body));
  }

  private static void assertCode(Response response, int status, String code) {
    assertThat(json(response).path("code").asText()).isEqualTo(code);
    assertThat(response.status()).as(code).isEqualTo(status);
  }
}
