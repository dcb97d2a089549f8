package dateline.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Counts the items of a Word document's lists, as Word prints their markers. */
final class WordNumbering {

  private static final int LEVELS = 9;

  /** How one level of a list is printed. */
  private record Level(String format, String text, int start) {}

  private final Map<String, Map<Integer, Level>> lists = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> restarts = new HashMap<>();
  private final Map<String, int[]> counts = new HashMap<>();
  private final Set<String> begun = new HashSet<>();

  WordNumbering(List<Element> roots) {
    for (Element root : roots) {
      for (Element child : WordXml.children(root)) {
        switch (WordXml.name(child)) {
          case "abstractNum" ->
              WordXml.attribute(child, "abstractNumId")
                  .ifPresent(id -> lists.put(id, levels(child)));
          case "num" -> WordXml.attribute(child, "numId").ifPresent(id -> number(id, child));
          default -> {}
        }
      }
    }
  }

  private static Map<Integer, Level> levels(Element list) {
    Map<Integer, Level> levels = new HashMap<>();
    for (Element level : WordXml.children(list)) {
      if (WordXml.name(level).equals("lvl")) {
        int depth = WordXml.number(WordXml.attribute(level, "ilvl"), 0);
        levels.put(
            depth,
            new Level(
                WordXml.value(level, "numFmt").orElse("decimal"),
                WordXml.value(level, "lvlText").orElse(""),
                WordXml.number(WordXml.value(level, "start"), 1)));
      }
    }
    return levels;
  }

  private void number(String id, Element number) {
    WordXml.value(number, "abstractNumId").ifPresent(list -> numbers.put(id, list));
    for (Element override : WordXml.children(number)) {
      WordXml.child(override, "startOverride")
          .ifPresent(start ->
              restarts
                  .computeIfAbsent(id, _ -> new HashMap<>())
                  .put(
                      WordXml.number(WordXml.attribute(override, "ilvl"), 0),
                      WordXml.number(WordXml.attribute(start, "val"), 1)));
    }
  }

  /** The marker before the next item of this list and depth; empty if none is printed. */
  Optional<String> marker(String id, int depth) {
    String list = numbers.get(id);
    if (list == null || depth < 0 || depth >= LEVELS) {
      return Optional.empty();
    }
    Map<Integer, Level> levels = lists.getOrDefault(list, Map.of());
    int[] count = counts.computeIfAbsent(list, _ -> new int[LEVELS]);
    if (begun.add(id)) {
      restarts
          .getOrDefault(id, Map.of())
          .forEach((level, start) -> {
            if (level >= 0 && level < LEVELS) {
              count[level] = start - 1;
            }
          });
    }
    Level level = levels.getOrDefault(depth, new Level("decimal", "%" + (depth + 1) + ".", 1));
    count[depth] = count[depth] == 0 ? level.start() : count[depth] + 1;
    Arrays.fill(count, depth + 1, LEVELS, 0);
    return switch (level.format()) {
      case "bullet" -> Optional.of(Marks.BULLET);
      case "none" -> Optional.empty();
      default -> Optional.of(printed(level.text(), levels, count)).filter(text -> !text.isBlank());
    };
  }

  private static String printed(String text, Map<Integer, Level> levels, int[] count) {
    String printed = text;
    for (int i = 0; i < LEVELS; i++) {
      String place = "%" + (i + 1);
      if (printed.contains(place)) {
        Level level = levels.getOrDefault(i, new Level("decimal", "", 1));
        int number = count[i] == 0 ? level.start() : count[i];
        printed = printed.replace(place, figure(level.format(), number));
      }
    }
    return printed.length() > 40 ? printed.substring(0, 40) : printed;
  }

  private static String figure(String format, int number) {
    return switch (format) {
      case "lowerLetter" -> Marks.letters(number);
      case "upperLetter" -> Marks.letters(number).toUpperCase(Locale.ROOT);
      case "lowerRoman" -> Marks.roman(number);
      case "upperRoman" -> Marks.roman(number).toUpperCase(Locale.ROOT);
      default -> Integer.toString(number);
    };
  }
}
