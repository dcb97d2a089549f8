package dateline.runtime.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer says about how it may be used; a handler's own header is kept. */
final class SecurityHeaders {
  /** Nothing from elsewhere, nothing inline but images, in nobody's frame. */
  private static final Map<String, String> PAGE =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
              + " base-uri 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "strict-origin-when-cross-origin",
          "X-Frame-Options",
          "DENY",
          "X-Content-Type-Options",
          "nosniff");

  private static final Map<String, String> OTHER = Map.of("X-Content-Type-Options", "nosniff");

  private SecurityHeaders() {}

  static Content on(Content content) {
    Map<String, String> headers =
        new LinkedHashMap<>(content.contentType().startsWith("text/html") ? PAGE : OTHER);
    headers.putAll(content.headers());
    return new Content(content.status(), content.contentType(), headers, content.body());
  }
}
