package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What no waiver lets through is told before anything is started. */
class DemoTextTest {

  @Test
  void aTextWithNothingInItIsRefused() {
    assertThatThrownBy(() -> check(""))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith("The file note.txt is no note that a press office takes.")
        .hasMessageContaining("headline");
  }

  @Test
  void aHeadlineWithoutABodyIsRefused() {
    assertThatThrownBy(() -> check("A bridge opens\n"))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("The text has no ");
  }

  @Test
  void whatOnlyBlocksIsLetThroughBecauseTheDemoWaivesIt() {
    assertThatCode(() ->
            check(
                """
                Media Note
                Office of the Harbour Master

                March 2, 2026

                A Bridge Opens

                It opens today. Read more <a href="#">here</a> and see [INSERT NUMBER].
                """))
        .doesNotThrowAnyException();
  }

  private static void check(String text) {
    DemoText.refuseIfNeverSubmitted(Path.of("note.txt"), text.getBytes(StandardCharsets.UTF_8));
  }
}
