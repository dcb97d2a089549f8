package dateline.note.checks;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link whose words are one address and whose target is another. */
final class OtherTargets implements Check {

  private static final Rule RULE =
      Rule.warns(
          "LINK_GOES_ELSEWHERE",
          "A link shows one address and leads to another.",
          "Write to [press@harbour.example](mailto:desk@port.example).",
          "Make the words and the target the same address.");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:mailto:)?([a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,253}[a-z])(?:\\?.*)?$"
              + "|(?:https?://(?:www\\.)?|www\\.)([^/?#:\\s]{1,253})");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void look(Page page) {
    for (Passage passage : page.body()) {
      for (Passage.Linked link : passage.links()) {
        Optional<String> shown = place(link.words());
        Optional<String> target = place(link.href().strip());
        if (shown.isPresent() && target.isPresent() && !shown.equals(target)) {
          page.report(
              RULE,
              passage,
              link.start(),
              link.end(),
              "The link shows %s and leads to %s."
                  .formatted(Page.quote(shown.get()), Page.quote(target.get())));
        }
      }
    }
  }

  /** The host of a web address or a whole e-mail address; empty for other words. */
  private static Optional<String> place(String text) {
    Matcher address = ADDRESS.matcher(text.toLowerCase(Locale.ROOT));
    return address.lookingAt()
        ? Optional.ofNullable(address.group(1)).or(() -> Optional.ofNullable(address.group(2)))
        : Optional.empty();
  }
}
