package dateline.note;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a note is dated, by the form {@code "City, Region"} or by standing beside the date. */
final class Places {

  private static final int LONGEST = 60;

  private static final String STATES =
      "Alabama AL Alaska AK Arizona AZ Arkansas AR California CA Colorado CO Connecticut CT"
          + " Delaware DE Florida FL Georgia GA Hawaii HI Idaho ID Illinois IL Indiana IN Iowa IA"
          + " Kansas KS Kentucky KY Louisiana LA Maine ME Maryland MD Massachusetts MA Michigan MI"
          + " Minnesota MN Mississippi MS Missouri MO Montana MT Nebraska NE Nevada NV"
          + " New_Hampshire NH New_Jersey NJ New_Mexico NM New_York NY North_Carolina NC"
          + " North_Dakota ND Ohio OH Oklahoma OK Oregon OR Pennsylvania PA Rhode_Island RI"
          + " South_Carolina SC South_Dakota SD Tennessee TN Texas TX Utah UT Vermont VT Virginia"
          + " VA Washington WA West_Virginia WV Wisconsin WI Wyoming WY DC"
          + " District_of_Columbia Ontario Quebec British_Columbia Alberta England Scotland Wales"
          + " Northern_Ireland UK USA UAE EU Czech_Republic Turkey West_Bank Ivory_Coast"
          + " Holy_See Korea";

  private static final Set<String> REGIONS = regions();

  /** A place and what it was dated with. */
  record Dated(String place, Optional<LocalDate> date) {}

  private Places() {}

  /** Whether this line is a city with a region that exists. */
  static boolean isCityAndRegion(String plain) {
    int comma = plain.lastIndexOf(", ");
    if (plain.length() > LONGEST) {
      return false;
    }
    if (comma < 0) {
      return plain.matches("Washington,? D\\.?C\\.?");
    }
    return isNameOfPlace(plain.substring(0, comma)) && isRegion(plain.substring(comma + 2));
  }

  /** Whether this line may be a place if a date stands beside it. */
  static boolean mayBePlace(String plain) {
    return isCityAndRegion(plain) || (plain.length() <= 40 && isNameOfPlace(plain));
  }

  /** A line that holds a place and a date: {@code "Brussels, 12 May 2024"}. */
  static Optional<Dated> withDate(String plain) {
    if (plain.length() > LONGEST + 40) {
      return Optional.empty();
    }
    for (String mark : List.of(", ", " – ", " — ", " - ", " | ", " ")) {
      for (int at = plain.indexOf(mark); at > 0; at = plain.indexOf(mark, at + 1)) {
        String left = plain.substring(0, at);
        String right = plain.substring(at + mark.length());
        Optional<LocalDate> rightDate = Dates.certain(right);
        Optional<LocalDate> leftDate = Dates.certain(left);
        boolean marked = !mark.equals(" ");
        if (rightDate.isPresent() && (isCityAndRegion(left) || (marked && mayBePlace(left)))) {
          return Optional.of(new Dated(left, rightDate));
        }
        if (leftDate.isPresent() && marked && mayBePlace(right)) {
          return Optional.of(new Dated(right, leftDate));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A dateline in front of a first sentence ({@code "WASHINGTON – The …"}); its length in {@code
   * text} with the dash.
   */
  record Inline(Dated dated, int length) {}

  static Optional<Inline> inline(String text) {
    for (int i = 2; i < Math.min(text.length() - 2, 2 * LONGEST); i++) {
      int dash = dash(text, i);
      if (dash > 0) {
        String before = VisibleText.of(text.substring(0, i));
        String after = text.substring(i + dash).strip();
        Optional<Dated> dated = withDate(bare(before));
        if (dated.isEmpty() && (isShouted(before) || isCityAndRegion(before))) {
          dated = Optional.of(new Dated(before, Optional.empty()));
        }
        boolean sentence = !after.isEmpty() && !Character.isLowerCase(after.charAt(0));
        int length = i + dash;
        return dated.filter(_ -> sentence).map(found -> new Inline(found, length));
      }
    }
    return Optional.empty();
  }

  /** Length of a dash with white space around it that begins here; 0 if there is none. */
  private static int dash(String text, int at) {
    if (!VisibleText.isSpace(text.charAt(at))) {
      return 0;
    }
    for (String dash : List.of("--", "–", "—", "-")) {
      int after = at + 1 + dash.length();
      if (text.startsWith(dash, at + 1)
          && after < text.length()
          && VisibleText.isSpace(text.charAt(after))) {
        return 1 + dash.length() + 1;
      }
    }
    return 0;
  }

  /** Without the name of an agency in brackets. */
  private static String bare(String before) {
    return before.endsWith(")") && before.lastIndexOf('(') > 0
        ? before.substring(0, before.lastIndexOf('(')).strip()
        : before;
  }

  private static boolean isShouted(String text) {
    return text.length() >= 4
        && text.length() <= 40
        && text.chars().allMatch(c -> Character.isUpperCase(c) || " ,.'’-".indexOf(c) >= 0)
        && text.chars().filter(Character::isLetter).count() >= 4;
  }

  private static boolean isNameOfPlace(String text) {
    List<String> words = Arrays.asList(text.split(" ", -1));
    boolean capitals =
        words.stream()
            .allMatch(
                word -> Capitals.isCapital(word) || Set.of("of", "de", "the", "la").contains(word));
    boolean letters = text.chars().allMatch(c -> Character.isLetter(c) || " .,'’-".indexOf(c) >= 0);
    boolean channel = words.getFirst().equals("Via") || words.getFirst().equals("By");
    return words.size() <= 5 && capitals && letters && !channel && !Kinds.isKind(text);
  }

  private static boolean isRegion(String region) {
    return REGIONS.contains(region.replace(".", "").toLowerCase(Locale.ROOT));
  }

  private static Set<String> regions() {
    Set<String> regions = new HashSet<>();
    for (String state : STATES.split(" ", -1)) {
      regions.add(state.replace('_', ' ').toLowerCase(Locale.ROOT));
    }
    for (String country : Locale.getISOCountries()) {
      String name = Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
      regions.add(name.replace(".", "").toLowerCase(Locale.ROOT));
    }
    return regions;
  }
}
