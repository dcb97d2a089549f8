package dateline.note;

import java.util.Locale;
import java.util.Set;

/** Names and titles by their capitals. */
final class Capitals {

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "di", "do", "dos", "du", "del", "della", "van", "von", "der", "den", "bin",
          "bint", "al", "el", "ter", "la", "le", "y");

  private Capitals() {}

  /** Two to six words of a person's name: {@code "Ana M. Roe"}, {@code "Jan van der Lee"}. */
  static boolean isPersonsName(String text) {
    String[] words = text.strip().split(" ", -1);
    if (words.length < 2 || words.length > 6) {
      return false;
    }
    for (String word : words) {
      boolean fits = isCapital(word) && word.chars().noneMatch(Character::isDigit);
      if (!(fits || PARTICLES.contains(word)) || isShouted(word)) {
        return false;
      }
    }
    return isCapital(words[0]) && isCapital(words[words.length - 1]) && !text.endsWith(",");
  }

  static boolean isCapital(String word) {
    int first = 0;
    while (first < word.length() && "\"'“‘(".indexOf(word.charAt(first)) >= 0) {
      first++;
    }
    return first < word.length() && Character.isUpperCase(word.codePointAt(first));
  }

  /** Most longer words begin with a capital, as in a title. */
  static boolean isTitle(String text) {
    int longer = 0;
    int capital = 0;
    for (String word : text.split(" ", -1)) {
      if (word.length() >= 4) {
        longer++;
        capital += isCapital(word) || Character.isDigit(word.charAt(0)) ? 1 : 0;
      }
    }
    boolean begins = !text.isEmpty() && (isCapital(text) || Character.isDigit(text.charAt(0)));
    return begins && capital * 10 >= longer * 7;
  }

  private static boolean isShouted(String word) {
    return word.length() > 3
        && word.equals(word.toUpperCase(Locale.ROOT))
        && word.chars().allMatch(Character::isLetter);
  }
}
