package dateline.runtime;

/**
 * The log is not set up so that Dateline's promises hold, or cannot be reached. Says what is so and
 * what to do.
 */
public final class LogSetupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LogSetupException(String message) {
    super(message);
  }

  public LogSetupException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What the log answered to an administrator's request. */
  static LogSetupException of(String what, java.util.concurrent.ExecutionException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new LogSetupException(what + ": " + cause.getMessage(), cause);
  }
}
