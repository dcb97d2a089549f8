package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.checks.Checks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which links a note may have, from wherever it comes. */
class LinksTest {

  @Test
  void onlyTheWebMailAndTelephonesAreSafe() {
    for (String safe :
        List.of("https://a.example", "/plan", "#", "mailto:a@b.co", "tel:+1", "www.a.co:80/x")) {
      assertThat(Links.isSafe(safe)).as(safe).isTrue();
    }
    for (String unsafe :
        List.of(
            "javascript:x",
            " JavaScript:x",
            "java\nscript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            " ".repeat(300) + "javascript:x",
            "\u0001javascript:x")) {
      assertThat(Links.isSafe(unsafe)).as(unsafe).isFalse();
    }
  }

  /** Readers keep none; one that an earlier version took in stops the note. */
  @Test
  void anUnsafeLinkBlocks() {
    for (String href :
        List.of("data:text/html,x", "VBScript:x", "file:///plan", "htps://h.example")) {
      assertThat(Checks.run(linking(href)))
          .as(href)
          .filteredOn(finding -> finding.code().equals("DEAD_LINK"))
          .extracting(Finding::severity)
          .containsExactly(Finding.Severity.BLOCKS);
    }
  }

  private static MediaNote linking(String href) {
    Optional<String> none = Optional.empty();
    return new MediaNote(
        "Gate Opens",
        none,
        none,
        none,
        none,
        Optional.empty(),
        none,
        none,
        none,
        none,
        none,
        List.of(new Block.Paragraph(List.of(Span.plain("See "), Span.link("the plan", href)))),
        List.of(),
        List.of(),
        none,
        List.of("en"));
  }
}
