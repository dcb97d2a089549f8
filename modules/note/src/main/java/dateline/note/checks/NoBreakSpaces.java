package dateline.note.checks;

import java.util.ArrayList;
import java.util.List;

/** Spaces at which a line cannot break. */
final class NoBreakSpaces implements Check {

  private static final Rule RULE =
      Rule.advises(
          "NO_BREAK_SPACE",
          "The text has no-break spaces.",
          "The gate opened.",
          "Replace them with ordinary spaces where a line may break.");

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
              ? "one no-break space"
              : "%d no-break spaces, the first of them here".formatted(count);
      page.report(RULE, first, at, at, "The text has " + what + ".");
    }
  }

  private static List<Integer> in(String raw) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == 0xA0 || c == 0x202F || c == 0x2007) {
        found.add(i);
      }
    }
    return found;
  }
}
