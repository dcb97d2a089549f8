package dateline.kernel;

/**
 * A person of the directory, a press contact, a subscriber, or a part of Dateline acting by itself.
 *
 * @param value as the directory writes it: {@code "maya.okafor"}; Dateline's own parts are {@code
 *     "system:<name>"}
 */
public record PersonId(String value) {
  public PersonId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a person id is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
