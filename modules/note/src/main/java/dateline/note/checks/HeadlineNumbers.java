package dateline.note.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A number of the headline that the text gives otherwise. */
final class HeadlineNumbers implements Check {

  private static final Rule RULE =
      Rule.warns(
          "HEADLINE_NUMBER",
          "A number of the headline stands in the text only as another.",
          "Port Gives $80 Million\n\nThe port gives $58 million.",
          "Correct the headline or the text.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    List<Quantity> headline = Quantity.in(page.headline().text());
    if (headline.isEmpty()) {
      return;
    }
    List<Quantity> text = new ArrayList<>();
    page.body().forEach(passage -> text.addAll(Quantity.in(passage.text())));
    for (Quantity said : headline) {
      List<Quantity> others = text.stream().filter(found -> found.of().equals(said.of())).toList();
      if (!others.isEmpty() && others.stream().noneMatch(said::isSame) && !isSum(said, others)) {
        page.report(
            RULE,
            page.headline(),
            said.start(),
            said.end(),
            "The headline says %s, and the text never does."
                .formatted(Page.quote(page.headline().text().substring(said.start(), said.end()))));
      }
    }
  }

  /** "More than $50 million" may stand above parts of it. */
  private static boolean isSum(Quantity said, List<Quantity> others) {
    BigDecimal sum =
        others.stream().map(Quantity::number).distinct().reduce(BigDecimal.ZERO, BigDecimal::add);
    return others.size() > 1 && sum.compareTo(said.number()) >= 0;
  }
}
