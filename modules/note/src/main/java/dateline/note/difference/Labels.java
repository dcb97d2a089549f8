package dateline.note.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a line is called and what became of it, in words: "Paragraph 4, changed". */
final class Labels {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("headline", "Headline"),
          Map.entry("subheadline", "Subheadline"),
          Map.entry("kind", "Kind"),
          Map.entry("issuer", "Issuer"),
          Map.entry("place", "Place"),
          Map.entry("date", "Date"),
          Map.entry("releaseLine", "Release line"),
          Map.entry("embargoLine", "Embargo line"),
          Map.entry("attribution", "Attribution"),
          Map.entry("correction", "Correction notice"),
          Map.entry("releaseNumber", "Release number"),
          Map.entry("paragraph", "Paragraph"),
          Map.entry("heading", "Heading"),
          Map.entry("quotation", "Quotation"),
          Map.entry("item", "List item"),
          Map.entry("footnote", "Footnote"),
          Map.entry("row", "Table row"),
          Map.entry("contact", "Contact"),
          Map.entry("boilerplate", "Standing text"),
          Map.entry("endMark", "End mark"),
          Map.entry("language", "Language"));

  private static final Set<String> NUMBERED =
      Set.of(
          "paragraph",
          "heading",
          "quotation",
          "item",
          "footnote",
          "row",
          "contact",
          "boilerplate",
          "language");

  private Labels() {}

  /** A label for each line. Numbers count lines of a kind in the text that has the line. */
  static List<String> of(Difference difference) {
    Map<String, Integer> former = new HashMap<>();
    Map<String, Integer> later = new HashMap<>();
    List<String> labels = new ArrayList<>();
    for (Line line : difference.lines()) {
      boolean gone = line.fate() == Line.Fate.DELETED || line.fate() == Line.Fate.MOVED_AWAY;
      if (isInFormer(line.fate())) {
        former.merge(FormLine.kind(line.formerPart().orElse(line.part())), 1, Integer::sum);
      }
      if (!gone) {
        later.merge(FormLine.kind(line.part()), 1, Integer::sum);
      }
      int number = (gone ? former : later).getOrDefault(FormLine.kind(line.part()), 0);
      labels.add(name(line.part(), number) + (gone ? " of the former text" : "") + fate(line));
    }
    return labels;
  }

  private static boolean isInFormer(Line.Fate fate) {
    return fate != Line.Fate.INSERTED && fate != Line.Fate.MOVED_HERE;
  }

  private static String name(String part, int number) {
    String kind = FormLine.kind(part);
    String name = NAMES.getOrDefault(kind, kind);
    return (NUMBERED.contains(kind) ? name + ' ' + number : name) + nested(part);
  }

  /**
   * How deep an item stands, if it is in another: {@code " (nested)"}, {@code " (nested 2 deep)"}.
   */
  private static String nested(String part) {
    return switch (FormLine.level(part)) {
      case 0 -> "";
      case 1 -> " (nested)";
      default -> " (nested " + FormLine.level(part) + " deep)";
    };
  }

  private static String fate(Line line) {
    return switch (line.fate()) {
      case KEPT -> "";
      case CHANGED -> ", changed" + line.formerPart().map(Labels::from).orElse("");
      case DELETED -> ", deleted";
      case INSERTED -> ", new";
      case MOVED_AWAY -> ", moved away (move " + line.move().orElse(0) + ')';
      case MOVED_HERE -> ", moved here (move " + line.move().orElse(0) + ')';
    };
  }

  private static String from(String part) {
    String kind = FormLine.kind(part);
    return " from " + NAMES.getOrDefault(kind, kind).toLowerCase(Locale.ROOT) + nested(part);
  }
}
