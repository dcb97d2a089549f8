package dateline.contracts;

import java.util.Locale;

/**
 * Whoever signs in to the log: each module by a name of its own, and two that people and their
 * tools use. {@link Topic} says what each reads and writes.
 */
@org.jspecify.annotations.NullMarked
public enum Principal {
  DRAFTING,
  CLEARANCE,
  PUBLISHING,
  NOTIFICATION,
  DISPATCHER,
  NEWSROOM,
  DESK,
  /**
   * Makes the topics, applies the directory, looks the deployment over and settles dead letters:
   * {@code topics make}, {@code directory apply}, {@code doctor}, {@code dead-letters}. Reads
   * nothing but the directory and the dead letters.
   */
  OPERATOR,
  /** Reads every topic and writes none: {@code topics} and {@code certificate --verify}. */
  AUDITOR;

  /** What people call it: {@code "newsroom"}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
