package dateline.note.checks;

import dateline.note.Site;
import java.util.regex.Pattern;

/** A standing text of the site among the note’s own. */
final class SiteNotices implements Check {

  private static final Rule RULE =
      Rule.advises(
          "SITE_BOILERPLATE",
          "A standing text of the site stands in the note.",
          "This site is managed by the port office of Northwater.",
          "Take it out; the site adds its own.");

  /** What a banner of a government's site says, which is copied with the page. */
  private static final Pattern BANNER =
      Pattern.compile(
          "(?i:(?:this is )?an official (?:web ?)?site of the)(?: [\\p{L}.’']{1,30}){0,6} (?i:government)\\b");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    boolean headed = false;
    for (Passage passage : page.passages()) {
      boolean heading = Site.isAboutHeading(passage.text());
      boolean aboutIssuer = headed || heading || Site.isAboutParagraph(passage.text());
      boolean ofTheSite =
          passage.in() == Passage.In.BOILERPLATE
              && Site.isNoticeToReaders(passage.text())
              && !aboutIssuer;
      headed = heading;
      if (ofTheSite || BANNER.matcher(passage.text()).lookingAt()) {
        report(page, passage);
      }
    }
  }

  private static void report(Page page, Passage passage) {
    page.report(
        RULE,
        passage,
        0,
        passage.text().length(),
        "The paragraph "
            + Page.quote(passage.text())
            + " is a standing text of the site, not of the note.");
  }
}
