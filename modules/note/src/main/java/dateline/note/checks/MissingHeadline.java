package dateline.note.checks;

import dateline.note.VisibleText;

/** A note without a headline. */
final class MissingHeadline implements Check {

  private static final Rule RULE =
      Rule.blocks(
          "NO_HEADLINE", "The note has no headline.", "", "Put the headline on the first line.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    if (VisibleText.of(page.note().headline()).isEmpty()) {
      page.report(RULE, "The note has no headline.");
    }
  }
}
