package dateline.clearance;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One office's answer about one exact text. It says who and when by itself, because it travels on
 * in {@link ClearanceEvent.NoteCleared} long after the command that gave it.
 *
 * @param office that answers; {@link OfficeId#NONE} where Dateline itself returned the note because
 *     there was nobody to ask
 * @param answer what it says
 * @param person who spoke for the office
 * @param digest of the text that was read
 * @param at when, whole milliseconds (finer parts are cut off)
 * @param reason for people; never empty for {@link Answer#NOT_CLEARED}, else a remark or empty
 * @param manner how it came
 */
public record OfficeAnswer(
    OfficeId office,
    Answer answer,
    PersonId person,
    Digest digest,
    Instant at,
    String reason,
    Manner manner) {

  public OfficeAnswer {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Given at the desk by the person themselves. */
  public OfficeAnswer(
      OfficeId office, Answer answer, PersonId person, Digest digest, Instant at, String reason) {
    this(office, answer, person, digest, at, reason, Manner.AT_THE_DESK);
  }
}
