package dateline.note;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Opens and ends the elements around the items of lists in a page. A list of a deeper level stands
 * in the item before it; without such an item it stands alone, however deep it is.
 */
final class HtmlLists {

  /** A list whose last item is not ended yet. */
  private record Open(int level, String element) {
    String end() {
      return "</li>\n</" + element.split(" ", -1)[0] + ">\n";
    }
  }

  private final StringBuilder out;
  private final Deque<Open> open = new ArrayDeque<>();

  HtmlLists(StringBuilder out) {
    this.out = out;
  }

  /**
   * What stands before an item; it ends by itself.
   *
   * @param element of its list, with attributes
   */
  void item(int level, String element) {
    while (!open.isEmpty() && isLeft(open.peek(), level, element)) {
      out.append(open.pop().end());
    }
    if (!open.isEmpty() && open.peek().level() == level) {
      out.append("</li>\n");
      return;
    }
    out.append(open.isEmpty() ? "" : "\n").append('<').append(element).append(">\n");
    open.push(new Open(level, element));
  }

  /** Whether the next item is in none of this list: it stands less deep, or has other markers. */
  private static boolean isLeft(Open list, int level, String element) {
    return list.level() > level || (list.level() == level && !list.element().equals(element));
  }

  /** Ends all lists. */
  void end() {
    while (!open.isEmpty()) {
      out.append(open.pop().end());
    }
  }
}
