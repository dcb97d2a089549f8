package dateline.desk;

import dateline.desk.DeskEntry.NoteEntry;

/**
 * Where a note is, over all engines. The engines act one after the other, so what one has not done
 * yet counts as not done.
 */
enum NoteState {
  /** Being written. */
  DRAFT,
  /** Handed in; the offices are about to be asked. */
  SUBMITTED,
  /** The offices are asked. */
  UNDER_REVIEW,
  /** An office sent it back. */
  RETURNED,
  /** Approved; about to be made ready. */
  CLEARED,
  /** May be released. */
  READY,
  /** Will be released at an instant. */
  SCHEDULED,
  /** Public. */
  RELEASED,
  /** Given up; it can be taken up again. */
  ABANDONED;

  static NoteState of(NoteEntry note) {
    return note.release().status() == Release.Status.RELEASED
        ? RELEASED
        : switch (note.draft().status()) {
          case NONE, OPEN -> isReturned(note) ? RETURNED : DRAFT;
          case SUBMITTED -> submitted(note);
          case ABANDONED -> ABANDONED;
          case CLOSED -> RELEASED;
        };
  }

  private static boolean isReturned(NoteEntry note) {
    Clearance clearance = note.clearance();
    return clearance.status() == Clearance.Status.RETURNED
        && clearance.revision() == note.draft().revision();
  }

  private static NoteState submitted(NoteEntry note) {
    String digest = note.draft().digest();
    Clearance clearance = note.clearance();
    if (!clearance.digest().equals(digest)) {
      return SUBMITTED;
    }
    return switch (clearance.status()) {
      case NOT_REQUESTED, SUSPENDED -> SUBMITTED;
      case UNDER_REVIEW -> UNDER_REVIEW;
      case RETURNED -> RETURNED;
      case CLEARED -> cleared(note.release(), digest);
    };
  }

  private static NoteState cleared(Release release, String digest) {
    if (!release.digest().equals(digest)) {
      return CLEARED;
    }
    return switch (release.status()) {
      case NOT_PREPARED -> CLEARED;
      case READY -> READY;
      case SCHEDULED -> SCHEDULED;
      case RELEASED -> RELEASED;
    };
  }
}
