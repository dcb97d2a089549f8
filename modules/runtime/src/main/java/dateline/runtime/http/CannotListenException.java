package dateline.runtime.http;

/** A server cannot have its port. The message is one sentence for people. */
public final class CannotListenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotListenException(String name, String host, int port, Throwable cause) {
    super(
        "The %s cannot listen on %s port %d (%s); stop what uses it or choose another port."
            .formatted(name, host, port, reason(cause)),
        cause);
  }

  private static String reason(Throwable cause) {
    Throwable deepest = cause;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null ? "the system does not say why" : message;
  }
}
