package dateline.note.checks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address of the web that is no link. */
final class BareAddresses implements Check {

  private static final Rule RULE =
      Rule.advises(
          "BARE_ADDRESS",
          "A web address is written without https:// and is no link.",
          "See harbour.example/plan.pdf or harbour.gov/plan for more.",
          "Write it with https://, or link the words to it.");

  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@/._-])(?:[a-z0-9][a-z0-9-]{0,62}\\.){1,4}(?:gov|mil|org|com|net|edu|int|info|eu)/[A-Za-z0-9][A-Za-z0-9/_.-]{0,200}(?<![.])(?![\\p{L}\\p{N}@])");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.body()) {
      if (passage.text().indexOf('/') < 0) {
        continue;
      }
      List<Passage.Linked> links = passage.links();
      Matcher bare = BARE.matcher(passage.text());
      while (bare.find()) {
        int start = bare.start();
        int end = bare.end();
        if (links.stream().noneMatch(link -> link.start() < end && start < link.end())) {
          page.report(
              RULE,
              passage,
              start,
              end,
              "The address " + Page.quote(bare.group()) + " is not a link.");
        }
      }
    }
  }
}
