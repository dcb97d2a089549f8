package dateline.launcher.registry;

import java.util.Optional;

/** One record of {@code _schemas}. What the registry knows is what these say, in order. */
sealed interface Fact {

  /**
   * A version of a subject, new or marked as deleted.
   *
   * @param type AVRO, or what another registry wrote here: it is kept and served, not understood
   */
  record SchemaStored(
      String subject, int version, int id, String type, String schema, boolean deleted)
      implements Fact {
    SchemaStored asDeleted() {
      return new SchemaStored(subject, version, id, type, schema, true);
    }
  }

  /** A version is gone for good. */
  record SchemaErased(String subject, int version) implements Fact {}

  /** All versions of a subject up to this one are marked as deleted. */
  record SubjectDeleted(String subject, int version) implements Fact {}

  /**
   * A compatibility level was set, or unset.
   *
   * @param subject empty for the level of all that have none of their own
   */
  record CompatibilitySet(Optional<String> subject, Optional<Compatibility> level)
      implements Fact {}

  /** A mode was set, or unset. */
  record ModeSet(Optional<String> subject, Optional<Mode> mode) implements Fact {}

  /** Says nothing; written to see that the log can be written. */
  record Noop() implements Fact {}

  /** Something that only another registry understands. */
  record Foreign() implements Fact {}
}
