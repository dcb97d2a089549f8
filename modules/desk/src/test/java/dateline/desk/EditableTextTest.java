package dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.Block;
import dateline.note.Block.Footnote;
import dateline.note.Block.Heading;
import dateline.note.Block.ListItem;
import dateline.note.Block.Paragraph;
import dateline.note.Block.TableRow;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is not touched in a form is not touched in the note. */
class EditableTextTest {

  private static final Span PLAN = Span.link("the plan", "https://harbour.example/plan");

  private static final List<Block> BODY =
      List.of(
          new Paragraph(List.of(Span.plain("Read "), PLAN, Span.plain(" of 2018."))),
          new Heading(List.of(Span.plain("Berths"))),
          new ListItem("•", 1, List.of(Span.plain("North, 58 ships"))),
          new ListItem("•", 1, List.of(Span.plain("South"))),
          new TableRow(List.of(List.of(Span.plain("Quay")), List.of(Span.plain("12")))),
          new Footnote("*", List.of(Span.plain("Provisional."))));

  private static final MediaNote NOTE = note(BODY);

  @Test
  void readBackUntouchedItIsTheSameNote() {
    assertThat(edited(EditableText.of(NOTE))).isEqualTo(BODY);
    assertThat(edited(EditableText.of(NOTE).replace("\n", "\r\n") + "\r\n \r\n")).isEqualTo(BODY);
  }

  @Test
  void aChangedBlockKeepsItsFormAndTheLinksWhoseWordsItStillHas() {
    assertThat(
            edited(
                EditableText.of(NOTE)
                    .replace("Read", "See")
                    .replace("58", "80")
                    .replace("12", "13")))
        .isEqualTo(
            List.of(
                new Paragraph(List.of(Span.plain("See "), PLAN, Span.plain(" of 2018."))),
                BODY.get(1),
                new ListItem("•", 1, List.of(Span.plain("North, 80 ships"))),
                BODY.get(3),
                new TableRow(List.of(List.of(Span.plain("Quay")), List.of(Span.plain("13")))),
                BODY.get(5)));
  }

  @Test
  void aLinkWhoseWordsAreGoneIsGone() {
    assertThat(edited(EditableText.of(NOTE).replace("the plan", "plans")).getFirst())
        .isEqualTo(new Paragraph(List.of(Span.plain("Read plans of 2018."))));
  }

  @Test
  void whatIsWrittenBetweenIsAParagraphAndWhatIsTakenOutIsGone() {
    String text =
        EditableText.of(NOTE).replace("Berths", "New\nwords.\n\nBerths").replace("• South\n\n", "");
    assertThat(edited(text))
        .isEqualTo(
            List.of(
                BODY.get(0),
                new Paragraph(List.of(Span.plain("New words."))),
                BODY.get(1),
                BODY.get(2),
                BODY.get(4),
                BODY.get(5)));
  }

  @Test
  void allTextCanBeTakenOut() {
    assertThat(edited(" \n\n ")).isEmpty();
  }

  @Test
  void theHeadlineIsOneLineAndEverythingElseStaysAsItIs() {
    MediaNote edited = EditableText.edited(NOTE, " A gate\r\nopens ", EditableText.of(NOTE));
    assertThat(edited).isEqualTo(note("A gate opens", BODY));
  }

  private static List<Block> edited(String text) {
    return EditableText.edited(NOTE, NOTE.headline(), text).body();
  }

  private static MediaNote note(List<Block> body) {
    return note("A bridge opens", body);
  }

  private static MediaNote note(String headline, List<Block> body) {
    return new MediaNote(
        headline,
        Optional.of("At last"),
        Optional.of("Media Note"),
        Optional.of("Office of Ports"),
        Optional.of("Ellery"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        body,
        List.of(),
        List.of("Standing words."),
        Optional.of("###"),
        List.of("en"));
  }
}
