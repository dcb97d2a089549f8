package dateline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.Block;
import dateline.note.CanonicalForm;
import dateline.note.HtmlRendering;
import dateline.note.LaidOutNothingLost;
import dateline.note.MediaNote;
import dateline.note.Reading;
import dateline.note.Reading.Found;
import dateline.note.Sureness;
import dateline.note.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** HTML, as a browser shows it. */
class HtmlTest {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html><head><title>Harbour news | Ports</title><style>p { color: red }</style></head>
      <body><nav><ul><li>Home</li><li>Press releases</li></ul></nav>
      <article><h1>Harbour Gate &amp; Lock Open</h1>
      <p>Media Note<br>Office of the Harbour Master<br>Northwater, Ireland<br>May 3, 2029</p>
      <p>The   third gate opened
      today.<sup>1</sup> See the <a href="https://harbour.example/plan">plan
      of works</a>.</p>
      <h2>What comes next</h2>
      <ol start="3"><li>Pilots return.</li><li><p>Ships follow:</p><ul><li>Ferries</li></ul></li></ol>
      <table><tr><th>Gate</th><th>Width</th></tr><tr><td>Third</td><td>40&nbsp;m</td></tr></table>
      <blockquote><p>We waited long.</p></blockquote>
      <p><sup>1</sup> Four years late.</p>
      <div>Press contact:</div><div>Ana Roe</div><div><a href="mailto:ana@harbour.example">Write</a></div>
      <p>###</p></article>
      <footer>© Ports</footer></body></html>
      """;

  @Test
  void aPageIsReadWithItsStructure() {
    assertThat(CanonicalForm.of(read(PAGE).note()).text().replace('\t', '|'))
        .isEqualTo(
            """
            dateline-note-1
            headline|Harbour Gate & Lock Open
            kind|Media Note
            issuer|Office of the Harbour Master
            place|Northwater, Ireland
            date|2029-05-03
            paragraph|The third gate opened today.1 See the \
            [plan of works](https://harbour.example/plan).
            heading|What comes next
            item|3.|Pilots return.
            item|4.|Ships follow:
            item-1|•|Ferries
            row|Gate|Width
            row|Third|40 m
            quotation|We waited long.
            footnote|1|Four years late.
            paragraph|Press contact:
            paragraph|Ana Roe
            paragraph|[Write](mailto:ana@harbour.example)
            contact|Ana Roe||ana@harbour.example
            boilerplate|Home
            boilerplate|Press releases
            boilerplate|© Ports
            endMark|###
            language|en
            """);
  }

  @Test
  void aPageOfANoteSaysHowDeepItsItemsAre() {
    String list =
        """
        <h1>Gate Opens</h1><p>It is open.</p>
        <ol><li>Pilots<ul><li>north<ol type="a"><li>ferries</li></ol></li><li>south</li></ul></li>
        <li>Ships</li></ol><p>And then:</p><ul><li>Tugs</li></ul>
        """;
    MediaNote note = read(list).note();
    assertThat(CanonicalForm.of(note).text().replace('\t', '|'))
        .contains(
            """
            item|1.|Pilots
            item-1|•|north
            item-2|a.|ferries
            item-1|•|south
            item|2.|Ships
            paragraph|And then:
            item|•|Tugs
            """);
    assertThat(levels(read(HtmlRendering.of(note)).note()))
        .containsExactly(0, 1, 2, 1, 0, 0)
        .isEqualTo(levels(note));
  }

  private static List<Integer> levels(MediaNote note) {
    return note.body().stream()
        .filter(Block.ListItem.class::isInstance)
        .map(block -> ((Block.ListItem) block).level())
        .toList();
  }

  /** Deeper ones are as deep as Word's deepest. */
  @Test
  void listsInListsWithoutEndAreEightDeep() {
    String deep = "<h1>Gate Opens</h1>" + "<ul><li>x".repeat(500);
    assertThat(CanonicalForm.of(read(deep).note()).text())
        .contains("item-8\t•\tx\n")
        .doesNotContain("item-9");
  }

  @Test
  void placesAreLinesAndColumnsOfTheFile() {
    Reading reading = read(PAGE);
    assertThat(reading.places())
        .containsEntry("headline", new Found(4, 14, Sureness.STATED))
        .containsEntry("kind", new Found(5, 4, Sureness.STATED))
        .containsEntry("place", new Found(5, 50, Sureness.RECOGNISED))
        .containsEntry("endMark", new Found(15, 4, Sureness.STATED));
    assertThat(reading.contacts()).containsExactly(new Found(14, 86, Sureness.STATED));
    assertThat(reading.links().getFirst().found()).isEqualTo(new Found(7, 67, Sureness.STATED));
    assertThat(reading.blocks()).hasSameSizeAs(reading.note().body());
    assertThat(reading.blocks().get(5)).isEqualTo(new Found(11, 16, Sureness.STATED));
  }

  @Test
  void everyVisibleWordIsInExactlyOnePart() {
    var source = HtmlSheet.of(PAGE, Optional.empty()).source();
    Map<String, Integer> marks = VisibleWords.of("1");
    Map<String, Integer> words = VisibleWords.of(source.text());
    marks.forEach((word, n) -> words.merge(word, n, Integer::sum));
    assertThat(words).isEqualTo(VisibleWords.ofHtml(PAGE));
    assertThat(LaidOutNothingLost.complaints(source)).isEmpty();
  }

  /** The check of lost words would notice. */
  @Test
  void aWordThatIsLostIsMissed() {
    Reading reading = read(PAGE);
    Reading other = read(PAGE.replace("waited", "hoped"));
    assertThat(LaidOutNothingLost.complaints(reading.source(), other))
        .singleElement()
        .asString()
        .contains("waited");
  }

  @Test
  void whatNoReaderSeesIsLeftOutAndReported() {
    Reading reading =
        read(
            """
            <h1>Gate Opens</h1><script>alert("x")</script>
            <p>It is open.<span style="display: none">not</span></p>
            <p>See <a href="java&#9;script:alert(1)">this</a><img src="a.png"> and <s>that</s>.</p>
            """);
    assertThat(texts(reading)).containsExactly("It is open.", "See this and that.");
    assertThat(reading.links()).isEmpty();
    assertThat(reading.findings())
        .extracting(finding -> finding.code() + " " + finding.line() + ":" + finding.column())
        .containsExactlyInAnyOrder(
            "SCRIPT_LEFT_OUT 1:20",
            "HIDDEN_TEXT 2:43",
            "UNSAFE_LINK 3:8",
            "PICTURE_LEFT_OUT 3:50",
            "STRUCK_OUT 3:72");
  }

  @Test
  void linksInTheHeadLoseTheirTargetsAndThatIsTold() {
    Reading reading = read("<h1>Gate <a href='/gate'>Opens</a></h1><p>See <a href='/a'>a</a>.</p>");
    assertThat(reading.note().headline()).isEqualTo("Gate Opens");
    assertThat(reading.findings())
        .extracting(finding -> finding.code() + " " + finding.column())
        .containsExactly("HEAD_LINK 26");
    assertThat(reading.links()).hasSize(1);
  }

  @Test
  void aTitleBesideTheTextIsTheHeadline() {
    Manuscript read =
        Manuscripts.readHtml("Joint Statement on the Gate.", "<p>The gate opened today.</p>");
    Reading reading = ((Manuscript.Read) read).reading();
    assertThat(reading.note().headline()).isEqualTo("Joint Statement on the Gate.");
    assertThat(reading.note().kind()).contains("Joint Statement");
    assertThat(reading.places())
        .containsEntry("headline", new Found(0, 0, Sureness.STATED))
        .containsEntry("body", new Found(1, 4, Sureness.RECOGNISED));
  }

  @Test
  void aTableThatOnlyArrangesIsNoTable() {
    Reading reading =
        read(
            """
            <table><tr><td><table><tr><td>Gate Opens</td></tr><tr><td>Media Note</td></tr>
            <tr><td><p>The gate opened today.</p><p>It is wide.</p></td></tr></table></td></tr></table>
            """);
    assertThat(reading.note().headline()).isEqualTo("Gate Opens");
    assertThat(reading.note().kind()).contains("Media Note");
    assertThat(texts(reading)).containsExactly("The gate opened today.", "It is wide.");
  }

  @Test
  void aMailMadeOfDivsHasLinesAndParagraphs() {
    Reading reading =
        read(
            """
            <div dir="ltr"><div>Gate Opens</div><div><br></div><div>Media Note</div>
            <div>May 3, 2029</div><div><br></div><div>The gate opened today.</div></div>
            """);
    assertThat(reading.note().headline()).isEqualTo("Gate Opens");
    assertThat(reading.note().date()).isPresent();
    assertThat(texts(reading)).containsExactly("The gate opened today.");
  }

  @Test
  void aQuotationAroundEverythingQuotesNothing() {
    Reading reading =
        read("<blockquote><h1>Gate Opens</h1><p>The gate opened today.</p></blockquote>");
    assertThat(reading.note().body()).hasOnlyElementsOfType(Block.Paragraph.class);
  }

  @Test
  void textFromRightToLeftKeepsItsMarks() {
    Reading reading =
        read(
            "<div dir='rtl'><h1>افتتاح البوابة الثالثة</h1><p>افتتحت البوابة اليوم \u200f(12)."
                + "</p></div>");
    assertThat(reading.note().headline()).isEqualTo("افتتاح البوابة الثالثة");
    assertThat(texts(reading)).containsExactly("افتتحت البوابة اليوم \u200f(12).");
    assertThat(reading.note().languages()).containsExactly("ar");
  }

  @Test
  void aPowerStaysRaised() {
    assertThat(
            texts(
                read(
                    "<h1>Gate Open</h1><p>Limits rise to 10<sup>6</sup> a year per 5 m<sup>2</sup>, not"
                        + " 10<sup>-3</sup>.<sup>1</sup> It is the 7<sup>th</sup> rise, they said.<sup>2</sup></p>")))
        .contains("Limits rise to 10⁶ a year per 5 m², not 10⁻³.1 It is the 7th rise, they said.2");
  }

  @Test
  void aLinkIntoTheSameTextIsNoLink() {
    Reading reading =
        read(
            "<h1>Gate Open</h1><p>It is open.<a href=\"#n1\">[1]</a> See <a href=\"#x\">this</a>.</p>"
                + "<p id=\"n1\">[1] Since May.</p>");
    assertThat(reading.links()).hasSize(1);
  }

  private static List<String> texts(Reading reading) {
    return reading.note().body().stream().map(Words::of).toList();
  }

  private static Reading read(String html) {
    Manuscript manuscript =
        Manuscripts.read(html.getBytes(StandardCharsets.UTF_8), Hint.mediaType("text/html"));
    assertThat(manuscript).isInstanceOf(Manuscript.Read.class);
    assertThat(((Manuscript.Read) manuscript).format()).isEqualTo(Format.HTML);
    return ((Manuscript.Read) manuscript).reading();
  }
}
