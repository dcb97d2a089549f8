package dateline.notification.notices;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody said for an office.
 *
 * @param office {@link OfficeId#NONE} where no office had to clear the text
 * @param person who spoke
 * @param deputyFor whom of the office they stood in for
 * @param recordedBy who wrote down what was said by phone
 * @param text the text that was read
 * @param reason for people; may be empty
 */
public record Said(
    OfficeId office,
    Answer answer,
    PersonId person,
    Optional<PersonId> deputyFor,
    Optional<PersonId> recordedBy,
    Digest text,
    String reason) {

  /** An answer in one word. */
  public enum Answer {
    CLEARED,
    CLEARED_WITH_EDITS,
    NOT_CLEARED,
    SEEN
  }

  /** Everybody who must be impartial for it to count. */
  Stream<PersonId> speakers() {
    return Stream.concat(
        Stream.of(person), Stream.of(deputyFor, recordedBy).flatMap(Optional::stream));
  }
}
