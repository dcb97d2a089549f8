package dateline.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A paragraph or a line that stands for itself, as the reader works on it.
 *
 * @param text as printed, without white space at its ends; lines that were wrapped are joined
 * @param plain the text for matching: as seen, without direction marks
 * @param start offset of its first character in the source
 * @param end offset after its last character
 * @param block number of the group of lines without a blank one between them
 * @param joints where its lines after the first begin
 * @param form how it stood in the source
 * @param level how deep it stands, if it is an item of a list
 * @param marked whether it begins with a marker that could be something else, and is an item
 * @param layout what its format says of it, if the source was laid out
 */
record Piece(
    String text,
    String plain,
    int start,
    int end,
    int block,
    List<Joint> joints,
    Form form,
    int level,
    boolean marked,
    Optional<Layout> layout) {

  enum Form {
    TEXT,
    FIELD,
    /** What stands in a column of a head, or is said of a term. */
    ASIDE,
    /** A cell of a table that lost its frame. */
    CELL,
    /** A stretch of a text that lost its line ends. */
    STRETCH,
    TITLE,
    HEADING,
    ITEM,
    QUOTATION,
    /** A row of a table, its cells parted by tabs. */
    ROW,
    FOOTNOTE,
    LETTERHEAD,
    FURNITURE;

    static Form of(dateline.note.Form laid) {
      return switch (laid) {
        case TEXT -> TEXT;
        case FIELD -> FIELD;
        case ASIDE -> ASIDE;
        case TITLE -> TITLE;
        case HEADING -> HEADING;
        case ITEM -> ITEM;
        case QUOTATION -> QUOTATION;
        case ROW -> ROW;
        case FOOTNOTE -> FOOTNOTE;
        case LETTERHEAD -> LETTERHEAD;
        case FURNITURE -> FURNITURE;
      };
    }

    /** Whether this is part of a text and never a line before it. */
    boolean isOfBody() {
      return switch (this) {
        case CELL, ITEM, QUOTATION, ROW, FOOTNOTE -> true;
        case TEXT, FIELD, ASIDE, STRETCH, TITLE, HEADING, LETTERHEAD, FURNITURE -> false;
      };
    }
  }

  /** From this offset into the text on it stood in the source from that offset on. */
  record Joint(int offset, int source) {}

  /**
   * What a format says.
   *
   * @param mark of an item or a footnote, as printed
   * @param links by offsets into the text
   */
  record Layout(String mark, List<Source.Linked> links) {}

  /** A piece of one line. */
  static Piece of(String text, int start, int end, int block, Form form) {
    return of(text, start, end, block, List.of(), form);
  }

  static Piece of(String text, int start, int end, int block, List<Joint> joints, Form form) {
    return new Piece(
        text, plain(text), start, end, block, joints, form, 0, false, Optional.empty());
  }

  /** A piece that a format laid out. */
  static Piece of(String text, int start, int block, Form form, int level, Layout layout) {
    int end = start + text.length();
    return new Piece(
        text, plain(text), start, end, block, List.of(), form, level, false, Optional.of(layout));
  }

  /** This piece, as deep in lists. */
  Piece at(int depth) {
    return new Piece(text, plain, start, end, block, joints, form, depth, marked, layout);
  }

  /** This piece, an item though its marker could be something else. */
  Piece asItem() {
    return new Piece(text, plain, start, end, block, joints, form, level, true, layout);
  }

  /** The marker of an item with which it begins. */
  Optional<String> marker() {
    return ListMarker.of(text).or(() -> marked ? WeakMarkers.of(text) : Optional.empty());
  }

  boolean isLaidOut() {
    return layout.isPresent();
  }

  /** Length of the text's first line; so far it can be cut. */
  int firstLine() {
    return joints.isEmpty() ? text.length() : joints.getFirst().offset() - 1;
  }

  /** Offset in the source of this offset into the text. */
  int source(int offset) {
    int behind = 0;
    int ahead = joints.size();
    while (behind < ahead) {
      int middle = (behind + ahead) >>> 1;
      if (joints.get(middle).offset() > offset) {
        ahead = middle;
      } else {
        behind = middle + 1;
      }
    }
    return behind == 0
        ? start + offset
        : joints.get(behind - 1).source() + offset - joints.get(behind - 1).offset();
  }

  /** The part of this piece from this offset into its first line. */
  Piece from(int offset) {
    int skipped = offset;
    while (skipped < firstLine() && Source.showsNothing(text.charAt(skipped))) {
      skipped++;
    }
    int cut = skipped;
    String rest = text.substring(cut);
    List<Joint> moved =
        joints.stream().map(joint -> new Joint(joint.offset() - cut, joint.source())).toList();
    return new Piece(
        rest,
        plain(rest),
        start + cut,
        end,
        block,
        moved,
        form,
        level,
        false,
        layout.map(laid -> new Layout(laid.mark(), linked(laid.links(), cut, text.length()))));
  }

  /** What stands between two offsets of a piece of one line. */
  Piece between(int from, int to) {
    String words = text.substring(from, to);
    return new Piece(
        words,
        plain(words),
        start + from,
        start + to,
        block,
        List.of(),
        form,
        level,
        false,
        layout.map(laid -> new Layout(laid.mark(), linked(laid.links(), from, to))));
  }

  /** The spans of the text between these offsets. */
  List<Span> spans(int from, int to) {
    String part = text.substring(from, to);
    return layout
        .map(laid -> Spans.of(part, linked(laid.links(), from, to)))
        .orElseGet(() -> Spans.of(part));
  }

  /** Those of these links, in order and apart, that stand between two offsets. */
  private static List<Source.Linked> linked(List<Source.Linked> links, int from, int to) {
    List<Source.Linked> inside = new ArrayList<>();
    int first = 0;
    for (int last = links.size(); first < last; ) {
      int middle = (first + last) >>> 1;
      boolean before = links.get(middle).end() <= from;
      first = before ? middle + 1 : first;
      last = before ? last : middle;
    }
    for (int i = first; i < links.size() && links.get(i).start() < to; i++) {
      Source.Linked link = links.get(i);
      inside.add(
          new Source.Linked(
              Math.max(0, link.start() - from), Math.min(to, link.end()) - from, link.href()));
    }
    return inside;
  }

  private static String plain(String text) {
    String seen = VisibleText.of(text);
    if (seen.indexOf('\u200e') < 0 && seen.indexOf('\u200f') < 0) {
      return seen;
    }
    return VisibleText.of(seen.replace("\u200e", "").replace("\u200f", ""));
  }
}
