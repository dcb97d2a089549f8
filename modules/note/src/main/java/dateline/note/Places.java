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
  private static final Set<String> COMMAS = Set.of(", ", "، ", "，");

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
    return isCityAndRegion(plain)
        || (plain.length() <= 40 && isNameOfPlace(plain) && !Issuers.isInstitution(plain));
  }

  /** A line that holds a place and a date: {@code "Brussels, 12 May 2024"}. */
  static Optional<Dated> withDate(String plain) {
    if (plain.length() > LONGEST + 40) {
      return Optional.empty();
    }
    for (String mark : List.of(", ", "، ", "，", " – ", " — ", " - ", " | ", " ")) {
      for (int at = plain.indexOf(mark); at > 0; at = plain.indexOf(mark, at + 1)) {
        String left = plain.substring(0, at);
        String right = plain.substring(at + mark.length());
        Optional<LocalDate> rightDate = Dates.certain(right);
        Optional<LocalDate> leftDate = Dates.certain(left);
        boolean marked = !mark.equals(" ");
        boolean place =
            isCityAndRegion(left)
                || (marked && mayBePlace(left))
                || (COMMAS.contains(mark) && isWithoutCase(left) && !Issuers.isInstitution(left));
        if (rightDate.isPresent() && place) {
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
   * A dateline in front of a first sentence ({@code "WASHINGTON – The …"}).
   *
   * @param length in the text, with what parts it from the sentence
   * @param more whether it says more than place and date: an agency, a day without a year
   */
  record Inline(Dated dated, int length, boolean more) {}

  /** The first dateline with a day or, if none has one, the first. */
  static Optional<Inline> inline(String text) {
    Optional<Inline> first = Optional.empty();
    for (int i = 2; i < Math.min(text.length() - 2, 2 * LONGEST); i++) {
      int length = i + parting(text, i);
      String after = text.substring(length).strip();
      if (length > i && !after.isEmpty() && !Character.isLowerCase(after.charAt(0))) {
        Optional<Inline> found = inline(text, i, length);
        if (found.filter(inline -> inline.dated().date().isPresent()).isPresent()) {
          return found;
        }
        first = first.or(() -> found);
      }
    }
    return first;
  }

  private static Optional<Inline> inline(String text, int end, int length) {
    boolean dash = VisibleText.isSpace(text.charAt(end));
    String before = VisibleText.of(text.substring(0, end));
    String place = bare(before);
    boolean agency = !place.equals(before);
    Optional<Inline> dated =
        withDate(withoutBrackets(place)).map(found -> new Inline(found, length, agency));
    if (dated.isPresent() || !dash) {
      return dated;
    }
    return isShouted(before) || isCityAndRegion(before)
        ? Optional.of(new Inline(new Dated(before, Optional.empty()), length, false))
        : withoutYear(place).map(found -> new Inline(found, length, true));
  }

  /** {@code "GENEVA, 4 November"}: which November is not said. */
  private static Optional<Dated> withoutYear(String plain) {
    for (int at = plain.indexOf(", "); at > 0; at = plain.indexOf(", ", at + 1)) {
      String place = plain.substring(0, at);
      if (Dates.isWithoutYear(plain.substring(at + 2)) && mayBePlace(place)) {
        return Optional.of(new Dated(place, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /**
   * Length of what parts a dateline from its sentence here: a dash with white space around it, or
   * behind a figure or bracket a stop, a colon, nothing; 0 if it is not parted here.
   */
  private static int parting(String text, int at) {
    char c = text.charAt(at);
    boolean space = VisibleText.isSpace(text.charAt(at + 1));
    char before = text.charAt(at - 1);
    if (space && (c == ':' || c == '.') && (Character.isDigit(before) || before == ')')) {
      return 2;
    }
    if (VisibleText.isSpace(c) && before == ')' && text.charAt(0) == '(') {
      return 1;
    }
    return dash(text, at);
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
    int bracket = before.lastIndexOf('(');
    return before.endsWith(")")
            && bracket > 0
            && Dates.certain(before.substring(bracket + 1, before.length() - 1)).isEmpty()
        ? before.substring(0, bracket).strip()
        : before;
  }

  /** {@code "Dublin, May 4, 2026"} of the same in brackets, or with its date in brackets. */
  private static String withoutBrackets(String dated) {
    if (dated.endsWith("]") && dated.startsWith("[")) {
      return dated.substring(1, dated.length() - 1);
    }
    int bracket = dated.indexOf('(');
    if (bracket < 0 || !dated.endsWith(")")) {
      return dated;
    }
    String inside = dated.substring(bracket + 1, dated.length() - 1);
    return bracket == 0 ? inside : dated.substring(0, bracket).strip() + ", " + inside;
  }

  private static boolean isShouted(String text) {
    return text.length() >= 4
        && text.length() <= 40
        && text.chars().allMatch(c -> Character.isUpperCase(c) || " ,.'’/-".indexOf(c) >= 0)
        && text.chars().filter(Character::isLetter).count() >= 4;
  }

  private static boolean isNameOfPlace(String text) {
    List<String> words = Arrays.asList(text.split(" ", -1));
    boolean capitals =
        words.stream()
            .allMatch(
                word -> Capitals.isCapital(word) || Set.of("of", "de", "the", "la").contains(word));
    boolean letters =
        text.chars().allMatch(c -> Character.isLetter(c) || " .,'’/-".indexOf(c) >= 0);
    boolean channel = words.getFirst().equals("Via") || words.getFirst().equals("By");
    return words.size() <= 5 && capitals && letters && !channel && !Kinds.isKind(text);
  }

  /** A word or two of a script that has no capitals. */
  private static boolean isWithoutCase(String text) {
    return text.length() <= 20
        && text.split(" ", -1).length <= 2
        && !Kinds.isKind(text)
        && text.chars().allMatch(c -> c == ' ' || Character.getType(c) == Character.OTHER_LETTER);
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
