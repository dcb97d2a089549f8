package dateline.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text to be read: its lines, or the blocks some format laid out, and where in the file something
 * stands. Characters that no text can hold (controls, halves of surrogate pairs) are U+FFFD from
 * here on; nothing moves.
 */
public final class Source {

  /** One line without its end; blank if it shows nothing. */
  record Line(String text, int start, boolean blank) {
    /** A line of nothing but tabs stands between the cells of a table that lost its frame. */
    boolean betweenCells() {
      return blank && text.indexOf('\t') >= 0;
    }
  }

  /** A block that a format laid out. Its lines are parted by one character, its cells by a tab. */
  record Laid(Form form, String mark, int level, int start, int end, List<Break> breaks) {}

  /** Where a line of a block ends; hard if the text says so, else it may only have been full. */
  record Break(int offset, boolean hard) {}

  /** A stretch of the text that is a link. */
  record Linked(int start, int end, String href) {}

  private final String text;
  private final Original original;
  private final List<Line> lines;
  private final Optional<Layout> layout;

  /** What a format said about a text. */
  private record Layout(List<Laid> blocks, List<Linked> links, Origins origins) {}

  /** A text without a format. */
  public Source(String raw) {
    this.text = legible(raw);
    this.lines = split(text);
    this.original = new Original(lines);
    this.layout = Optional.empty();
  }

  /** A text that some format laid out. */
  Source(String text, Original original, List<Laid> blocks, List<Linked> links, Origins origins) {
    this.text = legible(text);
    this.lines = List.of();
    this.original = original;
    this.layout = Optional.of(new Layout(List.copyOf(blocks), List.copyOf(links), origins));
  }

  /** The text as it is read: without the marks of its format. */
  public String text() {
    return text;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether it shows nothing. */
  public boolean isBlank() {
    return isBlank(text);
  }

  /** Whether it has more pieces than so many: paragraphs, items, rows and the like. */
  public boolean hasMorePiecesThan(int most) {
    return isLaidOut()
        ? blocks().size() > most
        : lines.stream().filter(line -> !line.blank()).count() > most
            && Pieces.of(this).size() > most;
  }

  boolean isLaidOut() {
    return layout.isPresent();
  }

  List<Line> lines() {
    return lines;
  }

  List<Laid> blocks() {
    return layout.map(Layout::blocks).orElse(List.of());
  }

  List<Linked> links() {
    return layout.map(Layout::links).orElse(List.of());
  }

  /** The line and column in the file of this offset into the text. */
  public Reading.Place place(int offset) {
    int at = layout.map(laid -> laid.origins().of(offset)).orElse(offset);
    return at < 0 ? new Reading.Place(0, 0) : original.place(at);
  }

  /** The text of a file, in which places are counted. */
  static final class Original {

    private int[] starts;
    private int count;

    Original() {
      this.starts = new int[16];
    }

    Original(String raw) {
      this(split(raw));
    }

    private Original(List<Line> lines) {
      this.starts = lines.stream().mapToInt(Line::start).toArray();
      this.count = starts.length;
    }

    void add(int start) {
      starts = count < starts.length ? starts : Arrays.copyOf(starts, 2 * count);
      starts[count++] = start;
    }

    Reading.Place place(int offset) {
      int found = Arrays.binarySearch(starts, 0, count, offset);
      int line = found >= 0 ? found : -found - 2;
      return line < 0
          ? new Reading.Place(0, 0)
          : new Reading.Place(line + 1, offset - starts[line] + 1);
    }
  }

  /** Where in the original each stretch of a text was. */
  static final class Origins {

    private int[] copied = new int[64];
    private int[] from = new int[64];
    private int count;

    /** From this offset of the text on, it was copied from that offset of the original. */
    void add(int offset, int original) {
      while (count > 0 && copied[count - 1] >= offset) {
        count--;
      }
      if (count > 0 && goesOn(offset, original)) {
        return;
      }
      if (count == copied.length) {
        copied = Arrays.copyOf(copied, 2 * count);
        from = Arrays.copyOf(from, 2 * count);
      }
      copied[count] = offset;
      from[count] = original;
      count++;
    }

    private boolean goesOn(int offset, int original) {
      int last = count - 1;
      return from[last] < 0
          ? original < 0
          : original >= 0 && offset - copied[last] == original - from[last];
    }

    int of(int offset) {
      int found = Arrays.binarySearch(copied, 0, count, offset);
      int at = found >= 0 ? found : -found - 2;
      return at < 0 || from[at] < 0 ? -1 : from[at] + offset - copied[at];
    }
  }

  private static List<Line> split(String text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isLineEnd(text.charAt(i))) {
        String line = text.substring(start, i);
        lines.add(new Line(line, start, isBlank(line)));
        boolean pair = text.startsWith("\r\n", i);
        i += pair ? 1 : 0;
        start = i + 1;
      }
    }
    return lines;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\f'
        || c == 0x0B
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  static boolean isBlank(String text) {
    return text.chars().allMatch(Source::showsNothing);
  }

  static boolean showsNothing(int c) {
    return VisibleText.isSpace(c) || VisibleText.isUnseen(c);
  }

  private static String legible(String raw) {
    int first = 0;
    while (first < raw.length() && isLegible(raw.charAt(first))) {
      first++;
    }
    if (first == raw.length()) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < raw.length()
          && Character.isLowSurrogate(raw.charAt(i + 1))) {
        out.append(c).append(raw.charAt(++i));
      } else {
        out.append(isLegible(c) ? c : '\uFFFD');
      }
    }
    return out.toString();
  }

  private static boolean isLegible(char c) {
    boolean control = Character.isISOControl(c) && c != '\t' && !isLineEnd(c);
    return !control && !Character.isSurrogate(c) && c != 0xFFFE && c != 0xFFFF;
  }
}
