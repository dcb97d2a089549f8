package dateline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above a Markdown text between two lines {@code ---}: keys with what they say, for a
 * program. Only a key with one value of one line is taken for a part of a note.
 *
 * @param entries in order, each with the lines that belong to it
 * @param end offset of the text behind it
 */
record FrontMatter(List<Entry> entries, int end) {

  private static final int MOST_LINES = 100;
  private static final Pattern KEY =
      Pattern.compile("([\\p{L}_][\\p{L}\\d_ -]{0,40}):(?:[ \\t](.*))?");
  private static final Pattern MORE = Pattern.compile("[ \\t]+\\S.*|-(?: .*)?|#.*|\\s*");

  /** The keys of which a reader knows what they are; each goes to at most one part. */
  private static final Set<String> FIELDS =
      Set.of(
          "title",
          "headline",
          "date",
          "author",
          "issuer",
          "issued by",
          "from",
          "type",
          "place",
          "location");

  private static final Set<String> TITLES = Set.of("title", "headline");

  /**
   * A key and what it says.
   *
   * @param key in lower case
   * @param text the whole of it, as printed
   * @param at offset of its first character in the file
   * @param value offset of its value in the text; its length if it has none
   */
  record Entry(String key, String text, int at, int value) {

    boolean isTitle() {
      return TITLES.contains(key) && isPlain();
    }

    boolean isField() {
      return FIELDS.contains(key) && !TITLES.contains(key) && isPlain();
    }

    /** Whether it has one value on one line: no list, no block, no reference. */
    private boolean isPlain() {
      String said = unquoted();
      return text.indexOf('\n') < 0 && !said.isEmpty() && "[{|>&*!#".indexOf(said.charAt(0)) < 0;
    }

    /** Without the quotation marks around it. */
    String unquoted() {
      String said = text.substring(value).strip();
      boolean quoted =
          said.length() > 1
              && "\"'".indexOf(said.charAt(0)) >= 0
              && said.charAt(said.length() - 1) == said.charAt(0);
      return quoted ? said.substring(1, said.length() - 1) : said;
    }
  }

  /** What stands above this text, if it begins so and all of it is keys. */
  static Optional<FrontMatter> of(String text) {
    List<Entry> entries = new ArrayList<>();
    int at = lineEnd(text, 0);
    if (!text.substring(0, at).stripTrailing().equals("---")) {
      return Optional.empty();
    }
    int lines = 0;
    for (int start = next(text, at); start < text.length() && lines++ < MOST_LINES; ) {
      int end = lineEnd(text, start);
      String line = text.substring(start, end);
      String bare = line.stripTrailing();
      if (bare.equals("---") || bare.equals("...")) {
        return entries.isEmpty()
            ? Optional.empty()
            : Optional.of(new FrontMatter(entries, next(text, end)));
      }
      Matcher key = KEY.matcher(line);
      if (key.matches()) {
        int value = key.group(2) == null ? line.length() : key.start(2);
        entries.add(new Entry(key.group(1).toLowerCase(Locale.ROOT), line, start, value));
      } else if (MORE.matcher(line).matches()) {
        goOn(entries, line, start);
      } else {
        return Optional.empty();
      }
      start = next(text, end);
    }
    return Optional.empty();
  }

  private static void goOn(List<Entry> entries, String line, int start) {
    if (line.isBlank()) {
      return;
    }
    if (entries.isEmpty()) {
      entries.add(new Entry("", line, start, line.length()));
    } else {
      Entry last = entries.removeLast();
      entries.add(new Entry(last.key(), last.text() + "\n" + line, last.at(), last.value()));
    }
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private static int next(String text, int end) {
    return Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
  }
}
