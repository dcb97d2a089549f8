package dateline.note;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A pattern of which it is known with what it begins. It is tried only there, which takes a
 * fraction of the time: most places of a text are none of them, and a regular expression tries
 * every one.
 */
public final class Phrase {

  /** By their first character, capital or small. */
  private final String[][] beginnings = new String[0x80][0];

  private final boolean inWords;
  private final Pattern pattern;

  private Phrase(String beginnings, boolean inWords, Pattern pattern) {
    Map<Character, List<String>> byFirst =
        Stream.of(beginnings.split(" ", -1)).collect(groupingBy(each -> each.charAt(0)));
    byFirst.forEach((first, all) -> {
      String[] each = all.toArray(String[]::new);
      this.beginnings[Character.toLowerCase(first)] = each;
      this.beginnings[Character.toUpperCase(first)] = each;
    });
    this.inWords = inWords;
    this.pattern = pattern;
  }

  /**
   * Of this pattern.
   *
   * @param beginnings in ASCII, small letters for either case, each apart by a space: whatever the
   *     pattern matches begins with one of them
   */
  public static Phrase of(String beginnings, String pattern) {
    return new Phrase(beginnings, true, Pattern.compile(pattern));
  }

  /** The same, of a pattern that never begins behind a letter or a figure. */
  public static Phrase ofWords(String beginnings, String pattern) {
    return new Phrase(beginnings, false, Pattern.compile(pattern));
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
    if (c >= 0x80 || beginnings[c].length == 0) {
      return false;
    }
    if (!inWords && at > 0 && isInWord(text.charAt(at - 1))) {
      return false;
    }
    for (String beginning : beginnings[c]) {
      if (text.regionMatches(true, at, beginning, 0, beginning.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInWord(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }
}
