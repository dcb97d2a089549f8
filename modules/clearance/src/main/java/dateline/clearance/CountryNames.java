package dateline.clearance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What texts call a country: its display names (Unicode CLDR, as Java has them), each name in them
 * by itself, and in English the names that the United Nations' list or former usage has besides.
 * Two countries may share a name; asking one office too many is the safe side.
 */
final class CountryNames {

  /** {@code "Myanmar (Burma)"}. */
  private static final Pattern WITH_ANOTHER = Pattern.compile("(.+?) \\((.+)\\)");

  /** {@code "Hong Kong SAR China"}, {@code "Congo - Kinshasa"}. */
  private static final Pattern WITH_MORE = Pattern.compile("(.+?)( SAR China| - .+)");

  /** ISO 3166 code to the names that CLDR does not have. */
  private static final Map<String, List<String>> BESIDES =
      Map.ofEntries(
          Map.entry("AE", List.of("UAE", "Emirates")),
          Map.entry("BN", List.of("Brunei Darussalam")),
          Map.entry("CD", List.of("Democratic Republic of the Congo", "DRC")),
          Map.entry("CG", List.of("Republic of the Congo")),
          Map.entry("CI", List.of("Ivory Coast")),
          Map.entry("CV", List.of("Cabo Verde")),
          Map.entry("CZ", List.of("Czech Republic")),
          Map.entry("FM", List.of("Federated States of Micronesia")),
          Map.entry("GB", List.of("Great Britain", "UK", "U.K.", "Britain")),
          Map.entry("KG", List.of("Kyrgyz Republic")),
          Map.entry("KP", List.of("Democratic People's Republic of Korea", "DPRK")),
          Map.entry("KR", List.of("Republic of Korea", "ROK", "Korea")),
          Map.entry("LA", List.of("Lao People's Democratic Republic", "Lao PDR")),
          Map.entry("MK", List.of("Macedonia")),
          Map.entry("PS", List.of("Palestine", "West Bank", "Gaza")),
          Map.entry("RU", List.of("Russian Federation")),
          Map.entry("SY", List.of("Syrian Arab Republic")),
          Map.entry("SZ", List.of("Swaziland")),
          Map.entry("TL", List.of("East Timor")),
          Map.entry("TR", List.of("Turkey")),
          Map.entry("US", List.of("USA", "U.S.", "United States of America")),
          Map.entry("VA", List.of("Holy See", "Vatican")),
          Map.entry("VN", List.of("Viet Nam")));

  private CountryNames() {}

  /**
   * All of them, sorted.
   *
   * @param code ISO 3166, two letters: {@code "MM"}
   * @param tags of the languages besides English in which it may be named, BCP 47
   */
  static Set<String> of(String code, List<String> tags) {
    Locale country = new Locale.Builder().setRegion(code).build();
    Set<String> names = new TreeSet<>(BESIDES.getOrDefault(code, List.of()));
    String english = country.getDisplayCountry(Locale.ENGLISH);
    add(english.replace(" & ", " and ").replaceFirst("^St\\. ", "Saint "), names);
    add(english, names);
    tags.forEach(tag -> add(country.getDisplayCountry(Locale.forLanguageTag(tag)), names));
    return names;
  }

  private static void add(String name, Set<String> names) {
    names.add(name);
    Matcher another = WITH_ANOTHER.matcher(name);
    if (another.matches()) {
      names.add(another.group(1));
      names.add(another.group(2));
    }
    Matcher more = WITH_MORE.matcher(name);
    if (more.matches()) {
      names.add(more.group(1));
    }
  }
}
