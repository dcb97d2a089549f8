package dateline.note;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The languages a text is in: by its script, where that tells, else by its commonest small words.
 * Each paragraph is looked at for itself, so a text in two languages has both; nothing if they do
 * not tell.
 */
final class Language {

  private static final int READ = 20_000;

  /** Last letter of the blocks that are Latin only. */
  private static final int LAST_LATIN = 0x24F;

  /** Nothing before it is Han. */
  private static final int FIRST_HAN = 0x2E80;

  /** A second language has at least so many words, and one in so many. */
  private static final int FEWEST_WORDS = 20;

  private static final int LEAST_SHARE = 6;

  private static final Map<String, Set<String>> SMALL_WORDS =
      Map.ofEntries(
          words("en", "the and of to in for with will on"),
          words("fr", "le les des et du une dans pour est"),
          words("de", "der die das und mit den von ist für"),
          words("es", "el los las y del una por con para"),
          words("it", "il di che gli della e per una nel"),
          words("pt", "o os do da e uma para com não"),
          words("nl", "het een van de en voor met op zijn"),
          words("sv", "och att det som för är av på med"),
          words("da", "og at det som for er af på til den"),
          words("nb", "og å det som for er av på til den"),
          words("fi", "ja on että sekä ovat joka tai ei mukaan"),
          words("et", "ja on et ning ka mis see või oma"),
          words("lv", "un ir ar no par kas tiek arī ka"),
          words("lt", "ir yra kad su apie iš bus kuris į"),
          words("pl", "i w na z się jest do oraz że"),
          words("cs", "a v na je se že pro ve které"),
          words("sk", "a v na je sa že pre vo ktoré"),
          words("sl", "in je za na se da ki pri so"),
          words("hr", "i u je na da se za su koji"),
          words("hu", "a az és hogy egy nem is meg volt"),
          words("ro", "și în de la pe cu pentru este din"),
          words("sq", "dhe në të për me që një nga është"),
          words("tr", "ve bir bu için ile da de olarak olan"),
          words("id", "yang dan di untuk dengan ini pada dari akan"),
          words("vi", "và của các là cho trong được với này"),
          words("so", "ee iyo ka in ku oo waa uu soo"),
          words("sw", "ya na wa kwa ni katika za la hii"),
          words("ht", "nan ak pou yo ki yon sou la gen"));

  /** The languages of each small word. */
  private static final Map<String, List<String>> BY_SMALL_WORD =
      SMALL_WORDS.entrySet().stream()
          .flatMap(of -> of.getValue().stream().map(word -> Map.entry(word, of.getKey())))
          .collect(
              Collectors.groupingBy(
                  Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

  /** Languages so near that their small words are mostly the same. */
  private static final Map<String, String> TWINS =
      Map.of("da", "nb", "nb", "da", "cs", "sk", "sk", "cs");

  /** Letters that only one of the languages of their script has. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "uk", "їєґі", "be", "ў", "sr", "ђћџљњј", "mk", "ѓќѕ", "fa", "پچژگ", "ur", "ٹڈڑےں", "ps",
          "ښځڼۍ");

  private static final Map<UnicodeScript, String> SCRIPTS =
      Map.ofEntries(
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.KATAKANA, "ja"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.HAN, "zh"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.DEVANAGARI, "hi"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.SINHALA, "si"));

  private Language() {}

  private static Map.Entry<String, Set<String>> words(String language, String words) {
    return Map.entry(language, Set.of(words.split(" ", -1)));
  }

  /** BCP 47 tags, the language of most words first; of nearly as many, the one that begins. */
  static List<String> in(String text) {
    String start = text.substring(0, Math.min(text.length(), READ)).toLowerCase(Locale.ROOT);
    Map<String, Integer> sizes = new LinkedHashMap<>();
    int all = 0;
    for (String paragraph : start.split("\n\\s*\n", -1)) {
      int size = size(paragraph);
      all += size;
      of(paragraph).ifPresent(language -> sizes.merge(language, size, Integer::sum));
    }
    int total = all;
    List<String> languages =
        sizes.entrySet().stream()
            .filter(one -> one.getValue() >= FEWEST_WORDS && one.getValue() * LEAST_SHARE >= total)
            .sorted(Comparator.comparingInt(one -> -one.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(ArrayList::new));
    if (languages.size() < 2) {
      return of(start).or(() -> languages.stream().findFirst()).stream().toList();
    }
    String first = sizes.keySet().stream().filter(languages::contains).findFirst().orElse("");
    int most = sizes.getOrDefault(languages.getFirst(), 0);
    if (sizes.getOrDefault(first, 0) * 4 >= most * 3) {
      languages.remove(first);
      languages.addFirst(first);
    }
    return languages;
  }

  /** Words; where no spaces part them two characters count as one. */
  private static int size(String text) {
    int words = 1;
    int wide = 0;
    boolean gap = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      words += isSpace(c) && !gap ? 1 : 0;
      gap = isSpace(c);
      wide += c >= FIRST_HAN && script(c) == UnicodeScript.HAN ? 1 : 0;
    }
    return words + wide / 2;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static Optional<String> of(String text) {
    return ofScript(text).or(() -> ofWords(text));
  }

  private static UnicodeScript script(int c) {
    return Character.isLetter(c) ? UnicodeScript.of(c) : UnicodeScript.COMMON;
  }

  /** Of the scripts that are not Latin, the one most letters are of. */
  private static Optional<String> ofScript(String text) {
    Map<UnicodeScript, Integer> letters = new HashMap<>();
    int all = 0;
    int other = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetter(c)) {
        all++;
      }
      if (c > LAST_LATIN && Character.isLetter(c)) {
        other++;
        letters.merge(UnicodeScript.of(c), 1, Integer::sum);
      }
    }
    if (other < 5 || other * 2 < all) {
      return Optional.empty();
    }
    boolean kana =
        letters.containsKey(UnicodeScript.HIRAGANA) || letters.containsKey(UnicodeScript.KATAKANA);
    UnicodeScript most =
        letters.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(UnicodeScript.COMMON);
    return switch (most) {
      case CYRILLIC -> Optional.of(byLetters(text, List.of("uk", "be", "mk", "sr"), "ru"));
      case ARABIC -> Optional.of(byLetters(text, List.of("ur", "ps", "fa"), "ar"));
      case HAN -> Optional.of(kana ? "ja" : "zh");
      default -> Optional.ofNullable(SCRIPTS.get(most));
    };
  }

  private static String byLetters(String text, List<String> languages, String otherwise) {
    for (String language : languages) {
      String own = LETTERS.getOrDefault(language, "");
      if (text.chars().filter(c -> own.indexOf(c) >= 0).count() * 100 >= text.length()) {
        return language;
      }
    }
    return otherwise;
  }

  private static Optional<String> ofWords(String text) {
    Map<String, Integer> counts = new HashMap<>();
    int words = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || partsWords(text.charAt(i))) {
        if (start < i) {
          words++;
          for (String language : BY_SMALL_WORD.getOrDefault(text.substring(start, i), List.of())) {
            counts.merge(language, 1, Integer::sum);
          }
        }
        start = i + 1;
      }
    }
    String best =
        counts.keySet().stream().sorted().max(Comparator.comparing(counts::get)).orElse("");
    int most = counts.getOrDefault(best, 0);
    Optional<String> twin = Optional.ofNullable(TWINS.get(best));
    int second =
        counts.entrySet().stream()
            .filter(one -> !one.getKey().equals(best) && !twin.equals(Optional.of(one.getKey())))
            .mapToInt(Map.Entry::getValue)
            .max()
            .orElse(0);
    boolean doubtful = twin.filter(near -> counts.getOrDefault(near, 0) == most).isPresent();
    boolean clear = most >= 3 && most * 20 >= words && most * 2 >= second * 3;
    return clear && !doubtful ? Optional.of(best) : Optional.empty();
  }

  /** White space, and every sign of ASCII that is no letter and no figure. */
  private static boolean partsWords(char c) {
    return c == 0xA0 || isSpace(c) || (c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c));
  }
}
