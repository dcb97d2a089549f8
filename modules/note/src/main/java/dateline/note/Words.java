package dateline.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A note's whole visible text, for rules that look for what it mentions. */
public final class Words {

  private Words() {}

  /**
   * Every text a reader sees, one part or block a line, in the order of {@link MediaNote}; without
   * the date and without link targets.
   */
  public static String of(MediaNote note) {
    List<String> lines = new ArrayList<>();
    lines.add(note.headline());
    List.of(
            note.subheadline(),
            note.kind(),
            note.issuer(),
            note.place(),
            note.releaseLine(),
            note.embargoLine(),
            note.attribution(),
            note.correction(),
            note.releaseNumber())
        .forEach(part -> part.ifPresent(lines::add));
    note.body().forEach(block -> lines.add(of(block)));
    for (MediaContact contact : note.contacts()) {
      List<Optional<String>> parts = List.of(contact.name(), contact.office(), contact.email());
      parts.forEach(part -> part.ifPresent(lines::add));
      lines.addAll(contact.phones());
    }
    lines.addAll(note.boilerplate());
    note.endMark().ifPresent(lines::add);
    return lines.stream()
        .map(VisibleText::of)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** A block's visible text, its marker included. */
  public static String of(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> of(spans);
      case Block.Heading(var spans) -> of(spans);
      case Block.Quotation(var spans) -> of(spans);
      case Block.ListItem(var marker, _, var spans) -> marker + " " + of(spans);
      case Block.Footnote(var mark, var spans) -> mark + " " + of(spans);
      case Block.TableRow(var cells) ->
          cells.stream().map(Words::of).collect(Collectors.joining(" "));
    };
  }

  /** What these spans say, one after the other. */
  public static String of(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  /** The contacts that the body does not name already, so that nothing is shown twice. */
  static List<MediaContact> contactsOutsideBody(MediaNote note) {
    String body = note.body().stream().map(Words::of).collect(Collectors.joining("\n"));
    return note.contacts().stream()
        .filter(contact ->
            !Stream.concat(
                    contact.email().or(contact::name).or(contact::office).stream(),
                    contact.phones().stream())
                .allMatch(body::contains))
        .toList();
  }

  /** All spans of a block, those of a row's cells one after the other. */
  public static List<Span> spans(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> spans;
      case Block.Heading(var spans) -> spans;
      case Block.Quotation(var spans) -> spans;
      case Block.ListItem(_, _, var spans) -> spans;
      case Block.Footnote(_, var spans) -> spans;
      case Block.TableRow(var cells) -> cells.stream().flatMap(List::stream).toList();
    };
  }
}
