package dateline.note;

import java.util.List;

/** One block of a note's body. */
public sealed interface Block {

  /** An ordinary paragraph. */
  record Paragraph(List<Span> spans) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }
  }

  /** A heading inside the body. */
  record Heading(List<Span> spans) implements Block {
    public Heading {
      spans = List.copyOf(spans);
    }
  }

  /**
   * One item of a list; neighbours of one level with the same kind of marker are one list.
   *
   * @param marker as printed: {@code "•"} or {@code "1."}
   * @param level how many lists the item's own list stands in, 0 to {@value #DEEPEST}; 0 at the top
   */
  record ListItem(String marker, int level, List<Span> spans) implements Block {

    /** The deepest level, as in a Word document. */
    public static final int DEEPEST = 8;

    public ListItem {
      if (level < 0 || level > DEEPEST) {
        throw new IllegalArgumentException("an item's level is 0 to " + DEEPEST + ", not " + level);
      }
      spans = List.copyOf(spans);
    }
  }

  /** Words of somebody else, set off from the text. */
  record Quotation(List<Span> spans) implements Block {
    public Quotation {
      spans = List.copyOf(spans);
    }
  }

  /** One row of a table; neighbours are one table. */
  record TableRow(List<List<Span>> cells) implements Block {
    public TableRow {
      cells = cells.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A footnote.
   *
   * @param mark as printed: {@code "*"} or {@code "1"}
   */
  record Footnote(String mark, List<Span> spans) implements Block {
    public Footnote {
      spans = List.copyOf(spans);
    }
  }
}
