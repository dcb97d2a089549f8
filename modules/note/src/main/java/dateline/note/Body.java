package dateline.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a note's text: its blocks, and what stands behind them. */
final class Body {

  private static final int LONGEST_HEADING = 120;
  private static final Pattern FOOTNOTE =
      Pattern.compile("(\\*{1,3}|[†‡]|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\\[\\d{1,3}\\])\\s?(?=[\\p{L}“\"])");
  private static final Set<String> END_MARKS =
      Set.of(
          "##",
          "###",
          "####",
          "#####",
          "-30-",
          "–30–",
          "—30—",
          "-end-",
          "-ends-",
          "–ends–",
          "—ends—",
          "—end—",
          "–end–",
          "***end***",
          "ends",
          "end");

  private final List<Piece> pieces;
  private final Assembly note;
  private final Closing closing;
  private final List<Piece> prose = new ArrayList<>();
  private int at;

  private Body(List<Piece> pieces, Assembly note) {
    this.pieces = pieces;
    this.note = note;
    this.closing = Closing.of(pieces);
  }

  /** Takes all pieces into the note and returns those that are its text, one a block. */
  static List<Piece> read(List<Piece> pieces, Assembly note) {
    Body body = new Body(pieces, note);
    for (; body.at < pieces.size(); body.at++) {
      Piece piece = pieces.get(body.at);
      if (piece.form() == Piece.Form.FURNITURE
          || piece.form() == Piece.Form.LETTERHEAD
          || body.closing.isStanding(body.at)) {
        note.boilerplate(piece.text(), piece.start(), piece.end());
      } else if (piece.form() == Piece.Form.CELL
          || piece.form() == Piece.Form.ROW
          || !(body.tail(piece) || body.field(piece))) {
        body.block(piece);
        body.prose.add(piece);
      }
    }
    return body.prose;
  }

  /** Takes all pieces into the note's text, whatever they say. */
  static void readWhole(List<Piece> pieces, Assembly note) {
    Body body = new Body(pieces, note);
    for (; body.at < pieces.size(); body.at++) {
      body.block(pieces.get(body.at));
    }
  }

  private boolean tail(Piece piece) {
    String plain = piece.plain();
    if (!note.has(Part.END_MARK) && isEndMark(plain) && mayEnd(plain)) {
      note.take(Part.END_MARK, piece.text(), piece, Sureness.STATED);
      return true;
    }
    if (!note.has(Part.CORRECTION) && plain.length() > 40 && HeadLines.isCorrection(plain)) {
      String correction = piece.text().replaceAll("^[*\\s]+|[*\\s]+$", "");
      note.take(Part.CORRECTION, correction, piece, Sureness.STATED);
      return true;
    }
    boolean aboutIssuer = note.has(Part.END_MARK) && Site.isAboutIssuer(plain);
    if (Site.isNotice(plain) || aboutIssuer || Site.isUpdated(plain)) {
      note.boilerplate(piece.text(), piece.start(), piece.end());
      return true;
    }
    return false;
  }

  /** A label of a catalogue, with what it says behind it or in the next piece. */
  private boolean field(Piece piece) {
    Optional<String> number = HeadLines.number(piece.plain());
    boolean labelled = Site.isLabelled(piece.plain());
    if (!labelled && number.isEmpty()) {
      return false;
    }
    boolean alone = labelled ? piece.plain().endsWith(":") : number.get().isEmpty();
    Optional<Piece> next =
        alone && at + 1 < pieces.size() ? Optional.of(pieces.get(at + 1)) : Optional.empty();
    if (labelled) {
      String value = next.map(found -> " " + found.text()).orElse("");
      note.boilerplate(piece.text() + value, piece.start(), piece.end());
      next.ifPresent(found -> mark(Part.BOILERPLATE, found));
    } else {
      String value = next.map(Piece::text).orElse(number.get());
      if (note.has(Part.RELEASE_NUMBER) || value.isEmpty() || value.length() > 30) {
        return false;
      }
      note.take(Part.RELEASE_NUMBER, value, piece, Sureness.STATED);
      next.ifPresent(found -> mark(Part.RELEASE_NUMBER, found));
    }
    at += next.isPresent() ? 1 : 0;
    return true;
  }

  private void mark(Part part, Piece piece) {
    note.mark(part, piece.start(), piece.end(), Sureness.STATED);
  }

  /** A word is an end mark only near the end. */
  private boolean mayEnd(String mark) {
    return !Character.isLetter(mark.charAt(0)) || at >= pieces.size() - 6;
  }

  /** {@code "# # #"}, {@code "ENDS"}. */
  static boolean isEndMark(String plain) {
    return plain.length() <= 12
        && END_MARKS.contains(plain.replace(" ", "").toLowerCase(Locale.ROOT));
  }

  private void block(Piece piece) {
    switch (piece.form()) {
      case CELL -> add(new Block.TableRow(List.of(all(piece))), piece, Sureness.RECOGNISED);
      case ROW -> add(row(piece), piece, piece.isLaidOut() ? Sureness.STATED : Sureness.RECOGNISED);
      case HEADING, TITLE -> add(new Block.Heading(all(piece)), piece, Sureness.STATED);
      case QUOTATION -> add(new Block.Quotation(all(piece)), piece, Sureness.STATED);
      case ITEM ->
          add(new Block.ListItem(mark(piece), piece.level(), all(piece)), piece, Sureness.STATED);
      case FOOTNOTE -> add(new Block.Footnote(mark(piece), all(piece)), piece, Sureness.STATED);
      case ASIDE, FIELD -> add(new Block.Paragraph(all(piece)), piece, Sureness.RECOGNISED);
      case TEXT, STRETCH, LETTERHEAD, FURNITURE -> text(piece);
    }
  }

  private void add(Block block, Piece piece, Sureness sureness) {
    note.body(block, piece, sureness);
  }

  private static List<Span> all(Piece piece) {
    return piece.spans(0, piece.text().length());
  }

  private static String mark(Piece piece) {
    return piece.layout().map(Piece.Layout::mark).orElse("");
  }

  private void text(Piece piece) {
    String text = piece.text();
    Optional<String> marker = piece.marker();
    Optional<String> called = closing.footnote(at);
    Matcher footnote = FOOTNOTE.matcher(text);
    if (text.indexOf('\t') >= 0) {
      add(row(piece), piece, Sureness.RECOGNISED);
    } else if (called.isPresent()) {
      List<Span> spans = after(piece, called.get().length());
      add(new Block.Footnote(called.get(), spans), piece, Sureness.RECOGNISED);
    } else if (marker.isPresent()) {
      List<Span> spans = after(piece, marker.get().length());
      add(new Block.ListItem(marker.get(), piece.level(), spans), piece, Sureness.RECOGNISED);
    } else if (footnote.lookingAt() && !text.endsWith("*")) {
      String mark = footnote.group(1);
      add(new Block.Footnote(mark, after(piece, mark.length())), piece, Sureness.RECOGNISED);
    } else if (isQuoted(piece.plain())) {
      add(new Block.Quotation(all(piece)), piece, Sureness.RECOGNISED);
    } else if (isHeading(piece)) {
      add(new Block.Heading(all(piece)), piece, Sureness.GUESSED);
    } else {
      add(new Block.Paragraph(all(piece)), piece, Sureness.RECOGNISED);
    }
  }

  private static Block row(Piece piece) {
    String text = piece.text();
    List<List<Span>> cells = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\t') {
        int start = from;
        int end = i;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
          start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
          end--;
        }
        cells.add(piece.spans(start, end));
        from = i + 1;
      }
    }
    return new Block.TableRow(cells);
  }

  private static List<Span> after(Piece piece, int length) {
    int from = length;
    while (from < piece.text().length() && Source.showsNothing(piece.text().charAt(from))) {
      from++;
    }
    return piece.spans(from, piece.text().length());
  }

  private static boolean isQuoted(String plain) {
    int last = plain.length() - 1;
    return last > 1
        && ((plain.charAt(0) == '“' && plain.indexOf('”') == last)
            || (plain.charAt(0) == '"' && plain.indexOf('"', 1) == last));
  }

  /** A short line in the form of a title, or with a colon, with other text behind it. */
  private boolean isHeading(Piece piece) {
    if (!looksLikeHeading(piece.plain()) || at + 1 == pieces.size()) {
      return false;
    }
    Piece next = pieces.get(at + 1);
    boolean inRun = next.block() == piece.block() && next.plain().length() <= LONGEST_HEADING;
    boolean afterRun =
        at > 0
            && pieces.get(at - 1).block() == piece.block()
            && looksLikeHeading(pieces.get(at - 1).plain());
    boolean text = next.form() == Piece.Form.TEXT || next.form() == Piece.Form.ASIDE;
    return text && !inRun && !afterRun;
  }

  private static boolean looksLikeHeading(String plain) {
    if (plain.length() > LONGEST_HEADING || plain.isEmpty() || plain.indexOf('@') >= 0) {
      return false;
    }
    boolean colon = plain.endsWith(":") && !plain.toLowerCase(Locale.ROOT).startsWith("begin ");
    String words = colon ? plain.substring(0, plain.length() - 1) : plain;
    return !Sentences.isEnded(words)
        && !Sentences.dangles(words)
        && words.indexOf(':') < 0
        && Capitals.isTitle(words)
        && words.chars().anyMatch(Character::isLetter)
        && ",–—-".indexOf(plain.charAt(plain.length() - 1)) < 0;
  }
}
