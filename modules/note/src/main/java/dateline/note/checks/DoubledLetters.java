package dateline.note.checks;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A letter that was typed twice. */
final class DoubledLetters implements Check {

  private static final Rule RULE =
      Rule.advises(
          "DOUBLED_LETTER",
          "A letter is doubled where words have it once.",
          "The committtee met.",
          "Take the letter out.");

  private static final Pattern THREE = Pattern.compile("(\\p{L})\\1\\1");

  /** Not an e: a refugee seeks refuge. */
  private static final Pattern ANY_LAST = Pattern.compile("([\\p{Ll}&&[^e]])\\1$");

  private static final Pattern LAST = Pattern.compile("([bcdghjkmnpqvwx])\\1$");
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

  /** "ministerr" in a note that has "minister", too. */
  private static boolean isAnother(Word word, Set<String> all) {
    String text = word.text();
    return word.isLower()
        && text.length() >= 5
        && !BOTH.contains(text)
        && ANY_LAST.matcher(text).find()
        && all.contains(text.substring(0, text.length() - 1));
  }

  private static boolean isDoubled(String word) {
    if (!word.chars().skip(1).allMatch(Character::isLowerCase)) {
      return false;
    }
    boolean lower = Character.isLowerCase(word.charAt(0));
    boolean three = word.length() >= 6 && THREE.matcher(word).find();
    boolean first = lower && word.charAt(0) == word.charAt(1) && !BEGIN.contains(word);
    boolean last = lower && word.length() >= 5 && LAST.matcher(word).find() && !END.contains(word);
    return three || first || last;
  }
}
