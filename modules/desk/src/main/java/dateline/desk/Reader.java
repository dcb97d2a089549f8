package dateline.desk;

import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.DeskEntry.PersonEntry;
import java.util.Optional;
import java.util.Set;

/** Who reads at the desk. */
sealed interface Reader {

  /** Whether the note is there for them. */
  boolean sees(NoteEntry note);

  /** Whether its earlier texts, and what was said about them, are there for them, too. */
  boolean seesDrafting(NoteEntry note);

  /** What they are ({@link DraftPrivacy}); empty if they see every note. */
  Optional<Set<String>> marks();

  /** The operator who speaks for nobody: keeps the press office running and reads everything. */
  record Operator() implements Reader {
    @Override
    public boolean sees(NoteEntry note) {
      return true;
    }

    @Override
    public boolean seesDrafting(NoteEntry note) {
      return true;
    }

    @Override
    public Optional<Set<String>> marks() {
      return Optional.empty();
    }
  }

  /** A person of the directory. */
  record Person(PersonEntry person) implements Reader {
    @Override
    public boolean sees(NoteEntry note) {
      return DraftPrivacy.lets(person, note);
    }

    @Override
    public boolean seesDrafting(NoteEntry note) {
      return DraftPrivacy.letsSeeDrafting(person, note);
    }

    @Override
    public Optional<Set<String>> marks() {
      return Optional.of(DraftPrivacy.of(person));
    }
  }
}
