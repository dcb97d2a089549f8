package dateline.desk;

import dateline.runtime.LogExcerpt.Stretch;
import java.util.Optional;

/**
 * Where on the log a note's record is, for what must be made of the log itself.
 *
 * @param submissions from the first to the last time that its text was handed in
 * @param clearance all of clearance's events
 */
record RecordsEntry(String noteId, Optional<Stretch> submissions, Optional<Stretch> clearance)
    implements DeskEntry {

  static RecordsEntry none(String noteId) {
    return new RecordsEntry(noteId, Optional.empty(), Optional.empty());
  }

  static String entryId(String noteId) {
    return "records:" + noteId;
  }

  @Override
  public String entryId() {
    return entryId(noteId);
  }

  RecordsEntry submitted(int partition, long offset) {
    return new RecordsEntry(noteId, Optional.of(upTo(submissions, partition, offset)), clearance);
  }

  RecordsEntry reviewed(int partition, long offset) {
    return new RecordsEntry(noteId, submissions, Optional.of(upTo(clearance, partition, offset)));
  }

  private static Stretch upTo(Optional<Stretch> before, int partition, long offset) {
    return before
        .map(stretch -> stretch.to(offset))
        .orElseGet(() -> new Stretch(partition, offset, offset));
  }
}
