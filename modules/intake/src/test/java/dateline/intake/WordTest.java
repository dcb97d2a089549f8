package dateline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.Block;
import dateline.note.CanonicalForm;
import dateline.note.Finding;
import dateline.note.LaidOutNothingLost;
import dateline.note.MediaNote;
import dateline.note.Reading;
import dateline.note.Reading.Found;
import dateline.note.Span;
import dateline.note.Sureness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Word documents, as Word shows them. */
class WordTest {

  private static final String STYLES =
      """
      <w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
      <w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
      <w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
      <w:style w:styleId="Liste"><w:name w:val="List Bullet"/>\
      <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
      """;

  private static final String NUMBERING =
      """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>\
      <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>\
      <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>\
      </w:abstractNum>
      <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>\
      <w:lvlText w:val="\uF0B7"/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      """;

  private static final Docx FULL =
      Docx.body(
              Docx.p("<w:pStyle w:val='Titel'/>", "Harbour Gate Opens After Ten Years")
                  + Docx.p("May 3, 2029")
                  + "<w:p><w:r><w:t>The gate opened </w:t></w:r><w:hyperlink r:id='plan'><w:r>"
                  + "<w:t>as planned</w:t></w:r></w:hyperlink><w:r><w:t> today</w:t></w:r><w:r>"
                  + "<w:footnoteReference w:id='2'/></w:r><w:r><w:t>.</w:t></w:r></w:p>"
                  + Docx.p("<w:pStyle w:val='H2'/>", "What comes next")
                  + item("1", "0", "Pilots return.")
                  + item("1", "1", "First those of the north.")
                  + item("1", "0", "Ships follow.")
                  + Docx.p("<w:pStyle w:val='Liste'/>", "Ferries wait.")
                  + "<w:tbl><w:tr><w:tc>"
                  + Docx.p("Gate")
                  + "</w:tc><w:tc>"
                  + Docx.p("Width")
                  + "</w:tc></w:tr><w:tr><w:tc>"
                  + Docx.p("Third")
                  + "</w:tc><w:tc>"
                  + Docx.p("40 m")
                  + "</w:tc></w:tr></w:tbl>"
                  + Docx.p("<w:pStyle w:val='Zitat'/>", "We waited long.")
                  + Docx.p("Press contact: Ana Roe, ana@harbour.example, (202) 555-0100")
                  + Docx.p("###"))
          .with("styles", STYLES)
          .with("numbering", NUMBERING)
          .with(
              "footnotes",
              "<w:footnote w:id='0' w:type='separator'><w:p/></w:footnote><w:footnote w:id='2'>"
                  + "<w:p><w:r><w:footnoteRef/><w:t>The plan is of 2019.</w:t></w:r></w:p>"
                  + "</w:footnote>")
          .with(
              "header",
              Docx.p("NORTHWATER PORTS")
                  + Docx.p("Media Note")
                  + Docx.p("Office of the Harbour Master"))
          .with("footer", Docx.p("Quay 1, Northwater"))
          .link("plan", "https://harbour.example/plan");

  private static String item(String list, String level, String text) {
    return Docx.p(
        "<w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='" + list + "'/></w:numPr>", text);
  }

  @Test
  void aDocumentIsReadWithItsStructure() {
    assertThat(CanonicalForm.of(read(FULL).note()).text().replace('\t', '|'))
        .isEqualTo(
            """
            dateline-note-1
            headline|Harbour Gate Opens After Ten Years
            kind|Media Note
            issuer|Office of the Harbour Master
            date|2029-05-03
            paragraph|The gate opened [as planned](https://harbour.example/plan) today\\[1\\].
            heading|What comes next
            item|3.|Pilots return.
            item-1|3.a)|First those of the north.
            item|4.|Ships follow.
            item|•|Ferries wait.
            row|Gate|Width
            row|Third|40 m
            quotation|We waited long.
            paragraph|Press contact: Ana Roe, ana@harbour.example, (202) 555-0100
            footnote|[1]|The plan is of 2019.
            contact|Ana Roe||ana@harbour.example|(202) 555-0100
            boilerplate|NORTHWATER PORTS
            boilerplate|Quay 1, Northwater
            endMark|###
            language|en
            """);
  }

  /** Word's own styles for lists in lists have a numbering each, of which they are the top. */
  @Test
  void theStylesForListsInListsSayHowDeepAnItemIs() {
    String styles =
        """
        <w:style w:styleId="L1"><w:name w:val="List Bullet"/>\
        <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId="L3"><w:name w:val="List Bullet 3"/>\
        <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
        """;
    Docx document =
        Docx.body(
                Docx.p("Gate Opens")
                    + Docx.p("<w:pStyle w:val='L1'/>", "Ferries wait.")
                    + Docx.p("<w:pStyle w:val='L3'/>", "Those of the north.")
                    + Docx.p("It is open."))
            .with("styles", styles)
            .with("numbering", NUMBERING);
    assertThat(CanonicalForm.of(read(document).note()).text().replace('\t', '|'))
        .contains("item|•|Ferries wait.\nitem-2|•|Those of the north.\n");
  }

  @Test
  void placesAreParagraphsAndColumns() {
    Reading reading = read(FULL);
    assertThat(reading.places())
        .containsEntry("kind", new Found(2, 1, Sureness.STATED))
        .containsEntry("headline", new Found(4, 1, Sureness.STATED))
        .containsEntry("date", new Found(5, 1, Sureness.RECOGNISED));
    assertThat(reading.contacts()).containsExactly(new Found(17, 25, Sureness.STATED));
    assertThat(reading.links())
        .containsExactly(
            new Reading.Link(
                "as planned", "https://harbour.example/plan", new Found(6, 17, Sureness.STATED)));
    assertThat(LaidOutNothingLost.complaints(reading.source())).isEmpty();
  }

  @Test
  void changesAreReadAsIfAcceptedAndReported() {
    Reading reading =
        read(
            Docx.body(
                Docx.p("Gate Opens")
                    + "<w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>second</w:delText>"
                    + "</w:r></w:del><w:ins><w:r><w:t>third</w:t></w:r></w:ins><w:r><w:t> gate"
                    + " opened.</w:t></w:r></w:p>"
                    + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>It is </w:t></w:r>"
                    + "</w:p>"
                    + Docx.p("wide.")));
    assertThat(texts(reading.note())).containsExactly("The third gate opened.", "It is wide.");
    assertThat(finding(reading, "TRACKED_CHANGES").message()).contains("(3)");
    assertThat(finding(reading, "TRACKED_CHANGES").line()).isEqualTo(2);
  }

  @Test
  void commentsHiddenWordsPicturesAndStruckWordsAreReported() {
    Reading reading =
        read(
            Docx.body(
                Docx.p("Gate Opens")
                    + "<w:p><w:r><w:t>It is open.</w:t></w:r><w:r><w:commentReference w:id='1'/>"
                    + "</w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
                    + "<w:r><w:rPr><w:strike/></w:rPr><w:t> Wide.</w:t></w:r><w:r><w:drawing>"
                    + "<a:blip xmlns:a='x'/></w:drawing></w:r></w:p>"));
    assertThat(texts(reading.note())).containsExactly("It is open. Wide.");
    assertThat(reading.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("COMMENTS", "HIDDEN_TEXT", "STRUCK_OUT", "PICTURE_LEFT_OUT");
  }

  @Test
  void aTextBoxIsReadOnceAndReported() {
    String box =
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
            + Docx.p("Boxed words.")
            + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            + "<w:txbxContent>"
            + Docx.p("Boxed words.")
            + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>";
    Reading reading =
        read(
            Docx.body(
                Docx.p("Gate Opens")
                    + Docx.p("It is open.")
                    + "<w:p><w:r><w:t>So it is.</w:t>"
                    + box
                    + "</w:r></w:p>"));
    assertThat(texts(reading.note())).containsExactly("It is open.", "So it is.", "Boxed words.");
    assertThat(finding(reading, "TEXT_BOX").line()).isEqualTo(3);
  }

  @Test
  void fieldsAreReadByTheirResults() {
    Reading reading =
        read(
            Docx.body(
                Docx.p("Gate Opens")
                    + "<w:p><w:r><w:t>See </w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/>"
                    + "</w:r><w:r><w:instrText> HYPERLINK \"https://h.example\" </w:instrText>"
                    + "</w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>the"
                    + " plan</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>"
                    + " now.</w:t></w:r></w:p>"));
    assertThat(reading.note().body())
        .containsExactly(
            new Block.Paragraph(
                List.of(
                    Span.plain("See "),
                    Span.link("the plan", "https://h.example"),
                    Span.plain(" now."))));
  }

  @Test
  void linesOfAParagraphStandForThemselves() {
    Reading reading =
        read(
            Docx.body(
                "<w:p><w:r><w:t>Gate Opens</w:t><w:br/><w:t>Media Note</w:t><w:br/><w:t>May 3,"
                    + " 2029</w:t></w:r></w:p>"
                    + Docx.p("It is open.")));
    assertThat(reading.note().headline()).isEqualTo("Gate Opens");
    assertThat(reading.note().kind()).contains("Media Note");
    assertThat(reading.places().get("date")).isEqualTo(new Found(1, 21, Sureness.RECOGNISED));
  }

  @Test
  void aDeletedEndJoinsNothingOfAnotherPart() {
    String open = "<w:rPr><w:del/></w:rPr>";
    Reading reading =
        read(
            Docx.body(
                    Docx.p("Gate Opens")
                        + "<w:p><w:r><w:t>It is open.</w:t><w:footnoteReference w:id='2'/></w:r>"
                        + "</w:p><w:tbl><w:tr><w:tc>"
                        + Docx.p("Gate")
                        + "</w:tc><w:tc>"
                        + Docx.p(open, "40 m")
                        + "</w:tc></w:tr></w:tbl>"
                        + Docx.p("<w:pStyle w:val='H2'/>", "What comes next")
                        + Docx.p(open, "Pilots return."))
                .with("styles", STYLES)
                .with(
                    "footnotes",
                    "<w:footnote w:id='2'>" + Docx.p(open, "Since May.") + "</w:footnote>")
                .with("header", Docx.p(open, "NORTHWATER PORTS"))
                .with("footer", Docx.p("Quay 1, Northwater")));
    MediaNote note = reading.note();
    assertThat(note.headline()).isEqualTo("Gate Opens");
    assertThat(note.boilerplate()).containsExactly("NORTHWATER PORTS", "Quay 1, Northwater");
    assertThat(texts(note))
        .containsExactly(
            "It is open.[1]", "Gate 40 m", "What comes next", "Pilots return.", "[1] Since May.");
    assertThat(note.body().get(2)).isInstanceOf(Block.Heading.class);
    assertThat(note.body().getLast()).isInstanceOf(Block.Footnote.class);
  }

  private static List<String> texts(MediaNote note) {
    return note.body().stream().map(dateline.note.Words::of).toList();
  }

  private static Finding finding(Reading reading, String code) {
    return reading.findings().stream()
        .filter(finding -> finding.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static Reading read(Docx docx) {
    Manuscript manuscript = Manuscripts.read(docx.bytes(), Hint.NONE);
    assertThat(manuscript).isInstanceOf(Manuscript.Read.class);
    return ((Manuscript.Read) manuscript).reading();
  }
}
