package dateline.note.checks;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A link that goes through somebody who counts or screens who follows it. */
final class TrackedLinks implements Check {

  private static final Rule RULE =
      Rule.advises(
          "TRACKED_LINK",
          "A link leads through a mail program’s filter or a counter of clicks.",
          "See [the plan](https://emea01.safelinks.protection.outlook.com/?url=harbour.example).",
          "Give the address at which the reader arrives.");

  /** Hosts that pass readers on; each stands for every host below it. */
  private static final Set<String> THROUGH =
      Set.of(
          "safelinks.protection.outlook.com",
          "urldefense.com",
          "urldefense.proofpoint.com",
          "protect-us.mimecast.com",
          "protect-eu.mimecast.com",
          "linkprotect.cudasvc.com",
          "lnks.gd",
          "links.govdelivery.com",
          "list-manage.com",
          "l.facebook.com",
          "lnkd.in",
          "bit.ly",
          "tinyurl.com",
          "t.co");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.body()) {
      for (Passage.Linked link : passage.links()) {
        through(host(link.href()))
            .ifPresent(host ->
                page.report(
                    RULE,
                    passage,
                    link.start(),
                    link.end(),
                    "The link %s leads through %s.".formatted(Page.quote(link.words()), host)));
      }
    }
  }

  private static Optional<String> through(String host) {
    return THROUGH.stream()
        .filter(name -> host.equals(name) || host.endsWith("." + name))
        .findFirst();
  }

  /** Empty if it is no address of the web. */
  private static String host(String href) {
    String target = href.strip().toLowerCase(Locale.ROOT);
    int name = target.startsWith("http://") ? 7 : target.startsWith("https://") ? 8 : 0;
    int end = name;
    while (end < target.length() && "/?#:".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    return name == 0 ? "" : target.substring(name, end);
  }
}
