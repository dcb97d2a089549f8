package dateline.drafting;

import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Part;
import dateline.note.Passage;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What drafting can be asked to do. People write, hand in and talk; what follows from events, our
 * own and other engines', is {@link Following}.
 */
public sealed interface DraftingCommand {

  /**
   * Begin a note with its first text.
   *
   * @param zone of its office's day, as the directory has it; its release number is of that day's
   *     year. UTC if empty
   * @param origin where the text was taken from; empty if it was written here
   */
  record CreateDraft(MediaNote note, Optional<ZoneId> zone, Optional<Origin> origin)
      implements DraftingCommand {
    public CreateDraft(MediaNote note, Optional<ZoneId> zone) {
      this(note, zone, Optional.empty());
    }
  }

  /** Changes the text. */
  sealed interface Revising extends DraftingCommand {
    /** The revision this was made against, from 1. */
    int expectedRevision();
  }

  /**
   * Replace the text.
   *
   * @param note the new text, whole
   * @param origin where the text was taken from; empty if it was written here
   */
  record ReviseDraft(int expectedRevision, MediaNote note, Optional<Origin> origin)
      implements Revising {
    public ReviseDraft(int expectedRevision, MediaNote note) {
      this(expectedRevision, note, Optional.empty());
    }
  }

  /**
   * Replace one part of the text. Made against an older revision, it is joined with what others
   * wrote since, if nobody else changed that part.
   *
   * @param block position in the body of the expected revision, from 1, if one block alone is
   *     replaced; 0 for the whole part
   * @param note holds the new part: only that is taken from it. For a block, its body holds what
   *     stands there instead: none, one or several blocks
   */
  record RevisePart(int expectedRevision, Part part, int block, MediaNote note)
      implements Revising {}

  /**
   * Make the text of an earlier revision the newest one.
   *
   * @param revision the earlier one, from 1
   */
  record RestoreRevision(int expectedRevision, int revision) implements Revising {}

  /** Decides what becomes of the note; its own office's press officers alone do. */
  sealed interface Handling extends DraftingCommand {}

  /**
   * Hand the text in for clearance; from then on it is locked.
   *
   * @param expectedRevision the revision that was read, from 1
   * @param waivers blocking findings the office submits in spite of
   * @param urgent whether the offices have to answer within the time for urgent notes
   */
  record SubmitNote(int expectedRevision, List<Waiver> waivers, boolean urgent)
      implements Handling {
    public SubmitNote {
      waivers = List.copyOf(waivers);
    }

    public SubmitNote(int expectedRevision, List<Waiver> waivers) {
      this(expectedRevision, waivers, false);
    }
  }

  /**
   * Take what a clearing office proposed to change. A submitted note is handed in again as it is
   * then, in the same step.
   *
   * @param expectedRevision the revision that the edits were made against, from 1
   * @param edited the text as that office would have it, whole
   * @param proposedBy who proposed it there; from then on a contributor, who never clears it
   */
  record TakeEdits(int expectedRevision, MediaNote edited, PersonId proposedBy)
      implements Handling {}

  /**
   * Take a submitted note back.
   *
   * @param reason for people; may be empty
   */
  record RecallNote(String reason) implements Handling {}

  /** Give the note up. Nothing is deleted, and it can be taken up again. */
  record AbandonDraft(String reason) implements Handling {}

  /** Take an abandoned note up again. */
  record RestoreDraft() implements Handling {}

  /** Let a press officer of any office write on the draft. */
  record AddCoDrafter(PersonId person) implements Handling {}

  /** Take that back. What the person wrote stays, and stays theirs. */
  record RemoveCoDrafter(PersonId person) implements Handling {}

  /** Talk about the text, beside it. */
  sealed interface Commenting extends DraftingCommand {}

  /**
   * Say something about a passage.
   *
   * @param revision the text that was read, from 1
   */
  record MakeComment(int revision, Passage passage, String text) implements Commenting {}

  /**
   * Answer a comment.
   *
   * @param comment its id
   */
  record ReplyToComment(String comment, String text) implements Commenting {}

  /** Say that a comment is dealt with. */
  record ResolveComment(String comment) implements Commenting {}

  /**
   * Agree on paragraphs with somebody: from then on nobody changes a character of them.
   *
   * @param blocks positions in the body of the expected revision, from 1
   * @param agreedWith with whom, for people: {@code "Embassy of Norland"}
   */
  record LockParagraphs(int expectedRevision, List<Integer> blocks, String agreedWith)
      implements DraftingCommand {
    public LockParagraphs {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * Open agreed paragraphs again; the office that locked them does.
   *
   * @param lock its id
   */
  record UnlockParagraphs(String lock, String reason) implements DraftingCommand {}

  /** Says which text this one is a translation of. */
  sealed interface Translating extends DraftingCommand {}

  /**
   * This note is a translation of another one.
   *
   * @param source the other note's id
   * @param sourceRevision the revision it translates, from 1
   * @param language BCP 47 tag of this note: {@code "fr"}
   */
  record LinkTranslation(String source, int sourceRevision, String language)
      implements Translating {}

  /** This note is no translation. */
  record UnlinkTranslation() implements Translating {}

  /**
   * This text says what that revision of its source says.
   *
   * @param sourceRevision from 1
   */
  record ConfirmTranslation(int sourceRevision) implements Translating {}

  /** Puts files to the note. */
  sealed interface Attaching extends DraftingCommand {}

  /** Put a file to the note, or describe it anew. */
  record AttachFile(Attachment file) implements Attaching {}

  /** Take a file from the note. The store keeps it, since the history names it. */
  record RemoveAttachment(String sha256) implements Attaching {}

  /** Follows from an event and is given by a policy, never by a person. */
  sealed interface Following extends DraftingCommand {}

  /**
   * Clearance sent the note back: it may be revised again.
   *
   * @param digest of the text that was sent back
   * @param reason for people
   */
  record ReopenDraft(Digest digest, String reason) implements Following {}

  /**
   * The note is public: its draft may no longer change.
   *
   * @param digest of the released text
   */
  record CloseDraft(Digest digest) implements Following {}

  /**
   * Another note is a translation of this one.
   *
   * @param translation the other note's id
   * @param revision the revision of this note that it translates
   */
  record RegisterTranslation(String translation, int revision) implements Following {}

  /**
   * The text that this one translates has changed.
   *
   * @param source its note's id
   * @param sourceRevision its newest revision
   */
  record OutdateTranslation(String source, int sourceRevision) implements Following {}

  /**
   * Give the next number of an office and a year to a note that is public. Its key is that of the
   * numbers, not of the note.
   *
   * @param note the note's id
   */
  record AllocateNumber(NumberSeries series, String note) implements Following {}

  /** This is the number of this note. */
  record NumberNote(NumberSeries series, int number) implements Following {}
}
