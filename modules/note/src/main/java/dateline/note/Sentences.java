package dateline.note;

import java.util.Locale;
import java.util.Set;

/** How sentences begin and end. */
public final class Sentences {

  /** No sentence ends with one of these. */
  private static final Set<String> DANGLING =
      Set.of(
          "please",
          "the",
          "a",
          "an",
          "and",
          "or",
          "of",
          "to",
          "for",
          "with",
          "by",
          "from",
          "at",
          "in",
          "on",
          "that",
          "which",
          "their",
          "our",
          "its",
          "this",
          "these",
          "is",
          "are",
          "was",
          "were",
          "will",
          "has",
          "have",
          "between",
          "including");

  /** Where no sentence begins, look no further back. */
  private static final int LONGEST = 1_000;

  private Sentences() {}

  /** Whether this ends in a word that something must follow. */
  public static boolean dangles(String text) {
    int space = text.lastIndexOf(' ');
    return DANGLING.contains(text.substring(space + 1).toLowerCase(Locale.ROOT));
  }

  /** Whether this ends as a sentence may: with a stop, a colon, or a stop inside quotes. */
  public static boolean isEnded(String text) {
    int end = text.length();
    while (end > 0 && "\"'”’»)]*".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".!?:;…。؟।".indexOf(text.charAt(end - 1)) >= 0;
  }

  /**
   * Where the sentence that holds this offset begins. A stop ends one only after a word of four
   * letters or more: "Mr.", "U.S." and initials go on.
   */
  public static int start(String text, int offset) {
    int furthest = Math.max(0, offset - LONGEST);
    for (int i = offset - 1; i > furthest + 1; i--) {
      if (VisibleText.isSpace(text.charAt(i)) && endsAt(text, i - 1)) {
        return i + 1;
      }
    }
    return furthest;
  }

  /** Whether the stop at this offset ends a sentence. */
  public static boolean endsAt(String text, int at) {
    char c = text.charAt(at);
    if (c == '!' || c == '?') {
      return true;
    }
    if (c != '.') {
      return false;
    }
    int letters = 0;
    for (int i = at - 1; i >= 0 && Character.isLetterOrDigit(text.charAt(i)); i--) {
      letters++;
    }
    boolean abbreviation = at > letters && text.charAt(at - letters - 1) == '.' && letters < 3;
    return letters >= 4 || (letters > 0 && Character.isDigit(text.charAt(at - 1)) && !abbreviation);
  }
}
