package dateline.clearance;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.MediaNote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has happened to a note in clearance. */
public sealed interface ClearanceEvent {

  /**
   * The offices were asked to clear a text. Answers to an identical text stand, and so do those
   * that were kept; no others do.
   *
   * @param text with everyone who contributed to this or any text asked for before
   * @param list as it stood
   */
  record ClearanceRequested(SubmittedText text, ClearanceList list) implements ClearanceEvent {}

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
   * @param answers those that count, in the list's order; one of another digest was kept
   * @param approver who approved last
   * @param alsoApproved who approved before, where two people must
   * @param passedOver offices that did not clear and without which somebody went on
   * @param emergency set if the approver is an authority that did not wait for all offices
   */
  record NoteCleared(
      SubmittedText text,
      List<OfficeAnswer> answers,
      PersonId approver,
      List<PersonId> alsoApproved,
      List<PassedOver> passedOver,
      Optional<Emergency> emergency)
      implements ClearanceEvent {
    public NoteCleared {
      answers = List.copyOf(answers);
      alsoApproved = List.copyOf(alsoApproved);
      passedOver = List.copyOf(passedOver);
    }

    /** By all offices and one approver. */
    public NoteCleared(SubmittedText text, List<OfficeAnswer> answers, PersonId approver) {
      this(text, answers, approver, List.of(), List.of(), Optional.empty());
    }
  }

  /**
   * Nobody is asked any more, and an approval no longer holds.
   *
   * @param digest of the text that was taken back or replaced
   * @param reason for people; may be empty
   */
  record ClearanceSuspended(Digest digest, String reason) implements ClearanceEvent {}

  /** What changes the review of a text and not whether it may be released. */
  sealed interface Reviewing extends ClearanceEvent {

    /**
     * A changed text voided the answers to the former one.
     *
     * @param formerDigest of the former text
     * @param offices whose answers no longer count, in the list's order
     */
    record ClearancesVoided(Digest formerDigest, List<OfficeId> offices) implements Reviewing {
      public ClearancesVoided {
        offices = List.copyOf(offices);
      }
    }

    /**
     * These offices' answers to a former text stand for a new one: the passages that concern them
     * are unchanged, or the action office decided so.
     *
     * @param digest of the new text
     * @param offices in the list's order
     * @param reason why, for people
     */
    record AnswersKept(Digest digest, List<OfficeId> offices, String reason) implements Reviewing {
      public AnswersKept {
        offices = List.copyOf(offices);
      }
    }

    /** It is these offices' turn, in the list's order. */
    record OfficesAsked(List<Asked> asked) implements Reviewing {
      public OfficesAsked {
        asked = List.copyOf(asked);
      }
    }

    /** Half of these offices' time is gone, and they have not answered. */
    record OfficesReminded(List<OfficeId> offices) implements Reviewing {
      public OfficesReminded {
        offices = List.copyOf(offices);
      }
    }

    /** These offices let their time pass. They may still answer; a person may go on without. */
    record OfficesSilent(List<OfficeId> offices) implements Reviewing {
      public OfficesSilent {
        offices = List.copyOf(offices);
      }
    }

    /**
     * An office cleared, or saw, the text.
     *
     * @param answer {@link Answer#CLEARED} or {@link Answer#SEEN}; about a text that passed in an
     *     emergency also {@link Answer#NOT_CLEARED}, which can no longer return it
     */
    record OfficeAnswered(OfficeAnswer answer) implements Reviewing {}

    /**
     * An office would clear the text if it were changed.
     *
     * @param answer {@link Answer#CLEARED_WITH_EDITS}
     * @param edited the text as it would have it, whole
     */
    record EditsProposed(OfficeAnswer answer, MediaNote edited) implements Reviewing {}

    /** The action office left what was proposed; the office is asked again. */
    record EditsLeft(OfficeId office, String reason) implements Reviewing {}

    /** The action office has an office asked again whose answer had been kept. */
    record OfficeAskedAgain(OfficeId office, String reason) implements Reviewing {}

    /** Somebody has no part in this note's clearance; what they said of it no longer counts. */
    record PersonRecused(PersonId person, String reason) implements Reviewing {}

    /** A clearing office suggested that another be asked. */
    record OfficeProposed(OfficeId office, Power power, String reason) implements Reviewing {}

    /** The action office has one more office asked. */
    record OfficeAdded(ClearanceLine line) implements Reviewing {}

    /** The action office has an office asked no longer. */
    record OfficeRemoved(OfficeId office, String reason) implements Reviewing {}

    /** Somebody decided to go on without an office. */
    record OfficePassedOver(PassedOver decision) implements Reviewing {}

    /**
     * One of several approvers approved; others must still.
     *
     * @param digest of the text
     */
    record NoteApproved(Digest digest, PersonId approver) implements Reviewing {}

    /**
     * A named authority wants the text to pass before all offices have cleared it.
     *
     * @param office the action office, which will owe its clearance
     */
    record EmergencyDeclared(Digest digest, PersonId authority, OfficeId office, String reason)
        implements Reviewing {}

    /** The action office owes a clearance that is overdue, so the text does not pass. */
    record EmergencyRefused(Digest digest, String because) implements Reviewing {}

    /**
     * The text that was to pass, or had passed, is no longer there; nothing is owed for it.
     *
     * @param office the action office
     */
    record EmergencyLapsed(Digest digest, OfficeId office) implements Reviewing {}

    /** The time for clearance after the fact is over, and the text was not cleared. */
    record EmergencyOverdue(Digest digest) implements Reviewing {}

    /**
     * A text that passed in an emergency was cleared after the fact.
     *
     * @param office the action office, which owed it
     * @param answers what the offices said, objections too, in the list's order
     * @param approver another person than the authority
     */
    record NoteClearedAfterTheFact(
        Digest digest,
        OfficeId office,
        List<OfficeAnswer> answers,
        PersonId approver,
        List<PassedOver> passedOver)
        implements Reviewing {
      public NoteClearedAfterTheFact {
        answers = List.copyOf(answers);
        passedOver = List.copyOf(passedOver);
      }
    }
  }

  /** What somebody outside the house was sent, and did with it. */
  sealed interface Invited extends Reviewing {

    /** The line on the list. */
    OfficeId party();

    /**
     * They were asked to clear one text, by a link.
     *
     * @param invitation id of the command that asked
     * @param person their subscriber id
     * @param name who they are, for people
     * @param until when the link ends
     */
    record ClearerInvited(
        String invitation,
        Digest digest,
        OfficeId party,
        PersonId person,
        String name,
        Instant until)
        implements Invited {}

    /** The link opens nothing any more. */
    record InvitationRevoked(OfficeId party, String reason) implements Invited {}

    /**
     * The link was used.
     *
     * @param code which of the mailed codes, from 1
     * @param codeUntil until when that one opens the text; empty if it does not, or no more
     */
    record InvitationUsed(
        OfficeId party, String invitation, InvitationUse use, int code, Optional<Instant> codeUntil)
        implements Invited {}
  }

  /** What one office owes over all its notes, under a key of its own. */
  sealed interface Owed extends ClearanceEvent {

    /** The office owes clearance after the fact for this text. */
    record EmergencyOpened(String note, Digest digest, Emergency emergency) implements Owed {}

    /** The office owes a clearance that is overdue, so this text does not pass. */
    record EmergencyDenied(String note, Digest digest, String because) implements Owed {}

    /** The office owes nothing for this text any more. */
    record EmergencySettled(String note, Digest digest) implements Owed {}
  }
}
