package dateline.launcher.imports;

import dateline.kernel.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A note as another site or feed has it.
 *
 * @param source what the id counts within: {@code "www.example.org"}; empty if the id is an address
 * @param id the note's id there
 * @param link its address there
 * @param published when it was first published there
 * @param versions oldest first; at least one
 */
record SourceNote(
    Place place,
    String source,
    String id,
    Optional<String> link,
    Optional<Instant> published,
    List<SourceVersion> versions)
    implements Found {

  SourceNote {
    versions = List.copyOf(versions);
  }

  /** The id it has here, whoever imports it: {@code docs/api.md}. */
  String noteId() {
    return MessageId.of("origin\n" + source + '\n' + id).value();
  }
}
