package dateline.note.checks;

import dateline.note.Finding;
import dateline.note.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the checks found in a note. Safe for use by many threads. */
public final class CheckedNote {

  private final Page page;
  private final List<Finding> findings;

  /**
   * @param page that every check has looked at
   */
  CheckedNote(Page page) {
    Reading.Place nowhere = new Reading.Place(0, 0);
    this.page = page;
    this.findings =
        page.remarks().stream()
            .map(remark -> Checks.finding(remark, page.style(), nowhere, nowhere))
            .toList();
  }

  /** About how much memory it holds, counted in characters: the text and what is known of it. */
  public int weight() {
    return 1_000
        + page.passages().stream().mapToInt(passage -> 200 + passage.text().length()).sum();
  }

  /** Without places, in the order of the checks. */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * At their places in the text that the note was read from, with what the reader found.
   *
   * @param reading of this very note
   * @return by line and column of the text; what is about the whole note comes first, at 0
   */
  public List<Finding> findings(Reading reading) {
    if (reading.source().isEmpty()) {
      return findings;
    }
    Placing placing = new Placing(reading, page);
    return Stream.concat(
            reading.findings().stream(),
            page.remarks().stream()
                .map(remark ->
                    Checks.finding(
                        remark, page.style(), placing.of(remark), placing.ofOther(remark))))
        .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
        .toList();
  }
}
