package dateline.launcher.imports;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a note's id counts within. An id that is an address of its own ({@code https:}, {@code
 * tag:}, {@code urn:}) counts in the whole world. Any other counts within the site of the note's
 * link, so that two sites' note 4711 are two notes, and one site's is one, whichever of its feeds
 * it is in.
 */
final class Sources {

  private final Optional<String> named;

  /**
   * @param named by whoever imports; goes before the link's site
   */
  Sources(Optional<String> named) {
    this.named = named;
  }

  /** Empty if nothing says it. */
  Optional<String> of(String id, Optional<String> link) {
    if (id.matches("[A-Za-z][A-Za-z0-9+.-]*:\\S+")) {
      return Optional.of("");
    }
    return named.or(() -> link.flatMap(Sources::site));
  }

  static Trouble unknown(Place place, String id) {
    return Trouble.refused(
        place,
        "NO_SOURCE",
        "The id \"%s\" is no address and the note has no link, so that it may be anybody's; say whose with --source NAME."
            .formatted(id));
  }

  private static Optional<String> site(String link) {
    try {
      return Optional.ofNullable(new URI(link.strip()).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
