package dateline.runtime.http;

import java.util.Locale;

/**
 * Text goes compressed to clients that take it. A compressed body is another one, so its strong
 * ETag is another one too. What is not to be stored may hold a secret and is left as it is.
 */
final class Compression {
  /** Shorter bodies gain nothing: they fit into one packet. */
  private static final int SHORT = 1_000;

  private static final String ENCODING = "Content-Encoding";

  private Compression() {}

  /** The content with the headers it will be sent with; its body is still as it was. */
  static Content announced(Request request, Content content) {
    if (!worthwhile(content)) {
      return content;
    }
    Content varying =
        content.withHeader(
            "Vary",
            content.header("Vary").map(v -> v + ", Accept-Encoding").orElse("Accept-Encoding"));
    if (!takesGzip(request)) {
      return varying;
    }
    Content gzip = varying.withHeader(ENCODING, "gzip");
    return content
        .header("ETag")
        .map(tag -> gzip.withHeader("ETag", tag.substring(0, tag.length() - 1) + "-gzip\""))
        .orElse(gzip);
  }

  /** The content with the body that its headers announce. */
  static Content done(Content content) {
    if (content.header(ENCODING).isEmpty()) {
      return content;
    }
    return new Content(
        content.status(), content.contentType(), content.headers(), content.body().gzip());
  }

  private static boolean worthwhile(Content content) {
    String type = content.contentType();
    return content.body().length() >= SHORT
        && (type.startsWith("text/") || type.contains("json") || type.contains("xml"))
        && content.header("Cache-Control").filter(c -> c.contains("no-store")).isEmpty()
        && content.header(ENCODING).isEmpty();
  }

  private static boolean takesGzip(Request request) {
    for (String coding :
        request.header("accept-encoding").orElse("").toLowerCase(Locale.ROOT).split(",", -1)) {
      if (coding.strip().matches("gzip(\\s*;\\s*q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?")) {
        return true;
      }
    }
    return false;
  }
}
