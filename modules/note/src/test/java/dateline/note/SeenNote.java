package dateline.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reader can tell of a note, as a tree of values: the yardstick for the canonical form,
 * written another way (character by character) and never serialised. For texts without combining
 * marks.
 */
final class SeenNote {

  /** A character and the target it links to. */
  private record Seen(int character, Optional<String> href) {}

  private SeenNote() {}

  static List<Object> of(MediaNote note) {
    List<Object> tree = new ArrayList<>();
    Stream.of(
            Optional.of(note.headline()),
            note.subheadline(),
            note.kind(),
            note.issuer(),
            note.place(),
            note.date().map(Objects::toString),
            note.releaseLine(),
            note.embargoLine(),
            note.attribution(),
            note.correction(),
            note.releaseNumber())
        .forEach(part -> tree.add(seen(part.orElse(""))));
    tree.add(note.body().stream().map(SeenNote::of).filter(SeenNote::showsSomething).toList());
    tree.add(
        note.contacts().stream()
            .map(contact ->
                List.<Object>of(
                    seen(contact.name().orElse("")),
                    seen(contact.office().orElse("")),
                    seen(contact.email().orElse("")),
                    contact.phones().stream()
                        .map(SeenNote::seen)
                        .filter(SeenNote::showsSomething)
                        .toList()))
            .filter(SeenNote::showsSomething)
            .toList());
    tree.add(
        note.boilerplate().stream().map(SeenNote::seen).filter(SeenNote::showsSomething).toList());
    tree.add(seen(note.endMark().orElse("")));
    tree.add(note.languages());
    return tree;
  }

  private static List<Object> of(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> List.of(List.of("paragraph"), seen(spans));
      case Block.Heading(var spans) -> List.of(List.of("heading"), seen(spans));
      case Block.Quotation(var spans) -> List.of(List.of("quotation"), seen(spans));
      case Block.ListItem(var marker, int level, var spans) ->
          List.of(List.of("item", level), seen(marker), seen(spans));
      case Block.Footnote(var mark, var spans) ->
          List.of(List.of("footnote"), seen(mark), seen(spans));
      case Block.TableRow(var cells) ->
          List.of(List.of("row"), cells.stream().map(SeenNote::seen).toList());
    };
  }

  /** Whether there is a character somewhere in this tree. */
  private static boolean showsSomething(List<?> tree) {
    return tree.stream()
        .anyMatch(node ->
            node instanceof Seen || (node instanceof List<?> below && showsSomething(below)));
  }

  private static List<Seen> seen(String text) {
    return seen(List.of(Span.plain(text)));
  }

  /** A space between two characters of one link is in the link if nothing of it is outside. */
  private static List<Seen> seen(List<Span> spans) {
    List<Seen> all = new ArrayList<>();
    spans.forEach(span -> span.text().codePoints().forEach(c -> all.add(new Seen(c, span.href()))));
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int start = i;
      while (i < all.size() && " \t\n\u00a0".indexOf(all.get(i).character()) >= 0) {
        i++;
      }
      if (i == all.size()) {
        break;
      }
      if (i > start && !seen.isEmpty()) {
        Optional<String> after = all.get(i).href();
        boolean inside =
            seen.getLast().href().equals(after)
                && all.subList(start, i).stream().allMatch(space -> space.href().equals(after));
        seen.add(new Seen(' ', inside ? after : Optional.empty()));
      }
      seen.add(all.get(i));
    }
    return seen;
  }
}
