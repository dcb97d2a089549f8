package dateline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.CanonicalForm;
import dateline.note.LaidOutNothingLost;
import dateline.note.Reading;
import dateline.note.Reading.Found;
import dateline.note.Sureness;
import dateline.note.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Markdown: CommonMark with tables and footnotes. */
class MarkdownTest {

  private static final String TEXT =
      """
      # Harbour Gate &amp; Lock Open

      **Media Note**
      Office of the Harbour Master
      Northwater, Ireland
      May 3, 2029

      The third gate opened *today* and will stay open for ships of every kind that
      come from the sea.[^1] See the [plan](https://harbour.example/plan) or
      <https://harbour.example>. Prices rose by 5 \\* 2.

      ## What comes next

      3. Pilots return.
      4. Ships follow:
         - Ferries
         - Tugs

      | Gate  | Width |
      |-------|-------|
      | Third | 40 m  |

      > We waited long.

      [^1]: Four years late.

      Press contact: [Ana Roe](mailto:ana@harbour.example)

      ###
      """;

  @Test
  void aTextIsReadWithItsStructure() {
    assertThat(CanonicalForm.of(read(TEXT).note()).text().replace('\t', '|'))
        .isEqualTo(
            """
            dateline-note-1
            headline|Harbour Gate & Lock Open
            kind|Media Note
            issuer|Office of the Harbour Master
            place|Northwater, Ireland
            date|2029-05-03
            paragraph|The third gate opened today and will stay open for ships of every kind that \
            come from the sea.\\[1\\] See the [plan](https://harbour.example/plan) or \
            [https://harbour.example](https://harbour.example). Prices rose by 5 * 2.
            heading|What comes next
            item|3.|Pilots return.
            item|4.|Ships follow:
            item-1|•|Ferries
            item-1|•|Tugs
            row|Gate|Width
            row|Third|40 m
            quotation|We waited long.
            footnote|[1]|Four years late.
            paragraph|Press contact: [Ana Roe](mailto:ana@harbour.example)
            contact|Ana Roe||ana@harbour.example
            endMark|###
            language|en
            """);
  }

  @Test
  void placesAreLinesAndColumnsOfTheFile() {
    Reading reading = read(TEXT);
    assertThat(reading.places())
        .containsEntry("headline", new Found(1, 3, Sureness.STATED))
        .containsEntry("kind", new Found(3, 3, Sureness.STATED))
        .containsEntry("date", new Found(6, 1, Sureness.RECOGNISED))
        .containsEntry("endMark", new Found(29, 1, Sureness.STATED));
    assertThat(reading.links().getFirst().found()).isEqualTo(new Found(9, 33, Sureness.STATED));
    assertThat(reading.contacts()).containsExactly(new Found(27, 17, Sureness.STATED));
    assertThat(LaidOutNothingLost.complaints(reading.source())).isEmpty();
  }

  @Test
  void endMarksAreNoHeadings() {
    assertThat(read("# Gate Opens\n\nIt is open.\n\n# # #\n").note().endMark()).contains("# # #");
  }

  @Test
  void aDefinitionNothingRefersToIsText() {
    Reading reading = read("# Gate Opens\n\nIt is open.\n\n[Note]: https://harbour.example\n");
    assertThat(texts(reading)).last().asString().contains("Note", "harbour.example");
  }

  @Test
  void htmlInsideIsReadAsHtml() {
    Reading reading =
        read(
            "# Gate Opens\n\n<table><tr><td>Gate</td><td>40 m</td></tr></table>\n\n"
                + "It is <b>open</b>.<script>alert(1)</script>\n");
    assertThat(texts(reading)).containsExactly("Gate 40 m", "It is open.");
    assertThat(reading.findings()).extracting("code").containsExactly("SCRIPT_LEFT_OUT");
    assertThat(reading.blocks().getFirst()).isEqualTo(new Found(3, 16, Sureness.STATED));
  }

  @Test
  void unsafeLinksKeepTheirWordsOnly() {
    Reading reading = read("# Gate Opens\n\nSee [this](javascript:x) now.\n");
    assertThat(reading.links()).isEmpty();
    assertThat(reading.findings()).extracting("code").containsExactly("UNSAFE_LINK");
  }

  @Test
  void anAddressThatIsIndentedKeepsItsLines() {
    Reading reading = read("# Gate Opens\n\nIt is open.\n\n    Quay One\n    Northwater\n");
    assertThat(texts(reading)).containsExactly("It is open.", "Quay One", "Northwater");
    assertThat(reading.blocks().get(1)).isEqualTo(new Found(5, 5, Sureness.RECOGNISED));
  }

  private static List<String> texts(Reading reading) {
    return reading.note().body().stream().map(Words::of).toList();
  }

  private static Reading read(String text) {
    Manuscript manuscript =
        Manuscripts.read(text.getBytes(StandardCharsets.UTF_8), Hint.fileName("note.md"));
    assertThat(((Manuscript.Read) manuscript).format()).isEqualTo(Format.MARKDOWN);
    return ((Manuscript.Read) manuscript).reading();
  }
}
