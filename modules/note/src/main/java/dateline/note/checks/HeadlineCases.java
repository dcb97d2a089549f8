package dateline.note.checks;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A headline whose capitals are not the house’s. */
final class HeadlineCases implements Check {

  private static final Rule RULE =
      Rule.advises(
          "HEADLINE_CASE",
          "The headline’s capitals are not those of the house style.",
          "Minister Opens The Third Gate of the Harbour",
          "Change the capitals as the house style says.");

  private static final int LONG = 4;

  /** Short words that are no small words: a title has capitals there too. */
  private static final Set<String> SHORT =
      Set.of(
          "he", "she", "it", "we", "you", "who", "his", "her", "its", "our", "is", "are", "was",
          "be", "has", "not", "new", "all", "one", "two", "six", "ten");

  /** Longer small words, which houses write either way. */
  private static final Set<String> MAY_BE_SMALL =
      Set.of(
          "with",
          "from",
          "into",
          "over",
          "upon",
          "than",
          "that",
          "after",
          "before",
          "between",
          "against",
          "during",
          "under",
          "about",
          "amid",
          "among",
          "through",
          "toward",
          "towards",
          "within",
          "without",
          "versus",
          "since",
          "until",
          "near",
          "d’affaires",
          "d'affaires");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    if (!page.isEnglish()) {
      return;
    }
    switch (page.style().headlineCase()) {
      case TITLE -> title(page);
      case SENTENCE -> sentence(page);
      case FREE -> {}
    }
  }

  private static void title(Page page) {
    Passage headline = page.headline();
    List<Word> words = headline.words();
    if (isShouted(headline.text())) {
      report(
          page, words.getFirst().start(), words.getLast().end(), "The headline is all capitals.");
      return;
    }
    if (!isTitle(words)) {
      return;
    }
    for (int i = 1; i < words.size() - 1; i++) {
      Word word = words.get(i);
      boolean small = page.style().smallWords().contains(word.text().toLowerCase(Locale.ROOT));
      boolean begins =
          headline.text().charAt(word.start() - 1) != ' '
              || beginsAnew(headline.text(), word.start());
      if (small
          && word.isCapital()
          && !begins
          && !word.text().equals(word.text().toUpperCase(Locale.ROOT))) {
        report(page, word.start(), word.end(), "“" + word.text() + "” is a small word.");
      } else if (word.isLower()
          && (word.text().length() >= LONG || SHORT.contains(word.text()))
          && !small
          && !MAY_BE_SMALL.contains(word.text())) {
        report(page, word.start(), word.end(), "“" + word.text() + "” has no capital.");
      }
    }
  }

  private static void sentence(Page page) {
    List<Word> words = page.headline().words();
    if (words.size() > 4 && isTitle(words)) {
      report(
          page,
          words.getFirst().start(),
          words.getLast().end(),
          "The headline has the capitals of a title.");
    }
  }

  private static boolean isShouted(String text) {
    return text.chars().filter(Character::isLetter).count() >= 12
        && text.chars().noneMatch(Character::isLowerCase);
  }

  private static boolean isTitle(List<Word> words) {
    List<Word> longer = words.stream().filter(word -> word.text().length() >= LONG).toList();
    long capitals = longer.stream().filter(word -> !word.isLower()).count();
    return longer.size() >= 2 && capitals * 10 >= longer.size() * 7L;
  }

  private static boolean beginsAnew(String text, int start) {
    return start > 1 && ":;.?!–—-“\"(".indexOf(text.charAt(start - 2)) >= 0;
  }

  private static void report(Page page, int start, int end, String message) {
    page.report(RULE, page.headline(), start, end, message);
  }
}
