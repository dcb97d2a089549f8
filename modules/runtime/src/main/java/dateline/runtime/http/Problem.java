package dateline.runtime.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something is wrong, said to machines and people (RFC 9457, application/problem+json). Never holds
 * what the client sent or how the server is made.
 *
 * @param status 400 to 599
 * @param code the broken rule, stable for machines: {@code "STALE_REVISION"}; the problem's type is
 *     {@code urn:dateline:problem:stale-revision}
 * @param title the same for every problem of this code: {@code "Stale revision"}
 * @param detail one sentence for people: what is so, then what to do
 * @param extensions further members of the JSON object
 * @param headers further headers: {@code Allow}
 */
public record Problem(
    int status,
    String code,
    String title,
    String detail,
    Map<String, Object> extensions,
    Map<String, String> headers)
    implements Response {

  public Problem {
    extensions = Map.copyOf(extensions);
    headers = Map.copyOf(headers);
  }

  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, Map.of(), Map.of());
  }

  /** 400. */
  public static Problem badRequest(String code, String detail) {
    return of(400, code, "Bad request", detail);
  }

  /** 404, the same for all that is not here, whatever the reason. */
  public static Problem notFound() {
    return of(404, "NOT_FOUND", "Not found", "There is nothing at this address.");
  }

  /** The same with one more member. */
  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extensions);
    more.put(member, value);
    return new Problem(status, code, title, detail, more, headers);
  }

  /** The same with one more header. */
  public Problem withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, code, title, detail, extensions, more);
  }

  /** What is sent. */
  public Content toContent() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "urn:dateline:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    members.put("code", code);
    members.putAll(extensions);
    return new Content(
        status, "application/problem+json", headers, Content.json(status, members).body());
  }
}
