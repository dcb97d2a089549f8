package dateline.note.checks;

import java.util.Comparator;
import java.util.List;

/** An issuer that the house does not know. */
final class UnknownOffices implements Check {

  private static final Rule RULE =
      Rule.warns(
          "UNKNOWN_OFFICE",
          "The issuing office is not one of the house’s.",
          "Office of the Spokseperson",
          "Write the office as the house style does, or add it there.");

  /** UTF-16 units of an issuer that may be an office misspelt. */
  private static final int LONGEST = 200;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    if (page.style().offices().isEmpty() || page.note().issuer().isEmpty()) {
      return;
    }
    String issuer = page.note().issuer().get();
    if (IssuedBy.isSpeaker(issuer) || page.style().offices().contains(issuer)) {
      return;
    }
    Passage line = IssuedBy.line(page);
    page.report(
        RULE,
        line,
        0,
        line.text().length(),
        "No office of the house is called " + Page.quote(issuer) + ".",
        mend(page.style().offices(), issuer));
  }

  private static String mend(List<String> offices, String issuer) {
    if (issuer.length() > LONGEST) {
      return RULE.mend();
    }
    String nearest =
        offices.stream()
            .min(Comparator.comparingInt(office -> Spelling.distance(office, issuer)))
            .orElseThrow();
    return "Write “" + nearest + "” if that is meant, or add the office to the house style.";
  }
}
