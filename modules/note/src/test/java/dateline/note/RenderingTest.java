package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderingTest {

  private static final String TEXT =
      """
      News Releases: Gate <Opened> & Closed

      Media Note
      Office of Ports
      Oslo, Norway
      May 3, 2029

      The gate was opened today by the harbour master, see [the plan](https://h.example/plan?a=1&b="2) or [@Gate](#).

      What Changed:

      • One thing.
      • Another thing, which is told at some length so that the line has to be wrapped once.

      3. Third.

      Tide\tGate
      High\tclosed

      Write to press@h.example or @gate.

      ###

      This site is managed by the port office of the town of Northwater.
      """;

  @Test
  void theMailTextSaysEverythingInOrder() {
    assertThat(PlainText.of(PlainTextReader.read(TEXT).note()))
        .isEqualTo(
            """
            Gate <Opened> & Closed

            Media Note
            Office of Ports
            Oslo, Norway
            May 3, 2029

            The gate was opened today by the harbour master, see the plan
            <https://h.example/plan?a=1&b="2> or @Gate.

            What Changed:

            • One thing.
            • Another thing, which is told at some length so that the line has to be
              wrapped once.
            3. Third.

            Tide | Gate
            High | closed

            Write to press@h.example or @gate.

            ###

            This site is managed by the port office of the town of Northwater.
            """);
  }

  @Test
  void thePageSaysEverythingInOrder() {
    assertThat(HtmlRendering.of(PlainTextReader.read(TEXT).note()))
        .isEqualTo(
            """
            <article class="note" lang="en" dir="auto">
            <header>
            <h1 class="headline">Gate &lt;Opened&gt; &amp; Closed</h1>
            <p class="kind">Media Note</p>
            <p class="issuer">Office of Ports</p>
            <p class="dateline"><span class="place">Oslo, Norway</span><br><time datetime="2029-05-03">May 3, 2029</time></p>
            </header>
            <p>The gate was opened today by the harbour master, see <a href="https://h.example/plan?a=1&amp;b=&quot;2">the plan</a> or @Gate.</p>
            <h2>What Changed:</h2>
            <ul>
            <li>One thing.</li>
            <li>Another thing, which is told at some length so that the line has to be wrapped once.</li>
            </ul>
            <ol>
            <li value="3">Third.</li>
            </ol>
            <table>
            <tr><td>Tide</td><td>Gate</td></tr>
            <tr><td>High</td><td>closed</td></tr>
            </table>
            <p>Write to <a href="mailto:press@h.example">press@h.example</a> or @gate.</p>
            <p class="end-mark">###</p>
            <footer>
            <p class="notice">This site is managed by the port office of the town of Northwater.</p>
            </footer>
            </article>
            """);
  }

  private static final String NESTED =
      """
      Gate Opens

      It is open, and this follows:

      1. Pilots return.
          • those of the north, who have to wait for the tide and for the ships before them
              a) ferries
          • those of the south
      2. Ships wait.
      """;

  @Test
  void aListInAListIsSetInAndReadAgainAsOne() {
    String text = PlainText.of(PlainTextReader.read(NESTED).note());
    assertThat(text)
        .isEqualTo(
            """
            Gate Opens

            It is open, and this follows:

            1. Pilots return.
                • those of the north, who have to wait for the tide and for the
                  ships before them
                    a) ferries
                • those of the south
            2. Ships wait.
            """);
    assertThat(PlainTextReader.read(text).note()).isEqualTo(PlainTextReader.read(NESTED).note());
  }

  @Test
  void aListInAListStandsInItsItemOnThePage() {
    assertThat(HtmlRendering.of(PlainTextReader.read(NESTED).note()))
        .contains(
            """
            <ol>
            <li value="1">Pilots return.
            <ul>
            <li>those of the north, who have to wait for the tide and for the ships before them
            <ul class="marked">
            <li>a) ferries</li>
            </ul>
            </li>
            <li>those of the south</li>
            </ul>
            </li>
            <li value="2">Ships wait.</li>
            </ol>
            """);
  }

  @Test
  void onlyTheWebAndMailAreLinkedTo() {
    for (String href :
        List.of(
            "#",
            "",
            "javascript:alert(1)",
            " JavaScript:x",
            "data:text/html,x",
            "vbscript:x",
            "//h.example",
            "/page",
            "java\nscript:x",
            "http://a b",
            "https://a\u202f",
            "file:///etc")) {
      String html = html(Span.link("x", href));
      assertThat(html).as(href).contains("<p>x</p>").doesNotContain("<a ");
    }
    assertThat(html(Span.link("x", "www.h.example")))
        .contains("<a href=\"https://www.h.example\">x</a>");
    assertThat(html(Span.link("x", "MAILTO:a@h.example")))
        .contains("<a href=\"MAILTO:a@h.example\">");
  }

  @Test
  void nothingInANoteBecomesMarkup() {
    String attack = "\"'><script>alert(1)</script>&\u0000\uD800";
    MediaNote note = RandomNotes.mapped(PlainTextReader.read(TEXT).note(), _ -> attack);
    String html = HtmlRendering.of(note);
    assertThat(html).doesNotContain("<script").doesNotContain("\u0000").doesNotContain("\uD800");
    assertThat(html(Span.link("x", "https://h.example/\"onclick=\"x")))
        .contains("href=\"https://h.example/&quot;onclick=&quot;x\"");
  }

  @Test
  void aContactTheTextDoesNotNameIsShownBelowIt() {
    MediaNote note = PlainTextReader.read("Gate Opened\n\nIt is open.\n").note();
    MediaContact contact =
        new MediaContact(
            Optional.of("Ana Roe"),
            Optional.of("Port Office"),
            Optional.of("ana@h.example"),
            List.of("+47 5550 0100"));
    MediaNote withContact =
        new MediaNote(
            note.headline(),
            note.subheadline(),
            note.kind(),
            note.issuer(),
            note.place(),
            note.date(),
            note.releaseLine(),
            note.embargoLine(),
            note.attribution(),
            note.correction(),
            note.releaseNumber(),
            note.body(),
            List.of(contact),
            note.boilerplate(),
            note.endMark(),
            note.languages());
    assertThat(PlainText.of(withContact))
        .endsWith("It is open.\n\nAna Roe\nPort Office\nana@h.example\n+47 5550 0100\n");
    assertThat(HtmlRendering.of(withContact))
        .contains("<a href=\"mailto:ana@h.example\">ana@h.example</a><br>+47 5550 0100</p>");
  }

  @Test
  void theWordsOfANoteAreAllItSays() {
    assertThat(Words.of(PlainTextReader.read(TEXT).note()))
        .contains(
            "Gate <Opened> & Closed", "Office of Ports", "see the plan or @Gate.", "High closed")
        .doesNotContain("h.example/plan");
  }

  private static String html(Span span) {
    MediaNote note = PlainTextReader.read("Gate Opened\n\nIt is open.\n").note();
    return HtmlRendering.of(
        new MediaNote(
            note.headline(),
            note.subheadline(),
            note.kind(),
            note.issuer(),
            note.place(),
            note.date(),
            note.releaseLine(),
            note.embargoLine(),
            note.attribution(),
            note.correction(),
            note.releaseNumber(),
            List.of(new Block.Paragraph(List.of(span))),
            List.of(),
            List.of(),
            note.endMark(),
            note.languages()));
  }
}
