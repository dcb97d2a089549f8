package dateline.note.difference;

import dateline.note.CanonicalForm;
import dateline.note.MediaNote;
import java.util.List;

/**
 * The difference between two notes, or two revisions of one: every line of both, in reading order,
 * with what became of each. The former note is all that is kept or deleted, the later all that is
 * kept or inserted.
 *
 * <p>It takes time and memory in proportion to the texts, however hostile. Inside the bounds of
 * {@link Alignment} and {@link Pairing} as little as possible is shown as changed; beyond them more
 * is, up to a whole line or a whole body, but never less than what changed.
 *
 * @param lines parts in the order of the canonical form
 */
public record Difference(List<Line> lines) {

  public Difference {
    lines = List.copyOf(lines);
  }

  /** From the former note to the later. */
  public static Difference between(MediaNote former, MediaNote later) {
    return new Difference(
        Pairing.of(
            FormLine.all(CanonicalForm.of(former).text()),
            FormLine.all(CanonicalForm.of(later).text())));
  }

  /** Whether nothing differs: exactly if the digests of the notes are equal. */
  public boolean isEmpty() {
    return lines.stream().allMatch(line -> line.fate() == Line.Fate.KEPT);
  }
}
