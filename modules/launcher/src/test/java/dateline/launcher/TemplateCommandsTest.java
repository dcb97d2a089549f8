package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a person is given to begin with. */
class TemplateCommandsTest {

  /** What a command printed, and its exit code. */
  private record Said(int code, String out, String err) {}

  @Test
  void aKindIsPrintedWithTheOfficeFilledIn() {
    Said said = run("new", "fact", "sheet", "--office", "Office of the Harbour Master");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("\nFact Sheet\nOffice of the Harbour Master\n")
        .contains("[insert headline");
  }

  @Test
  void aKindThatThereIsNotIsToldWithThoseThereAre() {
    Said said = run("new", "poem");
    assertThat(said.code()).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("\"poem\"").contains("taken-question");
  }

  @Test
  void allKindsAreListed() {
    assertThat(run("templates").out().lines())
        .hasSize(12)
        .anyMatch(line -> line.matches("readout +Readout"));
    assertThat(run("templates", "--json").out().lines())
        .hasSize(12)
        .allMatch(line -> line.contains("\"kind\":\""));
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
