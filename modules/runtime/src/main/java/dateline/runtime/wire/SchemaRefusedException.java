package dateline.runtime.wire;

/** The registry was reached and does not take, or does not know, the schema we want to write. */
public final class SchemaRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code NOT_REGISTERED, INCOMPATIBLE or INVALID
   * @param message what is so, then what to do
   */
  public SchemaRefusedException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** NOT_REGISTERED, INCOMPATIBLE or INVALID. */
  public String code() {
    return code;
  }
}
