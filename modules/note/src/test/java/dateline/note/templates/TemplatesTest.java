package dateline.note.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.note.Finding;
import dateline.note.MediaNote;
import dateline.note.PlainTextReader;
import dateline.note.checks.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a note begins with. */
class TemplatesTest {

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Media Note",
        "Press Statement",
        "Readout",
        "Joint Statement",
        "Fact Sheet",
        "Notice to the Press",
        "Media Advisory",
        "Remarks",
        "Public Schedule",
        "Taken Question",
        "Travel Announcement",
        "Transcript"
      })
  void thereIsOneForEachKindThatReadsAsThatKind(String kind) {
    Template template = Templates.usual().find(kind).orElseThrow();
    MediaNote note = PlainTextReader.read(template.text()).note();
    assertThat(note.kind()).contains(kind);
    assertThat(note.headline()).startsWith("[insert headline");
    assertThat(note.endMark()).contains("###");
  }

  @ParameterizedTest
  @MethodSource("usual")
  void aTemplateThatIsHandedInUnfilledIsBlocked(Template template) {
    MediaNote note = PlainTextReader.read(template.text()).note();
    assertThat(Checks.blocking(note)).extracting(Finding::code).contains("PLACEHOLDER_LEFT");
  }

  @ParameterizedTest
  @MethodSource("usual")
  void aPlaceholderThatIsLeftAloneBlocks(Template template) {
    String text = template.text();
    int placeholders = text.split("\\[insert", -1).length - 1;
    for (int kept = 0; kept < placeholders; kept++) {
      String filled = filledBut(text, kept);
      assertThat(Checks.blocking(PlainTextReader.read(filled).note()))
          .as(filled)
          .extracting(Finding::code)
          .contains("PLACEHOLDER_LEFT");
    }
    assertThat(Checks.blocking(PlainTextReader.read(filledBut(text, -1)).note()))
        .extracting(Finding::code)
        .doesNotContain("PLACEHOLDER_LEFT");
  }

  @ParameterizedTest
  @MethodSource("usual")
  void anOfficeThatIsGivenIsFilledIn(Template template) {
    String text = template.forOffice("Office of the Harbour Master");
    assertThat(text).contains("Office of the Harbour Master").doesNotContain("[insert office]");
    if (template.text().lines().anyMatch("[insert office]"::equals)) {
      assertThat(PlainTextReader.read(text).note().issuer())
          .contains("Office of the Harbour Master");
    }
  }

  @Test
  void aKindIsFoundHoweverItIsTyped() {
    for (String typed : new String[] {"media note", "MEDIA-NOTE", " Media  Note ", "media_note"}) {
      assertThat(Templates.usual().find(typed)).map(Template::kind).contains("Media Note");
    }
    assertThat(Templates.usual().find("poem")).isEmpty();
  }

  @Test
  void aFolderReplacesAndAdds() throws IOException {
    Files.writeString(folder.resolve("readout.txt"), "Call\n\nReadout\n\n[insert what was said]");
    Files.writeString(folder.resolve("op-ed.txt"), "Words\n\nOp-Ed\n\n[insert words]\n");
    Files.writeString(folder.resolve("notes.md"), "not a template");
    Templates templates = Templates.usual().with(folder);
    assertThat(templates.all()).hasSize(13);
    assertThat(templates.find("readout").orElseThrow().text()).startsWith("Call\n").endsWith("\n");
    assertThat(templates.find("op-ed")).isPresent();
    assertThat(templates.find("remarks")).isEqualTo(Templates.usual().find("remarks"));
  }

  @Test
  void aFileThatIsNotWhatItIsNamedAfterIsRefused() throws IOException {
    Path file = folder.resolve("readout.txt");
    Files.writeString(file, "Call\n\nFact Sheet\n\nWords.\n");
    assertThatThrownBy(() -> Templates.usual().with(folder))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("readout.txt is read as a Fact Sheet");
    Files.writeString(file, "Call\n\nWords of no kind.\n");
    assertThatThrownBy(() -> Templates.usual().with(folder)).hasMessageContaining("says no kind");
    Files.write(file, new byte[] {'R', (byte) 0xe9});
    assertThatThrownBy(() -> Templates.usual().with(folder)).hasMessageContaining("not UTF-8");
  }

  private static Stream<Template> usual() {
    return Templates.usual().all().stream();
  }

  /** Every placeholder filled but the one with this number. */
  private static String filledBut(String text, int kept) {
    StringBuilder out = new StringBuilder();
    int number = 0;
    for (String part : text.split("(?=\\[insert)|(?<=\\])", -1)) {
      boolean isOne = part.startsWith("[insert");
      out.append(isOne && number++ != kept ? "Harbour gate " + number : part);
    }
    return out.toString();
  }
}
