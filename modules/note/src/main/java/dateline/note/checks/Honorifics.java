package dateline.note.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person who is a Mr. here and a Ms. there, a Minister here and a Secretary there, or not what
 * the house style says.
 */
final class Honorifics implements Check {

  private static final Rule RULE =
      Rule.warns(
          "HONORIFIC_MISMATCH",
          "A person has two honorifics, or another than the house style’s.",
          "Mr. Ana Roe spoke. The port thanked Ms. Roe.",
          "Find out which is right and write it everywhere.");

  private static final Set<String> HONORIFICS = Set.of("Mr", "Mrs", "Ms", "Miss");

  /** Somebody as first named: with all the names that stood there. */
  private record Person(char sex, List<String> names, Spot at) {

    /** Another sex, and no two given names that differ. */
    boolean contradicts(Person other) {
      boolean others =
          names.size() > 1
              && other.names.size() > 1
              && !names.getFirst().equals(other.names.getFirst());
      return sex != other.sex && !others;
    }
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    Map<String, Person> seen = new HashMap<>();
    for (Passage passage : page.prose()) {
      List<Word> words = passage.words();
      for (int i = 0; i + 1 < words.size(); i++) {
        if (HONORIFICS.contains(words.get(i).text())) {
          look(page, passage, i, seen);
        }
      }
    }
    if (page.isEnglish()) {
      OfficesOfPersons.slips(page.prose())
          .forEach(slip ->
              page.report(
                  RULE,
                  slip.at(),
                  slip.other(),
                  "“%s” stands here and “%s”".formatted(slip.title(), slip.otherTitle())));
    }
  }

  private static void look(Page page, Passage passage, int at, Map<String, Person> seen) {
    List<String> names = namesAfter(passage, at);
    if (names.isEmpty()) {
      return;
    }
    Word honorific = passage.words().get(at);
    Spot spot = new Spot(passage, honorific.start(), honorific.end());
    Person here = new Person(sex(honorific.text()), names, spot);
    Optional<String> house = house(page.style().honorifics(), names);
    Person before = seen.putIfAbsent(names.getLast(), here);
    if (house.isPresent() && !begins(house.get(), honorific.text())) {
      page.report(
          RULE,
          passage,
          honorific.start(),
          honorific.end(),
          "The house writes “%s %s”.".formatted(house.get(), names.getLast()),
          "Write “" + house.get() + "”.");
    } else if (before != null && before.contradicts(here)) {
      page.report(
          RULE,
          spot,
          before.at(),
          "“%s %s” stands here, and another honorific before the name"
              .formatted(honorific.text() + ".", String.join(" ", names)));
    }
  }

  /** The capitalised words behind an honorific, at most three. */
  private static List<String> namesAfter(Passage passage, int at) {
    List<Word> words = passage.words();
    int end = at + 1;
    while (end < words.size()
        && end <= at + 3
        && words.get(end).isCapital()
        && passage
            .text()
            .substring(words.get(end - 1).end(), words.get(end).start())
            .matches("\\.? ")) {
      end++;
    }
    return words.subList(at + 1, end).stream().map(Word::bare).toList();
  }

  private static Optional<String> house(Map<String, String> honorifics, List<String> names) {
    String said = String.join(" ", names);
    return honorifics.entrySet().stream()
        .filter(entry ->
            entry.getKey().equals(said)
                || (names.size() == 1 && entry.getKey().endsWith(" " + said)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether this is the first word of what the house says: {@code "Mr"} of {@code "Mr."}. */
  private static boolean begins(String house, String honorific) {
    return Word.of(house).stream().limit(1).anyMatch(word -> word.text().equals(honorific));
  }

  private static char sex(String honorific) {
    return honorific.equals("Mr") ? 'm' : 'f';
  }
}
