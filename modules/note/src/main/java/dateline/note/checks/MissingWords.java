package dateline.note.checks;

import java.util.List;
import java.util.Set;

/**
 * Two small words between which one is missing, and a verb in the wrong form: {@code "will be open
 * the bridge"} has a word too many or too few.
 */
final class MissingWords implements Check {

  private static final Rule RULE =
      Rule.warns(
          "MISSING_WORD",
          "A word is missing between two small words, or one is too many before a verb.",
          "The opening of the and the plan were announced.",
          "Put in the missing word, or take one of the two out.");

  private static final Set<String> ARTICLES = Set.of("the", "an");
  private static final Set<String> NO_NOUN =
      Set.of(
          "of", "and", "or", "a", "an", "the", "is", "are", "was", "were", "has", "have", "to",
          "from", "with", "for", "by", "that", "which");
  private static final Set<String> NOT_BEFORE_OF = Set.of("to", "for", "with", "from", "by", "at");
  private static final Set<String> NOT_AFTER_OF = Set.of("to", "with", "is", "are", "for");

  private static final Set<String> MODALS =
      Set.of("will", "would", "shall", "can", "could", "must", "may", "might", "should", "to");

  /** None of these is an adjective or a noun that could stand behind "be". */
  private static final Set<String> VERBS =
      Set.of(
          "announce",
          "attend",
          "begin",
          "bring",
          "build",
          "celebrate",
          "convene",
          "deliver",
          "discuss",
          "establish",
          "explain",
          "give",
          "include",
          "introduce",
          "join",
          "make",
          "meet",
          "open",
          "participate",
          "provide",
          "receive",
          "speak",
          "strengthen",
          "take",
          "unveil",
          "visit");

  private static final Set<String> ARTICLES_BEHIND = Set.of("the", "a", "an", "its", "his", "her");

  /** "Open the whole day": what is said is how long. */
  private static final Set<String> HOW_LONG =
      Set.of(
          "whole",
          "entire",
          "full",
          "following",
          "next",
          "same",
          "first",
          "last",
          "second",
          "other",
          "day",
          "week",
          "weekend",
          "month",
          "year",
          "morning",
          "afternoon",
          "evening",
          "night",
          "summer",
          "winter",
          "season",
          "rest");

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
        if (i + 3 < words.size() && isWrongForm(passage, words.subList(i - 1, i + 4))) {
          page.report(
              RULE,
              passage,
              before.start(),
              words.get(i + 1).end(),
              "“%s be %s %s” has a word too many or too few."
                  .formatted(before.text(), words.get(i + 1).text(), words.get(i + 2).text()),
              "Take “be” out, or put the verb right.");
        }
      }
    }
  }

  private static boolean lacksOne(String before, String after) {
    return (ARTICLES.contains(before) && NO_NOUN.contains(after) && !before.equals(after))
        || (after.equals("of") && NOT_BEFORE_OF.contains(before))
        || (before.equals("of") && NOT_AFTER_OF.contains(after));
  }

  /** {@code "will be open the bridge"}. */
  private static boolean isWrongForm(Passage passage, List<Word> five) {
    if (!five.get(1).text().equals("be")) {
      return false;
    }
    for (int i = 0; i + 1 < five.size(); i++) {
      if (!passage.isOneSpaceBetween(five.get(i), five.get(i + 1))) {
        return false;
      }
    }
    return MODALS.contains(five.get(0).text())
        && VERBS.contains(five.get(2).text())
        && ARTICLES_BEHIND.contains(five.get(3).text())
        && !(five.get(2).text().equals("open") && HOW_LONG.contains(five.get(4).text()));
  }
}
