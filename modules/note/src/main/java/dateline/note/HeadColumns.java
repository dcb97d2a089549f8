package dateline.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines of a head that stand beside each other in plain text: {@code "FOR IMMEDIATE RELEASE
 * CONTACT: Jane Doe"}, parted by a run of blanks or a tab, with more lines of either column below.
 * One of the first two must be known by its form.
 *
 * @param columns the lines of each column, from the left
 * @param end number of the line after the last
 */
record HeadColumns(List<List<Cell>> columns, int end) {

  private static final int WIDEST = 200;
  private static final int LONGEST_CELL = 90;
  private static final int MOST_LINES = 12;
  private static final int MOST_COLUMNS = 3;
  private static final int GAP = 3;

  /** How far a line may begin beside its column. */
  private static final int SLACK = 3;

  /** A stretch of a line, by offsets into the source. */
  record Cell(String text, int start) {}

  /** Columns that begin on this line. */
  static Optional<HeadColumns> at(List<Source.Line> lines, int first) {
    List<Cell> heads = cells(lines.get(first));
    if (heads.size() < 2
        || heads.size() > MOST_COLUMNS
        || heads.stream().noneMatch(cell -> isKnown(cell.text()))) {
      return Optional.empty();
    }
    HeadColumns columns = new HeadColumns(new ArrayList<>(), first);
    heads.forEach(cell -> columns.columns().add(new ArrayList<>(List.of(cell))));
    int[] starts =
        heads.stream().mapToInt(cell -> cell.start() - lines.get(first).start()).toArray();
    return Optional.of(columns.goOn(lines, first + 1, starts));
  }

  private HeadColumns goOn(List<Source.Line> lines, int from, int[] starts) {
    int end = from;
    List<Cell> left = new ArrayList<>();
    for (int i = from; i < lines.size() && i < from + MOST_LINES; i++) {
      Source.Line line = lines.get(i);
      List<Cell> cells = cells(line);
      boolean afterBlank = lines.get(i - 1).blank();
      if (line.blank()) {
        continue;
      }
      boolean beside = cells.size() > 1 && cells.size() <= starts.length;
      int column = cells.isEmpty() ? -1 : column(line, cells.getFirst(), starts);
      boolean reaches = column >= 0 && reaches(cells.getFirst().text());
      if (cells.size() > starts.length
          || (!beside && (column < 0 || (afterBlank && (column == 0 || !reaches))))) {
        break;
      }
      if (!beside && column == 0 && !reaches) {
        left.add(cells.getFirst());
        continue;
      }
      columns.getFirst().addAll(left);
      left.clear();
      for (Cell cell : cells) {
        int of = column(line, cell, starts);
        columns.get(of < 0 ? starts.length - 1 : of).add(cell);
      }
      end = i + 1;
    }
    return new HeadColumns(columns, end);
  }

  /** The column in which a stretch stands; -1 if it is none. Tabs are counted, blanks measured. */
  private static int column(Source.Line line, Cell cell, int[] starts) {
    int at = cell.start() - line.start();
    String before = line.text().substring(0, at);
    if (before.indexOf('\t') >= 0) {
      return 1;
    }
    for (int i = starts.length - 1; i >= 0; i--) {
      if (Math.abs(at - starts[i]) <= SLACK) {
        return i;
      }
    }
    return -1;
  }

  /** What stands in a line between runs of blanks or tabs; a label keeps what it says. */
  private static List<Cell> cells(Source.Line line) {
    String text = line.text();
    List<Cell> cells = new ArrayList<>();
    if (line.blank() || text.length() > WIDEST) {
      return cells;
    }
    int start = next(text, 0);
    for (int i = start; i < text.length(); ) {
      int after = next(text, i);
      boolean gap = after - i >= GAP || text.substring(i, after).indexOf('\t') >= 0;
      boolean value = i > 0 && text.charAt(i - 1) == ':' && !isTitle(text.substring(after).strip());
      if (gap && after < text.length() && !value) {
        cells.add(new Cell(text.substring(start, i), line.start() + start));
        start = after;
      }
      i = Math.max(after, i + 1);
    }
    String last = text.substring(start).strip();
    if (!last.isEmpty()) {
      cells.add(new Cell(last, line.start() + start));
    }
    return cells.stream().allMatch(cell -> cell.text().length() <= LONGEST_CELL)
        ? cells
        : List.of();
  }

  /** Where something shows again, from here on. */
  private static int next(String text, int from) {
    int at = from;
    while (at < text.length() && Source.showsNothing(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean reaches(String text) {
    return isKnown(text) || !Addresses.in(text).isEmpty();
  }

  private static boolean isTitle(String text) {
    return HeadLines.isRelease(text) || Kinds.line(text).isPresent();
  }

  private static boolean isKnown(String text) {
    return isTitle(text)
        || HeadLines.isEmbargo(text)
        || HeadLines.isReach(text)
        || HeadLines.numberAlone(text).isPresent()
        || HeadLines.number(text).isPresent()
        || Contacts.isLabelled(text)
        || Dates.certain(text).isPresent();
  }
}
