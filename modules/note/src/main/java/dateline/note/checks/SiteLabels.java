package dateline.note.checks;

import dateline.note.Site;

/** A label of a site or feed among the note’s own words. */
final class SiteLabels implements Check {

  private static final Rule RULE =
      Rule.advises(
          "SITE_LABEL",
          "A label of the site or feed stands in the note.",
          "News Releases: Gate Opened",
          "Take it out; it will not be shown.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.boilerplate()) {
      if (!Site.isNoticeToReaders(passage.text()) && !passage.words().isEmpty()) {
        page.report(
            RULE,
            passage,
            0,
            passage.text().length(),
            Page.quote(passage.text()) + " is a label of the site or feed, not of the note.");
      }
    }
  }
}
