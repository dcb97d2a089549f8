package dateline.runtime.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** In what two schemas of a topic differ, record by record and field by field. */
public final class SchemaDifference {

  private SchemaDifference() {}

  /** What happened to a record or a field. */
  public enum Kind {
    ADDED('+'),
    REMOVED('-'),
    CHANGED('~');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    /** As differences are usually written. */
    public char sign() {
      return sign;
    }
  }

  /**
   * One difference.
   *
   * @param where a record, {@code "NoteSubmittedV1"}, or a field of one, {@code
   *     "NoteSubmittedV1.digest"}
   * @param what the type and default, or what was and what is: {@code "string → int"}
   */
  public record Change(Kind kind, String where, String what) {}

  /** What is to be done to the one to make it the other; empty if they say the same. */
  public static List<Change> between(Schema from, Schema to) {
    Map<String, Schema> before = named(from);
    Map<String, Schema> after = named(to);
    List<Change> changes = new ArrayList<>();
    for (String name : both(before, after)) {
      Optional<Schema> old = Optional.ofNullable(before.get(name));
      Optional<Schema> now = Optional.ofNullable(after.get(name));
      if (old.isPresent() && now.isPresent()) {
        compare(name, old.get(), now.get(), changes);
      } else {
        now.ifPresent(it -> changes.add(new Change(Kind.ADDED, name, kind(it))));
        old.ifPresent(it -> changes.add(new Change(Kind.REMOVED, name, kind(it))));
      }
    }
    return changes;
  }

  private static Set<String> both(Map<String, ?> before, Map<String, ?> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names;
  }

  private static void compare(String name, Schema old, Schema now, List<Change> changes) {
    if (old.getType() != now.getType() || old.getType() != Schema.Type.RECORD) {
      changed(name, kind(old), kind(now)).ifPresent(changes::add);
      return;
    }
    changed(name, words(old.getDoc()), words(now.getDoc())).ifPresent(changes::add);
    Map<String, Schema.Field> before = fields(old);
    Map<String, Schema.Field> after = fields(now);
    before.forEach((field, was) -> {
      if (!after.containsKey(field)) {
        changes.add(new Change(Kind.REMOVED, name + '.' + field, said(was)));
      }
    });
    after.forEach((field, is) -> {
      String where = name + '.' + field;
      Optional<Schema.Field> was = Optional.ofNullable(before.get(field));
      if (was.isEmpty()) {
        changes.add(new Change(Kind.ADDED, where, said(is)));
      } else {
        changed(where, said(was.get()), said(is))
            .or(() -> changed(where, words(was.get().doc()), words(is.doc())))
            .ifPresent(changes::add);
      }
    });
  }

  private static Optional<Change> changed(String where, String was, String is) {
    return was.equals(is)
        ? Optional.empty()
        : Optional.of(new Change(Kind.CHANGED, where, was + " → " + is));
  }

  private static String words(String doc) {
    return '"' + Objects.requireNonNullElse(doc, "") + '"';
  }

  private static Map<String, Schema.Field> fields(Schema record) {
    return record.getFields().stream()
        .collect(
            Collectors.toMap(
                Schema.Field::name, field -> field, (one, _) -> one, LinkedHashMap::new));
  }

  /** Type and default: {@code "{null, string} = null"}. */
  private static String said(Schema.Field field) {
    String type = type(field.schema());
    if (!field.hasDefaultValue()) {
      return type;
    }
    Object value = field.defaultVal();
    return type + " = " + (value.equals(JsonProperties.NULL_VALUE) ? "null" : value);
  }

  private static String type(Schema schema) {
    String plain =
        switch (schema.getType()) {
          case UNION ->
              schema.getTypes().stream()
                  .map(SchemaDifference::type)
                  .collect(Collectors.joining(", ", "{", "}"));
          case ARRAY -> "array<" + type(schema.getElementType()) + '>';
          case MAP -> "map<" + type(schema.getValueType()) + '>';
          case RECORD, ENUM, FIXED -> schema.getName();
          case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> schema.getType().getName();
        };
    return schema.getLogicalType() == null ? plain : schema.getLogicalType().getName();
  }

  private static String kind(Schema named) {
    return switch (named.getType()) {
      case ENUM -> "enum " + named.getEnumSymbols();
      case FIXED -> "fixed " + named.getFixedSize();
      case RECORD, UNION, ARRAY, MAP, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL ->
          named.getType().getName();
    };
  }

  /** Every named type within a schema, by its name. */
  private static Map<String, Schema> named(Schema schema) {
    Map<String, Schema> found = new LinkedHashMap<>();
    collect(schema, found);
    return found;
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.putIfAbsent(schema.getName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM, FIXED -> found.putIfAbsent(schema.getName(), schema);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
        // It has no name.
      }
    }
  }
}
