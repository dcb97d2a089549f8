package dateline.note;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lines that say whose note it is: an office, a speaker with a role, a byline. */
public final class Issuers {

  private static final int LONGEST = 120;
  private static final int LONGEST_INSTITUTION = 80;

  private static final Set<String> HEADS =
      Set.of(
          "office",
          "department",
          "ministry",
          "bureau",
          "agency",
          "embassy",
          "mission",
          "commission",
          "committee",
          "directorate",
          "secretariat",
          "delegation",
          "administration",
          "council",
          "board",
          "institute",
          "authority",
          "service",
          "chancellery",
          "cabinet",
          "ministère",
          "direction",
          "préfecture",
          "mairie",
          "secrétariat",
          "ambassade",
          "république",
          "ministerium",
          "bundesministerium",
          "bundesamt",
          "referat",
          "behörde",
          "botschaft",
          "ministerio",
          "secretaría",
          "embajada",
          "ayuntamiento",
          "dirección",
          "ministero",
          "presidenza",
          "ambasciata",
          "ministério",
          "prefeitura",
          "ministerie",
          "министерство");

  /** What a government is of: {@code "City of Northwater"}. */
  private static final Set<String> GOVERNED =
      Set.of(
          "city", "county", "state", "republic", "town", "government", "ville", "stadt", "comune");

  private static final Set<String> OF =
      Set.of(
          "of", "for", "to", "on", "de", "du", "des", "für", "der", "del", "della", "delle", "di",
          "do", "da", "van");

  private static final Set<String> BEFORE_HEAD =
      Set.of(
          "the",
          "u.s.",
          "us",
          "united",
          "states",
          "federal",
          "national",
          "european",
          "press",
          "state",
          "permanent",
          "home",
          "foreign");

  private static final Set<String> CONNECTORS =
      Set.of(
          "of", "the", "for", "and", "to", "&", "on", "de", "du", "des", "la", "le", "les", "et",
          "für", "der", "die", "und", "del", "los", "y", "della", "delle", "di", "e", "do", "da",
          "van", "het", "en");

  private static final List<String> PRESS_OFFICES =
      List.of(
          "press operations",
          "press office",
          "press service",
          "press department",
          "press team",
          "press and information office",
          "public affairs",
          "media relations",
          "press relations",
          "communications office",
          "communications department",
          "media office",
          "news service",
          "information service",
          "office of the spokesperson",
          "press secretary",
          "spokesperson");

  private static final Set<String> ROLES =
      Set.of(
          "secretary",
          "minister",
          "spokesperson",
          "spokesman",
          "spokeswoman",
          "president",
          "premier",
          "chancellor",
          "ambassador",
          "director",
          "commissioner",
          "chair",
          "chairman",
          "chairwoman",
          "administrator",
          "coordinator",
          "advisor",
          "adviser",
          "envoy",
          "officer",
          "chief",
          "governor",
          "senator",
          "mayor",
          "secretary-general",
          "representative",
          "general",
          "counselor",
          "counsel",
          "head",
          "speaker",
          "congressman",
          "congresswoman");

  private Issuers() {}

  static boolean isIssuer(String plain) {
    return plain.length() <= LONGEST
        && !Sentences.isEnded(plain)
        && (isOffice(plain) || isPressOffice(plain) || isSpeaker(plain));
  }

  /**
   * Whether this names an institution by its form: {@code "Harbour Authority of Cork"}, {@code
   * "Environment Agency"}, {@code "CITY OF NORTHWATER"}. A headline in capitals can have it, too.
   */
  static boolean isInstitution(String plain) {
    if (OtherScripts.isInstitution(plain)) {
      return true;
    }
    List<String> words = List.of(lower(plain).split(" ", -1));
    if (words.size() == 1) {
      return isCompound(words.getFirst()) && Capitals.isCapital(plain);
    }
    if (plain.length() > LONGEST_INSTITUTION
        || words.size() > 8
        || Sentences.isEnded(plain)
        || !isName(List.of(plain.split(" ", -1)))) {
      return false;
    }
    int head = 0;
    while (head < words.size() && !isHead(words.get(head))) {
      head++;
    }
    boolean last = head == words.size() - 1 && words.stream().noneMatch(CONNECTORS::contains);
    boolean connected = head + 2 < words.size() && OF.contains(words.get(head + 1));
    boolean governs = GOVERNED.contains(words.getFirst()) && words.get(1).equals("of");
    return (last && words.size() <= 4) || (connected && head <= 4) || (governs && words.size() > 2);
  }

  /**
   * Whether a line of a letterhead, of which nothing else can stand there, names an institution.
   */
  static boolean isOfLetterhead(String plain) {
    List<String> words = List.of(plain.split(" ", -1));
    return isInstitution(plain)
        || (plain.length() <= LONGEST_INSTITUTION
            && words.size() <= 6
            && isHead(lower(words.getFirst()))
            && isName(words));
  }

  /** Capitals, and in languages that write adjectives small one such word behind them. */
  private static boolean isName(List<String> words) {
    return words.subList(0, words.size() - 1).stream().allMatch(Issuers::isPartOfName)
        && words.getLast().chars().allMatch(c -> Character.isLetter(c) || "&'’-.".indexOf(c) >= 0);
  }

  private static boolean isHead(String word) {
    return HEADS.contains(word) || isCompound(word);
  }

  /** {@code "umweltbundesamt"}. */
  private static boolean isCompound(String word) {
    return word.length() > 8 && (word.endsWith("amt") || word.endsWith("ministerium"));
  }

  /** The name in {@code "by Jane Doe"}. */
  static Optional<String> byline(String plain) {
    if (plain.length() > LONGEST || !plain.toLowerCase(Locale.ROOT).startsWith("by ")) {
      return Optional.empty();
    }
    return Optional.of(plain.substring(3).strip()).filter(Capitals::isPersonsName);
  }

  /** The office that announces in a first sentence: {@code "The Ministry of X today announced"}. */
  static Optional<String> announcer(String sentence) {
    String rest = sentence.startsWith("The ") ? sentence.substring(4) : sentence;
    int end = 0;
    for (String word : rest.substring(0, Math.min(rest.length(), LONGEST)).split(" ", -1)) {
      if (!Capitals.isCapital(word) && !CONNECTORS.contains(word)) {
        break;
      }
      end += word.length() + 1;
    }
    String name = rest.substring(0, Math.min(end, rest.length())).strip();
    String after = rest.substring(Math.min(end, rest.length()));
    boolean announces =
        after.startsWith("today ")
            || after.startsWith("announce")
            || after.startsWith("is pleased");
    return Optional.of(name).filter(office -> announces && isOffice(office));
  }

  /** Whether a name holds the word for an office. */
  static boolean hasOfficeWord(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[ ,]", -1))
        .anyMatch(word ->
            HEADS.contains(word)
                || Set.of(
                        "team",
                        "press",
                        "affairs",
                        "relations",
                        "division",
                        "center",
                        "centre",
                        "desk",
                        "oficina",
                        "pressestelle")
                    .contains(word));
  }

  /** Index after the last word for a role in these words; 0 if there is none. */
  static int afterRole(List<String> words) {
    for (int i = words.size(); i > 0; i--) {
      if (isRole(words.get(i - 1))) {
        return i;
      }
    }
    return 0;
  }

  /** Whether this is a person with a title in front: {@code "Deputy Prime Minister Ana Roe"}. */
  public static boolean isTitledPerson(String plain) {
    List<String> words = List.of(plain.split(" ", -1));
    int name = plain.length() <= LONGEST ? afterRole(words) : 0;
    String person = String.join(" ", words.subList(name, words.size()));
    boolean named =
        Capitals.isPersonsName(person)
            || (words.size() == name + 1 && Capitals.isCapital(words.getLast()));
    return name > 0
        && named
        && !hasOfficeWord(person)
        && words.subList(0, name).stream().allMatch(Capitals::isCapital);
  }

  private static boolean isRole(String word) {
    return ROLES.contains(word.toLowerCase(Locale.ROOT).replace(",", ""));
  }

  private static boolean isOffice(String plain) {
    List<String> words = List.of(plain.split(" ", -1));
    int head = 0;
    while (head < words.size() - 1 && BEFORE_HEAD.contains(lower(words.get(head)))) {
      head++;
    }
    if (words.size() - head < 3 || words.size() > 14 || !isHead(lower(words.get(head)))) {
      return false;
    }
    String of = words.get(head + 1);
    boolean english = Set.of("of", "for", "to", "on").contains(of);
    return english
        ? words.stream().allMatch(Issuers::isPartOfName)
        : OF.contains(of) && words.size() <= 8 && isName(words);
  }

  private static boolean isPressOffice(String plain) {
    String lower = lower(plain);
    return plain.split(" ", -1).length <= 8
        && PRESS_OFFICES.stream().anyMatch(lower::endsWith)
        && Arrays.stream(plain.split(" ", -1)).allMatch(Issuers::isPartOfName);
  }

  private static boolean isSpeaker(String plain) {
    int comma = plain.indexOf(", ");
    if (comma < 0) {
      return false;
    }
    String name = plain.substring(0, comma);
    List<String> role = List.of(plain.substring(comma + 2).split(" ", -1));
    return Capitals.isPersonsName(withoutTitle(name))
        && Arrays.stream(name.split(" ", -1)).noneMatch(Issuers::isRole)
        && role.stream().allMatch(Issuers::isPartOfName)
        && afterRole(role) > 0;
  }

  private static String withoutTitle(String name) {
    return name.startsWith("Dr. ") ? name.substring(4) : name;
  }

  private static boolean isPartOfName(String word) {
    return Capitals.isCapital(word) || CONNECTORS.contains(word);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
