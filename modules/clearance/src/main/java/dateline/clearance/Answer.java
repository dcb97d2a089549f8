package dateline.clearance;

/** What an office says about a text. */
public enum Answer {
  /** The text may go out as far as this office is concerned. */
  CLEARED,
  /** The text may go out once it is changed as proposed; until then the office has not cleared. */
  CLEARED_WITH_EDITS,
  /** The text may not go out as it is; always with a reason. */
  NOT_CLEARED,
  /** Read, by an office that is only informed. */
  SEEN
}
