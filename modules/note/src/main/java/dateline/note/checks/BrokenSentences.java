package dateline.note.checks;

import dateline.note.Sentences;
import java.util.List;

/** A sentence cut in two by a paragraph’s end. */
final class BrokenSentences implements Check {

  private static final Rule RULE =
      Rule.warns(
          "BROKEN_SENTENCE",
          "A paragraph ends in mid-sentence.",
          "Talks went on. Please\n\nsend questions to the port.",
          "Join the two paragraphs.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    List<Passage> body = page.body();
    for (int i = 1; i < body.size(); i++) {
      Passage before = body.get(i - 1);
      Passage after = body.get(i);
      if (before.isParagraph() && after.isParagraph() && isBroken(before.text(), after.text())) {
        String tail = before.text().substring(before.text().lastIndexOf(' ') + 1);
        page.report(
            RULE,
            after,
            0,
            after.words().isEmpty() ? 0 : after.words().getFirst().end(),
            "A paragraph ends with %s and the sentence goes on in the next: %s."
                .formatted(Page.quote(tail), Page.quote(after.text())));
      }
    }
  }

  private static boolean isBroken(String end, String start) {
    if (end.isEmpty() || start.isEmpty() || Sentences.isEnded(end)) {
      return false;
    }
    boolean goesOn = Character.isLowerCase(start.codePointAt(0)) && !startsWithUrl(start);
    boolean lead =
        Character.isLetterOrDigit(end.codePointBefore(end.length())) || end.endsWith(",");
    return lead && (goesOn || Sentences.dangles(end));
  }

  private static boolean startsWithUrl(String start) {
    return start.startsWith("http") || start.startsWith("www.");
  }
}
