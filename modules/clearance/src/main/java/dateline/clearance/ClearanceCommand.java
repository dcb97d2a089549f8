package dateline.clearance;

import dateline.note.Digest;

/** What clearance can be asked to do. Who asks, and for which office, is in the envelope. */
public sealed interface ClearanceCommand {

  /**
   * Ask the offices for their clearance of a text. Given by {@code
   * WhenNoteSubmittedRequestClearance} alone.
   *
   * @param text to clear, with the digest it claims, which is computed again
   * @param list whom to ask
   */
  record RequestClearance(SubmittedText text, ClearanceList list) implements ClearanceCommand {}

  /**
   * Answer for the actor's office.
   *
   * @param digest of the text that was read
   * @param reason for people, 1,000 characters at most; must be given for {@link
   *     Answer#NOT_CLEARED}
   */
  record AnswerForOffice(Digest digest, Answer answer, String reason) implements ClearanceCommand {}

  /**
   * Approve the text finally, after the offices.
   *
   * @param digest of the text that was read
   */
  record ApproveNote(Digest digest) implements ClearanceCommand {}

  /**
   * The drafter took the note back. Given by {@code WhenNoteRecalledSuspendClearance} alone.
   *
   * @param digest of the text that was taken back
   * @param reason for people; may be empty
   */
  record SuspendClearance(Digest digest, String reason) implements ClearanceCommand {}
}
