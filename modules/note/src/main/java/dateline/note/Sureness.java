package dateline.note;

/** How sure the reader is of what it found. */
public enum Sureness {
  /**
   * The text or its format says what it is: a label ({@code "Release No: 7"}), a formula of the
   * field ({@code "FOR IMMEDIATE RELEASE"}, {@code "Media Note"} on a line of its own), a title, a
   * list, a table.
   */
  STATED,
  /**
   * Its own form and its position say so: {@code "Washington, DC"}, {@code "Office of …"}, a date.
   */
  RECOGNISED,
  /** Nothing says so, but it can hardly be anything else: the first line, a line beside a date. */
  GUESSED
}
