package dateline.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a text together that some format laid out: its blocks, their lines and cells, its links, and
 * where each of them stood in the file. White space at the ends of a line shows nothing and is not
 * kept; nor is a block that shows nothing.
 */
public final class SourceBuilder {

  private final Source.Original original;
  private final StringBuilder text = new StringBuilder();
  private final List<Source.Laid> blocks = new ArrayList<>();
  private final List<Source.Linked> links = new ArrayList<>();
  private final Source.Origins origins = new Source.Origins();

  private Form form = Form.TEXT;
  private String mark = "";
  private int level;
  private List<Source.Break> breaks = new ArrayList<>();
  private int blockStart;
  private int lineStart;

  /** For a file in which paragraphs are counted, as they are added. */
  public SourceBuilder() {
    this.original = new Source.Original();
  }

  /**
   * @param original the file's text, in which places are counted
   */
  public SourceBuilder(String original) {
    this.original = new Source.Original(original);
  }

  /** In the file the next paragraph begins at this offset. */
  public void paragraph(int at) {
    original.add(at);
  }

  /** Ends the block before and begins one of this form. */
  public void block(Form next) {
    block(next, "");
  }

  /**
   * Ends the block before and begins one of this form.
   *
   * @param marker as printed before a footnote
   */
  public void block(Form next, String marker) {
    end();
    form = next;
    mark = marker;
  }

  /**
   * Ends the block before and begins an item of a list.
   *
   * @param marker as printed before it
   * @param depth how many lists its own list stands in; deeper ones than {@link
   *     Block.ListItem#DEEPEST} are as deep as that
   */
  public void item(String marker, int depth) {
    block(Form.ITEM, marker);
    level = Math.clamp(depth, 0, Block.ListItem.DEEPEST);
  }

  /** The form of the block that is being written. */
  public Form form() {
    return form;
  }

  /** Whether nothing of this block is written yet. */
  public boolean isAtStart() {
    return text.length() == blockStart;
  }

  /** Whether this is an item or a footnote without words yet: plain text goes on with it. */
  public boolean awaitsWords() {
    return isAtStart() && (form == Form.ITEM || form == Form.FOOTNOTE);
  }

  /** Whether nothing of this line is written yet. */
  public boolean isAtLineStart() {
    return text.length() == lineStart;
  }

  /**
   * Ends the line. A second end in a row ends the block, if it is of no particular form.
   *
   * @param hard whether the text says so itself; else the line may only have been full
   */
  public void line(boolean hard) {
    if (form == Form.ROW) {
      space(-1, Optional.empty());
      return;
    }
    trim(lineStart);
    if (text.length() > lineStart) {
      breaks.add(new Source.Break(text.length(), hard));
      text.append('\n');
      lineStart = text.length();
    } else if (form == Form.TEXT && hard) {
      block(Form.TEXT);
    }
  }

  /** Ends the cell of a row; the next one may be empty. */
  public void cell() {
    trim(lineStart);
    text.append('\t');
    lineStart = text.length();
  }

  /** One space, unless it would show nothing. */
  public void space(int at, Optional<String> target) {
    if (text.length() > lineStart && text.charAt(text.length() - 1) != ' ') {
      int start = text.length();
      origins.add(start, at);
      text.append(' ');
      target.ifPresent(href -> link(start, href));
    }
  }

  /**
   * Adds text as it stands in the file.
   *
   * @param at its offset in the original; -1 if it is not in the file
   * @param target where it links to, as written
   */
  public void text(String added, int at, Optional<String> target) {
    int skip = 0;
    while (text.length() == lineStart
        && skip < added.length()
        && Source.showsNothing(added.charAt(skip))) {
      skip++;
    }
    if (skip == added.length()) {
      return;
    }
    int start = text.length();
    origins.add(start, at < 0 ? -1 : at + skip);
    for (int i = skip; i < added.length(); i++) {
      char c = added.charAt(i);
      text.append(c < ' ' && VisibleText.isSpace(c) ? ' ' : c);
    }
    target.ifPresent(href -> link(start, href));
  }

  /** Neighbours with one target are one link. */
  private void link(int from, String href) {
    Source.Linked last = links.isEmpty() ? new Source.Linked(-1, -1, "") : links.getLast();
    boolean goesOn =
        last.href().equals(href)
            && last.end() >= lineStart
            && Source.isBlank(text.substring(last.end(), from));
    if (goesOn) {
      links.removeLast();
    }
    links.add(new Source.Linked(goesOn ? last.start() : from, text.length(), href));
  }

  /** The line and column of this offset into the file's text. */
  public Reading.Place place(int at) {
    return original.place(at);
  }

  /** The whole text. */
  public Source source() {
    end();
    return new Source(text.toString(), original, blocks, links, origins);
  }

  private void end() {
    trim(lineStart);
    while (!breaks.isEmpty() && breaks.getLast().offset() == text.length() - 1) {
      text.setLength(text.length() - 1);
      breaks.removeLast();
      lineStart = breaks.isEmpty() ? blockStart : breaks.getLast().offset() + 1;
    }
    if (Source.isBlank(text.substring(blockStart))) {
      text.setLength(blockStart);
    } else {
      blocks.add(new Source.Laid(form, mark, level, blockStart, text.length(), breaks));
      text.append("\n\n");
    }
    breaks = new ArrayList<>();
    blockStart = text.length();
    lineStart = blockStart;
    form = Form.TEXT;
    mark = "";
    level = 0;
  }

  private void trim(int from) {
    int end = text.length();
    while (end > from && Source.showsNothing(text.charAt(end - 1))) {
      end--;
    }
    text.setLength(end);
    while (!links.isEmpty() && links.getLast().end() > end) {
      Source.Linked last = links.removeLast();
      if (last.start() < end) {
        links.add(new Source.Linked(last.start(), end, last.href()));
      }
    }
  }
}
