package dateline.launcher;

/**
 * Why Dateline does not start, or stops: one sentence for people that says what is so and what to
 * do.
 */
final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartException(String message) {
    super(message);
  }

  StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
