package dateline.note.checks;

import dateline.note.Links;

/** A link that leads nowhere. */
final class DeadLinks implements Check {

  private static final Rule RULE =
      Rule.blocks(
          "DEAD_LINK",
          "A link leads nowhere.",
          "See [the plan](#).",
          "Give the link its full address, or take the link away and keep the words.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.body()) {
      for (Passage.Linked link : passage.links()) {
        if (Links.isDead(link.href())) {
          String target = link.href().isBlank() ? "is empty" : "is " + Page.quote(link.href());
          page.report(
              RULE,
              passage,
              link.start(),
              link.end(),
              "The link %s leads nowhere: its target %s."
                  .formatted(Page.quote(link.words()), target));
        }
      }
    }
  }
}
