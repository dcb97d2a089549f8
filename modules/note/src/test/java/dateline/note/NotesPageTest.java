package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples in docs/notes.md are true. */
class NotesPageTest {

  @Test
  void theTextOnThePageHasTheFormOnThePage() throws IOException {
    MediaNote note = PlainTextReader.read(block("text")).note();
    assertThat(CanonicalForm.of(note).text().replace('\t', '⇥')).isEqualTo(block("form"));
  }

  @Test
  void theTextInTwoLanguagesHasTheFormAndTheDigestOnThePage() throws IOException {
    MediaNote note = PlainTextReader.read(block("text-bilingual")).note();
    assertThat(CanonicalForm.of(note).text().replace('\t', '⇥')).isEqualTo(block("form-bilingual"));
    assertThat(page()).contains("digest: `" + Digest.of(note).hex() + "`");
  }

  @Test
  void theTextWithListsInAListHasTheFormAndTheDigestOnThePage() throws IOException {
    MediaNote note = PlainTextReader.read(block("text-nested")).note();
    assertThat(CanonicalForm.of(note).text().replace('\t', '⇥')).isEqualTo(block("form-nested"));
    assertThat(page()).contains("digest: `" + Digest.of(note).hex() + "`");
  }

  @Test
  void theFormOnThePageHasTheDigestOnThePage() throws IOException, NoSuchAlgorithmException {
    byte[] form = block("form").replace('⇥', '\t').getBytes(StandardCharsets.UTF_8);
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(form);
    assertThat(page()).contains("digest: `" + HexFormat.of().formatHex(sha) + "`");
    assertThat(Digest.of(PlainTextReader.read(block("text")).note()).hex())
        .isEqualTo(HexFormat.of().formatHex(sha));
  }

  @Test
  void everyNameOfALineIsOnThePage() throws IOException {
    for (Part part : Part.values()) {
      String name =
          switch (part) {
            case BODY -> "paragraph";
            case CONTACTS -> "contact";
            case LANGUAGES -> "language";
            case HEADLINE,
                SUBHEADLINE,
                KIND,
                ISSUER,
                PLACE,
                DATE,
                RELEASE_LINE,
                EMBARGO_LINE,
                ATTRIBUTION,
                CORRECTION,
                RELEASE_NUMBER,
                BOILERPLATE,
                END_MARK ->
                part.component();
          };
      assertThat(page()).contains("`" + name + "`");
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
