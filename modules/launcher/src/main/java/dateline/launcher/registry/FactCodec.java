package dateline.launcher.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Facts as Confluent's registry writes them: JSON, keys with {@code keytype} first and {@code
 * magic} last, because compaction compares keys byte by byte.
 */
final class FactCodec {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** A record; the value is empty where the key is to be forgotten. */
  record Text(String key, Optional<String> value) {}

  private FactCodec() {}

  static Text write(Fact fact) {
    return switch (fact) {
      case Fact.SchemaStored(
              var subject,
              var version,
              var id,
              var type,
              var schema,
              var deleted) -> {
        ObjectNode value = MAPPER.createObjectNode().put("subject", subject);
        value.put("version", version).put("id", id);
        if (!type.equals("AVRO")) {
          value.put("schemaType", type);
        }
        value.put("schema", schema).put("deleted", deleted);
        yield new Text(schemaKey(subject, version), Optional.of(value.toString()));
      }
      case Fact.SchemaErased(var subject, var version) ->
          new Text(schemaKey(subject, version), Optional.empty());
      case Fact.SubjectDeleted(var subject, var version) ->
          new Text(
              key("DELETE_SUBJECT", Optional.of(subject)),
              Optional.of(
                  MAPPER
                      .createObjectNode()
                      .put("subject", subject)
                      .put("version", version)
                      .toString()));
      case Fact.CompatibilitySet(var subject, var level) ->
          new Text(key("CONFIG", subject), value("compatibilityLevel", level.map(Enum::name)));
      case Fact.ModeSet(var subject, var mode) ->
          new Text(key("MODE", subject), value("mode", mode.map(Enum::name)));
      case Fact.Noop() ->
          new Text(
              MAPPER.createObjectNode().put("keytype", "NOOP").put("magic", 0).toString(),
              Optional.empty());
      case Fact.Foreign() ->
          throw new IllegalArgumentException("a foreign record is never written");
    };
  }

  private static String schemaKey(String subject, int version) {
    return MAPPER
        .createObjectNode()
        .put("keytype", "SCHEMA")
        .put("subject", subject)
        .put("version", version)
        .put("magic", 1)
        .toString();
  }

  private static String key(String type, Optional<String> subject) {
    ObjectNode key = MAPPER.createObjectNode().put("keytype", type);
    subject.ifPresentOrElse(s -> key.put("subject", s), () -> key.putNull("subject"));
    return key.put("magic", 0).toString();
  }

  private static Optional<String> value(String name, Optional<String> text) {
    return text.map(t -> MAPPER.createObjectNode().put(name, t).toString());
  }

  /** The fact in a record; foreign if it is of a kind this registry does not have. */
  static Fact read(byte @Nullable [] keyBytes, byte @Nullable [] valueBytes) {
    if (keyBytes == null) {
      return new Fact.Foreign();
    }
    JsonNode key;
    JsonNode value;
    try {
      key = MAPPER.readTree(keyBytes);
      value = valueBytes == null ? MAPPER.missingNode() : MAPPER.readTree(valueBytes);
    } catch (JsonProcessingException e) {
      return new Fact.Foreign();
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory fails", e);
    }
    String subject = key.path("subject").asText();
    return switch (key.path("keytype").asText()) {
      case "SCHEMA" -> schema(subject, key.path("version").asInt(), value);
      case "DELETE_SUBJECT" ->
          value.isObject()
              ? new Fact.SubjectDeleted(subject, value.path("version").asInt())
              : new Fact.Foreign();
      case "CONFIG" -> {
        JsonNode level = value.path("compatibilityLevel");
        yield new Fact.CompatibilitySet(
            scope(key),
            level.isTextual() ? Optional.of(Compatibility.of(level.asText())) : Optional.empty());
      }
      case "MODE" -> {
        JsonNode mode = value.path("mode");
        yield new Fact.ModeSet(
            scope(key),
            mode.isTextual()
                // IMPORT and the read-only kinds of other registries allow no registering here.
                ? Optional.of(mode.asText().equals("READWRITE") ? Mode.READWRITE : Mode.READONLY)
                : Optional.empty());
      }
      case "NOOP" -> new Fact.Noop();
      default -> new Fact.Foreign();
    };
  }

  private static Fact schema(String subject, int version, JsonNode value) {
    if (!value.isObject()) {
      return new Fact.SchemaErased(subject, version);
    }
    return new Fact.SchemaStored(
        subject,
        version,
        value.path("id").asInt(),
        value.path("schemaType").asText("AVRO"),
        value.path("schema").asText(),
        value.path("deleted").asBoolean());
  }

  private static Optional<String> scope(JsonNode key) {
    JsonNode subject = key.path("subject");
    return subject.isTextual() ? Optional.of(subject.asText()) : Optional.empty();
  }
}
