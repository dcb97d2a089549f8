package dateline.note;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How deep the items of lists in plain text stand, by the white space before their markers. Items
 * in a row are one list with those in it. One that is set in further than the item before it, by a
 * tab or by two spaces, is in that; one that is set in like an item above it is beside it. If any
 * of them is set in otherwise it cannot be told, and all are at the top: numbers set flush right
 * are like this.
 */
final class Nesting {

  private static final Pattern INDENT = Pattern.compile("[ \\t\u00a0]*");
  private static final int LEAST = 2;

  private final List<Piece> pieces;
  private final List<String> indents = new ArrayList<>();

  /**
   * @param pieces of the text; those of lists are told how deep they stand
   */
  Nesting(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /**
   * A piece was added.
   *
   * @param indent what stands before it in its line
   */
  void added(String indent) {
    Piece piece = pieces.getLast();
    if (piece.form() == Piece.Form.TEXT && piece.marker().isPresent()) {
      indents.add(indent);
    } else {
      end(pieces.size() - 1);
    }
  }

  /** No more pieces follow. */
  void endOfList() {
    end(pieces.size());
  }

  /** The list ends before this piece. */
  private void end(int next) {
    List<Integer> levels = levels();
    for (int i = 0; i < levels.size(); i++) {
      int at = next - levels.size() + i;
      pieces.set(at, pieces.get(at).at(levels.get(i)));
    }
    indents.clear();
  }

  /** Of each item of the list; of none if it cannot be told. */
  private List<Integer> levels() {
    List<String> open = new ArrayList<>();
    List<Integer> levels = new ArrayList<>();
    for (String indent : indents) {
      if (open.isEmpty() || isDeeper(open.getLast(), indent)) {
        open.add(indent);
      }
      int at = open.lastIndexOf(indent);
      if (at < 0 || !INDENT.matcher(indent).matches()) {
        return List.of();
      }
      open.subList(at + 1, open.size()).clear();
      levels.add(Math.min(at, Block.ListItem.DEEPEST));
    }
    return levels;
  }

  private static boolean isDeeper(String above, String indent) {
    return indent.startsWith(above)
        && (indent.length() >= above.length() + LEAST || indent.indexOf('\t', above.length()) >= 0);
  }
}
