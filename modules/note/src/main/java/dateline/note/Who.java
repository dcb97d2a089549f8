package dateline.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is named in front of an address: a person, an office, or a person of an office.
 *
 * @param name of a person
 * @param office as printed
 */
record Who(Optional<String> name, Optional<String> office) {

  private static final Set<String> LEADS_TO =
      Set.of(
          "at",
          "via",
          "by",
          "email",
          "e-mail",
          "mail",
          "phone",
          "telephone",
          "tel",
          "tél",
          "telefon",
          "mob",
          "mobile",
          "cell",
          "fax",
          "or",
          "and",
          "on",
          "to",
          "write",
          "here",
          "t",
          "m",
          "e",
          "–",
          "-",
          "—",
          "|",
          "/",
          "");
  private static final Set<String> INSIDE =
      Set.of("of", "the", "for", "in", "to", "and", "&", "de", "van", "von", "der");
  private static final Set<String> STOPS =
      Set.of(
          "please",
          "contact",
          "contacts",
          "call",
          "learn",
          "media",
          "press",
          "note",
          "visit",
          "rsvp");
  private static final Set<String> HONORIFICS = Set.of("mr.", "mrs.", "ms.", "dr.", "mr", "ms");

  /** {@code "Name: Ana Roe"} says the same without its label. */
  private static final Pattern LABEL =
      Pattern.compile("(?i)\\b(?:name|title|position|role|organi[sz]ation):\\s*");

  /** {@code "Ana Roe, press officer:"}. */
  private static final Pattern WITH_ROLE =
      Pattern.compile("([^,:\\n]{3,60}), (\\p{Ll}[\\p{L} ]{2,40}):");

  static final Who NOBODY = new Who(Optional.empty(), Optional.empty());

  boolean isNobody() {
    return name.isEmpty() && office.isEmpty();
  }

  /** Who stands at the end of this text, in front of an address. */
  static Who before(String text) {
    Matcher role = WITH_ROLE.matcher(text.substring(text.lastIndexOf('\n') + 1).strip());
    if (role.matches() && isPerson(role.group(1).strip())) {
      return both(role.group(1).strip(), role.group(2));
    }
    String near = VisibleText.of(LABEL.matcher(text.replace("\n", ", ")).replaceAll(""));
    near = near.substring(near.lastIndexOf(')') + 1);
    List<String> words = new ArrayList<>(Arrays.asList(near.split(" ", -1)));
    while (!words.isEmpty() && LEADS_TO.contains(bare(words.getLast()).toLowerCase(Locale.ROOT))) {
      words.removeLast();
    }
    int from = words.size();
    while (from > 0
        && (isOfficeOf(words, from - 1) || belongs(words.get(from - 1), from == words.size()))) {
      from--;
    }
    List<String> who = new ArrayList<>(words.subList(from, words.size()));
    while (!who.isEmpty() && isLead(who.getFirst())) {
      who.removeFirst();
    }
    while (!who.isEmpty() && INSIDE.contains(who.getLast())) {
      who.removeLast();
    }
    return who.isEmpty() ? NOBODY : of(who);
  }

  /** Name and office in these words. */
  private static Who of(List<String> words) {
    List<String> named = words;
    if (HONORIFICS.contains(named.getFirst().toLowerCase(Locale.ROOT))) {
      named = named.subList(1, named.size());
    }
    String phrase = trimmed(String.join(" ", named));
    int comma = phrase.indexOf(", ");
    if (comma > 0 && isPerson(phrase.substring(0, comma))) {
      String behind = trimmed(phrase.substring(comma + 2));
      return isPerson(behind)
          ? new Who(Optional.of(behind), Optional.empty())
          : both(phrase.substring(0, comma), behind);
    }
    for (String preposition : List.of(" in the ", " of the ", " from the ", " at the ", " of ")) {
      int at = phrase.indexOf(preposition);
      if (at > 0 && isPerson(phrase.substring(0, at))) {
        return both(phrase.substring(0, at), phrase.substring(at + preposition.length()));
      }
    }
    for (int split : List.of(Issuers.afterRole(named), afterPossessive(named))) {
      String after = trimmed(String.join(" ", named.subList(split, named.size())));
      if (split > 0 && isPerson(after)) {
        String office = String.join(" ", named.subList(0, split));
        return both(after, office.replaceFirst("['’]s$", ""));
      }
    }
    return isPerson(phrase)
        ? new Who(Optional.of(phrase), Optional.empty())
        : new Who(Optional.empty(), Optional.of(phrase).filter(office -> !office.isEmpty()));
  }

  private static Who both(String name, String office) {
    return new Who(Optional.of(name), Optional.of(trimmed(office)).filter(o -> !o.isEmpty()));
  }

  private static int afterPossessive(List<String> words) {
    for (int i = words.size(); i > 0; i--) {
      if (words.get(i - 1).endsWith("’s") || words.get(i - 1).endsWith("'s")) {
        return i;
      }
    }
    return 0;
  }

  static boolean isPerson(String name) {
    return Capitals.isPersonsName(name) && !Issuers.hasOfficeWord(name);
  }

  private static boolean belongs(String word, boolean last) {
    boolean label = word.endsWith(":") || word.endsWith(";");
    boolean sentence = !last && word.endsWith(".") && bare(word).length() >= 4;
    String bare = bare(word);
    boolean named = Capitals.isCapital(word) || INSIDE.contains(bare) || bare.isEmpty();
    return named && !label && !sentence && !isStop(bare, word);
  }

  /** The last word of {@code "Head of Media"}. */
  private static boolean isOfficeOf(List<String> words, int at) {
    return at > 1
        && Set.of("Press,", "Media,", "Press", "Media").contains(words.get(at))
        && words.get(at - 1).equals("of")
        && Capitals.isCapital(words.get(at - 2));
  }

  private static boolean isStop(String bare, String word) {
    boolean alone = STOPS.contains(bare.toLowerCase(Locale.ROOT));
    return alone && !(Set.of("Press", "Media").contains(bare) && !word.endsWith(","));
  }

  private static boolean isLead(String word) {
    return INSIDE.contains(bare(word)) || bare(word).isEmpty();
  }

  private static String bare(String word) {
    return word.replaceAll("^[(\\[“\"]+|[.,:;)\\]”\"]+$", "");
  }

  private static String trimmed(String text) {
    return text.replaceAll("^[,;:(\\s]+|[,;:(\\s]+$", "");
  }
}
