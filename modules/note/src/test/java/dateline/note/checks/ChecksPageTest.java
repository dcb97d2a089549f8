package dateline.note.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table in docs/checks.md is true. */
class ChecksPageTest {

  @Test
  void theTableOnThePageIsTheChecksInTheirOrder() throws IOException {
    List<String> rows =
        Checks.rules().stream()
            .map(rule ->
                "| `%s` | %s | %s | %s |"
                    .formatted(
                        rule.code(),
                        rule.severity().name().toLowerCase(Locale.ROOT),
                        rule.sentence(),
                        rule.mend()))
            .toList();
    List<String> page = page();
    int first = page.indexOf(rows.getFirst());
    assertThat(first).as("row of " + Checks.rules().getFirst().code()).isPositive();
    assertThat(page.subList(first, first + rows.size())).isEqualTo(rows);
    assertThat(page.get(first + rows.size())).isEmpty();
  }

  private static List<String> page() throws IOException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("docs/checks.md"))) {
        return Files.readAllLines(at.resolve("docs/checks.md"));
      }
    }
    throw new AssertionError("no docs/checks.md above the working directory");
  }
}
