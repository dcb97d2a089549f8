package dateline.note.checks;

import java.util.List;
import java.util.Set;

/** Two small words between which one is missing. */
final class MissingWords implements Check {

  private static final Rule RULE =
      Rule.warns(
          "MISSING_WORD",
          "A word is missing between two small words.",
          "The opening of the and the plan were announced.",
          "Put in the missing word, or take one of the two out.");

  private static final Set<String> ARTICLES = Set.of("the", "an");
  private static final Set<String> NO_NOUN =
      Set.of(
          "of", "and", "or", "a", "an", "the", "is", "are", "was", "were", "has", "have", "to",
          "from", "with", "for", "by", "that", "which");
  private static final Set<String> NOT_BEFORE_OF = Set.of("to", "for", "with", "from", "by", "at");
  private static final Set<String> NOT_AFTER_OF = Set.of("to", "with", "is", "are", "for");

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
        Word before = words.get(i - 1);
        Word after = words.get(i);
        if (lacksOne(before.text(), after.text()) && passage.isOneSpaceBetween(before, after)) {
          page.report(
              RULE,
              passage,
              before.start(),
              after.end(),
              "Between “%s” and “%s” a word is missing.".formatted(before.text(), after.text()));
        }
      }
    }
  }

  private static boolean lacksOne(String before, String after) {
    return (ARTICLES.contains(before) && NO_NOUN.contains(after) && !before.equals(after))
        || (after.equals("of") && NOT_BEFORE_OF.contains(before))
        || (before.equals("of") && NOT_AFTER_OF.contains(after));
  }
}
