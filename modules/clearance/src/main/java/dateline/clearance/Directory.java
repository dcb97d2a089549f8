package dateline.clearance;

import dateline.note.Block;
import dateline.note.MediaNote;
import dateline.note.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Clearance's own view of the directory: its rules.
 *
 * @param version one more at each apply, from 1; 0 if none was ever applied
 * @param rules in the directory's order
 */
public record Directory(long version, List<ClearanceRule> rules) {

  /** Before any directory was applied: asks nobody, so that nothing is cleared. */
  public static final Directory NONE = new Directory(0, List.of());

  public Directory {
    rules = List.copyOf(rules);
  }

  /** Whom to ask about this note. Has no line if no rule is met. */
  public ClearanceList listFor(MediaNote note) {
    Words text = Words.of(textOf(note));
    return new ClearanceList(
        version,
        rules.stream().filter(rule -> rule.isMetBy(note, text)).map(ClearanceRule::line).toList());
  }

  /** What the note says, part by part: not whom to ask about it, nor standing paragraphs. */
  private static List<String> textOf(MediaNote note) {
    List<String> parts = new ArrayList<>();
    parts.add(note.headline());
    note.subheadline().ifPresent(parts::add);
    note.attribution().ifPresent(parts::add);
    note.correction().ifPresent(parts::add);
    for (Block block : note.body()) {
      switch (block) {
        case Block.Paragraph(var spans) -> parts.add(textOf(spans));
        case Block.Heading(var spans) -> parts.add(textOf(spans));
        case Block.ListItem(_, _, var spans) -> parts.add(textOf(spans));
        case Block.Quotation(var spans) -> parts.add(textOf(spans));
        case Block.Footnote(_, var spans) -> parts.add(textOf(spans));
        case Block.TableRow(var cells) -> cells.forEach(cell -> parts.add(textOf(cell)));
      }
    }
    return parts;
  }

  private static String textOf(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
