package dateline.kernel;

/**
 * An office of the directory.
 *
 * @param value as the directory writes it: {@code "legal"}; empty where nobody speaks for an office
 */
public record OfficeId(String value) {

  /** Speaks for no office: the public and Dateline's own parts. */
  public static final OfficeId NONE = new OfficeId("");

  @Override
  public String toString() {
    return value;
  }
}
