package dateline.clearance;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import java.util.List;

/** What has happened to a note in clearance. */
public sealed interface ClearanceEvent {

  /**
   * The offices were asked to clear a text. Answers to an identical text stand, those to any other
   * do not.
   *
   * @param text with everyone who contributed to this or any text asked for before
   * @param list as it stood
   */
  record ClearanceRequested(SubmittedText text, ClearanceList list) implements ClearanceEvent {}

  /**
   * A changed text voided the answers to the former one.
   *
   * @param formerDigest of the former text
   * @param offices whose answers no longer count, in the list's order
   */
  record ClearancesVoided(Digest formerDigest, List<OfficeId> offices) implements ClearanceEvent {
    public ClearancesVoided {
      offices = List.copyOf(offices);
    }
  }

  /**
   * An office cleared, or saw, the text.
   *
   * @param answer never {@link Answer#NOT_CLEARED}, which is {@link NoteReturned}
   */
  record OfficeAnswered(OfficeAnswer answer) implements ClearanceEvent {}

  /**
   * The text was not cleared and goes back to its drafter.
   *
   * @param answer with its reason; its office is {@link OfficeId#NONE} where Dateline itself
   *     returned the note because no office had to clear it
   */
  record NoteReturned(OfficeAnswer answer) implements ClearanceEvent {}

  /**
   * Every office that must has cleared, and the final approver approved: this text may be released.
   *
   * @param text the cleared text, whole
   * @param answers those that count, in the list's order
   * @param approver who approved finally
   */
  record NoteCleared(SubmittedText text, List<OfficeAnswer> answers, PersonId approver)
      implements ClearanceEvent {
    public NoteCleared {
      answers = List.copyOf(answers);
    }
  }

  /**
   * Nobody is asked any more, and an approval no longer holds.
   *
   * @param digest of the text that was taken back or replaced
   * @param reason for people; may be empty
   */
  record ClearanceSuspended(Digest digest, String reason) implements ClearanceEvent {}
}
