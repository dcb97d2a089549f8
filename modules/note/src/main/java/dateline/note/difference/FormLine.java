package dateline.note.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A line of a canonical form, cut into words again. No two lines have the same words. */
record FormLine(String part, List<Word> words) {

  private static final String ITEM = "item";

  /** What an item's level stands behind. */
  private static final String NESTED = "item-";

  private static final Set<String> BODY =
      Set.of("paragraph", "heading", "quotation", ITEM, "footnote", "row");

  /** Every line of the form but its first, which names the form. */
  static List<FormLine> all(String form) {
    return form.lines().skip(1).map(FormLine::of).toList();
  }

  boolean isOfBody() {
    return isOfBody(part);
  }

  /** Whether this names a kind of block. */
  static boolean isOfBody(String part) {
    return BODY.contains(kind(part));
  }

  /** What kind of part this names: an item whatever its level. */
  static String kind(String part) {
    return level(part) > 0 ? ITEM : part;
  }

  /** The level of an item; 0 for everything else. */
  static int level(String part) {
    return part.startsWith(NESTED) ? Integer.parseInt(part.substring(NESTED.length())) : 0;
  }

  private static FormLine of(String line) {
    String[] fields = line.split("\t", -1);
    String part = fields[0];
    List<Word> words = new ArrayList<>();
    for (int i = 1; i < fields.length; i++) {
      if (i > 1) {
        words.add(Word.BORDER);
      }
      boolean marker = i == 1 && (kind(part).equals(ITEM) || part.equals("footnote"));
      if (isOfBody(part) && !marker) {
        running(fields[i], words);
      } else {
        words.addAll(Word.of(fields[i], Optional.empty()));
      }
    }
    return new FormLine(part, List.copyOf(words));
  }

  /** Running text: {@code [text](target)}, with brackets and backslashes escaped. */
  private static void running(String field, List<Word> words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      switch (c) {
        case '\\' -> text.append(field.charAt(++i));
        case '[' -> {
          words.addAll(Word.of(text.toString(), Optional.empty()));
          text.setLength(0);
        }
        case ']' -> {
          int close = field.indexOf(')', i);
          words.addAll(Word.of(text.toString(), Optional.of(field.substring(i + 2, close))));
          text.setLength(0);
          i = close;
        }
        default -> text.append(c);
      }
    }
    words.addAll(Word.of(text.toString(), Optional.empty()));
  }
}
