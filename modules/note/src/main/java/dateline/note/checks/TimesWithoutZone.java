package dateline.note.checks;

import dateline.note.Phrase;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A time of day that does not say where. */
final class TimesWithoutZone implements Check {

  private static final Rule RULE =
      Rule.advises(
          "TIME_WITHOUT_ZONE",
          "A time of day has no time zone.",
          "The minister speaks at 10:30 a.m. on Monday.",
          "Add the zone: “10:30 a.m. EDT”, “10:30 local time”.");

  private static final int BEFORE = 30;
  private static final int AFTER = 80;
  private static final Phrase TIME =
      Phrase.of(
          "0 1 2 3 4 5 6 7 8 9",
          "(?<![\\d:.,])(?:1[0-2]|[1-9])(?::[0-5]\\d)? ?(?:[ap]\\.m\\.|[AP]\\.M\\.|[ap]m\\b|[AP]M\\b)"
              + "|(?<=\\b(?i:at|from|until|till|by|before|after|around|about) )"
              + "(?:[01]?\\d|2[0-3]):[0-5]\\d(?![\\d:])");
  private static final Pattern ZONE =
      Pattern.compile(
          "\\b(?:[ECMPA][SD]?T|GMT|UTC|CES?T|BST|JST|IST|Z)\\b|(?i)\\blocal\\b|\\b(?:eastern|central|mountain|pacific|greenwich|universal)\\b|\\btime\\b");

  /** Nobody has to be anywhere at a time that is over. */
  private static final Pattern OVER =
      Pattern.compile("\\b(?i:concluded|ended|adjourned|began|closed) at (?:about |around )?$");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.prose()) {
      for (MatchResult time : TIME.in(passage.text())) {
        String text = passage.text();
        String around =
            text.substring(
                Math.max(0, time.start() - BEFORE), Math.min(text.length(), time.end() + AFTER));
        boolean over =
            OVER.matcher(text.substring(Math.max(0, time.start() - BEFORE), time.start())).find();
        if (!over && !ZONE.matcher(around).find()) {
          page.report(
              RULE,
              passage,
              time.start(),
              time.end(),
              Page.quote(time.group()) + " does not say in which time zone.");
        }
      }
    }
  }
}
