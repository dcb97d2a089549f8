package dateline.kernel;

/**
 * An office of the directory, or a party outside the house that is asked to clear a text.
 *
 * @param value as the directory writes it: {@code "legal"}; {@code "external.norway"} for a party,
 *     which the directory does not have; empty where nobody speaks for an office
 */
public record OfficeId(String value) {

  /** Speaks for no office: the public and Dateline's own parts. */
  public static final OfficeId NONE = new OfficeId("");

  /** What the ids of parties outside the house begin with, and no office's does. */
  public static final String EXTERNAL = "external.";

  /** Whether it is no office of the house but a party outside. */
  public boolean isExternal() {
    return value.startsWith(EXTERNAL);
  }

  @Override
  public String toString() {
    return value;
  }
}
