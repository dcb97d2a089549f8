package dateline.note.checks;

/** A day that no calendar has. */
final class ImpossibleDays implements Check {

  private static final Rule RULE =
      Rule.warns(
          "NO_SUCH_DAY",
          "A date names a day that does not exist.",
          "The gate opens on June 31, 2029.",
          "Look the date up and correct it.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (SaidDate date : page.dates()) {
      if (date.in(date.year().filter(year -> year < 10_000).orElse(2000)).isEmpty()) {
        page.report(
            RULE,
            date.passage(),
            date.start(),
            date.end(),
            "There is no " + Page.quote(date.text()) + ".");
      }
    }
  }
}
