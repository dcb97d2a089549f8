package dateline.intake;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** A list that is being read, with the marker of its next item. */
final class HtmlList {

  private final boolean ordered;
  private final String type;
  private int next;

  private HtmlList(boolean ordered, String type, int next) {
    this.ordered = ordered;
    this.type = type;
    this.next = next;
  }

  static HtmlList of(Element list) {
    return new HtmlList(
        list.normalName().equals("ol"), list.attr("type"), number(list.attr("start"), 1));
  }

  /** The marker a browser prints before this item. */
  String marker(Element item) {
    if (!ordered) {
      return Marks.BULLET;
    }
    int number = number(item.attr("value"), next);
    next = number + 1;
    return switch (type) {
      case "a" -> Marks.letters(number) + ".";
      case "A" -> Marks.letters(number).toUpperCase(Locale.ROOT) + ".";
      case "i" -> Marks.roman(number) + ".";
      case "I" -> Marks.roman(number).toUpperCase(Locale.ROOT) + ".";
      default -> number + ".";
    };
  }

  private static int number(String attribute, int otherwise) {
    return attribute.matches("-?\\d{1,8}") ? Integer.parseInt(attribute) : otherwise;
  }
}
