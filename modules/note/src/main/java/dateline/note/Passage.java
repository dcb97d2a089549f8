package dateline.note;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some words of a text that somebody pointed at.
 *
 * @param block position in the body, from 1; 0 for the headline
 * @param words as quoted; empty for the whole block
 */
public record Passage(int block, String words) {

  /** Position that means the headline. */
  public static final int HEADLINE = 0;

  /** Whether the text has these words there. White space that no reader sees does not count. */
  public boolean isIn(MediaNote note) {
    if (block == HEADLINE) {
      return has(note.headline());
    }
    return block > 0 && block <= note.body().size() && has(text(note.body().get(block - 1)));
  }

  /**
   * Where the words stand in a later text: in their block, wherever it went, or in the nearest
   * block that says them now. Empty if nothing says them any more: the passage is gone.
   *
   * @param read the text that was pointed at
   * @param now the later text
   * @return position in its body, from 1; 0 for the headline
   */
  public Optional<Integer> found(MediaNote read, MediaNote now) {
    if (block == HEADLINE) {
      return has(now.headline()) ? Optional.of(HEADLINE) : Optional.empty();
    }
    return BlockAlignment.of(read.body(), now.body()).of(block).or(() -> nearest(now));
  }

  private Optional<Integer> nearest(MediaNote now) {
    if (VisibleText.of(words).isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = now.body();
    return Stream.iterate(1, i -> i <= blocks.size(), i -> i + 1)
        .filter(i -> has(text(blocks.get(i - 1))))
        .min((a, b) -> Integer.compare(Math.abs(a - block), Math.abs(b - block)));
  }

  private boolean has(String text) {
    return VisibleText.of(text).contains(VisibleText.of(words));
  }

  private static String text(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> text(spans);
      case Block.Heading(var spans) -> text(spans);
      case Block.ListItem(_, _, var spans) -> text(spans);
      case Block.Quotation(var spans) -> text(spans);
      case Block.Footnote(_, var spans) -> text(spans);
      case Block.TableRow(var cells) ->
          cells.stream().map(Passage::text).collect(Collectors.joining(" "));
    };
  }

  private static String text(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
