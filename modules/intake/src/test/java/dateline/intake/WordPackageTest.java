package dateline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.intake.Manuscript.Code;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small files that would fill the memory are refused before they do. */
class WordPackageTest {

  private static final int LARGEST_XML = 4 << 20;
  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String RELATED =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  @Test
  void aPartOfMoreXmlThanCanBeReadIsRefused() {
    assertThat(refusal(Docx.body(paragraphs(LARGEST_XML)).bytes())).isEqualTo(Code.DOCX_BOMB);
  }

  @Test
  void whatAPartIsCalledDoesNotMatter() {
    String root = relationship("officeDocument", 1, "word/document.bin");
    Docx docx =
        Docx.body("")
            .raw("word/document.bin", document(paragraphs(LARGEST_XML)))
            .raw("_rels/.rels", relationships(root))
            .raw("[Content_Types].xml", types("/word/document.bin"));
    assertThat(refusal(docx.bytes())).isEqualTo(Code.DOCX_BOMB);
  }

  @Test
  void onePartThatIsNamedManyTimesCountsEachTime() {
    String links =
        IntStream.rangeClosed(1, 20)
            .mapToObj(i -> relationship("header", i, "header.xml"))
            .collect(Collectors.joining());
    Docx docx =
        Docx.body(Docx.p("Gate Opens"))
            .with("header", paragraphs(LARGEST_XML / 10))
            .raw("word/_rels/document.xml.rels", relationships(links));
    assertThat(refusal(docx.bytes())).isEqualTo(Code.DOCX_BOMB);
  }

  @Test
  void documentsThatAreReadAtTheSameTimeAreAllRead() {
    byte[] file = Docx.body(Docx.p("Gate Opens") + paragraphs(50_000)).bytes();
    List<Manuscript> read =
        Stream.generate(() -> file)
            .limit(8)
            .parallel()
            .map(one -> Manuscripts.read(one, Hint.NONE))
            .toList();
    assertThat(read).hasSize(8).allMatch(Manuscript.Read.class::isInstance);
  }

  @Test
  void whoIsInterruptedReadsAndStillIs() {
    byte[] file = Docx.body(Docx.p("Gate Opens")).bytes();
    Thread.currentThread().interrupt();
    Manuscript read = Manuscripts.read(file, Hint.NONE);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(read).isInstanceOf(Manuscript.Read.class);
  }

  private static Code refusal(byte[] file) {
    return switch (Manuscripts.read(file, Hint.NONE)) {
      case Manuscript.Refused(var code, _) -> code;
      case Manuscript.Read _ -> throw new AssertionError("was read");
    };
  }

  /** Empty ones, each with a number as Word gives them: they do not pack suspiciously well. */
  private static String paragraphs(int size) {
    Random random = new Random(7);
    StringBuilder xml = new StringBuilder();
    while (xml.length() < size) {
      xml.append("<w:p w:rsidR='%08X'/>".formatted(random.nextInt()));
    }
    return xml.toString();
  }

  private static String document(String body) {
    return "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        + "<w:body>%s</w:body></w:document>".formatted(body);
  }

  private static String types(String document) {
    return "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        + "<Default Extension='rels'"
        + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        + "<Default Extension='xml' ContentType='application/xml'/>"
        + "<Override PartName='%s' ContentType='%s'/></Types>".formatted(document, MAIN);
  }

  private static String relationship(String type, int number, String target) {
    return "<Relationship Id='r%d' Type='%s%s' Target='%s'/>"
        .formatted(number, RELATED, type, target);
  }

  private static String relationships(String inside) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + inside
        + "</Relationships>";
  }
}
