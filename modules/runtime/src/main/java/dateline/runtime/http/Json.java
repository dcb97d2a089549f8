package dateline.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON bodies. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Json() {}

  /** Maps, lists, strings, numbers, booleans, records of these, and {@link JsonNode}. */
  static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a value of " + value.getClass() + " is no JSON", e);
    }
  }

  /**
   * @throws ProblemException 400 if it is not JSON, or an object names a field twice
   */
  static JsonNode read(Body body) {
    try {
      return MAPPER.readTree(body.bytes());
    } catch (IOException e) {
      throw new ProblemException(
          Problem.badRequest(
              "MALFORMED_JSON",
              "The body is not JSON, or has a field twice; mend it and send it again."));
    }
  }
}
