package dateline.note.checks;

import dateline.note.Reading;
import dateline.note.Reading.Place;
import dateline.note.Source;
import dateline.note.VisibleText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in the source a remark's words stand. Source and passage are compared without white space:
 * lines may have been joined, and marks of links stand between the words. Looks in vain only so
 * often, so that no text takes quadratic time.
 */
final class Placing {

  private static final int MOST_MISSES = 20;
  private static final int PROBE = 30;

  private final Reading reading;
  private final Source source;
  private final String squeezed;
  private final int[] offsets;
  private final Map<Passage, Integer> starts = new HashMap<>();
  private final Map<Passage, int[]> seenBefore = new HashMap<>();
  private int misses;

  Placing(Reading reading, Page page) {
    this.reading = reading;
    this.source = reading.source();
    this.offsets = new int[source.text().length() + 1];
    this.squeezed = squeeze(source.text(), offsets);
    locate(page.passages());
  }

  Place of(Remark remark) {
    return remark.at().flatMap(this::place).or(() -> partOf(remark)).orElse(new Place(0, 0));
  }

  /** Where the other words stand that a remark is about. */
  Place ofOther(Remark remark) {
    return remark.other().flatMap(this::place).orElse(new Place(0, 0));
  }

  private Optional<Place> partOf(Remark remark) {
    return remark
        .part()
        .flatMap(part -> Optional.ofNullable(reading.places().get(part.component())))
        .map(found -> new Place(found.line(), found.column()));
  }

  private void locate(List<Passage> passages) {
    int from = 0;
    for (Passage passage : passages) {
      String first = squeeze(passage.spans().isEmpty() ? "" : passage.spans().getFirst().text());
      String probe = first.substring(0, Math.min(PROBE, first.length()));
      boolean inOrder = passage.in() == Passage.In.BODY;
      int at = find(probe, inOrder ? from : 0);
      if (at < 0 && inOrder) {
        at = find(probe, 0);
      }
      if (at >= 0) {
        starts.put(passage, at);
        from = inOrder || passage.in() == Passage.In.HEADLINE ? at + probe.length() : from;
      }
    }
  }

  private Optional<Place> place(Spot spot) {
    Passage passage = spot.passage();
    Integer start = starts.get(passage);
    if (start == null) {
      return Optional.empty();
    }
    int at = start + seenBefore.computeIfAbsent(passage, Placing::seenBefore)[spot.start()];
    int end = Math.min(spot.end(), spot.start() + PROBE);
    String words = squeeze(passage.text().substring(spot.start(), Math.max(end, spot.start())));
    int found = squeezed.startsWith(words, at) ? at : find(words, at);
    int known = found < 0 ? Math.min(at, squeezed.length() - 1) : found;
    if (known < 0) {
      return Optional.empty();
    }
    boolean space = spot.start() == spot.end() && known > 0;
    int offset = space ? offsets[known - 1] + 1 : offsets[known];
    return Optional.of(source.place(opensLink(spot, known) ? offset - 1 : offset));
  }

  /** A link begins at its bracket, which is no part of what is seen. */
  private boolean opensLink(Spot spot, int at) {
    boolean shown = spot.start() > 0 && spot.passage().text().charAt(spot.start() - 1) == '[';
    return at > 0 && squeezed.charAt(at - 1) == '[' && offsets[at - 1] == offsets[at] - 1 && !shown;
  }

  private int find(String words, int from) {
    if (words.isEmpty() || misses >= MOST_MISSES) {
      return -1;
    }
    int at = squeezed.indexOf(words, from);
    misses += at < 0 ? 1 : 0;
    return at;
  }

  /** How many seen characters of its text stand before each offset. */
  private static int[] seenBefore(Passage passage) {
    String text = passage.text();
    int[] before = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      before[i + 1] = before[i] + (isSeen(text.charAt(i)) ? 1 : 0);
    }
    return before;
  }

  private static String squeeze(String text) {
    return squeeze(text, new int[text.length() + 1]);
  }

  private static String squeeze(String text, int[] offsets) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (isSeen(text.charAt(i))) {
        offsets[out.length()] = i;
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean isSeen(char c) {
    return !VisibleText.isSpace(c) && !VisibleText.isUnseen(c);
  }
}
