package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.ActorV1;
import dateline.contracts.AttachmentV1;
import dateline.contracts.CoDrafterAddedV1;
import dateline.contracts.CoDrafterRemovedV1;
import dateline.contracts.DraftAbandonedV1;
import dateline.contracts.DraftClosedV1;
import dateline.contracts.DraftCreatedV1;
import dateline.contracts.FileAttachedV1;
import dateline.contracts.NoteRecalledV1;
import dateline.contracts.TranslationLinkedV1;
import dateline.contracts.TranslationRegisteredV1;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.Answer;
import dateline.runtime.NoteCodec;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads which note. The note is the press office's; Zoë drafts for Europe, Lea is a lawyer. */
class DraftPrivacyTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final String OTHER = "cd34".repeat(8);
  private static final MediaNote TEXT = Facts.text("A bridge opens", Span.plain("It opens."));
  private static final List<String> STAFF =
      List.of(Facts.AUTHOR, "pia.press", "ann.approver", "dan.duty", "lea.legal", "zoe.europe");

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.apply(desk.facts.created(NOTE, "c", TEXT));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aDraftIsForThePeopleOfItsOfficeInAnyRole() {
    assertThat(readers()).containsExactly(Facts.AUTHOR, "pia.press", "ann.approver", "dan.duty");
  }

  @Test
  void aCoDrafterReadsItUntilTheyAreNoneAnyMore() {
    desk.apply(
        desk.facts.drafting(
            NOTE, "a", e -> e.setCoDrafterAdded(new CoDrafterAddedV1("zoe.europe"))));
    assertThat(readers()).contains("zoe.europe").doesNotContain("lea.legal");
    desk.apply(
        desk.facts.drafting(
            NOTE, "b", e -> e.setCoDrafterRemoved(new CoDrafterRemovedV1("zoe.europe"))));
    assertThat(readers()).doesNotContain("zoe.europe");
  }

  @Test
  void whatIsSubmittedIsForThoseWhoClearApproveAndRelease() {
    desk.apply(desk.facts.submitted(NOTE, 1, TEXT));
    assertThat(readers())
        .as("everybody but another office's drafter, who has nothing to do with it")
        .containsExactly(Facts.AUTHOR, "pia.press", "ann.approver", "dan.duty", "lea.legal");
  }

  @Test
  void whatIsOpenAgainIsTheOfficesAlone() {
    desk.apply(
        desk.facts.submitted(NOTE, 1, TEXT),
        desk.facts.drafting(
            NOTE, "r", e -> e.setNoteRecalled(new NoteRecalledV1(1, Facts.digest(TEXT), ""))));
    assertThat(readers()).doesNotContain("lea.legal", "zoe.europe").contains("pia.press");
    desk.apply(desk.facts.submitted(NOTE, 1, TEXT), desk.facts.reopened(NOTE, 1));
    assertThat(readers()).doesNotContain("lea.legal");
  }

  @Test
  void whatWasGivenUpIsTheOfficesAlone() {
    desk.apply(
        desk.facts.drafting(NOTE, "g", e -> e.setDraftAbandoned(new DraftAbandonedV1("Moot."))));
    assertThat(readers()).containsExactly(Facts.AUTHOR, "pia.press", "ann.approver", "dan.duty");
  }

  @Test
  void whatIsPublicIsForEverybody() {
    desk.apply(desk.facts.submitted(NOTE, 1, TEXT), desk.facts.released(NOTE, TEXT));
    assertThat(readers()).containsExactlyElementsOf(STAFF);
  }

  @Test
  void howAPublicNoteWasDraftedIsForThoseWhoWroteOrClearedIt() {
    desk.apply(
        desk.facts.submitted(NOTE, 1, TEXT),
        desk.facts.released(NOTE, TEXT),
        desk.facts.drafting(
            NOTE, "d", e -> e.setDraftClosed(new DraftClosedV1(Facts.digest(TEXT)))));
    for (String below : List.of("/revisions", "/revisions/1", "/difference")) {
      String target = "/api/notes/" + NOTE + below;
      assertThat(desk.answer(as("lea.legal", "GET", target)).status()).isEqualTo(200);
      assertThat(desk.read("zoe.europe", target).path("code").asText())
          .as(below)
          .isEqualTo("NOT_YOUR_DRAFT");
    }
    Request given =
        as("zoe.europe", "POST", "/api/notes/" + NOTE + "/abandonment")
            .withHeader("If-Match", "\"1.0.0\"")
            .withBody("application/json", "{\"reason\":\"Moot.\"}");
    JsonNode stale = json(desk.answer(given));
    assertThat(stale.path("code").asText()).isEqualTo("STALE_VERSION");
    assertThat(stale.has("changes")).isFalse();
    assertThat(stale.toString()).doesNotContain(Facts.AUTHOR);
    Request talks =
        as("zoe.europe", "POST", "/api/notes/" + NOTE + "/comments/a/replies")
            .withHeader("If-Match", "\"1.0.0\"")
            .withBody("application/json", "{\"text\":\"So?\"}");
    assertThat(json(desk.answer(talks)).path("code").asText()).isEqualTo("NOT_YOUR_DRAFT");
    JsonNode outside = desk.read("zoe.europe", "/api/notes/" + NOTE);
    assertThat(outside.has("comments")).isFalse();
    assertThat(outside.path("history"))
        .extracting(line -> line.path("engine").asText())
        .containsExactly("publishing");
    assertThat(desk.read(Facts.AUTHOR, "/api/notes/" + NOTE).has("comments")).isTrue();
  }

  @Test
  void theOperatorReadsEverything() {
    assertThat(desk.answer(operator("/api/notes/" + NOTE)).status()).isEqualTo(200);
    assertThat(json(desk.answer(operator("/api/notes"))).path("total").asInt()).isEqualTo(1);
  }

  @Test
  void whatOneMayNotReadIsAnsweredAsWhatIsNotThere() {
    String sha = "ab".repeat(32);
    desk.apply(
        desk.facts.drafting(
            NOTE,
            "f",
            e ->
                e.setFileAttached(
                    new FileAttachedV1(
                        new AttachmentV1(sha, "image/png", 3L, "plan.png", "A plan.")))));
    for (String below :
        List.of(
            "",
            "/history",
            "/deliveries",
            "/revisions",
            "/revisions/1",
            "/difference",
            "/attachments/" + sha)) {
      assertSame("GET", "/api/notes/%s" + below);
    }
    for (String change : List.of("/submission", "/recall", "/abandonment", "/comments")) {
      assertSame("POST", "/api/notes/%s" + change);
    }
    assertThat(desk.given).isEmpty();
  }

  @Test
  void listsCountsAndPrefixesLeaveItOut() {
    desk.apply(
        desk.facts.drafting(
            "ab99".repeat(8),
            "z",
            new ActorV1("zoe.europe", "europe", "PRESS_OFFICER"),
            e ->
                e.setDraftCreated(
                    new DraftCreatedV1(NoteCodec.toWire(TEXT), Facts.digest(TEXT), null, null))));
    for (String target : List.of("/api/notes", "/api/notes?prefix=ab", "/api/notes?state=draft")) {
      assertThat(desk.read("zoe.europe", target).path("total").asInt()).as(target).isEqualTo(1);
      assertThat(desk.read("zoe.europe", target).path("notes")).hasSize(1);
      assertThat(desk.read("lea.legal", target).path("total").asInt()).as(target).isZero();
    }
    assertThat(desk.answer(as("zoe.europe", "GET", "/api/notes/ab")).status())
        .as("a prefix is ambiguous only among what is there")
        .isEqualTo(200);
  }

  @Test
  void whatACommandDidIsToldToThoseWhoMaySeeIt() {
    desk.answersLater(new Answer.Done("c", NOTE, 1, List.of("event")));
    assertThat(desk.answer(as("pia.press", "GET", "/api/commands/c")).status()).isEqualTo(200);
    Response hidden = desk.answer(as("lea.legal", "GET", "/api/commands/c"));
    Response none = desk.answer(as("lea.legal", "GET", "/api/commands/d"));
    assertThat(hidden.status()).isEqualTo(none.status()).isEqualTo(202);
    assertThat(((Content) hidden).body().text())
        .isEqualTo(
            ((Content) none)
                .body()
                .text()
                .replace("commands/d", "commands/c")
                .replace("\"d\"", "\"c\""));
  }

  @Test
  void aTranslationDoesNotGiveAwayItsSource() {
    desk.apply(
        desk.facts.drafting(
            OTHER,
            "z",
            new ActorV1("zoe.europe", "europe", "PRESS_OFFICER"),
            e ->
                e.setDraftCreated(
                    new DraftCreatedV1(NoteCodec.toWire(TEXT), Facts.digest(TEXT), null, null))),
        desk.facts.drafting(
            OTHER, "t", e -> e.setTranslationLinked(new TranslationLinkedV1(NOTE, 1, "fr"))),
        desk.facts.drafting(
            NOTE, "s", e -> e.setTranslationRegistered(new TranslationRegisteredV1(OTHER))));

    assertThat(desk.read("zoe.europe", "/api/notes/" + OTHER).toString())
        .contains("\"translationOf\":{\"language\":\"fr\"")
        .doesNotContain(NOTE);
    assertThat(desk.read(Facts.AUTHOR, "/api/notes/" + NOTE).toString()).doesNotContain(OTHER);
    assertThat(
            json(desk.answer(operator("/api/notes/" + NOTE))).at("/translations/0/note").asText())
        .isEqualTo(OTHER);
  }

  @Test
  void whoeverReturnedANoteHearsWhereItIsAndNoMore() {
    desk.apply(desk.facts.submitted(NOTE, 1, TEXT), desk.facts.requested(NOTE, 1, TEXT, "legal"))
        .answering(given -> {
          desk.apply(desk.facts.returned(NOTE, TEXT, "legal"), desk.facts.reopened(NOTE, 1));
          return new Answer.Done(given.commandId(), given.key(), 2, List.of("event"));
        });
    Response returned =
        desk.answer(
            as("lea.legal", "POST", "/api/notes/" + NOTE + "/clearances")
                .withHeader("If-Match", "\"2.1.0\"")
                .withBody(
                    "application/json",
                    "{\"digest\":\"%s\",\"answer\":\"NOT_CLEARED\",\"reason\":\"Wrong sum.\"}"
                        .formatted(Facts.digest(TEXT))));
    assertThat(((Content) returned).body().text())
        .isEqualTo("{\"id\":\"%s\",\"state\":\"RETURNED\"}".formatted(NOTE));
  }

  private List<String> readers() {
    return STAFF.stream()
        .filter(person -> desk.answer(as(person, "GET", "/api/notes/" + NOTE)).status() == 200)
        .toList();
  }

  private void assertSame(String method, String target) {
    Response hidden = desk.answer(as("zoe.europe", method, target.formatted(NOTE)));
    Response none = desk.answer(as("zoe.europe", method, target.formatted(OTHER)));
    assertThat(hidden.status()).as(target).isEqualTo(404);
    assertThat(((Content) hidden).body()).as(target).isEqualTo(((Content) none).body());
    assertThat(((Content) hidden).headers()).isEqualTo(((Content) none).headers());
  }

  private static Request operator(String target) {
    return Request.of("GET", target).withHeader("Authorization", "Bearer operator");
  }
}
