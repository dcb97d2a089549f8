package dateline.note.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.Block;
import dateline.note.MediaContact;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reader of a difference is told, sentence by sentence. */
class DifferenceTest {

  private static final String SHIPS = "Twelve ships waited outside the third gate.";
  private static final String PILOTS = "Pilots were on board before the morning tide.";

  @Test
  void aWordThatChangedIsShownAndNothingElse() {
    assertThat(text(note("The fund has $80 million."), note("The fund has $58 million.")))
        .isEqualTo("Paragraph 1, changed: The fund has $[-80-]{+58+} million.\n");
  }

  @Test
  void figuresWithPointsAndWordsWithApostrophesAreOneWord() {
    assertThat(text(note("It cost 1,250.50 then."), note("It cost 1,350.50 then.")))
        .contains("[-1,250.50-]{+1,350.50+}");
    assertThat(text(note("The master's gate."), note("The masters' gate.")))
        .contains("[-master's-]{+masters'+}");
  }

  @Test
  void wordsThatLongChangesShareByChanceAreNotPickedOut() {
    assertThat(
            text(
                note("The minister travelled to the southern harbour and then gave a speech."),
                note("The minister stayed at the northern airport and then gave a speech.")))
        .contains(
            "minister [-travelled to the southern harbour-]{+stayed at the northern airport+} and");
  }

  @Test
  void aParagraphThatMovedIsShownAsMoved() {
    assertThat(
            text(note(SHIPS, PILOTS, "The gate closed."), note(PILOTS, "The gate closed.", SHIPS)))
        .isEqualTo(
            "Paragraph 1 of the former text, moved away (move 1): [-"
                + SHIPS
                + "-]\n"
                + "Paragraph 3, moved here (move 1): {+"
                + SHIPS
                + "+}\n");
  }

  @Test
  void aParagraphThatMovedAndChangedIsNotCalledMoved() {
    String moved = text(note(SHIPS, PILOTS), note(PILOTS, SHIPS.replace("Twelve", "Ten")));
    assertThat(moved).doesNotContain("moved").contains("deleted").contains("new");
  }

  @Test
  void aNewParagraphAndAGoneOneAreWhole() {
    assertThat(text(note(SHIPS), note(SHIPS, PILOTS)))
        .isEqualTo("Paragraph 2, new: {+" + PILOTS + "+}\n");
    assertThat(text(note(SHIPS, PILOTS), note(PILOTS)))
        .isEqualTo("Paragraph 1 of the former text, deleted: [-" + SHIPS + "-]\n");
  }

  @Test
  void aParagraphThatBecameAHeadingSaysSo() {
    assertThat(
            text(
                note(new Block.Paragraph(List.of(Span.plain(SHIPS)))),
                note(new Block.Heading(List.of(Span.plain(SHIPS))))))
        .isEqualTo("Heading 1, changed from paragraph: " + SHIPS + "\n");
  }

  @Test
  void anItemThatIsSetInUnderAnotherSaysSo() {
    Block ships = new Block.ListItem("•", 0, cell(SHIPS));
    assertThat(
            text(
                note(ships, new Block.ListItem("•", 0, cell(PILOTS))),
                note(ships, new Block.ListItem("•", 1, cell(PILOTS)))))
        .isEqualTo("List item 2 (nested), changed from list item: • | " + PILOTS + "\n");
    assertThat(
            text(
                note(ships, new Block.ListItem("•", 1, cell(PILOTS))),
                note(ships, new Block.ListItem("•", 2, cell(PILOTS)))))
        .isEqualTo(
            "List item 2 (nested 2 deep), changed from list item (nested): • | " + PILOTS + "\n");
  }

  @Test
  void aLinkThatGoesElsewhereIsADifference() {
    assertThat(
            text(
                note(new Block.Paragraph(List.of(Span.plain("See the "), Span.link("plan", "#")))),
                note(
                    new Block.Paragraph(
                        List.of(
                            Span.plain("See the "), Span.link("plan", "https://a.example/p"))))))
        .isEqualTo(
            "Paragraph 1, changed: See the"
                + " [-plan (links to #)-]{+plan (links to https://a.example/p)+}\n");
  }

  @Test
  void aCellThatCameAndAPhoneThatWentAreShown() {
    MediaNote former = note(new Block.TableRow(List.of(cell("Gate"), cell("Ships"))));
    MediaNote later = note(new Block.TableRow(List.of(cell("Gate"), cell("Ships"), cell("Tide"))));
    assertThat(text(former, later)).isEqualTo("Table row 1, changed: Gate | Ships{+ | Tide+}\n");
    assertThat(text(contact("555-0100", "555-0199"), contact("555-0100")))
        .contains("Contact 1, changed: Ana Roe |  |  | 555-0100[- | 555-0199-]");
  }

  @Test
  void marksInTheTextItselfCannotBeTakenForOurs() {
    assertThat(text(note("A {+forged+} mark."), note("A {+forged+} sign [-here-].")))
        .contains("A \\{+forged\\+} [-mark-]{+sign \\[-here\\-]+}.");
  }

  @Test
  void whatATerminalWouldObeyAndWhatTurnsALineIsNamed() {
    assertThat(text(note("Gate \u001b[2J one."), note("Gate \u001b[2J \u202etwo.")))
        .contains("<U+001B>")
        .contains("<U+202E>two");
  }

  @Test
  void aDifferenceThatNobodyCouldSeeIsNamed() {
    Difference mark = Difference.between(note("Gate (one)."), note("Gate (one)\u200f."));
    assertThat(TextDifference.of(mark)).contains("{+<U+200F>+}");
    assertThat(HtmlDifference.of(mark)).contains("&lt;U+200F&gt;");
  }

  @Test
  void aPersianWordIsNotTakenApart() {
    assertThat(
            HtmlDifference.of(Difference.between(note("او می\u200cرود."), note("او می\u200cآید."))))
        .contains("می\u200cرود")
        .contains("می\u200cآید");
  }

  @Test
  void aLineAndEachChangeInItHaveTheirOwnDirection() {
    String html =
        HtmlDifference.of(
            Difference.between(note("البوابة الثالثة"), note("البوابة no. 4 الثالثة")));
    assertThat(html).contains("<p class=\"difference-text\" lang=\"en\" dir=\"rtl\">البوابة ");
    assertThat(html).contains("<ins dir=\"ltr\">");
  }

  @Test
  void aChangeIsSaidInWordsAndNotByColourAlone() {
    assertThat(HtmlDifference.of(Difference.between(note("Gate one."), note("Gate two."))))
        .contains(">deleted: </span>one<span")
        .contains("> (end of deleted) </span></del>")
        .contains(">inserted: </span>two<span")
        .contains("<a href=\"#change-1\">Paragraph 1, changed</a>")
        .contains("id=\"change-1\"");
    assertThat(HtmlDifference.STYLES).contains("line-through").contains("underline");
  }

  @Test
  void textIsNeverMarkup() {
    assertThat(
            HtmlDifference.of(
                Difference.between(note("Gate <script>one"), note("Gate <script>two & \"three\""))))
        .doesNotContain("<script")
        .contains("&lt;")
        .contains("&amp; &quot;");
  }

  @Test
  void equalNotesHaveNoDifference() {
    Difference difference = Difference.between(note(SHIPS), note(SHIPS));
    assertThat(difference.isEmpty()).isTrue();
    assertThat(TextDifference.of(difference)).isEqualTo("No difference.\n");
    assertThat(HtmlDifference.of(difference)).contains("<p>No difference.</p>").contains(SHIPS);
  }

  private static String text(MediaNote former, MediaNote later) {
    return TextDifference.of(Difference.between(former, later));
  }

  private static List<Span> cell(String text) {
    return List.of(Span.plain(text));
  }

  private static MediaNote note(String... paragraphs) {
    return note(
        Arrays.stream(paragraphs)
            .map(text -> (Block) new Block.Paragraph(List.of(Span.plain(text))))
            .toArray(Block[]::new));
  }

  private static MediaNote note(Block... body) {
    return note(List.of(body), List.of());
  }

  private static MediaNote contact(String... phones) {
    MediaContact ana =
        new MediaContact(
            Optional.of("Ana Roe"), Optional.empty(), Optional.empty(), List.of(phones));
    return note(List.of(), List.of(ana));
  }

  private static MediaNote note(List<Block> body, List<MediaContact> contacts) {
    return new MediaNote(
        "Harbour Gate Opens",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        body,
        contacts,
        List.of(),
        Optional.empty(),
        List.of("en"));
  }
}
