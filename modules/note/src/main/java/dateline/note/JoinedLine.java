package dateline.note;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line that says several parts of a head, parted by bars, dots or dashes, in any order: {@code
 * "Press Release | May 3, 2029 | Office of Ports"}. A dash parts sentences and names, too: behind
 * one each part must be known by its form; with bars and dots one may be a title or unknown.
 *
 * @param pieces what stands between the separators
 * @param sharp whether all separators are bars or dots
 */
record JoinedLine(List<Piece> pieces, boolean sharp) {

  private static final int LONGEST = 300;
  private static final int MOST = 6;
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s?[|│¦]\\s?|\\s[·•∙●]\\s|\\s(?:–|—|-{1,2})\\s");

  /** The pieces of this line, if it is parted at all. */
  static Optional<JoinedLine> of(Piece piece) {
    boolean line =
        piece.joints().isEmpty()
            && piece.text().length() <= LONGEST
            && piece.text().indexOf('\t') < 0;
    return line ? of(piece, piece.text()) : Optional.empty();
  }

  private static Optional<JoinedLine> of(Piece piece, String text) {
    List<Piece> pieces = new ArrayList<>();
    boolean sharp = true;
    int from = 0;
    Matcher separator = SEPARATOR.matcher(text);
    while (separator.find()) {
      sharp &= separator.group().strip().matches("[|│¦·•∙●]");
      add(piece, from, separator.start(), pieces);
      from = separator.end();
    }
    add(piece, from, text.length(), pieces);
    return pieces.size() < 2 || pieces.size() > MOST
        ? Optional.empty()
        : Optional.of(new JoinedLine(pieces, sharp));
  }

  private static void add(Piece piece, int from, int to, List<Piece> pieces) {
    int start = from;
    int end = to;
    while (start < end && Source.showsNothing(piece.text().charAt(start))) {
      start++;
    }
    while (end > start && Source.showsNothing(piece.text().charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      pieces.add(piece.between(start, end));
    }
  }

  /** Whether this is such a line, whatever is known already. */
  static boolean isHead(String plain) {
    return plain.length() <= LONGEST
        && SEPARATOR.matcher(plain).find()
        && of(Piece.of(plain, 0, plain.length(), 0, Piece.Form.TEXT))
            .filter(line -> line.isHead(_ -> true))
            .isPresent();
  }

  /**
   * Whether at least two of its pieces are parts of a head that are not known yet, none of them
   * twice, and a kind or a date is among them: a place with its date alone is a dateline.
   */
  boolean isHead(Predicate<Part> isNew) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    int unknown = 0;
    for (Piece piece : pieces) {
      Optional<Part> part = part(piece.plain());
      if (part.isPresent() && !(isNew.test(part.get()) && parts.add(part.get()))) {
        return false;
      }
      unknown += part.isEmpty() ? 1 : 0;
    }
    boolean dateline = parts.equals(EnumSet.of(Part.PLACE, Part.DATE));
    return parts.size() >= 2
        && !(dateline && unknown == 0)
        && (parts.contains(Part.KIND) || parts.contains(Part.DATE))
        && unknown <= (sharp ? 1 : 0);
  }

  /** {@code "Public Schedule – July 1, 2029"}: kind and date alone can be a headline. */
  boolean mayBeTitle() {
    return pieces.size() == 2;
  }

  private static Optional<Part> part(String plain) {
    if (HeadLines.isRelease(plain)) {
      return Optional.of(Part.RELEASE_LINE);
    }
    if (HeadLines.isEmbargo(plain)) {
      return Optional.of(Part.EMBARGO_LINE);
    }
    if (HeadLines.number(plain).filter(number -> !number.isEmpty()).isPresent()
        || HeadLines.numberAlone(plain).isPresent()) {
      return Optional.of(Part.RELEASE_NUMBER);
    }
    if (Kinds.line(plain).isPresent()) {
      return Optional.of(Part.KIND);
    }
    if (!Dates.in(plain).isEmpty()) {
      return Optional.of(Part.DATE);
    }
    if (Issuers.isIssuer(plain) || Issuers.isInstitution(plain)) {
      return Optional.of(Part.ISSUER);
    }
    return Optional.of(Part.PLACE).filter(_ -> Places.isCityAndRegion(plain) || isDated(plain));
  }

  /** {@code "Northwater, May 3, 2029"} between two separators. */
  private static boolean isDated(String plain) {
    return Places.withDate(plain).isPresent();
  }
}
