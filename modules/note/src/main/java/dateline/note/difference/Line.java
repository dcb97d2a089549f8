package dateline.note.difference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One part of the notes, or one block of their body, with what became of it.
 *
 * @param part what it is in the later note (a deleted one: in the former), by its name in the
 *     canonical form: {@code "headline"}, {@code "paragraph"}, {@code "item-1"}
 * @param formerPart what it was, if that is something else: a paragraph that became a heading
 * @param fate what became of it
 * @param runs its words in order; a deletion stands before the insertion that replaces it
 * @param move pairs the two ends of a move, counted from 1; empty for every other fate
 */
public record Line(
    String part, Optional<String> formerPart, Fate fate, List<Run> runs, OptionalInt move) {

  /** What became of a line. */
  public enum Fate {
    /** Both notes have it, word for word. */
    KEPT,
    /** Both have it, with other words, other links or as another kind of block. */
    CHANGED,
    /** Only the former has it. All runs are deleted. */
    DELETED,
    /** Only the later has it. All runs are inserted. */
    INSERTED,
    /** Both have it word for word; it stood here in the former. All runs are deleted. */
    MOVED_AWAY,
    /** Both have it word for word; it stands here in the later. All runs are inserted. */
    MOVED_HERE
  }

  public Line {
    runs = List.copyOf(runs);
  }

  /** What the former note says here; empty if the line is new. */
  public String former() {
    return text(run -> run.fate() != Run.Fate.INSERTED);
  }

  /** What the later note says here; empty if the line is gone. */
  public String later() {
    return text(run -> run.fate() != Run.Fate.DELETED);
  }

  private String text(Predicate<Run> wanted) {
    return runs.stream().filter(wanted).map(Run::text).collect(Collectors.joining());
  }
}
