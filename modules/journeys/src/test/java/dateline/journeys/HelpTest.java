package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line explains itself. */
class HelpTest {

  private final Terminal terminal = new Terminal("http://127.0.0.1:1", Path.of("none"));

  @AfterEach
  void close() {
    terminal.close();
  }

  @Test
  void helpNamesEveryCommand() {
    Ran help = terminal.runs("help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("up", "demo", "submit", "show", "clear", "approve", "release", "recall", "status")
        .contains("import", "read", "checks")
        .contains("contacts", "subscribe", "topics", "dead-letters", "directory", "schemas", "acls")
        .contains("run", "doctor", "help")
        .contains("revise", "revisions", "diff", "abandon", "restore", "comment", "co-drafter")
        .contains("lock", "unlock", "translate", "attach", "attachments", "detach")
        .contains("propose-edits", "edits", "take-edits", "leave-edits", "record-answer", "recuse")
        .contains("clearances", "add-office", "remove-office", "propose-office", "ask-again")
        .contains("keep-answer", "pass-over", "emergency", "Who clears\n")
        .contains("endorse", "add-endorsers", "leave-endorsers", "remove-endorser", "endorsers")
        .contains("After a joint statement\n")
        .contains("Write\n", "Beside the text\n", "Clear and release\n");
    assertThat(terminal.runs("help", "release").out()).contains("--at", "America/New_York");
    assertThat(terminal.runs("help", "record-answer").out())
        .contains("--person", "--answer", "not-cleared");
    assertThat(terminal.runs("help", "add-office").out()).contains("--power", "--stage", "clear");
  }

  @Test
  void whatIsDecidedAboutAClearanceNeedsAReason() {
    for (String command :
        new String[] {
          "leave-edits",
          "pass-over",
          "add-office",
          "remove-office",
          "propose-office",
          "ask-again",
          "keep-answer"
        }) {
      Ran ran = terminal.runs(command, "ab12", "legal", "--office", "legal");
      assertThat(ran.exitCode()).as(command).isEqualTo(2);
    }
    assertThat(terminal.runs("emergency", "ab12").err()).contains("--reason");
    for (String command : new String[] {"endorse", "leave-endorsers", "remove-endorser"}) {
      assertThat(terminal.runs(command, "ab12", "Norland").err()).as(command).contains("--reason");
    }
    assertThat(terminal.runs("endorse", "ab12", "--reason", "R.").err()).contains("NAME");
    assertThat(terminal.runs("recuse", "ab12").err()).contains("--reason");
    for (String command : new String[] {"again", "close"}) {
      assertThat(terminal.runs("dead-letters", command, "clearance/0/1").err())
          .as(command)
          .contains("--reason");
    }
    assertThat(terminal.runs("pass-over", "ab12", "legal").err()).contains("--reason");
    assertThat(terminal.runs("diff", "ab12", "1", "--for", "legal").err())
        .contains("leave one out");
    assertThat(
            terminal
                .runs("record-answer", "ab12", "legal", "--person", "a", "--answer", "maybe")
                .exitCode())
        .isEqualTo(2);
  }

  @Test
  void whatIsNotUnderstoodEndsWithTwo() {
    assertThat(terminal.runs("publish").exitCode()).isEqualTo(2);
    assertThat(terminal.runs("clear", "1").err()).contains("--office");
    assertThat(terminal.runs("clear", "1").exitCode()).as("--office is missing").isEqualTo(2);
  }

  @Test
  void whatIsMissingIsSaidInASentenceWithAHint() {
    Ran show = terminal.runs("show");
    assertThat(show.exitCode()).isEqualTo(2);
    assertThat(show.err().strip().lines())
        .containsExactly(
            "dateline: Missing required parameter: 'NOTE'",
            "dateline: ./dateline help show explains it.");
    Ran add = terminal.runs("contacts", "add", "ada@harbour-post.example");
    assertThat(add.err()).contains("'NAME'").contains("./dateline help contacts add explains it.");
    Ran nothing = terminal.runs("show", "");
    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).contains("it is empty").doesNotContain("Usage:");
    assertThat(terminal.runs("stat").err()).contains("status");
    assertThat(terminal.runs("lock", "ab12", "--with", "Norland").err())
        .contains("say which blocks were agreed", "./dateline help lock explains it.");
    assertThat(terminal.runs("translate", "ab12", "--of", "cd34").err()).contains("--language");
    assertThat(terminal.runs("comment", "ab12", "--resolve", "c", "And?").exitCode()).isEqualTo(2);
  }

  @Test
  void aProgramIsToldInJson() {
    Ran refused = terminal.runs("show", "ab12", "--json", "--desk", "http://127.0.0.1:1");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(Terminal.json(refused.err()).path("code").asText()).isEqualTo("DESK_UNREACHABLE");
    assertThat(Terminal.json(refused.err()).path("detail").asText()).startsWith("No desk answers");
    Ran missing = terminal.runs("show", "--json");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(Terminal.json(missing.err()).path("code").asText()).isEqualTo("USAGE");
  }

  @Test
  void aTextThatIsNoNoteIsRefusedBeforeAnythingIsStarted(@TempDir Path folder) throws Exception {
    Ran demo = terminal.runs("demo", Files.writeString(folder.resolve("a.txt"), "\n").toString());
    assertThat(demo.exitCode()).isEqualTo(1);
    assertThat(demo.out()).isEmpty();
    assertThat(demo.err().strip())
        .startsWith("dateline: The file ")
        .contains("is no note that a press office takes.", "headline")
        .doesNotContain("\n");
  }

  @Test
  void aFileThatCannotBeReadIsNamed(@TempDir Path folder) {
    Ran demo = terminal.runs("demo", folder.toString());
    assertThat(demo.exitCode()).isEqualTo(1);
    assertThat(demo.err().strip())
        .isEqualTo(
            "dateline: The file %s cannot be read (it is a folder); name the text of a media note."
                .formatted(folder));
    Ran apply = terminal.runs("directory", "apply", folder.toString());
    assertThat(apply.err().strip()).endsWith("(it is a folder); name a directory file.");
    Ran absent = terminal.runs("directory", "apply", folder.resolve("none.yaml").toString());
    assertThat(absent.err().strip()).endsWith("none.yaml; name a directory file.");
  }

  @Test
  void whatIsNoAddressIsSaid() {
    Ran status = terminal.runs("status", "--desk", "ftp://127.0.0.1");
    assertThat(status.exitCode()).isEqualTo(1);
    assertThat(status.err().strip())
        .isEqualTo(
            "dateline: \"ftp://127.0.0.1\" is no address of a desk; write it as http://127.0.0.1:8081.");
  }

  @Test
  void whereNoDeskAnswersThatIsSaid() {
    assertThat(terminal.isRefused("DESK_UNREACHABLE", "status"))
        .contains("No desk answers at http://127.0.0.1:1; start one with ./dateline up");
  }
}
