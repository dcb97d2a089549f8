package dateline.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as a value.
 *
 * @param method {@code "GET"}
 * @param path raw, as on the wire, without the query: {@code "/notes/a%20b"}
 * @param params what the route's pattern found in the path, decoded
 * @param query decoded values by name, in order
 * @param headers by lower-case name; repeated headers joined by {@code ", "}
 * @param body whole; empty if there is none
 */
public record Request(
    String method,
    String path,
    Map<String, String> params,
    Map<String, List<String>> query,
    Map<String, String> headers,
    Body body) {

  /**
   * A request without headers or body.
   *
   * @param target path and query as on the wire: {@code "/notes?page=2"}
   * @throws ProblemException 400 if the query is malformed
   */
  public static Request of(String method, String target) {
    int question = target.indexOf('?');
    return new Request(
        method,
        question < 0 ? target : target.substring(0, question),
        Map.of(),
        question < 0 ? Map.of() : PercentEncoding.decodePairs(target.substring(question + 1)),
        Map.of(),
        Body.NONE);
  }

  /** This request with one more header, or another value for it. */
  public Request withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return new Request(method, path, params, query, more, body);
  }

  /** This request with this body. */
  public Request withBody(Body whole) {
    return new Request(method, path, params, query, headers, whole);
  }

  /** This request with this text as its body. */
  public Request withBody(String contentType, String text) {
    return new Request(method, path, params, query, headers, Body.of(text))
        .withHeader("Content-Type", contentType);
  }

  Request withParams(Map<String, String> found) {
    return new Request(method, path, found, query, headers, body);
  }

  /**
   * A parameter of the route's pattern.
   *
   * @throws IllegalArgumentException if the pattern has none of that name, which is a bug
   */
  public String param(String name) {
    String value = params.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no parameter " + name);
    }
    return value;
  }

  /** The first value of a query parameter. */
  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** A header, by name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * The body as a form.
   *
   * @throws ProblemException 415 if it is no application/x-www-form-urlencoded, 400 if malformed
   */
  public Form form() {
    requireType("application/x-www-form-urlencoded");
    return new Form(PercentEncoding.decodePairs(body.text()));
  }

  /**
   * The body as JSON.
   *
   * @throws ProblemException 415 if it is not application/json, 400 if malformed
   */
  public JsonNode json() {
    requireType("application/json");
    return Json.read(body);
  }

  /**
   * The media type the client likes best; the first one if it does not care.
   *
   * @param offered what the handler can make, best first
   * @return empty if the client takes none of them
   */
  public Optional<String> accepted(String... offered) {
    return header("accept")
        .map(accept -> Negotiation.choose(accept, List.of(offered)))
        .orElse(Optional.of(offered[0]));
  }

  /**
   * As {@link #accepted}.
   *
   * @throws ProblemException 406 if the client takes none of them
   */
  public String preferred(String... offered) {
    return accepted(offered)
        .orElseThrow(() ->
            new ProblemException(
                Problem.of(
                    406,
                    "NOT_ACCEPTABLE",
                    "Not acceptable",
                    "This is offered as "
                        + String.join(", ", offered)
                        + "; ask for one of these.")));
  }

  private void requireType(String expected) {
    String type = header("content-type").orElse("");
    int end = type.indexOf(';');
    String bare = (end < 0 ? type : type.substring(0, end)).strip();
    if (!bare.equalsIgnoreCase(expected)) {
      throw new ProblemException(
          Problem.of(
              415,
              "UNSUPPORTED_MEDIA_TYPE",
              "Unsupported media type",
              "The body is not " + expected + "; send it as that."));
    }
  }
}
