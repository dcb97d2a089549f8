package dateline.note.checks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An e-mail address to which no mail can go. */
final class BrokenEmails implements Check {

  private static final Rule RULE =
      Rule.warns(
          "BROKEN_EMAIL",
          "An e-mail address is not whole.",
          "Write to press@harbour for the plan.",
          "Write the whole address.");

  /** No domain or one without a dot, a space beside the at sign, two dots or at signs in a row. */
  private static final Pattern BROKEN =
      Pattern.compile(
          "(?<![\\w.%+/-])[\\w.%+-]{2,64}@(?:[A-Za-z0-9-]{2,63}(?![\\w.@-])|[A-Za-z0-9-]{2,63}\\.(?= |$)(?! [A-Z])"
              + "| [a-z0-9-]{2,63}\\.[a-z]{2,10}\\b|[A-Za-z0-9.-]{0,60}\\.\\.[A-Za-z0-9.-]{1,60}"
              + "|@{1,5}[A-Za-z0-9.-]{0,60}(?<!\\.)|(?=$|[ .,;:)\\]>]))");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.body()) {
      if (passage.text().indexOf('@') < 0) {
        continue;
      }
      Matcher broken = BROKEN.matcher(passage.text());
      while (broken.find()) {
        page.report(
            RULE,
            passage,
            broken.start(),
            broken.end(),
            Page.quote(broken.group()) + " is not a whole e-mail address.");
      }
    }
  }
}
