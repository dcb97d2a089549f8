package dateline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.LaidOutNothingLost;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Manuscripts nobody means well with. */
class HostileManuscriptTest {

  /**
   * Against hanging. What grows with the length takes some tenths of a second; a pass that looks at
   * all the rest from each character takes 1,800,000,000 steps, and longer than this if a step is a
   * try of a regular expression or a copied stretch. One of bare comparisons shows in {@link
   * #aVeryLongLineIsRead}.
   */
  private static final Duration GUARD = Duration.ofSeconds(20);

  private static final int SIZE = 60_000;

  @Test
  void longHtmlOfAnythingIsRead() {
    for (String unit :
        List.of(
            "<",
            "<a",
            "<a href='#'>a</a>",
            "<a href=x>",
            "<b>",
            "<b>a</b>",
            "<p>",
            "<p>a",
            "<p><sup>1</sup> a",
            "<div>",
            "<div>a</div>",
            "<br>",
            "a<br>",
            "<li>",
            "<ul><li>a",
            "<ol><li>a</ol>",
            "<table>",
            "<table><tr><td>",
            "<tr><td>a<td>b",
            "<blockquote>",
            "<blockquote>a",
            "<h1>a</h1>",
            "<script>",
            "<!--",
            "&amp;",
            "&",
            "&#9999",
            "<svg><p>",
            "<template>",
            "<p hidden>a",
            "\u0000<p>",
            "<pre>a\n",
            "<a href=mailto:a@b.co>x</a> ",
            "<footer>a",
            "<nav><p>",
            "<s>a</s>",
            "<img>")) {
      html(unit.repeat(SIZE / unit.length()), unit);
      html("<table><tr><td>a<td>" + unit.repeat(SIZE / 3 / unit.length()), unit);
    }
  }

  private static void html(String html, String unit) {
    Assertions.assertTimeoutPreemptively(
        GUARD, () -> HtmlSheet.of(html, Optional.of("Gate")).read(List.of()), unit);
  }

  @Test
  void longMarkdownOfAnythingIsRead() {
    for (String unit :
        List.of(
            "#",
            "# a\n",
            "* ",
            "* a\n",
            "*a",
            "**a",
            "_a_ ",
            "> ",
            "> a\n",
            "[",
            "[a](",
            "[a](b) ",
            "![",
            "[^1]",
            "[^1]: a\n\n",
            "[a]: b\n",
            "|",
            "|a|b|\n|-|-|\n",
            "|a",
            "`",
            "```\n",
            "<a>",
            "<br>",
            "\\",
            "&amp;",
            "- - ",
            "1. a\n",
            "  ",
            "    a\n",
            "a  \n",
            "<!--",
            "<p>\n",
            "~",
            "\u0000")) {
      String text = unit.repeat(SIZE / unit.length());
      Assertions.assertTimeoutPreemptively(
          GUARD, () -> MarkdownSheet.of(text).read(List.of()), unit);
    }
  }

  @Test
  void longDocumentsOfAnythingAreReadOrRefused() {
    for (String unit :
        List.of(
            "<w:p/>",
            Docx.p("a"),
            "<w:p><w:r><w:t>a</w:t><w:br/></w:r></w:p>",
            "<w:tbl><w:tr><w:tc>"
                + Docx.p("a")
                + "</w:tc><w:tc>"
                + Docx.p("b")
                + "</w:tc></w:tr></w:tbl>",
            "<w:p><w:hyperlink w:anchor='a'><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>",
            "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>",
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>a</w:t></w:r></w:p>",
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='separate'/>"
                + "<w:t>a</w:t></w:r></w:p>",
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>")) {
      byte[] file = Docx.body(unit.repeat(2 * SIZE / unit.length())).bytes();
      Assertions.assertTimeoutPreemptively(GUARD, () -> Manuscripts.read(file, Hint.NONE), unit);
    }
  }

  @Test
  void aVeryLongLineIsRead() {
    for (String unit : List.of("a", "The gate opened. ", "<b>a</b>", "**a** ")) {
      isRead(unit, 300_000);
    }
  }

  /** What a text is told to be Markdown by. */
  @Test
  void aLongLineOfMarksIsRead() {
    for (String unit : List.of("---|", "|---", ":---: | ", "# a ", "[^a]:", "```\na\n", "**")) {
      isRead(unit, SIZE);
      isRead("a\n|" + unit, SIZE);
    }
  }

  private static void isRead(String unit, int size) {
    byte[] file = unit.repeat(size / unit.length()).getBytes(StandardCharsets.UTF_8);
    Manuscript read =
        Assertions.assertTimeoutPreemptively(GUARD, () -> Manuscripts.read(file, Hint.NONE), unit);
    assertThat(read).as(unit).isInstanceOf(Manuscript.Read.class);
  }

  /** Bits of HTML in any order: what is seen of them is in exactly one part. */
  @Test
  void noRandomHtmlLosesAWord() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("noRandomHtmlLosesAWord: replay with -Dseed=" + seed);
    Random random = new Random(seed);
    List<String> bits =
        List.of(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<br>",
            "<b>",
            "</b>",
            "<h1>",
            "</h1>",
            "<h2>",
            "</h2>",
            "<ul>",
            "</ul>",
            "<ol start=4>",
            "</ol>",
            "<li>",
            "</li>",
            "<table>",
            "</table>",
            "<tr>",
            "</tr>",
            "<td>",
            "</td>",
            "<th>",
            "<blockquote>",
            "</blockquote>",
            "<a href='#x'>",
            "<a href='mailto:a@b.co'>",
            "</a>",
            "<nav>",
            "</nav>",
            "<footer>",
            "</footer>",
            "<pre>",
            "</pre>",
            "<s>",
            "<span hidden>",
            "</span>",
            "<dl>",
            "<dt>",
            "<dd>",
            "<hr>",
            "<select>",
            "<article>",
            "</article>",
            "<script>x</script>",
            "Gate Opens",
            "Media Note",
            "Office of the Harbour Master",
            "Oslo, Norway",
            "May 3, 2029",
            "The gate opened.",
            "contact Ana Roe at",
            "a@b.co",
            "###",
            "FOR IMMEDIATE RELEASE",
            "www.h.example",
            " ",
            "\n",
            "&nbsp;",
            "&lt;",
            "&eacute;",
            "2029",
            "(202) 555-0100",
            "•",
            "1.",
            "Topic:",
            "“Yes.”");
    for (int i = 0; i < 1_000; i++) {
      StringBuilder html = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        html.append(bits.get(random.nextInt(bits.size())));
      }
      Sheet sheet = HtmlSheet.of(html.toString(), Optional.empty());
      assertThat(VisibleWords.letters(sheet.source().text()))
          .as(html.toString())
          .isEqualTo(VisibleWords.lettersOfHtml(html.toString()));
      assertThat(LaidOutNothingLost.complaints(sheet.source())).as(html.toString()).isEmpty();
    }
  }
}
