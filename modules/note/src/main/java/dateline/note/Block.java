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
   * One item of a list; neighbours with the same kind of marker are one list.
   *
   * @param marker as printed: {@code "•"} or {@code "1."}
   */
  record ListItem(String marker, List<Span> spans) implements Block {
    public ListItem {
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
