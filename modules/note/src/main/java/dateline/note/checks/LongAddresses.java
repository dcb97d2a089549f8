package dateline.note.checks;

import dateline.note.Phrase;
import java.util.regex.MatchResult;

/** A long web address where words would say more. */
final class LongAddresses implements Check {

  private static final Rule RULE =
      Rule.advises(
          "LONG_ADDRESS",
          "A long web address stands in the text.",
          "See https://harbour.example/plans/2029/the-third-gate-of-northwater-harbour.html.",
          "Say in words what is there, and link them to the address.");

  /** Characters without the scheme; a shorter address is read and typed easily enough. */
  private static final int LONG = 40;

  private static final Phrase ADDRESS =
      Phrase.ofWords(
          "http www", "\\b(?:https?://(?:www\\.)?|www\\.)[^\\s]{" + LONG + ",2000}(?<![.,;:)\\]])");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.body()) {
      for (MatchResult address : ADDRESS.in(passage.text())) {
        page.report(
            RULE,
            passage,
            address.start(),
            address.end(),
            "The address " + Page.quote(address.group()) + " is long and says little to a reader.");
      }
    }
  }
}
