package dateline.runtime.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form sent.
 *
 * @param values by field name, in order
 */
public record Form(Map<String, List<String>> values) {

  /** The first value of a field. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** All values of a field, in order. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
