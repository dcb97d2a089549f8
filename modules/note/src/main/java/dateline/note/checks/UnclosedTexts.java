package dateline.note.checks;

import dateline.note.Phrase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;

/** A quoted text whose beginning or end is not marked. */
final class UnclosedTexts implements Check {

  private static final Rule RULE =
      Rule.warns(
          "UNCLOSED_TEXT",
          "A text is begun with “Begin text” and not ended, or the other way round.",
          "Begin text:\n\nWe agree.",
          "Put “End text” behind its last word, or “Begin text” before its first.");

  private static final Phrase MARK =
      Phrase.ofWords(
          "begin end",
          "(?:^|(?<=[\\[(*.:“\"„«‘] ?))(?i:(begin|end) (?:of )?text)(?=[:.\\])*]|[”\"“»’]?$)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    Deque<Runnable> open = new ArrayDeque<>();
    for (Passage passage : page.body()) {
      for (MatchResult mark : MARK.in(passage.text())) {
        int start = mark.start();
        int end = mark.end();
        if (mark.group(1).equalsIgnoreCase("begin")) {
          open.push(() ->
              page.report(
                  RULE, passage, start, end, "A text begins here and no mark says where it ends."));
        } else if (open.isEmpty()) {
          page.report(
              RULE, passage, start, end, "A text ends here and no mark says where it began.");
        } else {
          open.pop();
        }
      }
    }
    open.descendingIterator().forEachRemaining(Runnable::run);
  }
}
