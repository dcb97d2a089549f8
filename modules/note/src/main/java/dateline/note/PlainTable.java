package dateline.note;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in plain text: lines in a row with bars between their cells, or with cells set under each
 * other by blanks.
 *
 * @param rows each with the cells of one line
 * @param end number of the line after the last
 */
record PlainTable(List<List<Cell>> rows, int end) {

  private static final int WIDEST = 200;
  private static final int LONGEST_CELL = 60;
  private static final int MOST_LINES = 1_000;
  private static final int LEAST_ROWS = 2;
  private static final int NARROW = 2;

  /** A cell, by offsets into the source. */
  record Cell(String text, int start) {}

  /** The table that begins on this line; without rows if none begins before its end. */
  static PlainTable at(List<Source.Line> lines, int first) {
    return hasBars(lines.get(first).text()) ? barred(lines, first) : aligned(lines, first);
  }

  private static boolean hasBars(String text) {
    return text.indexOf('|') >= 0 || text.indexOf('│') >= 0;
  }

  private static PlainTable barred(List<Source.Line> lines, int first) {
    List<List<Cell>> rows = new ArrayList<>();
    int at = first;
    for (; at < lines.size() && at < first + MOST_LINES; at++) {
      Source.Line line = lines.get(at);
      boolean drawn = !rows.isEmpty() && !line.blank() && isDrawn(line.text());
      if (!drawn && (line.blank() || line.text().length() > 5 * WIDEST || !hasBars(line.text()))) {
        break;
      }
      if (!isDrawn(line.text())) {
        rows.add(barred(line));
      }
    }
    boolean table =
        rows.size() >= LEAST_ROWS
            && rows.getFirst().size() >= 2
            && rows.stream().allMatch(row -> row.size() == rows.getFirst().size());
    return table ? new PlainTable(rows, at) : none(first, at);
  }

  private static List<Cell> barred(Source.Line line) {
    String text = line.text();
    int start = next(text, 0, text.length());
    start += start < text.length() && isBar(text.charAt(start)) ? 1 : 0;
    int end = text.stripTrailing().length();
    end -= end > start && isBar(text.charAt(end - 1)) ? 1 : 0;
    List<Cell> cells = new ArrayList<>();
    for (int i = start; i <= end; i++) {
      if (i == end || isBar(text.charAt(i))) {
        cells.add(cell(line, start, i));
        start = i + 1;
      }
    }
    return cells;
  }

  /** A line of a table that only draws: {@code "|---|---|"}. */
  private static boolean isDrawn(String text) {
    return text.chars().allMatch(c -> " \t|│+:=_─┼├┤-".indexOf(c) >= 0)
        && text.chars().anyMatch(c -> "-=_─".indexOf(c) >= 0);
  }

  private static boolean isBar(char c) {
    return c == '|' || c == '│';
  }

  private static Cell cell(Source.Line line, int from, int to) {
    int end = Math.min(to, line.text().length());
    int start = next(line.text(), Math.min(from, end), end);
    String text = line.text().substring(start, end);
    return new Cell(text.stripTrailing().replace('\u00a0', ' ').strip(), line.start() + start);
  }

  private static int next(String text, int from, int to) {
    int at = from;
    while (at < to && Source.showsNothing(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static PlainTable aligned(List<Source.Line> lines, int first) {
    int at = first;
    while (at < lines.size() && at < first + MOST_LINES && mayBeRow(lines.get(at))) {
      at++;
    }
    if (at - first < LEAST_ROWS) {
      return none(first, at);
    }
    List<Source.Line> run = lines.subList(first, at);
    List<Integer> starts = columns(run);
    if (starts.size() < 2) {
      return none(first, at);
    }
    List<List<Cell>> rows = run.stream().map(line -> aligned(line, starts)).toList();
    return isTable(rows) ? new PlainTable(rows, at) : none(first, at);
  }

  private static PlainTable none(int first, int at) {
    return new PlainTable(List.of(), Math.max(first + 1, at));
  }

  /** A line with a gap in it that is neither an item nor a label with what it says. */
  private static boolean mayBeRow(Source.Line line) {
    String text = line.text();
    String shown = text.strip();
    int gap = shown.indexOf("  ");
    return !line.blank()
        && text.length() <= WIDEST
        && text.indexOf('\t') < 0
        && gap > 0
        && shown.charAt(gap - 1) != ':'
        && ListMarker.of(shown).isEmpty()
        && !hasBars(text);
  }

  /** Where columns begin: behind blanks that stand under each other in all lines. */
  private static List<Integer> columns(List<Source.Line> run) {
    int width = run.stream().mapToInt(line -> line.text().length()).max().orElse(0);
    boolean[] shown = new boolean[width];
    for (Source.Line line : run) {
      for (int i = 0; i < line.text().length(); i++) {
        shown[i] |= !Source.showsNothing(line.text().charAt(i));
      }
    }
    int narrowest = run.size() > LEAST_ROWS ? NARROW : NARROW + 1;
    List<Integer> starts = new ArrayList<>();
    int blanks = width;
    for (int i = 0; i < width; i++) {
      if (shown[i] && blanks >= narrowest) {
        starts.add(i);
      }
      blanks = shown[i] ? 0 : blanks + (starts.isEmpty() ? 0 : 1);
    }
    return starts;
  }

  private static List<Cell> aligned(Source.Line line, List<Integer> starts) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int to = i + 1 < starts.size() ? starts.get(i + 1) : line.text().length();
      cells.add(cell(line, starts.get(i), to));
    }
    return cells;
  }

  /**
   * Short cells, nearly all of them filled; without a first cell a line goes on with the one above.
   */
  private static boolean isTable(List<List<Cell>> rows) {
    long filled =
        rows.stream().flatMap(List::stream).filter(cell -> !cell.text().isEmpty()).count();
    long all = (long) rows.size() * rows.getFirst().size();
    return filled * 4 >= all * 3
        && rows.stream().skip(1).noneMatch(row -> row.getFirst().text().isEmpty())
        && rows.stream()
            .flatMap(List::stream)
            .allMatch(cell -> cell.text().length() <= LONGEST_CELL)
        && rows.stream().map(List::getFirst).noneMatch(cell -> Sentences.isEnded(cell.text()));
  }

  /** Its rows as pieces, each with its cells parted by tabs. */
  List<Piece> pieces(int block) {
    return rows.stream()
        .filter(row -> row.stream().anyMatch(cell -> !cell.text().isEmpty()))
        .map(row -> piece(row, block))
        .toList();
  }

  private static Piece piece(List<Cell> row, int block) {
    StringBuilder text = new StringBuilder();
    List<Piece.Joint> joints = new ArrayList<>();
    int end = row.getFirst().start();
    for (Cell cell : row) {
      text.append(joints.isEmpty() && text.isEmpty() ? "" : "\t");
      joints.add(new Piece.Joint(text.length(), cell.start()));
      text.append(cell.text());
      end = Math.max(end, cell.start() + cell.text().length());
    }
    int start =
        row.stream().filter(cell -> !cell.text().isEmpty()).mapToInt(Cell::start).min().orElse(end);
    return Piece.of(text.toString(), start, end, block, joints, Piece.Form.ROW);
  }
}
