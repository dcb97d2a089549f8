package dateline.desk;

import dateline.note.difference.HtmlDifference;
import dateline.runtime.http.Body;
import dateline.runtime.http.Content;
import dateline.runtime.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * How the desk's pages look. Its address changes with its content, so that browsers keep it for a
 * year.
 *
 * @param path {@code "/assets/<hash>.css"}
 */
record Stylesheet(String path, Content content) {

  /** Reads it from the class path. */
  static Stylesheet load() {
    String css = read("answers.css") + HtmlDifference.STYLES;
    Content content =
        Content.of("text/css; charset=utf-8", Body.of(css))
            .withHeader("Cache-Control", "public, max-age=31536000, immutable");
    String hash = HexFormat.of().toHexDigits((long) css.hashCode());
    return new Stylesheet("/assets/" + hash + ".css", content);
  }

  Route route() {
    return Route.get(path, _ -> content);
  }

  private static String read(String name) {
    try (InputStream in = Stylesheet.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
