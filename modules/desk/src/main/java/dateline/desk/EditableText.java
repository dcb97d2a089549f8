package dateline.desk;

import dateline.note.Block;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.note.difference.Alignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A note's body as text that people change in a form: its blocks, parted by empty lines. Read back,
 * a block that was not touched is the very same block, with its links; one that was keeps its form
 * and those links whose words are still there. All other parts of the note stay as they are.
 */
final class EditableText {

  private static final String BETWEEN_CELLS = " | ";

  private EditableText() {}

  static String of(MediaNote note) {
    return note.body().stream().map(EditableText::line).collect(Collectors.joining("\n\n"));
  }

  /**
   * The note with another headline and body.
   *
   * @param text of the form; its line ends may be a browser's
   */
  static MediaNote edited(MediaNote note, String headline, String text) {
    return new MediaNote(
        oneLine(headline),
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
        body(note.body(), lines(text)),
        note.contacts(),
        note.boilerplate(),
        note.endMark(),
        note.languages());
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\\R[ \\t]*\\R", -1))
        .map(EditableText::oneLine)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String oneLine(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static List<Block> body(List<Block> former, List<String> lines) {
    List<String> shown = former.stream().map(block -> oneLine(line(block))).toList();
    if (shown.stream().filter(line -> !line.isEmpty()).toList().equals(lines)) {
      return former;
    }
    int[] partner = Alignment.of(shown, lines);
    List<Block> body = new ArrayList<>();
    int begun = 0;
    int read = 0;
    for (int at = 0; at <= former.size(); at++) {
      int there = at == former.size() ? lines.size() : partner[at];
      if (there >= 0) {
        body.addAll(changed(former.subList(begun, at), lines.subList(read, there)));
        if (at < former.size()) {
          body.add(former.get(at));
        }
        begun = at + 1;
        read = there + 1;
      }
    }
    return body;
  }

  /** What stands between two blocks that were not touched. */
  private static List<Block> changed(List<Block> former, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      blocks.add(
          former.size() == lines.size()
              ? formed(former.get(i), lines.get(i))
              : new Block.Paragraph(List.of(Span.plain(lines.get(i)))));
    }
    return blocks;
  }

  /** A block in one line, with its mark. */
  static String line(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> text(spans);
      case Block.Heading(var spans) -> text(spans);
      case Block.Quotation(var spans) -> text(spans);
      case Block.ListItem(var marker, _, var spans) -> marker + ' ' + text(spans);
      case Block.Footnote(var mark, var spans) -> mark + ' ' + text(spans);
      case Block.TableRow(var cells) ->
          cells.stream().map(EditableText::text).collect(Collectors.joining(BETWEEN_CELLS));
    };
  }

  private static String text(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  private static Block formed(Block former, String line) {
    return switch (former) {
      case Block.Paragraph(var spans) -> new Block.Paragraph(linked(spans, line));
      case Block.Heading(var spans) -> new Block.Heading(linked(spans, line));
      case Block.Quotation(var spans) -> new Block.Quotation(linked(spans, line));
      case Block.ListItem(var marker, int level, var spans) ->
          behind(marker, line)
              .<Block>map(rest -> new Block.ListItem(marker, level, linked(spans, rest)))
              .orElseGet(() -> new Block.Paragraph(linked(spans, line)));
      case Block.Footnote(var mark, var spans) ->
          behind(mark, line)
              .<Block>map(rest -> new Block.Footnote(mark, linked(spans, rest)))
              .orElseGet(() -> new Block.Paragraph(linked(spans, line)));
      case Block.TableRow(var cells) -> row(cells, line);
    };
  }

  /** What stands behind the mark that the line still has. */
  private static Optional<String> behind(String mark, String line) {
    return line.startsWith(mark + ' ')
        ? Optional.of(line.substring(mark.length() + 1).strip()).filter(rest -> !rest.isEmpty())
        : Optional.empty();
  }

  private static Block row(List<List<Span>> cells, String line) {
    List<String> texts = List.of(line.split(" \\| ", -1));
    if (texts.size() != cells.size()) {
      return new Block.Paragraph(List.of(Span.plain(line)));
    }
    List<List<Span>> changed = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      changed.add(linked(cells.get(i), texts.get(i).strip()));
    }
    return new Block.TableRow(changed);
  }

  /** The text with the links of the former one whose words it still has, in order. */
  private static List<Span> linked(List<Span> former, String text) {
    List<Span> spans = new ArrayList<>();
    int done = 0;
    for (Span span : former) {
      int at = span.href().isPresent() ? text.indexOf(span.text(), done) : -1;
      if (at >= 0) {
        plain(text.substring(done, at), spans);
        spans.add(span);
        done = at + span.text().length();
      }
    }
    plain(text.substring(done), spans);
    return spans;
  }

  private static void plain(String text, List<Span> spans) {
    if (!text.isEmpty()) {
      spans.add(Span.plain(text));
    }
  }
}
