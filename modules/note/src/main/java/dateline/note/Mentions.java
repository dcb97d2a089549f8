package dateline.note;

import dateline.note.Reading.Found;
import dateline.note.Reading.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Gathers the links and handles of a body. */
final class Mentions {

  private static final int LONGEST_HANDLE = 60;

  private final List<Reading.Link> links = new ArrayList<>();
  private final List<Reading.Handle> handles = new ArrayList<>();

  /** The mentions of a block that has no place. */
  void add(Block block) {
    List<Span> spans = Words.spans(block);
    add(Words.of(spans), spans, false, _ -> new Place(0, 0));
  }

  /**
   * The mentions of a block.
   *
   * @param text as it stood; the spans' texts stand in it in their order
   * @param laidOut whether links are links by the format of the text
   * @param places place of each offset into the text
   */
  void add(String text, List<Span> spans, boolean laidOut, IntFunction<Place> places) {
    int done = 0;
    for (Span span : spans) {
      int at = Math.max(text.indexOf(span.text(), done), done);
      done = Math.min(text.length(), at + span.text().length());
      int start = at;
      boolean stated = laidOut || text.startsWith("](", done);
      span.href()
          .ifPresent(target ->
              links.add(
                  new Reading.Link(
                      span.text(),
                      target,
                      Found.at(
                          places.apply(start), stated ? Sureness.STATED : Sureness.RECOGNISED))));
    }
    handles(text, places);
  }

  private void handles(String text, IntFunction<Place> places) {
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int end = endOfServer(text, endOfName(text, at + 1));
      boolean alone = at == 0 || !(isInName(text.charAt(at - 1)) || text.charAt(at - 1) == '@');
      if (alone && end > at + 1 && text.charAt(at + 1) != '.') {
        Found found = Found.at(places.apply(at), Sureness.RECOGNISED);
        handles.add(new Reading.Handle(text.substring(at, end), found));
      }
    }
  }

  private static int endOfName(String text, int start) {
    int end = start;
    while (end < text.length() && end - start < LONGEST_HANDLE && isInName(text.charAt(end))) {
      end++;
    }
    while (end > start && ".-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** A name may be followed by the server it is on: {@code "@ana@h.example"}. */
  private static int endOfServer(String text, int name) {
    if (!text.startsWith("@", name)) {
      return name;
    }
    int end = endOfName(text, name + 1);
    return Addresses.isDomain(text.substring(name + 1, end)) ? end : name;
  }

  private static boolean isInName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '+';
  }

  List<Reading.Link> links() {
    return links;
  }

  List<Reading.Handle> handles() {
    return handles;
  }
}
