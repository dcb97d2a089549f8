package dateline.note;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The standing lines of a note's head: release, embargo, number, attribution, correction. */
final class HeadLines {

  private static final Pattern RELEASE =
      Pattern.compile(
          "(?i)(for )?(immediate release|release on |release at |use at will|publication on |release: ).*");
  private static final Pattern EMBARGO =
      Pattern.compile(
          "(?i)(strictly |under |sous )?(embargo|embargoed|sperrfrist|embargado)\\b.*"
              + "|(hold for|not for) (release|publication).*");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?:(?:press |news |media )?(?:release|note|statement) (?:number|no\\.?|nr\\.?|#)"
              + "|reference|ref\\.|(?:ref|réf|az)(?=:))\\s*:?\\s*(\\S{0,30})");

  /** A number with the kind of the note in front of it, or with nothing. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?iu)(?:(.{3,40}) )?(?:no\\.?|nr\\.?|n[°º]|n\\.[°º]|№|number|#)\\s*:?\\s*(\\S{0,12}\\d\\S{0,12})");

  private static final Pattern CORRECTION =
      Pattern.compile(
          "(?i)[*\\[(\\s]*(?:(correction|corrected|clarification|erratum|corrigendum|editors?['’]?s? note)( notice)?\\s*[:–—-]).*");
  private static final Set<String> SITE =
      Set.of(
          "archived content",
          "home",
          "menu",
          "search",
          "share",
          "print",
          "skip to main content",
          "back to top",
          "share this page",
          "newsroom",
          "latest news",
          "news",
          "read more");

  /** {@code "1 Quay Street, Northwater"}, {@code "246 bd Saint-Germain"}. */
  private static final Pattern POSTAL =
      Pattern.compile(
          "(?iu).*\\b\\d{1,5}[a-z]?,? (?:[\\p{L}'’.-]{1,20} ){0,4}"
              + "(?:street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|square|drive|boulevard|blvd\\.?|bd|quay"
              + "|place|plaza|row|terrace|rue|quai)(?![\\p{L}\\d]).*"
              + "|.*(?:straße|strasse|allee|platz|calle|avenida|via|rua|piazza|plaza)\\b.{0,40}\\d{1,5}.*");

  /** A line that only says how to reach an office. */
  private static final Pattern REACH =
      Pattern.compile(
          "(?iu)(?:(?:press|media) )?(?:contacts?|tel|tél|telephone|telefon|phone|mobile|fax|e-?mail|web|website)"
              + "\\.?\\s?:.{3,}");

  private HeadLines() {}

  /** Where an office has its house. */
  static boolean isPostal(String plain) {
    return plain.length() <= 120 && POSTAL.matcher(plain).matches();
  }

  /** {@code "Tel: +353 1 555 0100"}, {@code "CONTACT: Jane Doe"}. */
  static boolean isReach(String plain) {
    return plain.length() <= 120 && REACH.matcher(plain).matches();
  }

  static boolean isRelease(String plain) {
    return plain.length() <= 120 && RELEASE.matcher(plain).matches();
  }

  /** A line that says "for immediate release" says that it is a press release. */
  static boolean isImmediate(String plain) {
    return plain.toLowerCase(Locale.ROOT).contains("immediate release");
  }

  static boolean isEmbargo(String plain) {
    return plain.length() <= 160 && EMBARGO.matcher(plain).matches() && !plain.endsWith(".");
  }

  /** The number in {@code "Release No: NR-024-17"}; empty text if the label stands alone. */
  static Optional<String> number(String plain) {
    Matcher number = NUMBER.matcher(plain);
    return plain.length() <= 80 && number.matches()
        ? Optional.of(number.group(1))
        : Optional.empty();
  }

  /** The number in a line of a head that is one: {@code "Nr. 44/2026"}. */
  static Optional<String> numberAlone(String plain) {
    return counted(plain).map(counted -> counted.group(2));
  }

  /** The kind in {@code "Press Release No. 45/2026"}. */
  static Optional<String> numberedKind(String plain) {
    return counted(plain).map(counted -> counted.group(1)).flatMap(Kinds::line);
  }

  private static Optional<MatchResult> counted(String plain) {
    Matcher counted = COUNTED.matcher(plain);
    boolean found = plain.length() <= 80 && counted.matches();
    return found && (counted.group(1) == null || Kinds.isKind(counted.group(1)))
        ? Optional.of(counted.toMatchResult())
        : Optional.empty();
  }

  static boolean isCorrection(String plain) {
    return plain.length() <= 2_000 && CORRECTION.matcher(plain).matches();
  }

  /** {@code "The below is attributable to …:"}, {@code "… provided the following readout:"}. */
  static boolean isAttribution(String plain) {
    if (plain.length() > 600 || !plain.endsWith(":")) {
      return false;
    }
    String lower = plain.toLowerCase(Locale.ROOT);
    boolean says =
        List.of("attributable to", "released", "issued", "provided", "made", "gave").stream()
            .anyMatch(lower::contains);
    return says
        && (lower.contains("following") || lower.contains("below"))
        && !lower.startsWith("begin");
  }

  /** The name of a site's section or a button of its pages. */
  static boolean isSite(String plain) {
    String bare = plain.replaceAll("^[(\\[]|[)\\]]$", "").toLowerCase(Locale.ROOT);
    return plain.length() <= 40 && SITE.contains(bare);
  }

  /** A section's name that could be a headline anywhere but on top of a head: "Justice News". */
  static boolean isSection(String plain) {
    return plain.matches("(\\p{Lu}\\S{0,20} ){1,2}(News|Newsroom|Press Room|Media Cent(er|re))");
  }
}
