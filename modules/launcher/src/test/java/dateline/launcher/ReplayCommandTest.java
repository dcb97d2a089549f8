package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What is said of a command line before any log is asked. */
class ReplayCommandTest {

  @Test
  void anEngineThatIsNoneIsNamedWithThoseThereAre() {
    StringWriter err = new StringWriter();
    int code =
        Dateline.commandLine()
            .setErr(new PrintWriter(err))
            .execute("replay", "Drafting", "dispatcher");
    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            "dateline: There is no engine \"dispatcher\"; those that replay are drafting, clearance, publishing and notification.");
  }
}
