package dateline.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A note as the text of a mail. */
public final class PlainText {

  /** Columns; a longer word stands alone on its line. */
  private static final int WIDTH = 72;

  /** Columns by which a list in an item is set in. */
  private static final int INDENT = 4;

  /** Columns that the further lines of an item are set in for its marker, at most. */
  private static final int MARKER = 8;

  private final StringBuilder out = new StringBuilder();

  private PlainText() {}

  /**
   * Headline, kind, issuer, place and date, text, contacts the text does not name, end mark and
   * notices; paragraphs parted by an empty line, lines of at most 72 UTF-16 units ended with LF.
   * The target of a live link stands behind it in pointed brackets. Labels of the site are left
   * out.
   */
  public static String of(MediaNote note) {
    PlainText text = new PlainText();
    text.head(note);
    note.correction().ifPresent(text::paragraph);
    note.attribution().ifPresent(text::paragraph);
    text.body(note.body());
    text.contacts(Words.contactsOutsideBody(note));
    note.endMark().ifPresent(text::paragraph);
    note.boilerplate().stream().filter(Site::isNoticeToReaders).forEach(text::paragraph);
    return text.out.toString();
  }

  private void head(MediaNote note) {
    lines(List.of(note.releaseLine(), note.embargoLine()));
    paragraph(note.headline());
    note.subheadline().ifPresent(this::paragraph);
    lines(
        List.of(
            note.kind(),
            note.issuer(),
            note.place(),
            note.date().map(date -> Day.of(date, note.languages())),
            note.releaseNumber()));
  }

  private void body(List<Block> body) {
    Optional<Block> before = Optional.empty();
    for (Block block : body) {
      boolean sameList =
          block instanceof Block.ListItem
              && before.filter(Block.ListItem.class::isInstance).isPresent();
      boolean sameTable =
          block instanceof Block.TableRow
              && before.filter(Block.TableRow.class::isInstance).isPresent();
      if (!sameList && !sameTable) {
        gap();
      }
      block(block);
      before = Optional.of(block);
    }
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(var spans) -> wrapped(text(spans), "", "");
      case Block.Heading(var spans) -> wrapped(text(spans), "", "");
      case Block.Quotation(var spans) -> wrapped(text(spans), "    ", "    ");
      case Block.ListItem(var marker, int level, var spans) -> marked(level, marker, spans);
      case Block.Footnote(var mark, var spans) -> marked(0, mark, spans);
      case Block.TableRow(var cells) ->
          wrapped(cells.stream().map(PlainText::text).collect(Collectors.joining(" | ")), "", "  ");
    }
  }

  private void marked(int level, String marker, List<Span> spans) {
    String before = " ".repeat(INDENT * level);
    String mark = VisibleText.of(marker);
    wrapped(
        text(spans), before + mark + " ", before + " ".repeat(Math.min(mark.length() + 1, MARKER)));
  }

  private void contacts(List<MediaContact> contacts) {
    for (MediaContact contact : contacts) {
      List<Optional<String>> lines = new ArrayList<>();
      lines.add(contact.name());
      lines.add(contact.office());
      lines.add(contact.email());
      contact.phones().forEach(phone -> lines.add(Optional.of(phone)));
      lines(lines);
    }
  }

  private void lines(List<Optional<String>> lines) {
    if (lines.stream().anyMatch(Optional::isPresent)) {
      gap();
      lines.forEach(line -> line.ifPresent(text -> wrapped(text, "", "")));
    }
  }

  private void paragraph(String text) {
    if (!Source.isBlank(text)) {
      gap();
      wrapped(text, "", "");
    }
  }

  private void gap() {
    out.append(out.isEmpty() ? "" : "\n");
  }

  private static String text(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    for (Span span : spans) {
      text.append(span.text());
      span.href()
          .filter(href -> !href.equals(span.text()))
          .flatMap(Links::target)
          .filter(target -> !target.equals("mailto:" + span.text()))
          .ifPresent(target -> text.append(" <").append(target).append('>'));
    }
    return text.toString();
  }

  private void wrapped(String text, String first, String next) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : VisibleText.of(text).split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line.setLength(0);
        line.append(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
