package dateline.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dateline.intake.Manuscript.Code;
import dateline.note.CanonicalForm;
import dateline.note.Digest;
import dateline.note.Finding;
import dateline.note.PlainTextReader;
import dateline.note.Reading;
import dateline.note.checks.Checks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Which files are read as what, what is said about them, and which are refused. */
class ManuscriptsTest {

  private static final String PLAIN =
      """
      Gate’s Third Opening – “Café”

      Media Note
      Office of the Harbour Master
      Northwater, Ireland
      May 3, 2029

      The gate opened today. It cost 5 million € and took ten years.
      """;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  @Test
  void everyEncodingGivesTheSameNote() {
    Digest digest = Digest.of(PlainTextReader.read(PLAIN).note());
    for (byte[] file :
        List.of(
            PLAIN.getBytes(UTF_8),
            marked(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, PLAIN.getBytes(UTF_8)),
            PLAIN.getBytes(UTF_16LE),
            PLAIN.getBytes(UTF_16BE),
            marked(new byte[] {(byte) 0xFF, (byte) 0xFE}, PLAIN.getBytes(UTF_16LE)),
            marked(new byte[] {(byte) 0xFE, (byte) 0xFF}, PLAIN.getBytes(UTF_16BE)),
            PLAIN.getBytes(WINDOWS_1252))) {
      assertThat(Digest.of(read(file, Hint.NONE).note())).isEqualTo(digest);
    }
  }

  @Test
  void theEncodingIsTold() {
    assertThat(manuscript(PLAIN.getBytes(WINDOWS_1252)).encoding()).contains(WINDOWS_1252);
    assertThat(manuscript(PLAIN.getBytes(UTF_16BE)).encoding()).contains(UTF_16BE);
    assertThat(codes(read(PLAIN.getBytes(WINDOWS_1252), Hint.NONE)))
        .containsExactly("ENCODING_GUESSED");
    Hint claimed = Hint.mediaType("text/plain; charset=windows-1252");
    assertThat(codes(read(PLAIN.getBytes(WINDOWS_1252), claimed))).isEmpty();
    assertThat(codes(read(PLAIN.getBytes(UTF_8), claimed))).containsExactly("OTHER_ENCODING");
    assertThat(
            codes(
                read(
                    marked(
                        new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, PLAIN.getBytes(UTF_8)),
                    Hint.NONE)))
        .containsExactly("BYTE_ORDER_MARK");
  }

  @Test
  void utf16WithoutAMarkIsTold() {
    for (Charset utf16 : List.of(UTF_16LE, UTF_16BE)) {
      assertThat(read("Gate Opens\n\nIt is open.".getBytes(utf16), Hint.NONE).findings())
          .extracting(Finding::code, Finding::message)
          .containsExactly(
              tuple(
                  "ENCODING_GUESSED",
                  "The file is not UTF-8 and does not say what it is; it was read as "
                      + utf16.name()
                      + "."));
    }
    byte[] file = "Gate Opens\n\nIt is open.".getBytes(UTF_16LE);
    assertThat(codes(read(file, Hint.mediaType("text/plain; charset=utf-16")))).isEmpty();
    assertThat(codes(read(file, Hint.mediaType("text/plain; charset=utf-8"))))
        .containsExactly("OTHER_ENCODING");
    String page = "<html><head><meta charset='utf-16'></head><body><p>Gate Opens</p></body></html>";
    assertThat(codes(read(page.getBytes(UTF_16LE), Hint.NONE))).isEmpty();
  }

  @Test
  void anEncodingThatNobodyKnowsIsTold() {
    Hint claimed = Hint.mediaType("text/plain; charset=\"x-gate-9\"");
    for (Charset charset : List.of(UTF_8, WINDOWS_1252)) {
      assertThat(read(PLAIN.getBytes(charset), claimed).findings())
          .extracting(Finding::code, Finding::message)
          .containsExactly(
              tuple(
                  "UNKNOWN_ENCODING",
                  "The file was said to be in an encoding that is not known, “x-gate-9”; it was read"
                      + " as "
                      + charset.name()
                      + "."));
    }
    for (String start : List.of("<meta charset='x-gate-9'>", "<?xml encoding=\"x-gate-9\"?>")) {
      String page = start + "<html><body><p>Gate Opens</p></body></html>";
      assertThat(codes(read(page.getBytes(UTF_8), Hint.NONE)))
          .as(start)
          .containsExactly("UNKNOWN_ENCODING");
    }
    String text = "Gate Opens\n\nAna <ana@h.example> set charset=x-gate-9 for the gate.";
    assertThat(codes(read(text.getBytes(UTF_8), Hint.NONE))).isEmpty();
  }

  @Test
  void utf8WithABrokenPlaceIsReadAsUtf8AndReported() {
    String sound = "Gate Opens\n\nThe minister’s café is ";
    for (String broken : List.of("\u00e9", "\u00ed\u00a0\u0080")) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes("“Yes,” she said. ".getBytes(UTF_8));
      file.writeBytes(sound.getBytes(UTF_8));
      file.writeBytes(broken.getBytes(ISO_8859_1));
      file.writeBytes("open.".getBytes(UTF_8));
      Reading reading = read(file.toByteArray(), Hint.NONE);
      assertThat(reading.source().text()).contains("minister’s café is \uFFFD").endsWith("open.");
      assertThat(codes(reading)).containsExactly("UNREADABLE_CHARACTERS");
    }
    assertThat(manuscript("É» é è".getBytes(WINDOWS_1252)).encoding()).contains(WINDOWS_1252);
  }

  @Test
  void aPageSaysItsEncoding() {
    Charset koi8 = Charset.forName("KOI8-R");
    String html =
        "<html><head><meta charset=\"koi8-r\"></head><body><h1>Ворота открыты</h1>"
            + "<p>Министр открыл ворота.</p></body></html>";
    Reading reading = read(html.getBytes(koi8), Hint.NONE);
    assertThat(reading.note().headline()).isEqualTo("Ворота открыты");
    assertThat(reading.note().languages()).containsExactly("ru");
  }

  @Test
  void theContentDecidesAndAContradictionIsTold() {
    byte[] html = "<html><body><h1>Gate Opens</h1><p>It is open.</p></body></html>".getBytes(UTF_8);
    Manuscript.Read read = (Manuscript.Read) Manuscripts.read(html, Hint.fileName("note.txt"));
    assertThat(read.format()).isEqualTo(Format.HTML);
    assertThat(read.reading().findings())
        .extracting(Finding::message)
        .containsExactly("The file was said to be plain text; it was read as HTML, which it is.");
    assertThat(codes(read(html, Hint.fileName("note.html")))).isEmpty();
    byte[] plain = PLAIN.getBytes(UTF_8);
    assertThat(codes(read(plain, Hint.fileName("note.html")))).containsExactly("OTHER_FORMAT");
    assertThat(codes(read(plain, Hint.fileName("note.docx")))).containsExactly("OTHER_FORMAT");
    byte[] docx = Docx.body(Docx.p("Gate Opens")).bytes();
    assertThat(codes(read(docx, Hint.mediaType("text/plain")))).containsExactly("OTHER_FORMAT");
  }

  @Test
  void plainTextAndMarkdownAreToldApart() {
    assertThat(format("# Gate Opens\n\nIt is open.")).isEqualTo(Format.MARKDOWN);
    assertThat(format("Gate Opens\n\nIt is **open**.")).isEqualTo(Format.MARKDOWN);
    assertThat(format("Gate Opens\n\n| a | b |\n|---|---|\n| c | d |")).isEqualTo(Format.MARKDOWN);
    assertThat(format("Gate Opens\n\n* [plan](#)\n* It is open.\n\n# # #"))
        .isEqualTo(Format.PLAIN_TEXT);
    assertThat(format("Gate Opens\n\nIt is open.\n\n###")).isEqualTo(Format.PLAIN_TEXT);
    byte[] marked = "# Gate Opens\n\nIt is open.".getBytes(UTF_8);
    assertThat(((Manuscript.Read) Manuscripts.read(marked, Hint.fileName("a.txt"))).format())
        .isEqualTo(Format.PLAIN_TEXT);
  }

  @Test
  void mojibakeIsMendedWhereTheWholeTextSaysHow() {
    String garbled = new String(PLAIN.getBytes(UTF_8), WINDOWS_1252).replace('\uFFFD', '\u009D');
    assertThat(garbled).contains("â€™");
    Reading reading = read(garbled.getBytes(UTF_8), Hint.NONE);
    assertThat(Digest.of(reading.note())).isEqualTo(Digest.of(PlainTextReader.read(PLAIN).note()));
    Finding finding = reading.findings().getFirst();
    assertThat(finding.code()).isEqualTo("MOJIBAKE_MENDED");
    assertThat(finding.line()).isEqualTo(1);
    assertThat(finding.column()).isEqualTo(5);
    assertThat(finding.message()).contains("“â€™” is “’”");
  }

  @Test
  void mojibakeBesideRightLettersIsOnlyReported() {
    Reading reading = read("Gate’s Opening\n\nThe gateâ€™s open.".getBytes(UTF_8), Hint.NONE);
    assertThat(reading.findings()).isEmpty();
    assertThat(Checks.run(reading)).extracting(Finding::code).contains("MOJIBAKE");
    assertThat(read("Gate Opens\n\nThe café is open.".getBytes(UTF_8), Hint.NONE).findings())
        .isEmpty();
  }

  @Test
  void lineEndsAndControlsAreMendedAndReported() {
    Reading reading =
        read("Gate Opens\r\n\nThe ga\0te is\rnow \u0001 open.\n".getBytes(UTF_8), Hint.NONE);
    assertThat(reading.note().headline()).isEqualTo("Gate Opens");
    assertThat(codes(reading)).containsExactly("MIXED_LINE_ENDS", "UNREADABLE_CHARACTERS");
    Finding controls = reading.findings().getLast();
    assertThat(controls.message()).contains("(2)");
    assertThat(controls.line()).isEqualTo(3);
    assertThat(controls.column()).isEqualTo(7);
    byte[] half = "Gate Opens\n\nIt is \uFFFDopen.".getBytes(UTF_16LE);
    half[2 * "Gate Opens\n\nIt is ".length()] = 0;
    half[2 * "Gate Opens\n\nIt is ".length() + 1] = (byte) 0xD8;
    assertThat(codes(read(half, Hint.NONE)))
        .containsExactly("ENCODING_GUESSED", "UNREADABLE_CHARACTERS");
  }

  @Test
  void linesThatEndInAReturnAloneKeepTheirOrderAndAreTold() {
    String plain = PLAIN + "\n• Ships wait.\n• Pilots board.\n";
    String markdown = "# Gate Opens\n\nIt is **open**.\n\n- Ships wait.\n- Pilots board.\n";
    String html = "<h1>Gate Opens</h1>\n<p>It is\nopen.</p>\n<pre>Ships\nPilots</pre>\n";
    for (String text : List.of(plain, markdown, html)) {
      Reading fed = read(text.getBytes(UTF_8), Hint.NONE);
      Reading returned = read(text.replace('\n', '\r').getBytes(UTF_8), Hint.NONE);
      assertThat(CanonicalForm.of(returned.note())).isEqualTo(CanonicalForm.of(fed.note()));
      assertThat(returned.blocks()).isEqualTo(fed.blocks());
      assertThat(codes(fed)).isEmpty();
      assertThat(codes(returned)).containsExactly("OLD_LINE_ENDS");
    }
    assertThat(codes(read("Gate Opens\r\rIt is\nopen.".getBytes(UTF_8), Hint.NONE)))
        .containsExactly("MIXED_LINE_ENDS");
  }

  @Test
  void whatTheReaderFoundIsAmongTheFindingsOfTheChecks() {
    Reading reading = read(PLAIN.getBytes(WINDOWS_1252), Hint.NONE);
    assertThat(Checks.run(reading)).extracting(Finding::code).contains("ENCODING_GUESSED");
  }

  @Test
  void aHeadlineOf441CharactersIsOne() {
    String headline = "A ".repeat(220) + "B";
    assertThat(read((headline + "\n\nIt is open.").getBytes(UTF_8), Hint.NONE).note().headline())
        .isEqualTo(headline);
  }

  @Test
  void nothingToReadIsRefused() {
    for (String empty : List.of("", "  \n\t\r\n", "\uFEFF", "\u200b\u00a0", "<p>&nbsp;</p><br>")) {
      assertThat(refusal(empty.getBytes(UTF_8))).as(empty).isEqualTo(Code.EMPTY);
    }
    assertThat(refusal(Docx.body("<w:p/>").bytes())).isEqualTo(Code.EMPTY);
  }

  @Test
  void whatIsNoTextIsRefused() {
    byte[] noise = new byte[4_000];
    new Random(7).nextBytes(noise);
    noise[0] = 'x';
    assertThat(refusal(noise)).isEqualTo(Code.NOT_A_TEXT);
    assertThat(refusal(new byte[500])).isEqualTo(Code.NOT_A_TEXT);
    assertThat(refusal("\u0089PNG\r\n\u001a\n\0\0\0\r".getBytes(ISO_8859_1)))
        .isEqualTo(Code.NOT_A_TEXT);
    assertThat(refusal("%PDF-1.7 x".getBytes(UTF_8))).isEqualTo(Code.OTHER_FORMAT);
    assertThat(refusal("{\\rtf1 x}".getBytes(UTF_8))).isEqualTo(Code.OTHER_FORMAT);
    assertThat(refusal(zip("a.txt", "Gate"))).isEqualTo(Code.OTHER_FORMAT);
  }

  @Test
  void whatIsTooLargeIsRefused() {
    assertThat(refusal(new byte[Manuscripts.LARGEST + 1])).isEqualTo(Code.TOO_LARGE);
    byte[] long1 = new byte[Manuscripts.LONGEST + 1];
    Arrays.fill(long1, (byte) 'a');
    assertThat(refusal(long1)).isEqualTo(Code.TOO_LARGE);
    assertThat(code(Manuscripts.readHtml("a", "b".repeat(Manuscripts.LONGEST))))
        .contains(Code.TOO_LARGE);
    for (String piece : List.of("a\n\n", "- a\n", "<p>a</p>")) {
      byte[] many = piece.repeat(Manuscripts.MOST_PIECES + 1).getBytes(UTF_8);
      assertThat(refusal(many)).as(piece).isEqualTo(Code.TOO_LARGE);
    }
  }

  @Test
  void aSmallTextWithTablesOfVeryManyCellsIsRefused() {
    String wide = "|a".repeat(1_100) + "|\n" + "|-".repeat(1_100) + "|\n";
    assertThat(refusal(("# H\n\n" + wide + "|b|\n".repeat(1_000)).getBytes(UTF_8)))
        .isEqualTo(Code.TOO_LARGE);
    assertThat(refusal(("# H\n\n" + (wide + "|b|\n".repeat(20) + "\n").repeat(9)).getBytes(UTF_8)))
        .as("all tables together")
        .isEqualTo(Code.TOO_LARGE);
    String table = "|a|b|\n|-|-|\n" + "|c|d|\n".repeat(10_000);
    assertThat(read(("# H\n\n" + table).getBytes(UTF_8), Hint.NONE).note().body()).hasSize(10_001);
  }

  /** Whatever stands beside it: one bad character is one U+FFFD. */
  @Test
  void halfASurrogatePairCostsNoOtherCharacter() {
    String text = "Fees Rise\n\nThe fee rises to 1\uD83D2 million, or \uDC004.";
    for (Charset utf16 : List.of(UTF_16LE, UTF_16BE)) {
      ByteBuffer file = ByteBuffer.allocate(2 * text.length());
      file.order(utf16.equals(UTF_16LE) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      file.asCharBuffer().put(text);
      Reading reading = read(file.array(), Hint.NONE);
      assertThat(reading.source().text()).contains("1\uFFFD2 million, or \uFFFD4.");
      assertThat(codes(reading)).contains("UNREADABLE_CHARACTERS");
    }
    byte[] utf8 =
        "Fees Rise\n\nThe fee rises to 1\u00ed\u00a0\u00bd2 million.".getBytes(ISO_8859_1);
    assertThat(read(utf8, Hint.NONE).source().text()).contains("1\uFFFD2 million.");
    assertThat(manuscript(utf8).encoding()).contains(UTF_8);
    assertThat(codes(read(utf8, Hint.NONE))).containsExactly("UNREADABLE_CHARACTERS");
  }

  @Test
  void aDamagedDocumentIsRefused() {
    byte[] docx = Docx.body(Docx.p("Gate Opens")).bytes();
    assertThat(refusal(Arrays.copyOf(docx, docx.length / 2))).isEqualTo(Code.DAMAGED_DOCX);
    assertThat(refusal(Docx.body("<w:p>").bytes())).isEqualTo(Code.DAMAGED_DOCX);
    assertThat(refusal(zip("[Content_Types].xml", "<a/>"))).isEqualTo(Code.DAMAGED_DOCX);
    assertThat(refusal(Docx.body("").type("text/plain").bytes())).isEqualTo(Code.OTHER_FORMAT);
  }

  @Test
  void aDocumentThatUnpacksToFarMoreIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] spaces = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        zip.write(spaces);
      }
      zip.closeEntry();
    }
    assertThat(out.size()).isLessThan(200_000);
    assertThat(refusal(out.toByteArray())).isEqualTo(Code.DOCX_BOMB);
  }

  @Test
  void entitiesAreNeitherFetchedNorBlownUp() {
    String bomb =
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
            + "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
            + "<w:body><w:p><w:r><w:t>Gate &a;</w:t></w:r></w:p></w:body></w:document>";
    assertThat(refusal(Docx.body("").raw("word/document.xml", bomb).bytes()))
        .isEqualTo(Code.DAMAGED_DOCX);
  }

  @Test
  void aDocumentWithMacrosOrAPasswordIsRefused() {
    Docx macros =
        Docx.body(Docx.p("Gate Opens"))
            .type("application/vnd.ms-word.document.macroEnabled.main+xml");
    assertThat(refusal(macros.bytes())).isEqualTo(Code.MACROS);
    byte[] names = "..EncryptedPackage..".getBytes(UTF_16LE);
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    assertThat(refusal(marked(old, names))).isEqualTo(Code.PASSWORD);
    assertThat(refusal(marked(old, "WordDocument".getBytes(UTF_16LE))))
        .isEqualTo(Code.OTHER_FORMAT);
  }

  @Test
  void elementsThatStandVeryDeepAreReadOrRefused() {
    String html = "<div>".repeat(50_000) + "Gate Opens";
    assertThat(read(html.getBytes(UTF_8), Hint.mediaType("text/html")).note().headline())
        .isEqualTo("Gate Opens");
    String quotes = "> ".repeat(5_000) + "Gate Opens";
    assertThat(read(quotes.getBytes(UTF_8), Hint.mediaType("text/markdown")).source().text())
        .contains("Gate Opens");
    assertThat(read(deepDocx(40), Hint.NONE).note().headline()).isEqualTo("Gate Opens");
    for (int deep : List.of(50, 100, 2_000)) {
      assertThat(refusal(deepDocx(deep))).as("%d", deep).isEqualTo(Code.TOO_DEEP);
    }
  }

  private static byte[] deepDocx(int times) {
    String deep = "<w:sdt><w:sdtContent>".repeat(times);
    String end = "</w:sdtContent></w:sdt>".repeat(times);
    return Docx.body(deep + Docx.p("Gate Opens") + end).bytes();
  }

  private static Format format(String text) {
    return manuscript(text.getBytes(UTF_8)).format();
  }

  private static Manuscript.Read manuscript(byte[] file) {
    return (Manuscript.Read) Manuscripts.read(file, Hint.NONE);
  }

  private static Reading read(byte[] file, Hint hint) {
    Manuscript manuscript = Manuscripts.read(file, hint);
    assertThat(manuscript).isInstanceOf(Manuscript.Read.class);
    return ((Manuscript.Read) manuscript).reading();
  }

  private static Code refusal(byte[] file) {
    return code(Manuscripts.read(file, Hint.NONE)).orElseThrow();
  }

  private static Optional<Code> code(Manuscript manuscript) {
    return switch (manuscript) {
      case Manuscript.Read _ -> Optional.empty();
      case Manuscript.Refused(var code, var reason) -> {
        assertThat(reason).endsWith(".").doesNotContain("Exception");
        yield Optional.of(code);
      }
    };
  }

  private static List<String> codes(Reading reading) {
    return reading.findings().stream().map(Finding::code).toList();
  }

  private static byte[] marked(byte[] mark, byte[] rest) {
    byte[] both = Arrays.copyOf(mark, mark.length + rest.length);
    System.arraycopy(rest, 0, both, mark.length, rest.length);
    return both;
  }

  private static byte[] zip(String name, String content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }
}
