package dateline.clearance;

/** What somebody outside the house does with a link before they answer. */
public enum InvitationUse {
  /** A code was asked for; it is mailed. */
  CODE_ASKED,
  /** What was typed is no code of it. */
  WRONG_CODE,
  /** The right code was typed: the text was shown. */
  OPENED
}
