package dateline.desk;

import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.Standing.Answered;
import dateline.note.MediaNote;

/**
 * The text as an office would have it that cleared a note with edits; of several the newest.
 * Whether it is still proposed stands in the note.
 *
 * @param office its id
 * @param answer with which they were proposed: by whom, when, why and to which text
 */
record EditsEntry(String noteId, String office, Answered answer, MediaNote edited)
    implements DeskEntry {

  static String entryId(String noteId, String office) {
    return "edits:" + noteId + '/' + office;
  }

  @Override
  public String entryId() {
    return entryId(noteId, office);
  }

  /** Whether the note's drafter has neither taken nor left them, and the office says them still. */
  boolean standIn(NoteEntry note) {
    return note.clearance().standing(office).answer().filter(answer::equals).isPresent();
  }
}
