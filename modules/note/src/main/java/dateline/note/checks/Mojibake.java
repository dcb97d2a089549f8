package dateline.note.checks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that were read in another encoding than they were written in. */
final class Mojibake implements Check {

  private static final Rule RULE =
      Rule.warns(
          "MOJIBAKE",
          "Characters were read in the wrong encoding.",
          "The ministerâ€™s visit began.",
          "Write the characters as they were meant.");

  /** UTF-8 read as Windows-1252 or Latin-1, once or twice; and what could not be read at all. */
  private static final Pattern GARBLED =
      Pattern.compile(
          "(?=[\u00c2-\u00c5\u00e2\u00ef\ufffd\u0080-\u009f])(?:â(?:€[\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122\u02c6\u02dc]?|[\u0080-\u009f]{1,2})"
              + "|[ÂÃÄÅ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
              + "|ï»¿|\ufffd{1,40}+|[\u0080-\u009f])");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.passages()) {
      if (passage.isAscii()) {
        continue;
      }
      Matcher garbled = GARBLED.matcher(passage.text());
      while (garbled.find()) {
        page.report(
            RULE,
            passage,
            garbled.start(),
            garbled.end(),
            Page.quote(garbled.group()) + " is not what was written: its encoding was mistaken.");
      }
    }
  }
}
