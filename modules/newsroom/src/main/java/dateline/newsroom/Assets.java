package dateline.newsroom;

import dateline.runtime.http.Body;
import dateline.runtime.http.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The stylesheet: Pico's from its WebJar and then ours, as one file. Its address changes with its
 * content, so that it is kept by browsers for a year.
 *
 * @param path {@code "/assets/<hash>.css"}
 * @param content what is served there
 */
record Assets(String path, Content content) {
  private static final String WEB_JAR = "org.webjars.npm/picocss__pico";

  /** Reads the stylesheet from the class path. */
  static Assets load() {
    String version = picoVersion();
    String css =
        text("/META-INF/resources/webjars/picocss__pico/" + version + "/css/pico.min.css")
            + text("/dateline/newsroom/newsroom.css");
    Content content =
        Content.of("text/css; charset=utf-8", Body.of(css))
            .withHeader("Cache-Control", "public, max-age=31536000, immutable");
    return new Assets("/assets/" + hash(css) + ".css", content);
  }

  private static String picoVersion() {
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/" + WEB_JAR + "/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }

  private static String text(String resource) {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = Assets.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("the program is incomplete: " + resource + " is missing");
    }
    return in;
  }

  private static String hash(String text) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
