package dateline.runtime.wire;

/**
 * A record that can be read by nobody who runs this version; it goes to the dead letters. Its
 * message never holds content.
 */
public final class UnreadableRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code UNREADABLE, WRONG_KEY or UNKNOWN_KIND
   * @param message what is wrong, for people, without content
   */
  public UnreadableRecordException(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
