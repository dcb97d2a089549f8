package dateline.desk;

import dateline.desk.DeskEntry.NoteEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The notes that a text goes back to, source by source, as far as they are there for a reader. The
 * way ends, whatever was linked: each note is passed once.
 *
 * @param notes ids of those that the reader sees, nearest first
 * @param end why there are no more
 */
record Sources(List<String> notes, End end) {

  /** What the way ends with. */
  enum End {
    /** A text that translates none. */
    ORIGINAL,
    /** A note that is not there for the reader. Nothing behind it is looked at. */
    UNSEEN,
    /** A note that was passed already. */
    CIRCLE
  }

  /** Those of this note, without the note itself unless it comes back to it. */
  static Sources of(NoteEntry note, ReadModel model, Reader reader) {
    Set<String> passed = new LinkedHashSet<>();
    Optional<String> next = sourceOf(note);
    while (next.isPresent()) {
      Optional<NoteEntry> source = model.note(next.get()).filter(reader::sees);
      if (source.isEmpty()) {
        return new Sources(List.copyOf(passed), End.UNSEEN);
      }
      if (!passed.add(next.get())) {
        return new Sources(List.copyOf(passed), End.CIRCLE);
      }
      next = sourceOf(source.get());
    }
    return new Sources(List.copyOf(passed), End.ORIGINAL);
  }

  private static Optional<String> sourceOf(NoteEntry note) {
    return note.draft().papers().source().map(Papers.Source::note);
  }
}
