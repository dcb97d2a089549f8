package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person or a program is told of a text, with no press office running. */
class ReadCommandTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NOTE =
      """
      Harbour Gate Opens After Ten Years

      Media Note
      Office of the Harbour Master
      Northwater, Ireland
      May 3, 2029

      The third gate opened today. See the [plan](https://harbour.example/plan) and follow @HarbourGate.

      • Ships wait outside.
        - Pilots wait inside.

      Please contact Ana Roe at press@harbour.example or [here](#).

      ###
      """;

  /** How a PNG of one pixel begins. */
  private static final byte[] PICTURE =
      "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0"
          .getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path folder;

  /** What a command printed, and its exit code. */
  private record Said(int code, String out, String err) {}

  @Test
  void aProgramGetsEveryPartAndNullForWhatTheTextDoesNotSay() throws Exception {
    Said said = run("read", "--json", file("gate.txt", NOTE));
    assertThat(said.code()).isZero();
    JsonNode json = JSON.readTree(said.out());
    assertThat(json.path("headline").asText()).isEqualTo("Harbour Gate Opens After Ten Years");
    assertThat(json.path("kind").asText()).isEqualTo("Media Note");
    assertThat(json.path("issuer").asText()).isEqualTo("Office of the Harbour Master");
    assertThat(json.path("place").asText()).isEqualTo("Northwater, Ireland");
    assertThat(json.path("date").asText()).isEqualTo("2029-05-03");
    assertThat(json.path("embargo").isNull()).isTrue();
    assertThat(json.path("boilerplate").isNull()).isTrue();
    assertThat(json.at("/contacts/0/name").asText()).isEqualTo("Ana Roe");
    assertThat(json.at("/contacts/0/email").asText()).isEqualTo("press@harbour.example");
    assertThat(json.path("links").toString()).isEqualTo("[\"https://harbour.example/plan\",\"#\"]");
    assertThat(json.path("handles").toString()).isEqualTo("[\"@HarbourGate\"]");
    assertThat(json.path("languages").toString()).isEqualTo("[\"en\"]");
    assertThat(json.at("/body/1/form").asText()).isEqualTo("item");
    assertThat(json.at("/body/1/text").asText()).isEqualTo("Ships wait outside.");
    assertThat(json.at("/body/1").has("level")).isFalse();
    assertThat(json.at("/body/2/level").asInt()).isEqualTo(1);
    assertThat(json.path("missing"))
        .extracting(JsonNode::asText)
        .contains("embargo", "boilerplate");
    assertThat(json.at("/places/date/line").asInt()).isEqualTo(6);
    JsonNode dead =
        json.path("findings").findParents("code").stream()
            .filter(finding -> finding.path("code").asText().equals("DEAD_LINK"))
            .findFirst()
            .orElseThrow();
    assertThat(dead.path("severity").asText()).isEqualTo("BLOCKS");
    assertThat(dead.path("line").asInt()).isEqualTo(13);
    assertThat(dead.path("message").asText()).isNotEmpty();
    assertThat(dead.path("fix").asText()).isNotEmpty();
  }

  @Test
  void aPersonGetsTheFieldsAndTheFindings() throws Exception {
    Said said = run("read", file("gate.txt", NOTE));
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("gate.txt, plain text")
        .contains("headline       Harbour Gate Opens After Ten Years")
        .contains("[DEAD_LINK]")
        .doesNotContain("FILE ");
  }

  @Test
  void manyFilesEndWithATableAndOneThatIsNoTextDoesNotStopTheOthers() throws Exception {
    Path picture = Files.write(folder.resolve("picture.png"), PICTURE);
    Said said = run("read", file("a.txt", NOTE), picture.toString(), file("b.txt", NOTE));
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("picture.png");
    List<String> lines = said.out().lines().toList();
    assertThat(lines.getLast()).isEqualTo("2 files read, 1 file refused");
    assertThat(lines)
        .anyMatch(line -> line.matches("\\S*a\\.txt +Media Note +Office .* 2029-05-03 .*"));
    assertThat(lines).anyMatch(line -> line.matches("\\S*picture\\.png +[A-Z_]+"));
  }

  @Test
  void aProgramIsToldOfARefusedFileInItsPlace() throws Exception {
    Said said =
        run(
            "read",
            "--json",
            file("a.txt", NOTE),
            folder.resolve("none.txt").toString(),
            file("empty.txt", " \n"));
    assertThat(said.code()).isEqualTo(1);
    List<String> lines = said.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(JSON.readTree(lines.get(1)).at("/refused/code").asText()).isEqualTo("NO_SUCH_FILE");
    assertThat(JSON.readTree(lines.get(2)).at("/refused/code").asText()).isEqualTo("EMPTY");
  }

  @Test
  void aTableOfVeryManyCellsIsRefusedAndTheNextFileRead() throws Exception {
    String wide = "# H\n\n" + "|a".repeat(1_100) + "|\n" + "|-".repeat(1_100) + "|\n";
    Said said = run("read", file("wide.md", wide + "|b|\n".repeat(1_000)), file("b.txt", NOTE));
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).contains("TOO_LARGE", "1 file read, 1 file refused");
  }

  @Test
  void nothingThatATextHoldsSteersTheTerminal() throws Exception {
    Said said = run("read", file("a\u001b]0;x\u0007.txt", NOTE), folder + "/\u001b[2Jnone");
    assertThat(said.out() + said.err())
        .contains("a\uFFFD]0;x\uFFFD.txt", "\uFFFD[2Jnone")
        .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9f}&&[^\n\t]]");
    assertThat(run("read", "--help").code()).isZero();
  }

  private String file(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Said run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Dateline.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Said(code, out.toString(), err.toString());
  }
}
