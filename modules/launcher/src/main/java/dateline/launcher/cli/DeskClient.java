package dateline.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Speaks the desk's HTTP API ({@code docs/api.md}) for one person at a time. */
public final class DeskClient implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration UPLOAD = Duration.ofMinutes(10);

  private final URI desk;
  private final Optional<String> token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * @param desk the desk's address, without a path
   * @param token the bearer token, if there is one
   */
  public DeskClient(URI desk, Optional<String> token) {
    this.desk = desk;
    this.token = token;
  }

  /**
   * A resource and the ETag it was read with.
   *
   * @param body with {@code "nothingToDo": true} if a change was asked for that was so already
   */
  public record Answer(JsonNode body, Optional<String> etag) {}

  /** Reads a resource. */
  public Answer get(String path) {
    return send(request(path, Optional.empty()).GET().build());
  }

  /** Reads a resource as somebody. */
  public Answer get(String path, String person) {
    return get(path, Optional.of(person));
  }

  /** Reads a resource as somebody; as the holder of the token if nobody is named. */
  Answer get(String path, Optional<String> person) {
    return send(request(path, person).GET().build());
  }

  /**
   * Reads a resource in another form than JSON.
   *
   * @param accept its media type: {@code "text/html"}
   */
  byte[] bytes(String path, Optional<String> person, String accept) {
    HttpResponse<byte[]> response =
        exchange(request(path, person).setHeader("Accept", accept).GET().build());
    if (response.statusCode() >= 400) {
      throw refusal(response);
    }
    return response.body();
  }

  /**
   * Changes or makes something as somebody.
   *
   * @param etag that the resource was read with; empty when something is made
   */
  public Answer post(String path, String person, Optional<String> etag, JsonNode body) {
    return send(
        change(path, person, etag)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** Sends something with an address of its own as somebody. */
  Answer put(String path, String person, Optional<String> etag, JsonNode body) {
    return send(
        change(path, person, etag)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.toString()))
            .build());
  }

  /**
   * Sends a file as somebody, while it is read.
   *
   * @throws FileNotFoundException if it is not there any more
   */
  Answer postFile(String path, String person, Optional<String> etag, Path file)
      throws FileNotFoundException {
    return send(
        change(path, person, etag)
            .header("Content-Type", "application/octet-stream")
            .timeout(UPLOAD)
            .POST(BodyPublishers.ofFile(file))
            .build());
  }

  /**
   * Makes a note as somebody, once however often it is sent under this key; answers its summary.
   */
  public Answer postOnce(String path, String person, String key, JsonNode body) {
    return send(
        once(path, person, Optional.empty(), key)
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  /**
   * Revises a note as somebody, once however often it is sent under this key; answers its summary.
   */
  public Answer putOnce(
      String path, String person, Optional<String> etag, String key, JsonNode body) {
    return send(
        once(path, person, etag, key).PUT(BodyPublishers.ofString(body.toString())).build());
  }

  /**
   * Hands in a text as it is.
   *
   * @param type its media type: {@link GivenFile#mediaType}
   */
  public Answer postText(String path, String person, String type, byte[] text) {
    return postText(path, person, Optional.empty(), type, text);
  }

  /** The same, of something that was read. */
  Answer postText(String path, String person, Optional<String> etag, String type, byte[] text) {
    return send(
        change(path, person, etag)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(text))
            .build());
  }

  /** Replaces a note's text with this one, as it is. */
  public Answer putText(
      String path, String person, Optional<String> etag, String type, byte[] text) {
    return send(
        change(path, person, etag)
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofByteArray(text))
            .build());
  }

  /** Takes something back or away as somebody. */
  public Answer delete(String path, String person, Optional<String> etag) {
    return send(change(path, person, etag).DELETE().build());
  }

  /** One segment or value of an address, so that no character of it means anything there. */
  public static String quote(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder once(String path, String person, Optional<String> etag, String key) {
    HttpRequest.Builder request =
        request(path, Optional.of(person))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .header("Prefer", "return=minimal");
    etag.ifPresent(tag -> request.header("If-Match", tag));
    return request;
  }

  private HttpRequest.Builder change(String path, String person, Optional<String> etag) {
    HttpRequest.Builder request =
        request(path, Optional.of(person)).header("Idempotency-Key", UUID.randomUUID().toString());
    etag.ifPresent(tag -> request.header("If-Match", tag));
    return request;
  }

  private HttpRequest.Builder request(String path, Optional<String> person) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(desk + path))
            .timeout(PATIENCE)
            .header("Accept", "application/json");
    token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
    person.ifPresent(p -> request.header("Dateline-Person", p));
    return request;
  }

  private Answer send(HttpRequest request) {
    HttpResponse<byte[]> response = exchange(request);
    for (int asked = 0; response.statusCode() == 202 && asked < 10; asked++) {
      response = exchange(waiting(request, response));
    }
    JsonNode body = json(response);
    if (response.statusCode() == 202) {
      throw DeskRefusal.of(
          202,
          "STILL_WORKING",
          "The press office is still working on it; look with ./dateline status.",
          body);
    }
    if (response.statusCode() >= 400) {
      throw refusal(response);
    }
    if (response.headers().firstValue("Dateline-Nothing-To-Do").isPresent()
        && body instanceof ObjectNode object) {
      object.put("nothingToDo", true);
    }
    return new Answer(body, response.headers().firstValue("ETag"));
  }

  private static DeskRefusal refusal(HttpResponse<byte[]> response) {
    JsonNode body = json(response);
    return DeskRefusal.of(
        response.statusCode(),
        body.path("code").asText("HTTP_" + response.statusCode()),
        why(response, body),
        body);
  }

  private HttpRequest waiting(HttpRequest first, HttpResponse<byte[]> response) {
    String path = response.headers().firstValue("Location").orElse("/api/commands/");
    HttpRequest.Builder again = HttpRequest.newBuilder(desk.resolve(path)).timeout(PATIENCE).GET();
    first.headers().firstValue("Authorization").ifPresent(h -> again.header("Authorization", h));
    first
        .headers()
        .firstValue("Dateline-Person")
        .ifPresent(h -> again.header("Dateline-Person", h));
    return again.build();
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw DeskRefusal.of(
          "DESK_UNREACHABLE",
          "No desk answers at %s; start one with ./dateline up, or name another with --desk."
              .formatted(desk));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DeskRefusal.of("INTERRUPTED", "Stopped while the desk was asked.");
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    if (response.body().length == 0) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(new String(response.body(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw DeskRefusal.of(
          "NOT_A_DESK",
          "What answers there is no desk of Dateline's; name the right address with --desk.");
    }
  }

  private static String why(HttpResponse<byte[]> response, JsonNode problem) {
    StringBuilder sentence =
        new StringBuilder(
            problem
                .path("detail")
                .asText(problem.path("title").asText("HTTP " + response.statusCode())));
    for (JsonNode candidate : problem.path("candidates")) {
      sentence
          .append("\n  ")
          .append(candidate.path("id").asText())
          .append("  ")
          .append(candidate.path("headline").asText());
    }
    if (problem.path("code").asText().endsWith("_TOKEN")) {
      sentence.append(
          " ./dateline up keeps the operator's token in its data folder: name that folder with --data or DATELINE_DATA.");
    }
    return sentence.toString();
  }

  @Override
  public void close() {
    http.close();
  }
}
