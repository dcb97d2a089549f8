package dateline.launcher.imports;

/**
 * The source says that it deleted a note (RFC 6721). What was imported of it stays: it is a record.
 *
 * @param id the note's id at the source
 * @param when as the source says it; may be empty
 */
record DeletedEntry(Place place, String id, String when) implements Found {

  Trouble told() {
    return Trouble.told(
        place,
        "DELETED_AT_SOURCE",
        "The source deleted \"%s\"%s; if it was imported it stays a draft here, give it up if it is not wanted."
            .formatted(id, when.isEmpty() ? "" : " at " + when));
  }
}
