package dateline.note.checks;

import dateline.note.Phrase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Two words with no space between them. */
final class MissingSpaces implements Check {

  private static final Rule RULE =
      Rule.warns(
          "MISSING_SPACE",
          "Two words run together.",
          "The gate opened.The port is glad.",
          "Put a space between them.");

  private static final Phrase STOP =
      Phrase.of(". , ; ! ?", "(?<=\\p{Ll}[\\p{Ll}’”)])[.,;!?]\\p{Lu}\\p{Ll}{1,30}+(?![\\p{L}.])");

  /** Behind a capital inside a word another word begins. */
  private static final Pattern CAPITAL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  private static final Pattern SITE = Pattern.compile("\\.(?:com|org|net|gov|mil|int|edu|info)\\b");
  private static final Set<String> SMALL =
      Set.of("the", "of", "and", "to", "in", "with", "by", "for", "was", "is", "has");

  /** Shorter beginnings are those of names: {@code "WeChat"}, {@code "McDonald"}. */
  private static final int LONG = 4;

  private static final int LONGEST = 80;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    Map<String, Integer> known = new HashMap<>();
    page.prose()
        .forEach(
            passage -> passage.words().forEach(word -> known.merge(word.bare(), 1, Integer::sum)));
    for (Passage passage : page.prose()) {
      for (MatchResult stop : STOP.in(passage.text())) {
        if (!passage.isInAddress(stop.start())) {
          report(page, passage, stop.start(), stop.end());
        }
      }
      for (Word word : passage.words()) {
        if ((isRunTogether(word, known) || endsSmall(word, known)) && !isAddress(passage, word)) {
          report(page, passage, word.start(), word.end());
        }
      }
    }
  }

  /** {@code "OfficeMinister"}: words in a row, the first or the last of which stands elsewhere. */
  private static boolean isRunTogether(Word word, Map<String, Integer> known) {
    if (word.text().length() > LONGEST || known.getOrDefault(word.bare(), 0) > 1) {
      return false;
    }
    List<String> words = List.of(CAPITAL.split(word.bare(), -1));
    boolean small = words.size() == 2 && SMALL.contains(words.getFirst());
    boolean whole =
        IntStream.range(0, words.size())
            .allMatch(i -> words.get(i).length() >= (i == 0 ? LONG : 3) && isWord(words.get(i)));
    return words.size() > 1
        && (small
            || (whole
                && (known.containsKey(words.getFirst()) || known.containsKey(words.getLast()))));
  }

  /** Letters, of which only the first may be a capital. */
  private static boolean isWord(String text) {
    return Character.isLetter(text.charAt(0))
        && text.chars().skip(1).allMatch(Character::isLowerCase);
  }

  /** {@code "Grunfeldwas"}: a name that stands elsewhere, and a small word. */
  private static boolean endsSmall(Word word, Map<String, Integer> known) {
    String text = word.text();
    return word.isCapital()
        && text.length() <= LONGEST
        && known.getOrDefault(text, 0) == 1
        && SMALL.stream()
            .filter(small -> small.length() > 2 && text.endsWith(small))
            .map(small -> text.substring(0, text.length() - small.length()))
            .anyMatch(name -> name.length() > LONG && known.containsKey(name));
  }

  private static boolean isAddress(Passage passage, Word word) {
    return passage.isInAddress(word.start())
        || SITE.matcher(passage.text()).region(word.end(), passage.text().length()).lookingAt();
  }

  private static void report(Page page, Passage passage, int start, int end) {
    page.report(
        RULE,
        passage,
        start,
        end,
        "In " + Page.quote(passage.text().substring(start, end)) + " a space is missing.");
  }
}
