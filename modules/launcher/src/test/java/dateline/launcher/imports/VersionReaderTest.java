package dateline.launcher.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.launcher.imports.VersionReader.Read;
import dateline.note.Block;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A version of a source as a note. */
class VersionReaderTest {

  @Test
  void theTitleIsTheHeadlineAndTheTextIsThatOfTheHtml() {
    MediaNote note =
        note(
            "Gate Opens at Northwater",
            "<p>The gate <a href=\"https://harbour.example/gate\">opened</a> today.</p><ul><li>Ships wait.</li></ul>",
            "Not this.");
    assertThat(note.headline()).isEqualTo("Gate Opens at Northwater");
    assertThat(note.body())
        .first()
        .isEqualTo(
            new Block.Paragraph(
                List.of(
                    Span.plain("The gate "),
                    Span.link("opened", "https://harbour.example/gate"),
                    Span.plain(" today."))));
    assertThat(note.body()).last().isInstanceOf(Block.ListItem.class);
    assertThat(note.date()).as("never made up").isEmpty();
  }

  @Test
  void theSourceSaysWhoIssuedItIfTheTextDoesNot() {
    assertThat(note("Gate Opens", "<p>The gate opened.</p>", "").issuer())
        .contains("Harbour Office");
    assertThat(
            note("Gate Opens", "<p>Office of the Spokesperson</p><p>The gate opened.</p>", "")
                .issuer())
        .contains("Office of the Spokesperson");
  }

  @Test
  void withoutHtmlThatShowsAnythingThePlainTextIsRead() {
    assertThat(note("Gate Opens", "<p>&nbsp;</p>", "The gate opened.").body())
        .containsExactly(new Block.Paragraph(List.of(Span.plain("The gate opened."))));
    assertThat(code("Gate Opens", "<p>&nbsp;\u200b</p><img src=\"a.png\">", " "))
        .isEqualTo("EMPTY_VERSION");
  }

  @Test
  void aVersionSaysWhetherItHadScripts() {
    String html = "<p>The gate opened.</p>%s";
    Read with = VersionReader.read(version("Gate", html.formatted("<script>x()</script>"), ""));
    assertThat(((Read.Note) with).scripts()).isTrue();
    Read without = VersionReader.read(version("Gate", html.formatted(""), ""));
    assertThat(((Read.Note) without).scripts()).isFalse();
    assertThat(((Read.Note) with).note()).isEqualTo(((Read.Note) without).note());
  }

  @Test
  void htmlThatTheReaderRefusesIsToldWithItsPlace() {
    Read read = VersionReader.read(version("Gate", "<p>" + "x".repeat(3_000_000) + "</p>", ""));
    assertThat(read)
        .isInstanceOfSatisfying(
            Read.Refused.class,
            refused -> {
              assertThat(refused.trouble().code()).isEqualTo("TOO_LARGE");
              assertThat(refused.trouble().place().at()).isEqualTo("line 7");
            });
  }

  @Test
  void plainTextIsMendedAndRefusedAsAManuscriptIs() {
    assertThat(note("Gate Opens", "", "The gate\u00e2\u20ac\u2122s open.").body())
        .containsExactly(new Block.Paragraph(List.of(Span.plain("The gate\u2019s open."))));
    assertThat(code("Gate Opens", "", "The gate opened. ".repeat(200_000))).isEqualTo("TOO_LARGE");
  }

  private static MediaNote note(String title, String html, String text) {
    return ((Read.Note) VersionReader.read(version(title, html, text))).note();
  }

  private static String code(String title, String html, String text) {
    return ((Read.Refused) VersionReader.read(version(title, html, text))).trouble().code();
  }

  private static SourceVersion version(String title, String html, String text) {
    return new SourceVersion(
        new Place("file", "line 7"),
        title,
        Optional.of("Harbour Office"),
        html,
        text,
        Optional.empty());
  }
}
