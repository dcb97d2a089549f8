package dateline.runtime.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dateline.runtime.wire.RegistryClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.kafka.common.config.ConfigException;

/**
 * Any registry that speaks Confluent's REST API: Confluent's own, Apicurio under {@code
 * /apis/ccompat/v7}, Karapace, Redpanda, the one built in.
 */
public final class RestSchemaRegistry implements SchemaRegistry {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final RegistryClient client;

  RestSchemaRegistry(RegistrySettings settings) {
    this.client = new RegistryClient(settings);
  }

  /**
   * The registry these settings name: {@code schema.registry.url} and the rest of Confluent's keys.
   *
   * @throws ConfigException naming the setting that is wrong
   */
  public static SchemaRegistry connect(Map<String, ?> config) {
    return connect(RegistrySettings.from(config));
  }

  /** What is wrong with these settings, in a sentence, if anything is. */
  public static Optional<String> faultIn(Map<String, ?> config) {
    try {
      RegistrySettings.from(config);
      return Optional.empty();
    } catch (ConfigException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  static SchemaRegistry connect(RegistrySettings settings) {
    RegistrySettings.Address first = settings.addresses().getFirst();
    return first.inProcess()
        ? InProcessSchemaRegistry.of(first.uri().getSchemeSpecificPart())
        : new RestSchemaRegistry(settings);
  }

  @Override
  public int register(String subject, Schema schema) {
    Answer answer = client.ask("POST", "/subjects/" + escape(subject) + "/versions", body(schema));
    if (answer.status() == 200) {
      return id(answer);
    }
    throw switch (answer.status()) {
      case 409 ->
          new SchemaRefusedException(
              "INCOMPATIBLE",
              "The registry finds the schema incompatible with the subject "
                  + subject
                  + ". Change it as docs/evolving-events.md allows.");
      case 422 ->
          new SchemaRefusedException(
              "INVALID",
              "The registry does not accept the schema for the subject "
                  + subject
                  + ": "
                  + answer.text());
      default -> answer.unexpected();
    };
  }

  @Override
  public OptionalInt idOf(String subject, Schema schema) {
    Answer answer = client.ask("POST", "/subjects/" + escape(subject), body(schema));
    return found(answer) ? OptionalInt.of(id(answer)) : OptionalInt.empty();
  }

  @Override
  public Optional<Schema> schema(int id) {
    Answer answer = client.ask("GET", "/schemas/ids/" + id, "");
    return found(answer) ? avro(answer) : Optional.empty();
  }

  @Override
  public Optional<Version> latest(String subject) {
    Answer answer = client.ask("GET", version(subject, "latest"), "");
    return found(answer)
        ? avro(answer)
            .map(schema -> new Version(id(answer), answer.json().path("version").asInt(), schema))
        : Optional.empty();
  }

  @Override
  public void requireCompatibility(String subject, String level) {
    String body = MAPPER.createObjectNode().put("compatibility", level).toString();
    Answer answer = client.ask("PUT", "/config/" + escape(subject), body);
    if (answer.status() != 200) {
      throw answer.unexpected();
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** Whether there is what was asked for; what does not answer so is no registry. */
  private static boolean found(Answer answer) {
    if (answer.status() != 200 && !answer.isNotFound()) {
      throw answer.unexpected();
    }
    return answer.status() == 200;
  }

  private static int id(Answer answer) {
    JsonNode id = answer.json().path("id");
    if (!id.isInt()) {
      throw answer.unexpected();
    }
    return id.intValue();
  }

  /** The schema in an answer; empty if it is of another kind than Avro, or cannot be read. */
  private Optional<Schema> avro(Answer answer) {
    if (!answer.json().path("schemaType").asText("AVRO").equals("AVRO")) {
      return Optional.empty();
    }
    Schema.Parser parser = new Schema.Parser();
    try {
      parseReferences(answer.json(), parser, new HashSet<>());
      return Optional.of(parser.parse(text(answer)));
    } catch (SchemaParseException e) {
      return Optional.empty();
    }
  }

  /** Makes known what a schema refers to, each after what it refers to itself. */
  private void parseReferences(JsonNode schema, Schema.Parser parser, Set<String> known) {
    for (JsonNode reference : schema.path("references")) {
      String path = version(reference.path("subject").asText(), reference.path("version").asText());
      if (known.add(path)) {
        Answer answer = client.ask("GET", path, "");
        if (found(answer)) {
          parseReferences(answer.json(), parser, known);
          parser.parse(text(answer));
        }
      }
    }
  }

  private static String text(Answer answer) {
    JsonNode schema = answer.json().path("schema");
    if (!schema.isTextual()) {
      throw answer.unexpected();
    }
    return schema.textValue();
  }

  private static String version(String subject, String version) {
    return "/subjects/" + escape(subject) + "/versions/" + version;
  }

  private static String body(Schema schema) {
    return MAPPER.createObjectNode().put("schema", schema.toString()).toString();
  }

  private static String escape(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
