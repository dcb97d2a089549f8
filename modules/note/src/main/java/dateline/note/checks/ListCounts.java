package dateline.note.checks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A number that is stated above a list which has more or fewer. */
final class ListCounts implements Check {

  private static final Rule RULE =
      Rule.warns(
          "LIST_COUNT",
          "A list has more or fewer entries than the text says.",
          "The gate serves three ports:\n\n• Oslo\n\n• Bergen",
          "Count the list and correct the number.");

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12));

  /** A number of things that can be listed: not of years, and no amount, date or time. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d$€£.,:/+–-])((?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|\\d{1,3})"
              + "(?= (?:(?!(?:years?|days?|hours?|months?|weeks?|minutes?|times|percent|million|billion|of)\\b)[\\p{L}-]{2,30} ){0,3}"
              + "(?!(?:years|days|hours|months|weeks|minutes|times|decades)\\b)\\p{Ll}{2,30}s\\b)");

  /** Behind these words stand examples; nobody says that they are all. */
  private static final Pattern EXAMPLES =
      Pattern.compile(
          "\\b(?i:includ(?:e|es|ing)|such as|among (?:others|them)|for example|e\\.g\\.)");

  private static final Set<String> PAIRS = pairs();

  /** A name of a few words, each with a capital or one that stands inside names. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:the )?\\p{Lu}[\\p{L}\\p{M}'’.-]{0,30}(?: (?:of|the|de|du|la|le|del|upon|on|am|\\p{Lu}[\\p{L}\\p{M}'’.-]{0,30})){0,4}");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    List<Passage> body = page.body();
    for (int i = 0; i < body.size(); i++) {
      Passage passage = body.get(i);
      if (passage.text().endsWith(":") && !passage.isItem()) {
        compare(page, passage, passage.sentences().getLast(), items(body, i + 1));
      }
      passage.sentences().forEach(sentence -> inLine(page, passage, sentence));
    }
  }

  /** How many entries the list that begins here has, without those of lists in it. */
  private static int items(List<Passage> body, int from) {
    int items = 0;
    for (int i = from; i < body.size() && body.get(i).isItem(); i++) {
      items += body.get(i).level() <= body.get(from).level() ? 1 : 0;
    }
    return items;
  }

  /** "Two gates: the north gate and the south gate." */
  private static void inLine(Page page, Passage passage, Passage.Sentence sentence) {
    String text = passage.text(sentence);
    int colon = text.indexOf(": ");
    if (colon > 0) {
      int length = length(text.substring(colon + 2));
      Passage.Sentence before = new Passage.Sentence(sentence.start(), sentence.start() + colon);
      compare(page, passage, before, length);
    }
  }

  /** How many entries a list in running text has; 0 if that cannot be told. */
  private static int length(String list) {
    String between = list.indexOf(';') >= 0 ? "; ?" : ", ?";
    String[] entries = list.split(between, -1);
    String last = entries[entries.length - 1];
    boolean closed = entries.length >= 3 && last.startsWith("and ");
    boolean brief =
        list.indexOf(';') >= 0 || List.of(entries).stream().allMatch(ListCounts::isName);
    return closed && brief && last.indexOf(" and ") < 0 ? entries.length : names(entries);
  }

  /** "Cork, Galway, Dublin and Bergen": names, of which the last two have no comma between them. */
  private static int names(String[] entries) {
    String last = entries[entries.length - 1].replaceFirst("[.!?]$", "");
    int and = last.indexOf(" and ");
    if (and <= 0 || last.indexOf(" and ", and + 1) >= 0 || PAIRS.contains(last)) {
      return 0;
    }
    boolean all =
        Stream.concat(
                Stream.of(entries).limit(entries.length - 1L),
                Stream.of(last.substring(0, and), last.substring(and + 5)))
            .allMatch(entry -> isName(entry) && NAME.matcher(entry).matches());
    return all ? entries.length + 1 : 0;
  }

  /** Countries that have an "and" in their names. */
  private static Set<String> pairs() {
    return Arrays.stream(Locale.getISOCountries())
        .map(country -> Locale.of("", country).getDisplayCountry(Locale.ENGLISH))
        .filter(name -> name.contains(" & "))
        .map(name -> name.replace("&", "and"))
        .collect(Collectors.toSet());
  }

  /** Entries that commas divide are counted only if each is a name or a word or two. */
  private static boolean isName(String entry) {
    return entry.length() <= 40 && entry.split(" ", -1).length <= 5;
  }

  private static void compare(Page page, Passage passage, Passage.Sentence sentence, int length) {
    String before = passage.text(sentence);
    if (length < 2 || EXAMPLES.matcher(before).find()) {
      return;
    }
    Matcher number = NUMBER.matcher(before);
    Optional<String> said = Optional.empty();
    int start = 0;
    while (number.find()) {
      if (said.isPresent()) {
        return;
      }
      said = Optional.of(number.group(1));
      start = sentence.start() + number.start(1);
    }
    if (said.isPresent() && value(said.get()) != length) {
      page.report(
          RULE,
          passage,
          start,
          start + said.get().length(),
          "The text says %s, and the list has %d.".formatted(Page.quote(said.get()), length),
          "Count the list; write %d if it is whole.".formatted(length));
    }
  }

  private static int value(String number) {
    Integer word = WORDS.get(number.toLowerCase(Locale.ROOT));
    return word != null ? word : Integer.parseInt(number);
  }
}
