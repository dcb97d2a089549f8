package dateline.note.checks;

import dateline.note.Links;
import dateline.note.Phrase;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An address of the web that no browser can follow. */
final class BrokenAddresses implements Check {

  private static final Rule RULE =
      Rule.warns(
          "BROKEN_ADDRESS",
          "A web address is mistyped or leads only inside the house.",
          "See [the plan](https://http://harbour.example/plan).",
          "Write the address as the browser shows it, and try it from outside.");

  private static final Pattern IN_HOUSE =
      Pattern.compile("(?:127|10|192\\.168)\\.[\\d.]++$|[^.]+\\.local$");

  /** What was meant to be a scheme, as it stands in running text. */
  private static final Phrase TYPED =
      Phrase.ofWords(
          "hh ht hp hs th tt tp ts ph pt pp ps sh st sp ss",
          "\\b(?i:https?(?::/(?!/)|//|;//|:(?=www\\.))"
              + "|(?!https?:|ssh:)[htps]{3,7}://)[^\\s]{1,200}");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.body()) {
      for (Passage.Linked link : passage.links()) {
        if (!Links.isDead(link.href()) && isBroken(link.href())) {
          report(page, passage, link.start(), link.end(), link.href());
        }
      }
      for (MatchResult typed : TYPED.in(passage.text())) {
        report(page, passage, typed.start(), typed.end(), typed.group());
      }
    }
  }

  private static void report(Page page, Passage passage, int start, int end, String address) {
    page.report(
        RULE, passage, start, end, "The address " + Page.quote(address) + " cannot be followed.");
  }

  static boolean isBroken(String href) {
    String target = href.strip().toLowerCase(Locale.ROOT);
    if (target.startsWith("mailto:") || target.startsWith("tel:")) {
      return target.startsWith("mailto:") && target.indexOf('@') < 8;
    }
    int name = target.startsWith("http://") ? 7 : target.startsWith("https://") ? 8 : 0;
    if (name == 0) {
      return !target.startsWith("www.") && !target.startsWith("/");
    }
    int end = name;
    while (end < target.length() && "/?#:".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    String host = target.substring(name, end);
    return host.indexOf('.') <= 0
        || host.contains("..")
        || host.endsWith(".")
        || IN_HOUSE.matcher(host).lookingAt();
  }
}
