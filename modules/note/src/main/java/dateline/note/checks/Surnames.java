package dateline.note.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The family names of the persons a note names, each in its spelling, with what shows whose it is:
 * the given names and the titles before it. A capitalised word is one only behind a given name or a
 * title, or where it says something.
 */
final class Surnames {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 20;

  /** Shorter names that differ in two letters are two names. */
  private static final int LONG = 8;

  private static final int MOST = 300;

  /** Everybody may be called so: it does not tell two persons apart. */
  private static final Set<String> COURTESY = Set.of("Mr", "Mrs", "Ms", "Miss", "Dr");

  private static final Set<String> TITLES =
      Set.of(
          "Mr",
          "Mrs",
          "Ms",
          "Miss",
          "Dr",
          "Minister",
          "Secretary",
          "President",
          "Chancellor",
          "Governor",
          "Senator",
          "Mayor",
          "Ambassador",
          "Director",
          "Commissioner",
          "Chairman",
          "Chairwoman",
          "Chair",
          "Spokesperson",
          "Spokesman",
          "Spokeswoman",
          "Professor",
          "Representative",
          "Envoy",
          "General",
          "Admiral",
          "Colonel",
          "Captain",
          "Judge",
          "Administrator",
          "Congressman",
          "Congresswoman",
          "Premier",
          "Inspector",
          "Officer");

  private static final Set<String> SAYS =
      Set.of(
          "said",
          "says",
          "added",
          "told",
          "noted",
          "stressed",
          "thanked",
          "welcomed",
          "explained",
          "announced",
          "spoke",
          "called",
          "met",
          "visited",
          "replied",
          "praised");

  private static final Set<String> NOT_GIVEN =
      Set.of(
          "the",
          "a",
          "an",
          "in",
          "on",
          "at",
          "by",
          "for",
          "from",
          "to",
          "with",
          "and",
          "but",
          "or",
          "of",
          "as",
          "our",
          "his",
          "her",
          "their",
          "its",
          "this",
          "that",
          "when",
          "while",
          "after",
          "before",
          "both",
          "new",
          "old",
          "prime",
          "foreign",
          "deputy",
          "vice",
          "north",
          "south",
          "east",
          "west",
          "saint",
          "st",
          "mount",
          "lake",
          "fort",
          "port",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final Set<String> COUNTRIES = countries();

  /** One spelling. */
  private static final class Surname {
    private final String name;
    private final Spot first;
    private final int order;
    private final Set<String> given = new HashSet<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<Integer> sentences = new HashSet<>();

    Surname(String name, Spot first, int order) {
      this.name = name;
      this.first = first;
      this.order = order;
    }
  }

  /** The same name in two spellings, where each first stands. */
  record Twins(String first, Spot firstAt, String later, Spot laterAt) {}

  private final Map<String, Surname> names = new LinkedHashMap<>();
  private int sentence;

  private Surnames(List<Passage> prose) {
    for (Passage passage : prose) {
      List<Passage.Sentence> sentences = passage.sentences();
      int in = 0;
      sentence++;
      for (int i = 0; i < passage.words().size(); i++) {
        Word word = passage.words().get(i);
        while (in < sentences.size() && sentences.get(in).end() <= word.start()) {
          in++;
          sentence++;
        }
        if (isName(word) && names.size() < MOST) {
          add(passage, i);
        }
      }
    }
  }

  /** Pairs of spellings of one name, in the note's order. */
  static List<Twins> twins(List<Passage> prose) {
    Map<Character, List<Surname>> byLetter = new HashMap<>();
    List<Twins> twins = new ArrayList<>();
    for (Surname later : new Surnames(prose).names.values()) {
      List<Surname> before = byLetter.computeIfAbsent(later.name.charAt(0), _ -> new ArrayList<>());
      for (Surname first : before) {
        if (isAlike(first.name, later.name) && isSamePerson(first, later)) {
          twins.add(
              first.order < later.order
                  ? new Twins(first.name, first.first, later.name, later.first)
                  : new Twins(later.name, later.first, first.name, first.first));
        }
      }
      before.add(later);
    }
    return twins;
  }

  private static boolean isName(Word word) {
    String name = word.bare();
    return word.isCapital()
        && name.length() >= SHORTEST
        && name.length() <= LONGEST
        && !TITLES.contains(name)
        && name.chars().skip(1).allMatch(Character::isLowerCase);
  }

  private void add(Passage passage, int at) {
    List<Word> words = passage.words();
    Word word = words.get(at);
    boolean last = at + 1 == words.size();
    boolean goesOn =
        !last
            && words.get(at + 1).isCapital()
            && passage.isOneSpaceBetween(word, words.get(at + 1));
    int before = at - 1;
    if (before > 0 && isInitial(passage, before)) {
      before--;
    }
    String title = before >= 0 && stands(passage, before) ? words.get(before).text() : "";
    boolean given = isGiven(title) && words.get(before).bare().equals(title);
    boolean says =
        !last
            && SAYS.contains(words.get(at + 1).text())
            && passage.isOneSpaceBetween(word, words.get(at + 1));
    boolean inTitle = passage.in() == Passage.In.HEADLINE;
    if (TITLES.contains(title) ? goesOn && !inTitle : !says && (!given || goesOn)) {
      return;
    }
    Surname name =
        names.computeIfAbsent(
            word.bare(),
            text -> new Surname(text, new Spot(passage, word.start(), word.end()), sentence));
    name.sentences.add(sentence);
    if (TITLES.contains(title)) {
      name.titles.add(title);
    } else if (given) {
      name.given.add(title);
      if (before > 0 && stands(passage, before - 1)) {
        String rank = words.get(before - 1).text();
        name.titles.addAll(TITLES.contains(rank) ? Set.of(rank) : Set.of());
      }
    }
  }

  /** {@code "M."} between a given name and a family name. */
  private static boolean isInitial(Passage passage, int at) {
    return passage.words().get(at).text().length() == 1
        && passage.words().get(at).isCapital()
        && stands(passage, at);
  }

  /**
   * Whether this word and the next belong together: one space is between them, or a stop and one.
   */
  private static boolean stands(Passage passage, int at) {
    Word word = passage.words().get(at);
    int next = passage.words().get(at + 1).start();
    String between = passage.text().substring(word.end(), next);
    boolean stop = word.text().length() == 1 || COURTESY.contains(word.text());
    return between.equals(" ") || (stop && between.equals(". "));
  }

  private static boolean isGiven(String word) {
    return word.length() >= 2
        && Character.isUpperCase(word.charAt(0))
        && Character.isLowerCase(word.charAt(1))
        && !NOT_GIVEN.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isAlike(String one, String other) {
    int most = Math.min(one.length(), other.length()) >= LONG ? 2 : 1;
    return Math.abs(one.length() - other.length()) <= most
        && !Spelling.isInflected(one, other)
        && Spelling.distance(one, other) <= most;
  }

  private static boolean isSamePerson(Surname one, Surname other) {
    if (one.given.stream().anyMatch(other.given::contains)) {
      return true;
    }
    boolean apart =
        (!one.given.isEmpty() && !other.given.isEmpty())
            || one.sentences.stream().anyMatch(other.sentences::contains)
            || isOtherOffice(one.titles, other.titles)
            || isOtherGender(one.name, other.name)
            || COUNTRIES.contains(one.name)
            || COUNTRIES.contains(other.name);
    boolean known =
        !one.given.isEmpty()
            || !other.given.isEmpty()
            || one.titles.stream().anyMatch(other.titles::contains);
    return known && !apart;
  }

  private static boolean isOtherOffice(Set<String> one, Set<String> other) {
    Set<String> offices = new HashSet<>(one);
    Set<String> others = new HashSet<>(other);
    offices.removeAll(COURTESY);
    others.removeAll(COURTESY);
    return !offices.isEmpty() && !others.isEmpty() && offices.stream().noneMatch(others::contains);
  }

  /** A Slavic name of a man and of a woman: {@code "Kowalski"}, {@code "Kowalska"}. */
  private static boolean isOtherGender(String one, String other) {
    int last = one.length() - 1;
    return one.length() == other.length()
        && one.regionMatches(0, other, 0, last)
        && (one.endsWith("a") || other.endsWith("a"))
        && "iyí".indexOf(one.endsWith("a") ? other.charAt(last) : one.charAt(last)) >= 0;
  }

  private static Set<String> countries() {
    Set<String> countries = new HashSet<>();
    for (String country : Locale.getISOCountries()) {
      countries.add(Locale.of("", country).getDisplayCountry(Locale.ENGLISH));
    }
    return countries;
  }
}
