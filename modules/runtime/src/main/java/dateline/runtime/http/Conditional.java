package dateline.runtime.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conditional reading (RFC 9110, 13): what the client has already is not sent again. */
final class Conditional {
  /** What a 304 repeats of the 200 it stands for (RFC 9110, 15.4.5). */
  private static final List<String> REPEATED =
      List.of("ETag", "Last-Modified", "Cache-Control", "Vary", "Content-Location", "Expires");

  private Conditional() {}

  static Response answer(Request request, Content content) {
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    if (!reads || content.status() != 200 || !unchanged(request, content)) {
      return content;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : REPEATED) {
      content.header(name).ifPresent(value -> headers.put(name, value));
    }
    return new Response.Empty(304, headers);
  }

  private static boolean unchanged(Request request, Content content) {
    Optional<String> tags = request.header("if-none-match");
    if (tags.isPresent()) {
      return content.header("ETag").filter(tag -> names(tags.get(), tag)).isPresent();
    }
    Optional<Instant> since = request.header("if-modified-since").flatMap(Conditional::date);
    Optional<Instant> modified = content.header("Last-Modified").flatMap(Conditional::date);
    return since.isPresent() && modified.isPresent() && !modified.get().isAfter(since.get());
  }

  private static boolean names(String tags, String tag) {
    for (String candidate : tags.split(",", -1)) {
      String bare = candidate.strip();
      if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  /** A date that cannot be read is as if it were not there (RFC 9110, 13.1.3). */
  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(Instant.from(Content.HTTP_DATE.parse(text)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
