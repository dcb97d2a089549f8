package dateline.clearance;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text, so that names are found as whole words, whatever their case, their
 * apostrophes and the white space between them, in every script. A character of a script that puts
 * no spaces between words is a word by itself.
 *
 * @param words in order, upper case, NFKC; {@code "\n"} between two parts of a note, so that no
 *     name is found across them
 * @param distinct the same, each once: most names do not occur at all, which is then known at once
 */
record Words(List<String> words, Set<String> distinct) {

  private static final String PART = "\n";

  private Words(List<String> words) {
    this(List.copyOf(words), Set.copyOf(words));
  }

  static Words of(String text) {
    return of(List.of(text));
  }

  static Words of(List<String> parts) {
    List<String> words = new ArrayList<>();
    for (String part : parts) {
      read(part, words);
      words.add(PART);
    }
    words.removeLast();
    return new Words(words);
  }

  /** Whether it has no word at all, like {@code "&"}. */
  boolean isEmpty() {
    return words.stream().allMatch(PART::equals);
  }

  /** Whether all words of this phrase stand in it, side by side. */
  boolean hold(Words phrase) {
    return !phrase.isEmpty()
        && distinct.containsAll(phrase.distinct)
        && Collections.indexOfSubList(words, phrase.words) >= 0;
  }

  private static void read(String text, List<String> words) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (Character.getType(c) == Character.FORMAT) {
        continue;
      }
      boolean alone = standsAlone(c);
      if (alone || !isPartOfWord(c)) {
        flush(word, words);
      }
      if (alone || isPartOfWord(c)) {
        word.appendCodePoint(c);
      }
      if (alone) {
        flush(word, words);
      }
    }
    flush(word, words);
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isPartOfWord(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private static boolean standsAlone(int c) {
    if (!Character.isLetterOrDigit(c)) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
      default -> false;
    };
  }
}
