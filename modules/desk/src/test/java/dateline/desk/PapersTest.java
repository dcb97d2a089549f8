package dateline.desk;

import static dateline.desk.TestDesk.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.ActorV1;
import dateline.contracts.AttachmentRemovedV1;
import dateline.contracts.AttachmentV1;
import dateline.contracts.CommentMadeV1;
import dateline.contracts.CommentRepliedV1;
import dateline.contracts.CommentResolvedV1;
import dateline.contracts.DraftAbandonedV1;
import dateline.contracts.DraftClosedV1;
import dateline.contracts.DraftRestoredV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.FileAttachedV1;
import dateline.contracts.NoteNumberedV1;
import dateline.contracts.NumberRequestedV1;
import dateline.contracts.NumberSeriesV1;
import dateline.contracts.ParagraphsLockedV1;
import dateline.contracts.ParagraphsUnlockedV1;
import dateline.contracts.PassageV1;
import dateline.contracts.SourceChangedV1;
import dateline.contracts.TranslationConfirmedV1;
import dateline.contracts.TranslationLinkedV1;
import dateline.contracts.TranslationOutdatedV1;
import dateline.contracts.TranslationRegisteredV1;
import dateline.contracts.TranslationUnlinkedV1;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.RevisionEntry;
import dateline.note.MediaNote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk knows beside a text: every event of drafting is shown for what it is. */
class PapersTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final String SOURCE = "cd34".repeat(8);
  private static final MediaNote FIRST =
      Facts.paragraphs("A bridge opens", "It cost 7 million.", "Both sides agree.", "It opens.");

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.apply(desk.facts.created(NOTE, "c", FIRST));
  }

  /** Whatever happened, no event was unknown and what is stored is read again. */
  @AfterEach
  void close() {
    assertThat(details()).noneMatch(line -> line.startsWith("Unknown"));
    DeskProjection projection = new DeskProjection();
    for (String id : List.of(NoteEntry.entryId(NOTE), RevisionEntry.entryId(NOTE, 1))) {
      DeskEntry entry = desk.table.get(id).orElseThrow();
      assertThat(projection.read(projection.write(entry))).isEqualTo(entry);
    }
    desk.close();
  }

  @Test
  void aCommentFollowsItsPassageOrSaysThatItIsGone() {
    happens("k1", e -> e.setCommentMade(comment("k1", 2, "sides", "Which sides?")));
    happens("k2", e -> e.setCommentMade(comment("k2", 1, "7 million", "Check this.")));
    happens("k3", e -> e.setCommentMade(comment("k3", 0, "", "Too short.")));
    desk.apply(
        desk.facts.revised(
            NOTE,
            "r",
            2,
            Facts.paragraphs(
                "A bridge opens", "New first.", "It cost 8 million.", "Both sides agree.")));

    JsonNode comments = note().path("comments");

    assertThat(comments.at("/0/passage/gone").asBoolean()).isFalse();
    assertThat(comments.at("/0/passage/block").asInt()).isEqualTo(2);
    assertThat(comments.at("/0/passage/blockNow").asInt()).isEqualTo(3);
    assertThat(comments.at("/1/passage/gone").asBoolean()).isTrue();
    assertThat(comments.at("/1/passage").has("blockNow")).isFalse();
    assertThat(comments.at("/2/passage/blockNow").asInt(-1)).as("the headline").isZero();
    assertThat(comments.at("/1/text").asText()).isEqualTo("Check this.");
    assertThat(comments.at("/1/person").asText()).isEqualTo(Facts.AUTHOR);
  }

  @Test
  void aCommentHasItsRepliesAndWhoDealtWithIt() {
    happens("k1", e -> e.setCommentMade(comment("k1", 1, "", "Check this.")));
    happens("k2", e -> e.setCommentReplied(new CommentRepliedV1("k1", "It is 7.")));
    happens("k3", e -> e.setCommentResolved(new CommentResolvedV1("k1")));

    JsonNode comment = note().at("/comments/0");

    assertThat(comment.at("/replies/0/text").asText()).isEqualTo("It is 7.");
    assertThat(comment.at("/resolved/person").asText()).isEqualTo(Facts.AUTHOR);
  }

  @Test
  void agreedParagraphsAreFollowedUntilTheyAreOpened() {
    happens(
        "lock", e -> e.setParagraphsLocked(new ParagraphsLockedV1("lock", 1, List.of(2), "Oslo")));
    desk.apply(
        desk.facts.revised(
            NOTE, "r", 2, Facts.paragraphs("A bridge opens", "One.", "Two.", "Both sides agree.")));

    JsonNode agreed = note().at("/agreed/0");
    assertThat(agreed.path("lock").asText()).isEqualTo("lock");
    assertThat(agreed.path("agreedWith").asText()).isEqualTo("Oslo");
    assertThat(agreed.path("officeName").asText()).isEqualTo("Office press");
    assertThat(agreed.at("/blocks/0").asInt()).isEqualTo(3);

    happens("u", e -> e.setParagraphsUnlocked(new ParagraphsUnlockedV1("lock", "Signed.")));
    assertThat(note().path("agreed")).isEmpty();
  }

  @Test
  void aFileIsDescribedAndWhoeverAttachedItContributed() {
    String sha = "ab".repeat(32);
    AttachmentV1 file = new AttachmentV1(sha, "image/png", 3L, "plan.png", "A plan.");
    desk.apply(
        desk.facts.drafting(
            NOTE,
            "f",
            new ActorV1("tom.press", "press", "PRESS_OFFICER"),
            e -> e.setFileAttached(new FileAttachedV1(file))));
    assertThat(note().at("/attachments/0/description").asText()).isEqualTo("A plan.");
    assertThat(note().at("/attachments/0/by/person").asText()).isEqualTo("tom.press");
    assertThat(note().path("contributors"))
        .extracting(JsonNode::asText)
        .containsExactly(Facts.AUTHOR, "tom.press");

    AttachmentV1 again =
        new AttachmentV1(sha, "image/png", 3L, "plan.png", "The plan of the gates.");
    happens("g", e -> e.setFileAttached(new FileAttachedV1(again)));
    assertThat(note().path("attachments")).hasSize(1);
    assertThat(note().at("/attachments/0/description").asText())
        .isEqualTo("The plan of the gates.");

    happens("h", e -> e.setAttachmentRemoved(new AttachmentRemovedV1(sha)));
    assertThat(note().path("attachments")).isEmpty();
    assertThat(details()).contains("AttachmentRemoved plan.png");
  }

  @Test
  void aTranslationIsStaleUntilItIsConfirmed() {
    desk.apply(desk.facts.created(SOURCE, "s", FIRST));
    happens("t", e -> e.setTranslationLinked(new TranslationLinkedV1(SOURCE, 1, "fr")));
    desk.apply(
        desk.facts.drafting(
            SOURCE, "r", e -> e.setTranslationRegistered(new TranslationRegisteredV1(NOTE))));
    assertThat(note().at("/translationOf/stale").asBoolean()).isFalse();
    assertThat(note().at("/translationOf/note").asText()).isEqualTo(SOURCE);

    desk.apply(
        desk.facts.revised(SOURCE, "v", 2, Facts.paragraphs("A bridge opens", "It cost 8.")),
        desk.facts.drafting(SOURCE, "v", e -> e.setSourceChanged(new SourceChangedV1(NOTE, 2))));
    assertThat(
            desk.read(Facts.AUTHOR, "/api/notes/" + SOURCE).at("/translations/0/stale").asBoolean())
        .as("the source knows before the translation is told")
        .isTrue();
    happens("o", e -> e.setTranslationOutdated(new TranslationOutdatedV1(2)));
    assertThat(note().at("/translationOf/stale").asBoolean()).isTrue();
    assertThat(note().path("findings"))
        .extracting(finding -> finding.path("code").asText())
        .contains("STALE_TRANSLATION");

    happens("y", e -> e.setTranslationConfirmed(new TranslationConfirmedV1(2)));
    assertThat(note().at("/translationOf/stale").asBoolean()).isFalse();
    happens("n", e -> e.setTranslationUnlinked(new TranslationUnlinkedV1(SOURCE)));
    assertThat(note().has("translationOf")).isFalse();
    assertThat(desk.read(Facts.AUTHOR, "/api/notes/" + SOURCE).path("translations")).isEmpty();

    happens("t2", e -> e.setTranslationLinked(new TranslationLinkedV1(SOURCE, 1, "fr")));
    desk.apply(
        desk.facts.drafting(
            NOTE,
            "p",
            new ActorV1("system:policy", "", "SYSTEM"),
            e -> e.setTranslationUnlinked(new TranslationUnlinkedV1(SOURCE))));
    assertThat(details()).contains("TranslationUnlinked its source became its translation");
  }

  @Test
  void whatWasGivenUpSaysWhyAndCanBeTakenUpAgain() {
    happens("a", e -> e.setDraftAbandoned(new DraftAbandonedV1("Moot.")));
    assertThat(note().path("state").asText()).isEqualTo("ABANDONED");
    assertThat(note().at("/abandoned/reason").asText()).isEqualTo("Moot.");
    happens("b", e -> e.setDraftRestored(new DraftRestoredV1()));
    assertThat(note().path("state").asText()).isEqualTo("DRAFT");
    assertThat(note().has("abandoned")).isFalse();
  }

  @Test
  void aPublicNoteHasItsNumber() {
    NumberSeriesV1 series = new NumberSeriesV1("press", 2026);
    happens("d", e -> e.setDraftClosed(new DraftClosedV1(Facts.digest(FIRST))));
    happens("n", e -> e.setNumberRequested(new NumberRequestedV1(series)));
    happens("m", e -> e.setNoteNumbered(new NoteNumberedV1(series, 12)));
    JsonNode number = note().path("number");
    assertThat(number.path("number").asInt()).isEqualTo(12);
    assertThat(number.path("year").asInt()).isEqualTo(2026);
    assertThat(number.path("officeName").asText()).isEqualTo("Office press");
  }

  @Test
  void everyRevisionIsReadAsItWas() {
    MediaNote second = Facts.paragraphs("A bridge opens", "It cost 8 million.");
    desk.apply(desk.facts.revised(NOTE, "r", 2, second));

    JsonNode all = desk.read(Facts.AUTHOR, "/api/notes/" + NOTE + "/revisions").path("revisions");
    assertThat(all).extracting(made -> made.path("revision").asInt()).containsExactly(1, 2);
    assertThat(all.at("/1/parts/0").asText()).isEqualTo("body");
    assertThat(all.at("/0/digest").asText()).isEqualTo(Facts.digest(FIRST));
    JsonNode first = desk.read(Facts.AUTHOR, "/api/notes/" + NOTE + "/revisions/1");
    assertThat(first.path("text").asText()).contains("It cost 7 million.");
    assertThat(desk.answer(as(Facts.AUTHOR, "GET", "/api/notes/" + NOTE + "/revisions/3")).status())
        .isEqualTo(404);
  }

  private static CommentMadeV1 comment(String id, int block, String words, String text) {
    return new CommentMadeV1(id, 1, new PassageV1(block, words), text);
  }

  private void happens(String commandId, Facts.Fill<DraftingEventV1.Builder> event) {
    desk.apply(desk.facts.drafting(NOTE, commandId, event));
  }

  private JsonNode note() {
    return desk.read(Facts.AUTHOR, "/api/notes/" + NOTE);
  }

  private List<String> details() {
    List<String> lines = new ArrayList<>();
    note()
        .path("history")
        .forEach(
            line -> lines.add(line.path("what").asText() + ' ' + line.path("detail").asText()));
    return lines;
  }
}
