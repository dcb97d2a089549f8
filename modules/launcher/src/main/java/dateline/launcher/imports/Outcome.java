package dateline.launcher.imports;

/** What became of one version of a note. Each that was read has exactly one. */
enum Outcome {
  /** A note begins with it. */
  MADE,
  /** It is a further revision. */
  REVISED,
  /** The desk had it before it was sent. */
  ALREADY_THERE,
  /** It says the same as the version before it, character by character. */
  UNCHANGED,
  /** The note has a later version already, and revisions are not put in between. */
  OLDER,
  /** It stays out; a {@link Trouble} says why. */
  REFUSED
}
