package dateline.note.checks;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A name of the headline that the text spells otherwise. */
final class HeadlineNames implements Check {

  private static final Rule RULE =
      Rule.warns(
          "HEADLINE_NAME",
          "A name of the headline stands in the text only in another spelling.",
          "Minister Meets Governor Grunfeld\n\nMinister Ana Roe met Governor Grunfield.",
          "Write the name the same way in both.");

  private static final int SHORTEST = 5;
  private static final int LONGEST = 25;
  private static final int MOST = 1_000;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    Set<String> names = new HashSet<>();
    Set<String> all = new HashSet<>();
    for (Passage passage : page.body()) {
      for (Word word : passage.words()) {
        all.add(word.bare().toLowerCase(Locale.ROOT));
        if (word.isCapital() && names.size() < MOST) {
          names.add(word.bare());
        }
      }
    }
    Set<String> said = new HashSet<>();
    List<Word> headline = page.headline().words();
    headline.forEach(word -> said.add(word.bare()));
    for (Word word : headline) {
      String name = word.bare();
      if (word.isCapital()
          && name.length() >= SHORTEST
          && name.length() <= LONGEST
          && !all.contains(name.toLowerCase(Locale.ROOT))) {
        twin(name, names)
            .filter(twin -> !said.contains(twin))
            .ifPresent(twin -> report(page, word, twin));
      }
    }
  }

  /** The name of the text that is nearly this one. */
  private static Optional<String> twin(String name, Set<String> names) {
    int most = name.length() >= 8 ? 2 : 1;
    return names.stream()
        .filter(other -> Math.abs(other.length() - name.length()) <= most)
        .filter(other -> other.charAt(0) == name.charAt(0))
        .filter(other -> !isEnding(name, other) && Spelling.distance(name, other) <= most)
        .min(Comparator.naturalOrder());
  }

  /** Whether they differ in their endings alone, as other forms of one word do. */
  private static boolean isEnding(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same >= Math.max(one.length(), other.length()) - 2;
  }

  private static void report(Page page, Word word, String twin) {
    page.report(
        RULE,
        page.headline(),
        word.start(),
        word.end(),
        "The headline says “%s” and the text “%s”.".formatted(word.bare(), twin));
  }
}
