package dateline.note;

/** What the format of a text says a block of it is. */
public enum Form {
  /** Nothing in particular. */
  TEXT,
  /** A line of a head whose label says what it is: {@code "date: 2029-05-03"}. */
  FIELD,
  /** What is said beside something else: a line of a head or running text, and never a title. */
  ASIDE,
  /** The text's title. */
  TITLE,
  HEADING,
  /** One item of a list, with its marker as printed. */
  ITEM,
  QUOTATION,
  /** One row of a table. */
  ROW,
  /** A footnote, with its mark as printed. */
  FOOTNOTE,
  /** What a paper has printed above a text; only what says a part of it belongs to it. */
  LETTERHEAD,
  /** What belongs to the page around a text. */
  FURNITURE
}
