package dateline.note;

import java.util.ArrayList;
import java.util.List;

/** Makes {@link Piece}s of the blocks of a source that some format laid out. */
final class LaidOut {

  private final Source source;
  private final int wrap;
  private final List<Piece> pieces = new ArrayList<>();
  private int block;
  private int nextLink;

  private LaidOut(Source source) {
    this.source = source;
    this.wrap = Pieces.wrap(source.blocks().stream().mapToInt(LaidOut::widest).max().orElse(0));
  }

  static List<Piece> pieces(Source source) {
    LaidOut laidOut = new LaidOut(source);
    source.blocks().forEach(laidOut::add);
    laidOut.items();
    return laidOut.pieces;
  }

  /** Lines that begin with markers of items, though their format does not call them so. */
  private void items() {
    List<String> lines =
        pieces.stream().map(piece -> piece.form() == Piece.Form.TEXT ? piece.text() : "").toList();
    WeakMarkers.items(lines).stream().forEach(at -> pieces.set(at, pieces.get(at).asItem()));
  }

  /** Length of the longest line that may have been ended because it was full. */
  private static int widest(Source.Laid laid) {
    int widest = 0;
    int start = laid.start();
    for (Source.Break end : laid.breaks()) {
      widest = end.hard() ? widest : Math.max(widest, end.offset() - start);
      start = end.offset() + 1;
    }
    return widest;
  }

  private void add(Source.Laid laid) {
    int start = laid.start();
    int lineStart = start;
    if (laid.form() == Form.TEXT) {
      for (int i = 0; i < laid.breaks().size(); i++) {
        Source.Break end = laid.breaks().get(i);
        int nextEnd = i + 1 < laid.breaks().size() ? laid.breaks().get(i + 1).offset() : laid.end();
        String line = source.text().substring(lineStart, end.offset());
        String next = source.text().substring(end.offset() + 1, nextEnd);
        if (!Pieces.isWrapped(line, next, end.hard() ? Integer.MAX_VALUE : wrap)) {
          piece(laid, start, end.offset());
          start = end.offset() + 1;
        }
        lineStart = end.offset() + 1;
      }
    }
    piece(laid, start, laid.end());
    block++;
  }

  private void piece(Source.Laid laid, int start, int end) {
    String text = source.text().substring(start, end).replace('\n', ' ');
    Piece.Layout layout = new Piece.Layout(laid.mark(), links(start, end));
    pieces.add(Piece.of(text, start, block, Piece.Form.of(laid.form()), laid.level(), layout));
  }

  private List<Source.Linked> links(int start, int end) {
    List<Source.Linked> links = source.links();
    List<Source.Linked> here = new ArrayList<>();
    while (nextLink < links.size() && links.get(nextLink).start() < end) {
      Source.Linked link = links.get(nextLink);
      int from = Math.max(link.start(), start) - start;
      int to = Math.min(link.end(), end) - start;
      here.add(new Source.Linked(from, to, link.href()));
      if (link.end() > end) {
        break;
      }
      nextLink++;
    }
    return here;
  }
}
