package dateline.clearance;

/** What an office on a clearance list may do. From weakest to strongest. */
public enum Power {
  /** Is told; may only say that it has seen the text. */
  INFORM,
  /** May clear or object; its silence holds nothing up. */
  CONSULT,
  /** Must clear before the note can be approved. */
  CLEAR
}
