package dateline.notification.mail;

import dateline.note.MediaNote;
import dateline.note.difference.Difference;
import java.net.URI;

/** One piece of a letter, before it is plain text or HTML. */
sealed interface Piece {

  /** Begins one of several things that the letter tells. */
  record Title(String text) implements Piece {}

  /** Begins a part of it. */
  record Heading(String text) implements Piece {}

  /** A paragraph. */
  record Line(String text) implements Piece {}

  /** Somebody's own words. */
  record Quote(String text) implements Piece {}

  /**
   * Something to do, on a page.
   *
   * @param label what the page does
   */
  record Link(String label, URI page) implements Piece {}

  /** What changed, word by word. */
  record Changes(Difference difference) implements Piece {}

  /** A text, whole. */
  record Text(MediaNote note) implements Piece {}

  /** Parts one thing from the next. */
  record Rule() implements Piece {}
}
