package dateline.launcher.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dateline.runtime.http.Body;
import dateline.runtime.http.Content;
import dateline.runtime.http.Handler;
import dateline.runtime.http.Problem;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.Map;
import java.util.function.Function;

/** How the registry speaks: JSON of Confluent's media type, errors with Confluent's codes. */
final class RegistryJson {

  private static final String JSON = "application/vnd.schemaregistry.v1+json";
  private static final JsonMapper MAPPER = new JsonMapper();

  /** A schema somebody sent. */
  record Sent(String type, String schema) {}

  private RegistryJson() {}

  static Sent sent(Request request) {
    JsonNode body = body(request);
    if (!body.path("references").isEmpty()) {
      throw RegistryRefusal.invalidSchema("this registry knows no references");
    }
    return new Sent(body.path("schemaType").asText("AVRO"), text(body, "schema"));
  }

  static String text(JsonNode body, String field) {
    if (!body.path(field).isTextual()) {
      throw RegistryRefusal.malformed("The request has no text in \"" + field + "\".");
    }
    return body.path(field).asText();
  }

  static JsonNode body(Request request) {
    try {
      return MAPPER.readTree(request.body().text());
    } catch (JsonProcessingException e) {
      throw RegistryRefusal.malformed("The request's body is not JSON.");
    }
  }

  static Route get(String pattern, Function<Request, Object> answer) {
    return Route.get(pattern, refusing(r -> json(200, answer.apply(r))));
  }

  static Route post(String pattern, Function<Request, Object> answer) {
    return Route.post(pattern, refusing(r -> json(200, answer.apply(r))));
  }

  static Route put(String pattern, Function<Request, Object> answer) {
    return Route.put(pattern, refusing(r -> json(200, answer.apply(r))));
  }

  static Route delete(String pattern, Function<Request, Object> answer) {
    return Route.delete(pattern, refusing(r -> json(200, answer.apply(r))));
  }

  static Handler refusing(Handler handler) {
    return request -> {
      try {
        return handler.handle(request);
      } catch (RegistryRefusal refusal) {
        return error(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()));
      }
    };
  }

  static Response refusal(Problem problem) {
    return error(problem.status(), problem.status(), problem.detail());
  }

  private static Response error(int status, int code, String message) {
    return json(status, MAPPER.createObjectNode().put("error_code", code).put("message", message));
  }

  /**
   * @param value a string is JSON already
   */
  static Content json(int status, Object value) {
    try {
      String text = value instanceof String json ? json : MAPPER.writeValueAsString(value);
      return new Content(status, JSON, Map.of(), Body.of(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, lists and strings can always be written", e);
    }
  }
}
