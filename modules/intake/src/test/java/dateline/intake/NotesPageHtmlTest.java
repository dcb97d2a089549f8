package dateline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.CanonicalForm;
import dateline.note.Digest;
import dateline.note.MediaNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/notes.md says of manuscripts is true. */
class NotesPageHtmlTest {

  @Test
  void theHtmlOnThePageHasTheFormAndTheDigestOnThePage() throws IOException {
    byte[] html = block("html").getBytes(StandardCharsets.UTF_8);
    Manuscript.Read read = (Manuscript.Read) Manuscripts.read(html, Hint.NONE);
    assertThat(read.format()).isEqualTo(Format.HTML);
    MediaNote note = read.reading().note();
    assertThat(CanonicalForm.of(note).text().replace('\t', '⇥')).isEqualTo(block("form-html"));
    assertThat(page()).contains("digest: `" + Digest.of(note).hex() + "`");
  }

  @Test
  void everyFindingAndEveryRefusalIsOnThePage() throws IOException {
    for (Notice notice : Notice.values()) {
      assertThat(page()).contains("`" + notice.name() + "`");
    }
    for (Manuscript.Code code : Manuscript.Code.values()) {
      assertThat(page()).contains("`" + code.name() + "`");
    }
  }

  private static String block(String name) throws IOException {
    Matcher block = Pattern.compile("```" + name + "\n(.*?)```", Pattern.DOTALL).matcher(page());
    assertThat(block.find()).as(name).isTrue();
    return block.group(1);
  }

  private static String page() throws IOException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("docs/notes.md"))) {
        return Files.readString(at.resolve("docs/notes.md"));
      }
    }
    throw new AssertionError("no docs/notes.md above the working directory");
  }
}
