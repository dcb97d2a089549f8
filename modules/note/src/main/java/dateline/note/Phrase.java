package dateline.note;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of which it is known with what it begins. It is tried only there, which takes a
 * fraction of the time: most places of a text are none of them, and a regular expression tries
 * every one.
 */
public final class Phrase {

  private final boolean[] first = new boolean[0x80];
  private final boolean inWords;
  private final Pattern pattern;

  private Phrase(String first, boolean inWords, Pattern pattern) {
    first.chars().forEach(c -> this.first[c] = true);
    this.inWords = inWords;
    this.pattern = pattern;
  }

  /**
   * Of this pattern.
   *
   * @param first every character with which it can begin, in ASCII
   */
  public static Phrase of(String first, String pattern) {
    return new Phrase(first, true, Pattern.compile(pattern));
  }

  /** The same, of a pattern that never begins behind a letter or a figure. */
  public static Phrase ofWords(String first, String pattern) {
    return new Phrase(first, false, Pattern.compile(pattern));
  }

  /** Where it stands in this text, in order and apart. */
  public List<MatchResult> in(String text) {
    List<MatchResult> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    int at = 0;
    while (at < text.length()) {
      if (mayBegin(text, at) && matcher.region(at, text.length()).lookingAt()) {
        found.add(matcher.toMatchResult());
        at = Math.max(at + 1, matcher.end());
      } else {
        at++;
      }
    }
    return found;
  }

  /** Whether this text begins with it. */
  public boolean begins(String text) {
    return pattern.matcher(text).lookingAt();
  }

  private boolean mayBegin(String text, int at) {
    char c = text.charAt(at);
    return c < 0x80 && first[c] && (inWords || at == 0 || !isInWord(text.charAt(at - 1)));
  }

  private static boolean isInWord(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }
}
