package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.launcher.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One note as its drafters work on it at the command line of a running press office, in order: from
 * its first text to its release number. Maya and Jonas are of the press office, Zofia translates in
 * another office, Lena reviews in a third.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DraftingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern DRAFT = Pattern.compile("Draft +([0-9a-f]{8}) ");

  private Path folder;
  private Office office;
  private Terminal terminal;
  private String note = "";
  private String french = "";

  @BeforeAll
  void up(@TempDir Path temporary) throws Exception {
    folder = temporary;
    office = Office.up(folder.resolve("data"), Ports.free());
    terminal = new Terminal(office.desk(), folder.resolve("data"));
  }

  @AfterAll
  void down() {
    terminal.close();
    office.close();
  }

  @Test
  @Order(1)
  void aDraftIsForItsOfficeAlone() {
    note = drafts("lighthouse-note.txt", "maya.okafor");
    assertThat(terminal.does("show", note, "--as", "jonas.lindqvist").out()).contains("draft");
    for (String other : new String[] {"lena.fischer", "zofia.nowak"}) {
      String hidden = terminal.isRefused("UNKNOWN_NOTE", "show", note, "--as", other);
      assertThat(hidden)
          .as("as if there were none")
          .isEqualTo(terminal.isRefused("UNKNOWN_NOTE", "show", "ffffffff", "--as", other));
      assertThat(terminal.asks("status", "--as", other).path("total").asInt()).isZero();
      terminal.isRefused("UNKNOWN_NOTE", "diff", note, "--as", other);
    }
    terminal.isRefused("UNKNOWN_NOTE", "revise", note, "--part", "kind", "x", "--as", "zofia");
    assertThat(terminal.asks("status").path("total").asInt()).as("the operator").isEqualTo(1);
  }

  @Test
  @Order(2)
  void twoWriteAtOnceAndNothingIsLost() {
    String headline = "The Lighthouse at Cape Merrow Shines Again";
    terminal.does("revise", note, "--part", "headline", headline + " Tonight", "--as", "jonas");
    assertThat(
            terminal
                .does(
                    "revise",
                    note,
                    "--revision",
                    "1",
                    "--block",
                    "2",
                    "Ask press@harbour.example.",
                    "--as",
                    "maya")
                .out())
        .as("another part than the one that Jonas changed")
        .contains("revision 3", "Tonight");
    String lost =
        terminal.isRefused(
            "STALE_REVISION",
            "revise",
            note,
            "--revision",
            "1",
            "--part",
            "headline",
            "Mine",
            "--as",
            "maya");
    assertThat(lost)
        .contains("jonas.lindqvist changed headline in revision 2")
        .contains("maya.okafor changed body (block 2) in revision 3");
    Ran whole =
        terminal.says(
            "revise",
            note,
            "--revision",
            "1",
            text("lighthouse-note.txt"),
            "--as",
            "maya",
            "--json");
    JsonNode change = Terminal.json(whole.err()).at("/changes/0");
    assertThat(change.path("person").asText()).isEqualTo("jonas.lindqvist");
    assertThat(change.path("revision").asInt()).isEqualTo(2);
    assertThat(change.at("/parts/0").asText()).isEqualTo("headline");
    assertThat(terminal.note(note).path("revision").asInt()).as("nothing was lost").isEqualTo(3);
  }

  @Test
  @Order(3)
  void everyRevisionIsThereAndAnyTwoAreCompared() throws Exception {
    assertThat(terminal.does("revisions", note).out())
        .containsPattern("1 +\\S+ +maya\\.okafor")
        .containsPattern("2 +\\S+ +jonas\\.lindqvist +headline")
        .containsPattern("3 +\\S+ +maya\\.okafor +body");
    assertThat(terminal.does("show", note, "--revision", "1").out()).doesNotContain("Tonight");
    assertThat(terminal.does("diff", note, "1", "2").out())
        .contains("From revision 1, by maya.okafor", "Headline, changed", "{+ Tonight+}");
    Path page = folder.resolve("difference.html");
    terminal.does("diff", note, "1", "3", "--html", page.toString());
    assertThat(Files.readString(page)).contains("<ins ", "inserted: ", "<del ", "Revision 3");
    assertThat(terminal.asks("diff", note, "3", "3").path("same").asBoolean()).isTrue();
    terminal.isRefused("UNKNOWN_REVISION", "diff", note, "9");
  }

  @Test
  @Order(4)
  void aCommentSurvivesARevisionOrSaysThatItsPassageIsGone() {
    terminal.does("comment", note, "Which winters?", "--on", "two winters", "--as", "jonas");
    terminal.does(
        "comment", note, "Is it still his?", "--on", "Ask press@harbour", "--as", "jonas");
    terminal.isRefused("PASSAGE_NOT_FOUND", "comment", note, "What?", "--on", "no such words");
    terminal.does(
        "revise", note, "--block", "2", "Write to press@harbour.example.", "--as", "maya");
    assertThat(terminal.does("comment", note).out())
        .contains("on block 1 \"two winters\"")
        .contains("on block 2 of revision 3 \"Ask press@harbour\", which is GONE");
    String first = terminal.note(note).at("/comments/0/id").asText();
    terminal.does("comment", note, "The last two.", "--reply", first.substring(0, 8));
    terminal.does("comment", note, "--resolve", first.substring(0, 8), "--as", "jonas");
    assertThat(terminal.does("show", note).out())
        .contains("amina.rahal: The last two.", "resolved by jonas.lindqvist");
    terminal.isRefused("COMMENT_RESOLVED", "comment", note, "And?", "--reply", first);
  }

  @Test
  @Order(5)
  void agreedWordsStayUntilTheirOfficeOpensThem() {
    terminal.does("lock", note, "--on", "two winters", "--with", "Keepers' Guild");
    assertThat(
            terminal.isRefused(
                "AGREED_TEXT_CHANGED",
                "revise",
                note,
                "--block",
                "1",
                "It shines.",
                "--as",
                "maya"))
        .contains("agreed with Keepers' Guild", "locked by press");
    assertThat(terminal.does("show", note).out()).contains("block 1 with Keepers' Guild");
    String lock = terminal.note(note).at("/agreed/0/lock").asText();
    terminal.does("unlock", note, lock.substring(0, 8), "They took another sentence");
    assertThat(terminal.note(note).path("agreed")).isEmpty();
  }

  @Test
  @Order(6)
  void aFileIsAttachedAndFetchedByteForByte() throws Exception {
    Path file = Files.writeString(folder.resolve("nights.csv"), "night,ships\n1,7\n");
    terminal.does("attach", note, file.toString(), "--description", "Ships by night");
    Path script = Files.writeString(folder.resolve("run.csv"), "#!/bin/sh\necho\n");
    terminal.isRefused(
        "TYPE_NOT_ALLOWED", "attach", note, script.toString(), "--description", "A script");
    assertThat(terminal.does("attachments", note).out())
        .contains("nights.csv, text/csv, 16 bytes: Ships by night");
    Path fetched = folder.resolve("fetched.csv");
    terminal.does("attachments", note, "--get", "nights", "--to", fetched.toString());
    assertThat(fetched).hasSameBinaryContentAs(file);
    terminal.isRefused(
        "FILE_EXISTS", "attachments", note, "--get", "nights", "--to", fetched.toString());
    Path other = Files.writeString(folder.resolve("other.txt"), "Other.\n");
    terminal.does("attach", note, other.toString(), "--description", "Another");
    terminal.does("detach", note, "other.txt");
    assertThat(terminal.note(note).path("attachments")).hasSize(1);
  }

  @Test
  @Order(7)
  void aCoDrafterOfAnotherOfficeWritesAndTranslates() {
    terminal.does("co-drafter", note, "add", "zofia");
    terminal.does("revise", note, "--part", "subheadline", "After Two Winters", "--as", "zofia");
    terminal.isRefused("NOT_YOUR_OFFICE", "abandon", note, "Why not", "--as", "zofia");
    french = drafts("lighthouse-note.txt", "zofia.nowak");
    terminal.does("translate", french, "--of", note, "--language", "fr", "--as", "zofia");
    terminal.does(
        "revise", note, "--part", "subheadline", "After Two Long Winters", "--as", "maya");
    await()
        .atMost(PATIENCE)
        .until(() -> terminal.note(french).at("/translationOf/stale").asBoolean());
    assertThat(terminal.does("show", french, "--as", "zofia").out())
        .contains("fr translation of " + note.substring(0, 8), "STALE", "[STALE_TRANSLATION]");
    terminal.isRefused("BLOCKING_FINDINGS", "submit", "--note", french, "--as", "zofia");
    terminal.does("translate", french, "--confirm", "--as", "zofia");
    assertThat(terminal.note(french).at("/translationOf/stale").asBoolean()).isFalse();
    terminal.isRefused("UNKNOWN_NOTE", "show", french, "--as", "maya");
  }

  @Test
  @Order(8)
  void whatIsGivenUpCanBeTakenUpAgain() {
    terminal.does("abandon", note, "The lamp broke");
    assertThat(terminal.does("show", note).out())
        .containsPattern("abandoned by \\S+, \\S+: The lamp broke");
    terminal.isRefused("ABANDONED", "revise", note, "--part", "kind", "Readout");
    terminal.does("restore", note);
    assertThat(terminal.does("restore", note, "--revision", "3").out()).contains("draft");
    JsonNode restored = terminal.note(note);
    assertThat(restored.path("digest"))
        .isEqualTo(terminal.asks("show", note, "--revision", "3").path("digest"));
  }

  @Test
  @Order(9)
  void aReleasedNoteHasTheFirstNumberOfItsOfficeAndYear() {
    terminal.does("revise", note, "--part", "kind", "Joint Statement", "--as", "maya");
    terminal.isRefused("NOT_RELEASED", "endorse", note, "Norland", "--reason", "A note verbale");
    terminal.does("submit", "--note", note);
    terminal.awaitState(note, "UNDER_REVIEW");
    assertThat(terminal.does("show", note, "--as", "ruth.adler").out())
        .as("whoever clears reads it now")
        .contains("nights.csv");
    terminal.does("comment", note, "Fine with us.", "--as", "ruth.adler");
    terminal.isRefused("LOCKED", "revise", note, "--part", "kind", "Readout");
    terminal.clearsByAll(note);
    terminal.does("release", note);
    await().atMost(PATIENCE).until(() -> terminal.note(note).has("number"));
    JsonNode number = terminal.note(note).path("number");
    assertThat(number.path("office").asText()).isEqualTo("press");
    assertThat(number.path("number").asInt()).isEqualTo(1);
    int year =
        Instant.parse(terminal.note(note).at("/release/releasedAt").asText())
            .atZone(ZoneId.of("America/New_York"))
            .getYear();
    assertThat(number.path("year").asInt()).as("of the office's day").isEqualTo(year);
    assertThat(terminal.does("show", note, "--as", "lena.fischer").out())
        .contains("release number 1 of " + year + ", Office of Press Relations");
    terminal.isRefused("NOTE_RELEASED", "abandon", note, "Too late");
  }

  @Test
  @Order(10)
  void aJointStatementGainsEndorsersAndStaysWhatItWas() throws Exception {
    String page = office.newsroom() + "/notes/" + note;
    await().atMost(PATIENCE).until(() -> terminal.get(page).statusCode() == 200);
    String text = terminal.get(page + ".txt").body();
    JsonNode released = terminal.note(note).path("release");
    terminal.isRefused("NOT_PROPOSED", "add-endorsers", note, "Norland");
    terminal.does("endorse", note, "Norland", "Isle of Larks", "--reason", "Notes verbales");
    assertThat(terminal.does("add-endorsers", note, " norland ").out())
        .contains("endorsed by Norland since", "proposed: Isle of Larks");
    await().atMost(PATIENCE).until(() -> terminal.get(page).body().contains("Endorsed by"));
    assertThat(terminal.get(page).body())
        .contains("<bdi>Norland</bdi>, since")
        .doesNotContain("Isle of Larks", "verbales");
    terminal.does("remove-endorser", note, "Norland", "--reason", "They asked for it");
    await().atMost(PATIENCE).until(() -> terminal.get(page).body().contains("withdrew on"));
    assertThat(terminal.get(page + ".txt").body()).isEqualTo(text);
    JsonNode now = terminal.note(note).path("release");
    for (String field : new String[] {"state", "digest", "version", "releaseId", "releasedAt"}) {
      assertThat(now.path(field)).as(field).isEqualTo(released.path(field));
    }
  }

  private String drafts(String file, String person) {
    Matcher said =
        DRAFT.matcher(terminal.does("submit", "--draft", text(file), "--as", person).out());
    assertThat(said.find()).isTrue();
    return terminal.note(said.group(1)).path("id").asText();
  }

  private static String text(String name) {
    return Checkout.text(name).toString();
  }
}
