package dateline.drafting;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a text was taken from: one version of one note of another site or feed.
 *
 * @param source what the id counts within: {@code "www.example.org"}; empty if the id is an address
 *     of its own
 * @param id the note's id there
 * @param link address of the note there
 * @param published when it was first published there
 * @param version tells this version of it from the note's others
 * @param updated when the source made this version
 */
public record Origin(
    String source,
    String id,
    Optional<String> link,
    Optional<Instant> published,
    String version,
    Optional<Instant> updated) {

  boolean isOfTheSameNoteAs(Origin other) {
    return source.equals(other.source) && id.equals(other.id);
  }

  boolean isTheSameVersionAs(Origin other) {
    return isOfTheSameNoteAs(other) && version.equals(other.version);
  }
}
