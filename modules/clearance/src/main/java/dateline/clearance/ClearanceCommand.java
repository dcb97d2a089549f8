package dateline.clearance;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.MediaNote;
import java.time.Instant;
import java.util.Optional;

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
   * Approve the text finally, after the offices.
   *
   * @param digest of the text that was read
   */
  record ApproveNote(Digest digest) implements ClearanceCommand {}

  /**
   * Go on without an office that let its time pass, or, as the final approver alone, without one
   * that is mandatory or that objected to this very text.
   *
   * @param digest of the text that was read
   * @param reason for people, 1,000 characters at most, never without a word
   */
  record ProceedWithout(Digest digest, OfficeId office, String reason)
      implements ClearanceCommand {}

  /**
   * The drafter took the note back. Given by {@code WhenNoteRecalledSuspendClearance} alone.
   *
   * @param digest of the text that was taken back
   * @param reason for people; may be empty
   */
  record SuspendClearance(Digest digest, String reason) implements ClearanceCommand {}

  /**
   * An instant has come that offices were to be reminded at, or to have answered by. Given by the
   * clock alone.
   */
  record NoteTheTime(Instant due) implements ClearanceCommand {}

  /**
   * Have the present text pass before all offices have cleared it. It does if the action office
   * owes no clearance after the fact that is overdue.
   *
   * @param digest of the text that was read
   * @param reason for people, never without a word
   */
  record DeclareEmergency(Digest digest, String reason) implements ClearanceCommand {}

  /** What comes of a declared emergency. Given by policies alone. */
  sealed interface InEmergency extends ClearanceCommand {

    /** The action office may: approve the text. */
    record ApproveInEmergency(Digest digest, Emergency emergency) implements InEmergency {}

    /** The action office may not. */
    record RefuseEmergency(Digest digest, String because) implements InEmergency {}
  }

  /** What concerns all emergencies of one office, kept under its key. Given by policies alone. */
  sealed interface Owing extends ClearanceCommand {

    /**
     * Owe clearance after the fact for a text.
     *
     * @param note its id
     * @param emergency empty if the directory knows of none
     */
    record OpenEmergency(String note, Digest digest, Optional<Emergency> emergency)
        implements Owing {}

    /** Owe it no longer: it was cleared after the fact, or never passed. */
    record SettleEmergency(String note, Digest digest) implements Owing {}
  }

  /** What somebody says for an office, or about their own part in it. */
  sealed interface Answering extends ClearanceCommand {

    /**
     * Answer for the actor's office.
     *
     * @param digest of the text that was read
     * @param answer but not {@link Answer#CLEARED_WITH_EDITS}, which is {@link ProposeEdits}
     * @param reason for people, 1,000 characters at most; must be given for {@link
     *     Answer#NOT_CLEARED}
     */
    record AnswerForOffice(Digest digest, Answer answer, String reason, Manner manner)
        implements Answering {

      /** At the desk, by somebody of the office. */
      public AnswerForOffice(Digest digest, Answer answer, String reason) {
        this(digest, answer, reason, Manner.AT_THE_DESK);
      }
    }

    /**
     * Clear the text for the actor's office, provided it is changed like this.
     *
     * @param digest of the text that was read
     * @param edited the text as the office would have it, whole
     * @param reason for people, may be empty
     */
    record ProposeEdits(Digest digest, MediaNote edited, String reason, Manner manner)
        implements Answering {}

    /**
     * Write down what somebody of an office said by phone.
     *
     * @param digest of the text that was read to them or that they have before them
     * @param person who said it
     * @param deputyFor whom of the office they stood in for; empty if they are of it themselves
     */
    record RecordAnswer(
        Digest digest,
        OfficeId office,
        PersonId person,
        Answer answer,
        String reason,
        Optional<PersonId> deputyFor)
        implements Answering {

      /** Said by somebody of the office. */
      public RecordAnswer(
          Digest digest, OfficeId office, PersonId person, Answer answer, String reason) {
        this(digest, office, person, answer, reason, Optional.empty());
      }
    }

    /**
     * Have no part in the clearance of this note, from now on and whatever its text.
     *
     * @param reason for people, never without a word
     */
    record Recuse(String reason) implements Answering {}
  }

  /** What is done with the list and with what stands on it. */
  sealed interface Listing extends ClearanceCommand {

    /** Suggest to the action office that this office be asked too; changes nothing by itself. */
    record ProposeOffice(OfficeId office, Power power, String reason) implements Listing {}

    /** Have this office asked too. */
    record AddOffice(ClearanceLine line) implements Listing {}

    /** Ask this office no longer. */
    record RemoveOffice(OfficeId office, String reason) implements Listing {}

    /** Ask an office again whose answer was kept over a change of the text. */
    record AskAgain(Digest digest, OfficeId office, String reason) implements Listing {}

    /** Let an office's answer to a former text stand for this one. */
    record KeepAnswer(Digest digest, OfficeId office, String reason) implements Listing {}

    /** Leave what an office proposed to change; it is asked again. */
    record LeaveEdits(Digest digest, OfficeId office, String reason) implements Listing {}
  }

  /** What is done about somebody outside the house who is to clear one text. */
  sealed interface Inviting extends ClearanceCommand {

    /**
     * Have them asked, by a link that opens with a code mailed to them. It takes the place of an
     * earlier invitation of the same party.
     *
     * @param digest of the text that they are to clear, and of no other
     * @param party their line on the list, {@link OfficeId#isExternal external}
     * @param person their subscriber id
     * @param name who they are, for people, 200 characters at most
     * @param mandatory whether nobody but the final approver may go on without them
     * @param until when the link ends, a month from now at most
     * @param reason why they are asked
     */
    record InviteClearer(
        Digest digest,
        OfficeId party,
        PersonId person,
        String name,
        boolean mandatory,
        Instant until,
        String reason)
        implements Inviting {}

    /** End an invitation; what was answered stands. */
    record RevokeInvitation(OfficeId party, String reason) implements Inviting {}

    /**
     * Do with a link what needs no clearance yet. The party and person are the actor's.
     *
     * @param invitation id of the command that made it
     * @param code which of the mailed codes was typed, from 1; 0 if one is asked for
     */
    record UseInvitation(String invitation, InvitationUse use, int code) implements Inviting {}
  }
}
