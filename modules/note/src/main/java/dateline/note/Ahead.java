package dateline.note;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands behind a line of the head: often the neighbours say what a line is. */
final class Ahead {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_LINE = 60;

  /** Pieces before a title that are still in front of the text. */
  private static final int REACH = 12;

  private final List<Piece> pieces;

  /** What is known of a piece, by its position: many lines look at the same ones. */
  private final Map<Integer, Boolean> fields = new HashMap<>();

  private final Map<Integer, Boolean> ofLetterhead = new HashMap<>();

  Ahead(List<Piece> pieces) {
    this.pieces = pieces;
  }

  private List<Piece> next(int at, int count) {
    return pieces.subList(at + 1, Math.min(pieces.size(), at + 1 + count));
  }

  /** A title cut short that stands again, whole, further on. */
  boolean isRunningTitle(int at) {
    Piece piece = pieces.get(at);
    return piece.form() == Piece.Form.STRETCH
        && piece.plain().length() >= 10
        && next(at, 6).stream()
            .anyMatch(next ->
                next.plain().length() > piece.plain().length()
                    && next.plain().length() <= LONGEST_TITLE
                    && next.plain().startsWith(piece.plain()));
  }

  /** A heading within the next three. */
  boolean isHeading(int at) {
    return next(at, 3).stream()
        .map(Piece::form)
        .anyMatch(form -> form == Piece.Form.TITLE || form == Piece.Form.HEADING);
  }

  /** What a format calls the title. */
  boolean isTitle(int at) {
    return next(at, REACH).stream().anyMatch(next -> next.form() == Piece.Form.TITLE);
  }

  /** A line of a memo's head: another one stands beside it. */
  Optional<MemoLine> memoLine(int at) {
    boolean beside =
        Stream.of(at - 1, at + 1)
            .filter(i -> i >= 0 && i < pieces.size())
            .anyMatch(i -> memo(i).isPresent());
    return memo(at).filter(line -> beside && line.part() != Part.DATE);
  }

  private Optional<MemoLine> memo(int at) {
    Piece piece = pieces.get(at);
    boolean line = piece.form() == Piece.Form.TEXT && piece.plain().length() <= LONGEST_TITLE;
    return line
        ? MemoLine.of(piece.text()).filter(found -> found.length() < piece.firstLine())
        : Optional.empty();
  }

  /** A line that only a head has, before the text begins. */
  boolean isField(int at, int within) {
    for (int i = at + 1; i < pieces.size() && i <= at + within; i++) {
      String plain = pieces.get(i).plain();
      if (Issuers.isIssuer(plain)
          || JoinedLine.isHead(plain)
          || isStanding(plain)
          || Dates.certain(plain).isPresent()
          || Places.withDate(plain).isPresent()) {
        return true;
      }
      if (plain.length() > LONGEST_LINE) {
        return false;
      }
    }
    return false;
  }

  private static boolean isStanding(String plain) {
    return HeadLines.isRelease(plain)
        || HeadLines.isEmbargo(plain)
        || HeadLines.isAttribution(plain)
        || Kinds.line(plain).isPresent();
  }

  /**
   * Whether a title stands behind lines that only a head has: then the line here, which may be one
   * of a letterhead, is no title itself.
   */
  boolean isAboveTitle(int at) {
    boolean field = at > 0 && isField(at - 1);
    for (int i = at + 1; i < pieces.size() && i <= at + REACH; i++) {
      boolean known = isField(i);
      if (!known && !isOfLetterhead(i) && !isMotto(i)) {
        return field && mayBeTitle(i);
      }
      field |= known;
    }
    return false;
  }

  /** Whether a line that may be the title stands behind this one, before the text begins. */
  boolean isTitleBehind(int at) {
    for (int i = at + 1; i < pieces.size() && i <= at + REACH; i++) {
      Piece piece = pieces.get(i);
      String plain = piece.plain();
      if (piece.form() == Piece.Form.TITLE || piece.form() == Piece.Form.HEADING) {
        return true;
      }
      if (piece.form().isOfBody() || plain.length() > LONGEST_TITLE || Sentences.isEnded(plain)) {
        return false;
      }
      boolean known = isField(i) || isOfLetterhead(i) || piece.form() == Piece.Form.ASIDE;
      if (!known && i + 1 < pieces.size() && Places.inline(plain).isEmpty() && isPhrase(plain)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Three words, two of a script without capitals, or four letters of one that does not part words.
   */
  private static boolean isPhrase(String plain) {
    int words = plain.split(" ", -1).length;
    return words >= 3
        || (words == 2 && Character.getType(plain.codePointAt(0)) == Character.OTHER_LETTER)
        || plain.chars().filter(Character::isIdeographic).count() >= 4;
  }

  /** A line of a letterhead that says no name: it stands between two that do. */
  boolean isMotto(int at) {
    return at > 0
        && at + 1 < pieces.size()
        && pieces.get(at).plain().length() <= LONGEST_LINE
        && Issuers.isOfLetterhead(pieces.get(at - 1).plain())
        && Issuers.isOfLetterhead(pieces.get(at + 1).plain());
  }

  private boolean isField(int at) {
    return fields.computeIfAbsent(at, i -> isField(pieces.get(i).plain()));
  }

  private boolean isOfLetterhead(int at) {
    return ofLetterhead.computeIfAbsent(at, i -> isOfLetterhead(pieces.get(i).plain()));
  }

  private static boolean isOfLetterhead(String plain) {
    return Issuers.isIssuer(plain)
        || Issuers.isInstitution(plain)
        || HeadLines.isPostal(plain)
        || HeadLines.isReach(plain);
  }

  private static boolean isField(String plain) {
    return (isStanding(plain) && !HeadLines.isAttribution(plain))
        || Dates.certain(plain).isPresent()
        || Places.withDate(plain).isPresent()
        || HeadLines.numberAlone(plain).isPresent()
        || HeadLines.number(plain).isPresent()
        || MemoLine.of(plain).isPresent()
        || JoinedLine.isHead(plain);
  }

  private boolean mayBeTitle(int at) {
    Piece piece = pieces.get(at);
    String plain = piece.plain();
    return !piece.form().isOfBody()
        && plain.length() <= LONGEST_TITLE
        && at + 1 < pieces.size()
        && isPhrase(plain)
        && !plain.endsWith(":")
        && !Sentences.isEnded(plain)
        && Places.inline(plain).isEmpty()
        && piece.marker().isEmpty();
  }

  /** A date on the next line. */
  boolean isDate(int at) {
    return at + 1 < pieces.size() && Dates.certain(pieces.get(at + 1).plain()).isPresent();
  }
}
