package dateline.note.checks;

import dateline.note.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** More than one space between words. */
final class DoubleSpaces implements Check {

  private static final Rule RULE =
      Rule.advises(
          "DOUBLE_SPACE",
          "Words have more than one space between them.",
          "The gate  opened.",
          "Leave one space between words.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    Passage first = page.headline();
    int at = 0;
    int count = 0;
    for (Passage passage : page.prose()) {
      List<Integer> here = in(passage.raw());
      if (count == 0 && !here.isEmpty()) {
        first = passage;
        at = passage.seen(here.getFirst());
      }
      count += here.size();
    }
    if (count > 0) {
      String what =
          count == 1
              ? "two spaces between words once"
              : "more than one space between words in %d places, the first of them here"
                  .formatted(count);
      page.report(RULE, first, at, at, "The text has " + what + ".");
    }
  }

  private static List<Integer> in(String raw) {
    List<Integer> found = new ArrayList<>();
    int run = 0;
    for (int i = 0; i < raw.length(); i++) {
      boolean space = VisibleText.isSpace(raw.charAt(i));
      if (!space && run > 1 && run < i) {
        found.add(i - run);
      }
      run = space ? run + 1 : 0;
    }
    return found;
  }
}
