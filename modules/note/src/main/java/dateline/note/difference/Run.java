package dateline.note.difference;

import java.util.Optional;

/**
 * Neighbouring words of one line that share a fate and a link.
 *
 * @param fate which of the two notes has them
 * @param text as a reader sees it, with its spaces; a tab is the border between two fields of the
 *     line (a marker and its text, two cells of a row, name and office of a contact)
 * @param href where they link to, as the canonical form writes a target: printable ASCII, the rest
 *     as {@code \}{@code u{hex}}; empty for plain text
 */
public record Run(Fate fate, String text, Optional<String> href) {

  /** Which of the two notes has a run. */
  public enum Fate {
    /** Both. */
    KEPT,
    /** Only the former. */
    DELETED,
    /** Only the later. */
    INSERTED
  }
}
