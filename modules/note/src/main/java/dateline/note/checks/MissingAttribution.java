package dateline.note.checks;

/** A readout that does not say whose words it is. */
final class MissingAttribution implements Check {

  private static final Rule RULE =
      Rule.advises(
          "NO_ATTRIBUTION",
          "A readout has no attribution line.",
          "Readout of the Minister’s Meeting with Ana Roe",
          "Add a line such as “The below is attributable to Spokesperson Ana Roe:”.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    if (SaidKind.isReadout(page) && page.note().attribution().isEmpty()) {
      Passage headline = page.headline();
      page.report(
          RULE,
          headline,
          0,
          headline.text().length(),
          "This is a readout, and no line says to whom its words are attributable.");
    }
  }
}
