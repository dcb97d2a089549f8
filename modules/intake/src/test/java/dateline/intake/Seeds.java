package dateline.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small manuscripts from which a fuzzer starts. */
final class Seeds {

  private static final String PLAIN =
      """
      FOR IMMEDIATE RELEASE

      Harbour Gate Opens

      Media Note
      Office of the Harbour Master
      Northwater, Ireland
      May 3, 2029

      The gate opened today. See the [plan](https://h.example) or www.h.example.

      1. One
      • Two

      * A footnote.

      Press contact: Ana Roe, ana@h.example, (202) 555-0100

      ###
      """;

  private static final String HTML =
      """
      <html><head><title>x</title></head><body><nav>Home</nav><h1>Gate &amp; Lock</h1>
      <p>Media Note<br>May 3, 2029</p><p><b>It</b> is <a href="mailto:a@b.co">open</a>.<sup>1</sup></p>
      <ol start=3 type=a><li><p>One</p></li></ol><table><tr><td>a</td><th>b</th></tr></table>
      <blockquote>c</blockquote><pre>d
      e</pre><script>f</script><p hidden>g</p><p><sup>1</sup> h</p><footer>i</footer></body></html>
      """;

  private static final String MARKDOWN =
      """
      # Gate Opens

      **Media Note**
      May 3, 2029

      It is *open*[^1] on [day](https://h.example "x") <b>one</b>.
      Yes. ![a](b)

      1) One
         - Two

      | a | b |
      |---|---|
      | c | d |

      > e

          f

      [^1]: g
      [h]: i

      # # #
      """;

  private static final String WORD =
      Docx.p("<w:pStyle w:val='a'/><w:numPr><w:numId w:val='1'/></w:numPr>", "Gate Opens")
          + "<w:p><w:hyperlink w:anchor='b'><w:r><w:t>c</w:t><w:br/></w:r></w:hyperlink><w:ins><w:r>"
          + "<w:tab/><w:t>d</w:t></w:r></w:ins><w:del><w:r><w:delText>e</w:delText></w:r></w:del></w:p>"
          + "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>"
          + Docx.p("f")
          + "</w:tc></w:tr></w:tbl>"
          + "<w:style w:styleId='a'><w:name w:val='Title'/><w:basedOn w:val='a'/></w:style>";

  private Seeds() {}

  static List<byte[]> of(String target) {
    return switch (target) {
      case "Html" -> List.of(bytes(HTML));
      case "Markdown" -> List.of(bytes(MARKDOWN));
      case "Word" -> List.of(bytes(WORD));
      case "All" ->
          List.of(first('A', PLAIN), first('H', HTML), first('M', MARKDOWN), first('W', WORD));
      default ->
          List.of(
              bytes(PLAIN),
              PLAIN.getBytes(StandardCharsets.UTF_16LE),
              bytes(HTML),
              bytes(MARKDOWN),
              Docx.body(WORD).bytes());
    };
  }

  private static byte[] first(char target, String text) {
    return bytes(target + text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
