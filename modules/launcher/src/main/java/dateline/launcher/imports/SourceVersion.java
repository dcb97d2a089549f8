package dateline.launcher.imports;

import dateline.kernel.MessageId;
import java.time.Instant;
import java.util.Optional;

/**
 * One text of a note as its source had it.
 *
 * @param place where it stands
 * @param title the headline, plain
 * @param issuer who issued it, if the source says so beside the text
 * @param html the text; empty if there is only {@code text}
 * @param text the text without markup; may be empty if there is {@code html}
 * @param updated when the source made this version
 */
record SourceVersion(
    Place place,
    String title,
    Optional<String> issuer,
    String html,
    String text,
    Optional<Instant> updated) {

  /**
   * What tells it from the note's other versions, the same in each copy of the feed: 32 hex
   * characters.
   */
  String name() {
    return MessageId.of(
            String.join(
                "\n",
                title,
                issuer.orElse(""),
                updated.map(Instant::toString).orElse(""),
                html,
                "",
                text))
        .value();
  }
}
