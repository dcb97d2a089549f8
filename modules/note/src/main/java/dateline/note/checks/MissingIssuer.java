package dateline.note.checks;

/** A note without an issuer. */
final class MissingIssuer implements Check {

  private static final Rule RULE =
      Rule.warns(
          "NO_ISSUER",
          "The note does not say which office or speaker issues it.",
          "Gate Opened",
          "Add the issuing office or the speaker on a line below the headline.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    if (page.note().issuer().isEmpty()) {
      page.report(RULE, RULE.sentence());
    }
  }
}
