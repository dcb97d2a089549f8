package dateline.runtime.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A body, whole.
 *
 * @param status {@code 200}
 * @param contentType {@code "text/html; charset=utf-8"}
 * @param headers further ones, written as given
 * @param body whole
 */
public record Content(int status, String contentType, Map<String, String> headers, Body body)
    implements Response {
  /** RFC 9110, 5.6.7: always GMT, always two digits of the day. */
  static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  public Content {
    headers = Map.copyOf(headers);
  }

  public static Content of(String contentType, Body body) {
    return new Content(200, contentType, Map.of(), body);
  }

  public static Content html(int status, String html) {
    return new Content(status, "text/html; charset=utf-8", Map.of(), Body.of(html));
  }

  public static Content text(int status, String text) {
    return new Content(status, "text/plain; charset=utf-8", Map.of(), Body.of(text));
  }

  /**
   * @param value maps, lists, strings, numbers, booleans, records of these, or Jackson's JsonNode
   */
  public static Content json(int status, Object value) {
    return new Content(status, "application/json", Map.of(), Body.of(Json.write(value)));
  }

  /** The same with one more header, or another value for it. */
  public Content withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Content(status, contentType, more, body);
  }

  /**
   * The same with a strong ETag, which is the SHA-256 of the body; {@link Routes} answers
   * If-None-Match with it.
   */
  public Content withEtag() {
    return withEtag(HexFormat.of().formatHex(sha256(body), 0, 16));
  }

  /**
   * The same with a strong ETag, for instance a note's revision.
   *
   * @param tag without quotes
   */
  public Content withEtag(String tag) {
    return withHeader("ETag", '"' + tag + '"');
  }

  /** The same with a Last-Modified header, in whole seconds. */
  public Content withLastModified(Instant at) {
    return withHeader("Last-Modified", HTTP_DATE.format(at));
  }

  /** A header of this answer by its exact name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  private static byte[] sha256(Body body) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(body.buffer());
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
