package dateline.note.checks;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The same word twice in a row. */
final class DoubledWords implements Check {

  private static final Rule RULE =
      Rule.warns(
          "DOUBLED_WORD",
          "A word stands twice in a row.",
          "The gate of the the harbour opened.",
          "Take one of the two out.");

  private static final Set<String> MAY =
      Set.of(
          "that", "had", "very", "really", "so", "no", "ha", "bye", "many", "long", "far", "again",
          "much", "yes");

  /** "What the port is is a gate": a clause that ends in the first may begin with one of these. */
  private static final Set<String> CLAUSES =
      Set.of(
          "what",
          "who",
          "where",
          "when",
          "how",
          "why",
          "all",
          "it",
          "that",
          "which",
          "whatever",
          "this",
          "thing",
          "he",
          "she");

  private static final int CLAUSE = 15;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    if (!page.isEnglish()) {
      return;
    }
    for (Passage passage : page.prose()) {
      List<Word> words = passage.words();
      for (int i = 1; i < words.size() && !passage.isRow(); i++) {
        Word word = words.get(i);
        if (words.get(i - 1).text().equalsIgnoreCase(word.text())
            && word.isLower()
            && passage.isOneSpaceBetween(words.get(i - 1), word)
            && !MAY.contains(word.text())
            && !(word.text().equals("is") && endsClause(words, i - 1))) {
          page.report(
              RULE,
              passage,
              words.get(i - 1).start(),
              word.end(),
              "The word " + Page.quote(word.text()) + " stands twice in a row.");
        }
      }
    }
  }

  private static boolean endsClause(List<Word> words, int at) {
    return words.subList(Math.max(0, at - CLAUSE), at).stream()
        .anyMatch(word -> CLAUSES.contains(word.text().toLowerCase(Locale.ROOT)));
  }
}
