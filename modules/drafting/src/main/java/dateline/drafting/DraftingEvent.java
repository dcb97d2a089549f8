package dateline.drafting;

import dateline.kernel.PersonId;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Passage;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What has happened to a draft. Who did it and when stands in the envelope. */
public sealed interface DraftingEvent {

  /**
   * The note was begun: revision 1.
   *
   * @param zone of its office's day; UTC if empty
   * @param origin where the text was taken from; empty if it was written here
   */
  record DraftCreated(MediaNote note, Digest digest, Optional<ZoneId> zone, Optional<Origin> origin)
      implements DraftingEvent {
    public DraftCreated(MediaNote note, Digest digest, Optional<ZoneId> zone) {
      this(note, digest, zone, Optional.empty());
    }
  }

  /**
   * The text was replaced by one that differs.
   *
   * @param revision number of this revision, from 2
   * @param origin where the text was taken from; empty if it was written here
   * @param proposedBy who of a clearing office wrote what was taken into it; a contributor, before
   *     the one who took it. Empty if it was not proposed
   */
  record DraftRevised(
      int revision,
      MediaNote note,
      Digest digest,
      Optional<Origin> origin,
      Optional<PersonId> proposedBy)
      implements DraftingEvent {
    public DraftRevised(int revision, MediaNote note, Digest digest) {
      this(revision, note, digest, Optional.empty(), Optional.empty());
    }
  }

  /**
   * The text was handed in for clearance and is locked.
   *
   * @param contributors everyone who changed any character of the note or attached a file, in order
   *     of first change
   * @param waivers the blocking findings of this text that its office submitted in spite of
   * @param agreed the paragraphs that were agreed with somebody, in order
   * @param attachments the files that belong to it, in the order in which they came
   * @param urgent whether the offices have to answer within the time for urgent notes
   */
  record NoteSubmitted(
      int revision,
      MediaNote note,
      Digest digest,
      List<PersonId> contributors,
      List<Waiver> waivers,
      List<AgreedParagraph> agreed,
      List<Attachment> attachments,
      boolean urgent)
      implements DraftingEvent {
    public NoteSubmitted {
      contributors = List.copyOf(contributors);
      waivers = List.copyOf(waivers);
      agreed = List.copyOf(agreed);
      attachments = List.copyOf(attachments);
    }
  }

  /** The submitted text was taken back by its office and is open for revision. */
  record NoteRecalled(int revision, Digest digest, String reason) implements DraftingEvent {}

  /** Clearance sent the submitted text back; it is open for revision. */
  record DraftReopened(int revision, String reason) implements DraftingEvent {}

  /** The note was given up. */
  record DraftAbandoned(String reason) implements DraftingEvent {}

  /** The abandoned note was taken up again. */
  record DraftRestored() implements DraftingEvent {}

  /**
   * The note is public; its draft is closed for good.
   *
   * @param digest of the released text
   */
  record DraftClosed(Digest digest) implements DraftingEvent {}

  /** What happens beside the text: the draft stays as open or as closed as it was. */
  sealed interface Beside extends DraftingEvent {}

  /** This person may write on the draft. */
  record CoDrafterAdded(PersonId person) implements Beside {}

  /** This person may no longer write on the draft, unless as one of its office. */
  record CoDrafterRemoved(PersonId person) implements Beside {}

  /** Somebody talked about the text. */
  sealed interface Commented extends Beside {
    /** The comment's id: its command's. */
    String comment();
  }

  /**
   * Something was said about a passage.
   *
   * @param revision the text it is about, from 1
   */
  record CommentMade(String comment, int revision, Passage passage, String text)
      implements Commented {}

  /** A comment was answered. */
  record CommentReplied(String comment, String text) implements Commented {}

  /** A comment was dealt with. */
  record CommentResolved(String comment) implements Commented {}

  /** Paragraphs were agreed on or opened again. */
  sealed interface Agreed extends Beside {
    /** The lock's id: its command's. */
    String lock();
  }

  /**
   * Paragraphs were agreed with somebody.
   *
   * @param revision the text they stand in, from 1
   * @param blocks positions in its body, from 1, ascending
   */
  record ParagraphsLocked(String lock, int revision, List<Integer> blocks, String agreedWith)
      implements Agreed {
    public ParagraphsLocked {
      blocks = List.copyOf(blocks);
    }
  }

  /** They may change again. */
  record ParagraphsUnlocked(String lock, String reason) implements Agreed {}

  /** A file was put to the note or taken from it. */
  sealed interface Attached extends Beside {}

  /** A file was put to the note, or described anew. */
  record FileAttached(Attachment file) implements Attached {}

  /** A file was taken from the note. */
  record AttachmentRemoved(String sha256) implements Attached {}

  /** What happens to a translation, or to its source because it has translations. */
  sealed interface Translated extends Beside {}

  /**
   * This note is a translation of another one.
   *
   * @param source the other note's id
   * @param sourceRevision the revision it translates, from 1
   * @param language BCP 47 tag
   */
  record TranslationLinked(String source, int sourceRevision, String language)
      implements Translated {}

  /** This note is no translation any more. */
  record TranslationUnlinked(String source) implements Translated {}

  /**
   * The source has changed since it was translated.
   *
   * @param sourceRevision its newest revision
   */
  record TranslationOutdated(int sourceRevision) implements Translated {}

  /** This text says what that revision of its source says. */
  record TranslationConfirmed(int sourceRevision) implements Translated {}

  /**
   * Another note is a translation of this one.
   *
   * @param translation the other note's id
   */
  record TranslationRegistered(String translation) implements Translated {}

  /**
   * This note has another text than the one that was translated.
   *
   * @param translation whom that concerns: the other note's id
   * @param revision this note's newest revision
   */
  record SourceChanged(String translation, int revision) implements Translated {}

  /** Gives a public note its number. */
  sealed interface Numbered extends DraftingEvent {}

  /** The note is public and needs a number of this series. */
  record NumberRequested(NumberSeries series) implements Numbered {}

  /**
   * The next number was given away. Its key is that of the numbers.
   *
   * @param number from 1, without a gap
   * @param note who has it: the note's id
   */
  record NumberAllocated(NumberSeries series, int number, String note) implements Numbered {}

  /** This is the number of this note, for good. */
  record NoteNumbered(NumberSeries series, int number) implements Numbered {}
}
