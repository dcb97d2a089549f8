package dateline.runtime.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * A registry in this process, for tests: {@code mock://scope}, the same for everybody who names the
 * same scope. It allows every change.
 */
public final class InProcessSchemaRegistry implements SchemaRegistry {

  private static final Map<String, InProcessSchemaRegistry> SCOPES = new ConcurrentHashMap<>();

  private final List<Schema> schemas = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, List<Integer>> versions = new HashMap<>();

  /** The registry of this scope, made when first asked for. */
  public static InProcessSchemaRegistry of(String scope) {
    return SCOPES.computeIfAbsent(scope, _ -> new InProcessSchemaRegistry());
  }

  private InProcessSchemaRegistry() {}

  @Override
  public synchronized int register(String subject, Schema schema) {
    int id =
        ids.computeIfAbsent(
            schema.toString(),
            _ -> {
              schemas.add(schema);
              return schemas.size();
            });
    List<Integer> known = versions.computeIfAbsent(subject, _ -> new ArrayList<>());
    if (!known.contains(id)) {
      known.add(id);
    }
    return id;
  }

  @Override
  public synchronized OptionalInt idOf(String subject, Schema schema) {
    Integer id = ids.get(schema.toString());
    return id != null && versions.getOrDefault(subject, List.of()).contains(id)
        ? OptionalInt.of(id)
        : OptionalInt.empty();
  }

  @Override
  public synchronized Optional<Schema> schema(int id) {
    return id >= 1 && id <= schemas.size() ? Optional.of(schemas.get(id - 1)) : Optional.empty();
  }

  @Override
  public synchronized Optional<Version> latest(String subject) {
    List<Integer> known = versions.getOrDefault(subject, List.of());
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new Version(known.getLast(), known.size(), schemas.get(known.getLast() - 1)));
  }

  @Override
  public void requireCompatibility(String subject, String level) {}

  @Override
  public void close() {}
}
