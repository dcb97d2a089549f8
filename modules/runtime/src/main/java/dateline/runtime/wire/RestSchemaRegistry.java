package dateline.runtime.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Any registry that speaks Confluent's REST API: Confluent's own, Apicurio under {@code
 * /apis/ccompat/v7}, Karapace, Redpanda, the one built in. Every call ends within (retries + 1) ×
 * addresses × (connect + read timeout); an address that failed is not asked first again.
 */
public final class RestSchemaRegistry implements SchemaRegistry {

  private static final String JSON = "application/vnd.schemaregistry.v1+json";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final RegistrySettings settings;
  private final HttpClient http;
  private final AtomicInteger preferred = new AtomicInteger();

  RestSchemaRegistry(RegistrySettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(atLeastOneMilli(settings.connectTimeout()))
            .build();
  }

  /**
   * The registry these settings name: {@code schema.registry.url} and the rest of Confluent's keys.
   *
   * @throws org.apache.kafka.common.config.ConfigException naming the setting that is wrong
   */
  public static SchemaRegistry connect(Map<String, ?> config) {
    return connect(RegistrySettings.from(config));
  }

  static SchemaRegistry connect(RegistrySettings settings) {
    RegistrySettings.Address first = settings.addresses().getFirst();
    return first.inProcess()
        ? InProcessSchemaRegistry.of(first.uri().getSchemeSpecificPart())
        : new RestSchemaRegistry(settings);
  }

  @Override
  public int register(String subject, Schema schema) {
    Answer answer = ask("POST", "/subjects/" + escape(subject) + "/versions", body(schema));
    if (answer.status == 200) {
      return id(answer);
    }
    throw switch (answer.status) {
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
                  + answer.message());
      default -> unexpected(answer);
    };
  }

  @Override
  public OptionalInt idOf(String subject, Schema schema) {
    Answer answer = ask("POST", "/subjects/" + escape(subject), body(schema));
    return switch (answer.status) {
      case 200 -> OptionalInt.of(id(answer));
      case 404 -> OptionalInt.empty();
      default -> throw unexpected(answer);
    };
  }

  @Override
  public Optional<Schema> schema(int id) {
    Answer answer = ask("GET", "/schemas/ids/" + id, "");
    return switch (answer.status) {
      case 200 -> avro(answer.json);
      case 404 -> Optional.empty();
      default -> throw unexpected(answer);
    };
  }

  @Override
  public Optional<Version> latest(String subject) {
    Answer answer = ask("GET", "/subjects/" + escape(subject) + "/versions/latest", "");
    return switch (answer.status) {
      case 200 ->
          avro(answer.json)
              .map(schema -> new Version(id(answer), answer.json.path("version").asInt(), schema));
      case 404 -> Optional.empty();
      default -> throw unexpected(answer);
    };
  }

  @Override
  public void requireCompatibility(String subject, String level) {
    String body = MAPPER.createObjectNode().put("compatibility", level).toString();
    Answer answer = ask("PUT", "/config/" + escape(subject), body);
    if (answer.status != 200) {
      throw unexpected(answer);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private record Answer(int status, JsonNode json) {
    String message() {
      return json.path("message").asText("status " + status);
    }
  }

  /** Asks one address after the other, all of them again after a pause, until one answers. */
  private Answer ask(String method, String path, String body) {
    Optional<IOException> last = Optional.empty();
    for (int round = 0; round <= settings.retries(); round++) {
      if (round > 0) {
        pause(settings.retryWait());
      }
      int start = preferred.get();
      for (int i = 0; i < settings.addresses().size(); i++) {
        int index = (start + i) % settings.addresses().size();
        try {
          Answer answer = askOne(settings.addresses().get(index), method, path, body);
          if (start != index) {
            preferred.set(index);
          }
          return answer;
        } catch (IOException e) {
          last = Optional.of(e);
        }
      }
    }
    throw new RegistryUnavailableException(
        "No schema registry answers at "
            + settings.addresses()
            + ". Start it or correct schema.registry.url.",
        last.orElseGet(IOException::new));
  }

  /**
   * @throws IOException if there is no answer, or one that a second try may better
   */
  private Answer askOne(RegistrySettings.Address address, String method, String path, String body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.uri() + path))
            .timeout(atLeastOneMilli(settings.readTimeout()))
            .header("Accept", JSON + ", application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", JSON);
    }
    address.authorization().ifPresent(value -> request.header("Authorization", value));
    HttpResponse<String> response;
    try {
      response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    int status = response.statusCode();
    if (status >= 500 || status == 429) {
      throw new IOException("status " + status);
    }
    if (status == 401 || status == 403) {
      throw new RegistryUnavailableException(
          "The schema registry at "
              + address
              + " does not let us in. Correct basic.auth.user.info.");
    }
    try {
      return new Answer(status, MAPPER.readTree(response.body()));
    } catch (JsonProcessingException e) {
      if (status == 200) {
        throw new IOException("an answer that is not JSON", e);
      }
      return new Answer(status, MAPPER.createObjectNode());
    }
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static int id(Answer answer) {
    JsonNode id = answer.json.path("id");
    if (!id.isInt()) {
      throw unexpected(answer);
    }
    return id.intValue();
  }

  /** The schema in an answer; empty if it is of another kind than Avro or refers to others. */
  private static Optional<Schema> avro(JsonNode json) {
    if (!json.path("schemaType").asText("AVRO").equals("AVRO")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Schema.Parser().parse(json.path("schema").asText()));
    } catch (SchemaParseException e) {
      return Optional.empty();
    }
  }

  private static String body(Schema schema) {
    return MAPPER.createObjectNode().put("schema", schema.toString()).toString();
  }

  private static RegistryUnavailableException unexpected(Answer answer) {
    return new RegistryUnavailableException(
        "The schema registry answered unexpectedly ("
            + answer.message()
            + "). See whether schema.registry.url names a registry.");
  }

  private static String escape(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Duration atLeastOneMilli(Duration duration) {
    return duration.isZero() ? Duration.ofMillis(1) : duration;
  }
}
