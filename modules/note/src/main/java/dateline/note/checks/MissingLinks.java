package dateline.note.checks;

import dateline.note.Phrase;
import java.util.regex.MatchResult;

/** Words that promise a link where there is none. */
final class MissingLinks implements Check {

  private static final Rule RULE =
      Rule.warns(
          "LINK_MISSING",
          "The text sends readers to a link that is not there.",
          "The report is available here.",
          "Link the words to the full address.");

  private static final Phrase PROMISE =
      Phrase.ofWords(
          "click available found accessed viewed read register watched livestreamed at on following via",
          "\\b(?i:click here|(?:available|found|accessed|viewed|read|register|watched live|livestreamed) here(?=[.,;]|$)"
              + "|(?:at|on|following|via) (?:this|the following) link\\b)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.body()) {
      boolean linked = passage.spans().stream().anyMatch(span -> span.href().isPresent());
      if (linked) {
        continue;
      }
      for (MatchResult promise : PROMISE.in(passage.text())) {
        page.report(
            RULE,
            passage,
            promise.start(),
            promise.end(),
            "The text says " + Page.quote(promise.group()) + ", and no link is there.");
      }
    }
  }
}
