package dateline.note.checks;

import java.util.HashSet;
import java.util.Set;

/** A letter that was typed twice. */
final class DoubledLetters implements Check {

  private static final Rule RULE =
      Rule.advises(
          "DOUBLED_LETTER",
          "A letter is doubled where words have it once.",
          "The committtee met.",
          "Take the letter out.");

  /** No word has these twice at its end. */
  private static final String ONCE_AT_THE_END = "bcdghjkmnpqvwx";

  private static final Set<String> BEGIN =
      Set.of(
          "llama",
          "llamas",
          "llano",
          "eerie",
          "eerily",
          "eels",
          "ooze",
          "oozed",
          "oozing",
          "oozes",
          "oops",
          "oomph",
          "oolong",
          "aardvark",
          "eery");
  private static final Set<String> END = Set.of("djinn", "kibbudd", "rebb");

  /** Words that are others without their last letter. */
  private static final Set<String> BOTH =
      Set.of(
          "princess",
          "needless",
          "caress",
          "canvass",
          "brass",
          "assess",
          "install",
          "enroll",
          "fulfill",
          "distill",
          "instill",
          "appall",
          "enthrall");

  /** What is longer is no word. */
  private static final int LONGEST = 40;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    if (!page.isEnglish()) {
      return;
    }
    Set<String> all = new HashSet<>();
    page.prose().forEach(passage -> passage.words().forEach(word -> all.add(word.text())));
    for (Passage passage : page.prose()) {
      for (Word word : passage.words()) {
        int length = word.text().length();
        if (length >= 4
            && length <= LONGEST
            && (isDoubled(word.text()) || isAnother(word, all))
            && !passage.isInAddress(word.start())) {
          page.report(
              RULE,
              passage,
              word.start(),
              word.end(),
              "In " + Page.quote(word.text()) + " a letter is doubled.");
        }
      }
    }
  }

  /** "ministerr" in a note that has "minister", too; not an e, for a refugee seeks refuge. */
  private static boolean isAnother(Word word, Set<String> all) {
    String text = word.text();
    return endsDoubled(text)
        && !text.endsWith("e")
        && text.length() >= 5
        && word.isLower()
        && !BOTH.contains(text)
        && all.contains(text.substring(0, text.length() - 1));
  }

  private static boolean hasThree(String word) {
    for (int i = 2; i < word.length(); i++) {
      if (word.charAt(i) == word.charAt(i - 1) && word.charAt(i) == word.charAt(i - 2)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsDoubled(String word) {
    return word.charAt(word.length() - 1) == word.charAt(word.length() - 2);
  }

  private static boolean isDoubled(String word) {
    boolean lower = Character.isLowerCase(word.charAt(0));
    boolean three = word.length() >= 6 && hasThree(word);
    boolean first = lower && word.charAt(0) == word.charAt(1) && !BEGIN.contains(word);
    boolean last =
        lower
            && word.length() >= 5
            && endsDoubled(word)
            && ONCE_AT_THE_END.indexOf(word.charAt(word.length() - 1)) >= 0
            && !END.contains(word);
    return (three || first || last) && word.chars().skip(1).allMatch(Character::isLowerCase);
  }
}
