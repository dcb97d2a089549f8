package dateline.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;

/** E-mail addresses and telephone numbers as they stand in running text. */
final class Addresses {

  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_DOMAIN = 253;

  /** {@code " ext. 12"}, {@code ", extension 12"}, {@code " (ext. 12)"}, {@code "x12"}. */
  private static final String EXTENSION =
      "(?i:[,;]?[ \\u00a0]?(?:(?:ext(?:n|ension)?[.:]?|x)[ \\u00a0]?\\d{1,6}"
          + "|\\((?:ext(?:n|ension)?[.:]?|x)[ \\u00a0]?\\d{1,6}\\)))?";

  /** "+44 20 7946 0958", "(202) 555-0100", "202 555-0100 ext. 12", "1-833-555-0100". */
  private static final Phrase PHONE =
      Phrase.of(
          "+ ( 0 1 2 3 4 5 6 7 8 9",
          "(?<![\\w@./+-])(?:\\+\\d[\\d\\u00a0 ().-]{6,18}\\d"
              + "|(?:\\d[-. ])?(?:\\(\\d{2,4}\\)[\\u00a0 -]?|\\d{3,4}[\\u00a0 .-])\\d{3,4}[\\u00a0 .-]\\d{3,4})"
              + EXTENSION
              + "(?![\\w@])");

  /** "01 555 0100", "040 555-1234", "91 555 01 00": a telephone number where one is expected. */
  private static final Phrase NATIONAL =
      Phrase.of(
          "0 1 2 3 4 5 6 7 8 9",
          "(?<![\\w@./+-])(?=(?:\\d[ \\u00a0./-]?){9,12}(?!\\d))"
              + "(?:0\\d{1,4}(?:[ \\u00a0./-]\\d{2,5}){1,4}|\\d{2,3}(?:[ \\u00a0.-]\\d{2,3}){3})"
              + EXTENSION
              + "(?![\\w@])");

  /** What was found and where. */
  record Found(String text, int start, int end, boolean email) {}

  private Addresses() {}

  /** Both, in order, none inside another; of two that overlap the e-mail address stays. */
  static List<Found> in(String text) {
    return in(text, false);
  }

  /**
   * The same.
   *
   * @param asked whether the text says whom to call, so that national numbers are meant as such
   */
  static List<Found> in(String text, boolean asked) {
    List<Found> all = new ArrayList<>(emails(text));
    if (asked) {
      for (MatchResult phone : NATIONAL.in(text)) {
        all.add(new Found(phone.group(), phone.start(), phone.end(), false));
      }
    }
    for (MatchResult phone : PHONE.in(text)) {
      all.add(new Found(phone.group(), phone.start(), phone.end(), false));
    }
    all.sort(Comparator.comparingInt(Found::start));
    List<Found> apart = new ArrayList<>();
    for (Found next : all) {
      boolean overlaps = !apart.isEmpty() && next.start() < apart.getLast().end();
      if (overlaps && next.email()) {
        apart.removeLast();
      }
      if (!overlaps || next.email()) {
        apart.add(next);
      }
    }
    return apart;
  }

  static List<Found> emails(String text) {
    List<Found> found = new ArrayList<>();
    int done = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = at;
      while (start > done && at - start < LONGEST_LOCAL_PART && isLocal(text.charAt(start - 1))) {
        start--;
      }
      boolean handle = isAccount(text, start);
      while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
        start++;
      }
      int end = at + 1;
      while (end < text.length() && end - at < LONGEST_DOMAIN && isDomain(text.charAt(end))) {
        end++;
      }
      while (end > at + 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
        end--;
      }
      if (start < at && !handle && isDomain(text.substring(at + 1, end))) {
        found.add(new Found(text.substring(start, end), start, end, true));
        done = end;
      }
    }
    return found;
  }

  /** Whether this name is an account's: nobody gets mail at {@code "@ana@h.example"}. */
  private static boolean isAccount(String text, int name) {
    int sign = name - 1;
    boolean signed = sign >= 0 && text.charAt(sign) == '@';
    return signed
        && (sign == 0 || !(isLocal(text.charAt(sign - 1)) || text.charAt(sign - 1) == '@'));
  }

  /** Whether this is the name of a server: {@code "news.h.example"}. */
  static boolean isDomain(String domain) {
    int dot = domain.lastIndexOf('.');
    return dot > 0
        && domain.length() - dot > 2
        && domain.indexOf("..") < 0
        && domain.substring(dot + 1).chars().allMatch(Character::isLetter);
  }

  private static boolean isLocal(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "._%+-'".indexOf(c) >= 0);
  }

  private static boolean isDomain(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }
}
