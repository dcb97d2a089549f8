package dateline.note;

import java.util.List;

/** What stands behind a line of the head: often the neighbours say what a line is. */
final class Ahead {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_LINE = 60;

  /** Pieces before a title that are still in front of the text. */
  private static final int REACH = 12;

  private final List<Piece> pieces;

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

  /** A line that only a head has, before the text begins. */
  boolean isField(int at, int within) {
    for (int i = at + 1; i < pieces.size() && i <= at + within; i++) {
      String plain = pieces.get(i).plain();
      boolean field =
          Issuers.isIssuer(plain)
              || HeadLines.isRelease(plain)
              || HeadLines.isEmbargo(plain)
              || HeadLines.isAttribution(plain)
              || Kinds.line(plain).isPresent()
              || Dates.certain(plain).isPresent();
      if (field) {
        return true;
      }
      if (plain.length() > LONGEST_LINE) {
        return false;
      }
    }
    return false;
  }

  /** A date on the next line. */
  boolean isDate(int at) {
    return at + 1 < pieces.size() && Dates.certain(pieces.get(at + 1).plain()).isPresent();
  }
}
