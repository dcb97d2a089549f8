package dateline.note.checks;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Something to come on a day that is over. */
final class PastDates implements Check {

  private static final Rule RULE =
      Rule.advises(
          "PAST_DATE",
          "The text announces something for a day before the note’s own.",
          "May 3, 2029\n\nThe minister will visit the port on April 28.",
          "Correct the date, or say it as past.");

  private static final int NEAR = 150;
  private static final Pattern WILL =
      Pattern.compile(
          "\\b(?:will|is to|are to|plans to) (?!(?:have|be remembered)\\b)[^.;:]{1,120}(?<! (?:held|signed|announced|adopted|made|issued|taken|released|launched)) (?:on|from) $");

  private static final Pattern GOES_ON = Pattern.compile(" ?(?:to|through|until|[–-])[ \\d]");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    Optional<LocalDate> note = page.noteDay();
    for (SaidDate date : page.dates()) {
      boolean past = note.isPresent() && date.near(note).filter(note.get()::isAfter).isPresent();
      if (past && isAnnounced(date)) {
        page.report(
            RULE,
            date.passage(),
            date.start(),
            date.end(),
            Page.quote(date.text()) + " is before " + whichDay(page) + ", " + note.get() + ".");
      }
    }
  }

  private static String whichDay(Page page) {
    return page.note().date().isPresent() ? "the note’s own day" : "today (the note has no date)";
  }

  /** "will … on July 3": in one sentence, not far apart; "from July 3 to 9" goes on. */
  private static boolean isAnnounced(SaidDate date) {
    String text = date.passage().text();
    if (GOES_ON.matcher(text).region(date.end(), text.length()).lookingAt()) {
      return false;
    }
    String before = text.substring(Math.max(0, date.start() - NEAR), date.start());
    return WILL.matcher(before).find();
  }
}
