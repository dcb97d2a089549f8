package dateline.runtime;

/**
 * The log does not have the offset that somebody wants to go on from: the topic was cut, or it is
 * another log. What was built from the former one has to be built again.
 */
public final class LogGapException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LogGapException(String partition) {
    super("The log no longer has, or does not yet have, the next offset of " + partition + ".");
  }
}
