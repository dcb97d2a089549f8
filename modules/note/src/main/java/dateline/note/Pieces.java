package dateline.note;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cuts a source into {@link Piece}s. */
final class Pieces {

  /** Fewer tab-only lines than this are no table. */
  private static final int CELLS = 3;

  /** A cell has at most so many lines, blank ones included. */
  private static final int CELL_LINES = 12;

  private static final int NARROWEST_WRAP = 60;
  private static final int WIDEST_WRAP = 100;

  /** How far into a text without line ends a head is looked for, and how many stretches it has. */
  private static final int HEAD_CHARS = 2_000;

  private static final int HEAD_STRETCHES = 16;

  /** The number goes on with this. */
  private static final Pattern NUMBERED =
      Pattern.compile("(?i)\\b(?:sections?|articles?|paragraphs?|clauses?|rules?|para\\.)$");

  private final Source source;
  private final int wrap;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Source.Line> pending = new ArrayList<>();
  private final Nesting nesting = new Nesting(pieces);
  private final BitSet items;
  private int block;
  private int noTableBefore;
  private boolean inText;
  private boolean item;

  private Pieces(Source source) {
    this.source = source;
    int widest = source.lines().stream().mapToInt(line -> line.text().length()).max().orElse(0);
    this.wrap = wrap(widest);
    this.items = WeakMarkers.items(source.lines().stream().map(Pieces::shown).toList());
  }

  static List<Piece> of(Source source) {
    if (source.isLaidOut()) {
      return LaidOut.pieces(source);
    }
    Pieces pieces = new Pieces(source);
    pieces.cut();
    pieces.nesting.endOfList();
    return pieces.pieces;
  }

  /** The width at which lines were ended, if the widest line is of this length. */
  static int wrap(int widest) {
    return widest >= NARROWEST_WRAP && widest <= WIDEST_WRAP ? widest : Integer.MAX_VALUE;
  }

  private void cut() {
    List<Source.Line> lines = source.lines();
    boolean cells = lines.stream().filter(Source.Line::betweenCells).count() >= CELLS;
    for (int i = 0; i < lines.size(); i++) {
      Source.Line line = lines.get(i);
      if (cells && line.betweenCells()) {
        flush(Piece.Form.TEXT);
        i = cell(i);
      } else if (line.blank()) {
        flush(Piece.Form.TEXT);
        block++;
      } else {
        i = shown(i);
      }
    }
    flush(Piece.Form.TEXT);
  }

  /**
   * Takes a line that shows something, with those that stand in columns with it.
   *
   * @return number of the last line taken
   */
  private int shown(int at) {
    List<Source.Line> lines = source.lines();
    Source.Line line = lines.get(at);
    if (!pending.isEmpty()
        && (items.get(at) || !isWrapped(pending.getLast().text(), line.text(), wrap))) {
      flush(Piece.Form.TEXT);
    }
    if (pending.isEmpty() && !inText) {
      Optional<HeadColumns> columns = HeadColumns.at(lines, at);
      if (columns.isPresent()) {
        columns.get().columns().forEach(this::column);
        return columns.get().end() - 1;
      }
    }
    if (pending.isEmpty() && inText && at >= noTableBefore) {
      PlainTable table = PlainTable.at(lines, at);
      if (!table.rows().isEmpty()) {
        table.pieces(block).forEach(this::add);
        return table.end() - 1;
      }
      noTableBefore = table.end();
    }
    item = pending.isEmpty() ? items.get(at) : item;
    pending.add(line);
    return at;
  }

  private void column(List<HeadColumns.Cell> cells) {
    for (HeadColumns.Cell cell : cells) {
      int end = cell.start() + cell.text().length();
      add(Piece.of(cell.text(), cell.start(), end, block, Piece.Form.ASIDE));
    }
    block++;
  }

  private void add(Piece piece) {
    pieces.add(piece);
    nesting.added("");
  }

  private static String shown(Source.Line line) {
    return line.blank() ? "" : stripped(line.text());
  }

  /** Takes what stands between this tab-only line and the next as one cell. */
  private int cell(int from) {
    List<Source.Line> lines = source.lines();
    int to = from + 1;
    while (to < lines.size() && !lines.get(to).betweenCells()) {
      if (++to - from > CELL_LINES) {
        return from;
      }
    }
    if (to == lines.size()) {
      return from;
    }
    lines.subList(from + 1, to).stream().filter(line -> !line.blank()).forEach(pending::add);
    flush(Piece.Form.CELL);
    block++;
    return to - 1;
  }

  private void flush(Piece.Form form) {
    if (pending.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    List<Piece.Joint> joints = new ArrayList<>();
    for (Source.Line line : pending) {
      if (!text.isEmpty()) {
        text.append(' ');
        joints.add(new Piece.Joint(text.length(), line.start() + indent(line.text())));
      }
      text.append(stripped(line.text()));
    }
    String before = pending.getFirst().text().substring(0, indent(pending.getFirst().text()));
    int start = pending.getFirst().start() + before.length();
    String last = pending.getLast().text();
    int end = pending.getLast().start() + indent(last) + stripped(last).length();
    pending.clear();
    boolean marked = item;
    item = false;
    if (form == Piece.Form.TEXT && pieces.isEmpty() && joints.isEmpty() && hasLostItsLines(text)) {
      stretches(text.toString(), start);
    } else {
      Piece piece = Piece.of(text.toString(), start, end, block, joints, form);
      pieces.add(marked ? piece.asItem() : piece);
      nesting.added(before);
      inText |= Sentences.isEnded(piece.plain()) && piece.plain().split(" ", 4).length > 2;
    }
  }

  /** Whether a line was only ended to fit this width, so that the next one goes on with it. */
  static boolean isWrapped(String line, String next, int wrap) {
    String before = stripped(line);
    String after = stripped(next);
    if (goesOnWithNumber(before, after)) {
      return true;
    }
    if (ListMarker.of(after).isPresent() || before.indexOf('\t') >= 0 || after.indexOf('\t') >= 0) {
      return false;
    }
    if (line.length() + 1 + firstWord(after) > wrap) {
      return true;
    }
    char end = before.charAt(before.length() - 1);
    boolean lower = Character.isLowerCase(after.charAt(0));
    boolean open = Character.isLetterOrDigit(end) && (lower || Sentences.dangles(before));
    return open || (end == ',' && lower);
  }

  /** A number in brackets that a sentence goes on with is no marker of an item. */
  private static boolean goesOnWithNumber(String before, String line) {
    return ListMarker.of(line).filter(marker -> marker.matches("\\(\\d+\\)")).isPresent()
        && NUMBERED.matcher(before).find();
  }

  private static int firstWord(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text.length() : space;
  }

  private static boolean hasLostItsLines(CharSequence text) {
    return text.length() > HEAD_CHARS / 4
        && text.subSequence(0, HEAD_CHARS / 4).toString().contains("   ");
  }

  /** Where line ends were lost, what was a line ends in two or more spaces. */
  private void stretches(String text, int start) {
    int from = 0;
    int count = 0;
    for (int i = 0; i < Math.min(text.length(), HEAD_CHARS) && count < HEAD_STRETCHES; ) {
      int gap = text.indexOf("  ", i);
      if (gap < 0 || gap > HEAD_CHARS) {
        break;
      }
      int next = gap;
      while (next < text.length() && Source.showsNothing(text.charAt(next))) {
        next++;
      }
      if (!isDateWithoutYear(text.substring(from, gap)) || !startsWithYear(text, next)) {
        pieces.add(
            Piece.of(
                text.substring(from, gap), start + from, start + gap, block, Piece.Form.STRETCH));
        from = next;
        count++;
      }
      i = next;
    }
    pieces.add(
        Piece.of(
            text.substring(from), start + from, start + text.length(), block, Piece.Form.STRETCH));
  }

  private static boolean isDateWithoutYear(String text) {
    return text.length() < 40 && Dates.isWithoutYear(text);
  }

  private static boolean startsWithYear(String text, int at) {
    return at + 4 <= text.length()
        && text.substring(at, at + 4).chars().allMatch(Character::isDigit)
        && (at + 4 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 4)));
  }

  private static String stripped(String text) {
    int end = text.length();
    while (end > 0 && Source.showsNothing(text.charAt(end - 1))) {
      end--;
    }
    int start = Math.min(indent(text), end);
    return text.substring(start, end);
  }

  private static int indent(String text) {
    int start = 0;
    while (start < text.length() && Source.showsNothing(text.charAt(start))) {
      start++;
    }
    return start;
  }
}
