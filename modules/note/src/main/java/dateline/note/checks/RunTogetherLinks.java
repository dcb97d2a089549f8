package dateline.note.checks;

/** A web address that lost the space in front of it. */
final class RunTogetherLinks implements Check {

  private static final Rule RULE =
      Rule.advises(
          "RUN_TOGETHER_LINK",
          "A web address runs into the word before it.",
          "See thewww.harbour.example page.",
          "Put a space before the address.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.body()) {
      for (Passage.Linked link : passage.links()) {
        boolean bare = link.words().equals(link.href());
        int before = link.start() - 1;
        if (bare && before >= 0 && Character.isLetterOrDigit(passage.text().charAt(before))) {
          page.report(
              RULE,
              passage,
              link.start(),
              link.end(),
              "The address " + Page.quote(link.words()) + " runs into the word before it.");
        }
      }
    }
  }
}
