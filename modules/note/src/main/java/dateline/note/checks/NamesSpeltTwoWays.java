package dateline.note.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A name that is spelt in two ways. */
final class NamesSpeltTwoWays implements Check {

  private static final Rule RULE =
      Rule.warns(
          "NAME_SPELT_TWO_WAYS",
          "The same name is spelt in two ways.",
          "The harbour thanks Natalia Kanrem. Later Natalie Kanrem spoke.",
          "Write the name the same way everywhere.");

  private static final int SHORTEST = 5;
  private static final int LONGEST = 20;
  private static final int MOST_NAMES = 2_000;
  private static final int MOST_ALIKE = 20;

  /** A name where it first stands, with the capitalised words that stand beside it anywhere. */
  private record Said(String name, Spot at, int order, Set<String> beside) {}

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    Map<String, Said> names = names(page);
    Map<String, List<String>> alike = new HashMap<>();
    for (String name : names.keySet()) {
      for (int i = 0; i < name.length(); i++) {
        String shortened = name.substring(0, i) + name.substring(i + 1);
        alike.computeIfAbsent(shortened, _ -> new ArrayList<>()).add(name);
      }
      alike.computeIfAbsent(name, _ -> new ArrayList<>()).add(name);
    }
    Set<Set<String>> pairs = new LinkedHashSet<>();
    for (List<String> group : alike.values()) {
      for (int i = 1; i < Math.min(group.size(), MOST_ALIKE); i++) {
        if (!group.get(i - 1).equals(group.get(i))) {
          pairs.add(Set.of(group.get(i - 1), group.get(i)));
        }
      }
    }
    List<List<Said>> same =
        pairs.stream()
            .map(pair ->
                pair.stream().map(names::get).sorted(Comparator.comparingInt(Said::order)).toList())
            .filter(pair -> isSameName(pair.get(0), pair.get(1)))
            .sorted(Comparator.comparingInt(pair -> pair.get(1).order()))
            .toList();
    Set<Set<String>> said = new HashSet<>();
    for (List<Said> pair : same) {
      Said first = pair.get(0);
      Said later = pair.get(1);
      said.add(Set.of(first.name(), later.name()));
      report(page, later.name(), later.at(), first.name(), first.at());
    }
    Surnames.twins(page.prose()).stream()
        .filter(twins -> said.add(Set.of(twins.first(), twins.later())))
        .forEach(
            twins -> report(page, twins.later(), twins.laterAt(), twins.first(), twins.firstAt()));
  }

  private static Map<String, Said> names(Page page) {
    Map<String, Said> names = new LinkedHashMap<>();
    for (Passage passage : page.prose()) {
      List<Word> words = passage.words();
      for (int i = 0; i < words.size() && names.size() < MOST_NAMES; i++) {
        Word word = words.get(i);
        if (isName(word)) {
          int order = names.size();
          Said said =
              names.computeIfAbsent(
                  word.bare(),
                  name ->
                      new Said(
                          name,
                          new Spot(passage, word.start(), word.end()),
                          order,
                          new HashSet<>()));
          addNeighbours(passage, i, said.beside());
        }
      }
    }
    return names;
  }

  private static boolean isName(Word word) {
    int length = word.bare().length();
    return word.isCapital()
        && length >= SHORTEST
        && length <= LONGEST
        && word.bare()
            .chars()
            .skip(1)
            .allMatch(c -> Character.isLetter(c) && Character.isLowerCase(c));
  }

  private static void addNeighbours(Passage passage, int at, Set<String> beside) {
    List<Word> words = passage.words();
    if (at > 0
        && words.get(at - 1).isCapital()
        && passage.isOneSpaceBetween(words.get(at - 1), words.get(at))) {
      beside.add("<" + words.get(at - 1).bare());
    }
    if (at + 1 < words.size()
        && words.get(at + 1).isCapital()
        && passage.isOneSpaceBetween(words.get(at), words.get(at + 1))) {
      beside.add(">" + words.get(at + 1).bare());
    }
  }

  /** Alike, no inflection of each other, and beside the same word; or the same but for accents. */
  private static boolean isSameName(Said one, Said other) {
    if (Spelling.differInAccents(one.name(), other.name())) {
      return true;
    }
    boolean together = one.beside().stream().anyMatch(other.beside()::contains);
    return together
        && !Spelling.isInflected(one.name(), other.name())
        && Spelling.distance(one.name(), other.name()) == 1;
  }

  private static void report(Page page, String later, Spot at, String first, Spot firstAt) {
    page.report(RULE, at, firstAt, "“%s” stands here and “%s”".formatted(later, first));
  }
}
