package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.checks.Checks;
import dateline.note.checks.Rule;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What a person is told of the checks. */
class ChecksCommandTest {

  @Test
  void everyCheckIsListedWithItsSeveritySentenceAndMend() {
    String said = run("checks");
    for (Rule rule : Checks.rules()) {
      assertThat(said).contains(rule.code(), rule.sentence(), rule.mend());
    }
    assertThat(said.lines())
        .hasSize(2 * Checks.rules().size())
        .anyMatch(line -> line.matches("blocks +DEAD_LINK +A link leads nowhere\\."))
        .anyMatch(line -> line.matches("advises +HEADLINE_CASE .*"));
  }

  @Test
  void programsGetALineForEach() {
    assertThat(run("checks", "--json").lines())
        .hasSize(Checks.rules().size())
        .anyMatch(line ->
            line.startsWith(
                "{\"code\":\"DEAD_LINK\",\"severity\":\"BLOCKS\",\"usually\":\"BLOCKS\""));
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    int code = Dateline.commandLine().setOut(new PrintWriter(out)).execute(arguments);
    assertThat(code).isZero();
    return out.toString();
  }
}
