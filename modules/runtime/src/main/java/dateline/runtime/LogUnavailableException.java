package dateline.runtime;

/** The log did not take a record in time: it may or may not be in it. */
public final class LogUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LogUnavailableException(String topic, Throwable cause) {
    super(
        "The log did not confirm a record for "
            + topic
            + " in time. Try again with the same message id; nothing is done twice.",
        cause);
  }
}
