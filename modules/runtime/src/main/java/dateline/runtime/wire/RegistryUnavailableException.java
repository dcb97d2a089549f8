package dateline.runtime.wire;

/**
 * The schema registry cannot be reached, or answers with a fault of its own. Nothing is wrong with
 * the record: whoever meets this tries later, or stops and is started again. Schemas seen before go
 * on working.
 */
public sealed class RegistryUnavailableException extends RuntimeException
    permits RegistryAccessException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is so, then what to do; no record content
   */
  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param message what is so, then what to do; no record content
   */
  public RegistryUnavailableException(String message) {
    super(message);
  }
}
