package dateline.attachments;

import dateline.attachments.S3Store.S3Place;
import dateline.runtime.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where attachments are kept.
 *
 * @param folder a folder; default {@code attachments} in {@code DATELINE_DATA}
 * @param bucket a bucket instead of the folder: {@code
 *     s3://press?endpoint=https://s3.example.org&region=eu-west-1}
 */
public record AttachmentSettings(Path folder, Optional<S3Place> bucket) {

  private static final String WHERE = "DATELINE_ATTACHMENTS";
  private static final String EXAMPLE = "s3://press?endpoint=https://s3.example.org";
  private static final String NO_REGION = "us-east-1";

  /** Notes every fault with the reader; its owner ends the reading. */
  public static AttachmentSettings from(SettingsReader read) {
    Path data = read.path("DATELINE_DATA", Path.of("data"));
    Optional<String> where = read.optional(WHERE).filter(text -> text.startsWith("s3:"));
    if (where.isEmpty()) {
      Path folder = read.path(WHERE, data.resolve("attachments"));
      return new AttachmentSettings(folder, Optional.empty());
    }
    String key = read.required("DATELINE_ATTACHMENTS_KEY", "the access key of the bucket");
    String secret = read.required("DATELINE_ATTACHMENTS_SECRET", "the secret key of the bucket");
    Optional<S3Place> place = place(where.get(), key, secret);
    if (place.isEmpty()) {
      read.fault(
          WHERE, "is \"" + where.get() + "\"; a bucket is written like " + EXAMPLE + "&region=…");
    }
    return new AttachmentSettings(data.resolve("attachments"), place);
  }

  /**
   * The store, open; to be closed by the caller.
   *
   * @throws IOException if the folder cannot be made
   */
  public AttachmentStore open() throws IOException {
    return bucket.isPresent() ? new S3Store(bucket.get()) : new FolderStore(folder);
  }

  private static Optional<S3Place> place(String text, String key, String secret) {
    try {
      URI uri = new URI(text);
      Map<String, String> said = parameters(Optional.ofNullable(uri.getQuery()).orElse(""));
      URI endpoint = new URI(said.getOrDefault("endpoint", ""));
      boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
      String bucket = Optional.ofNullable(uri.getAuthority()).orElse("");
      boolean known = said.keySet().stream().allMatch(n -> "endpoint region".contains(n));
      if (!web || endpoint.getHost() == null || !isBucket(bucket) || !known) {
        return Optional.empty();
      }
      String prefix = uri.getPath().replaceAll("^/+|/+$", "");
      return Optional.of(
          new S3Place(
              endpoint,
              said.getOrDefault("region", NO_REGION),
              bucket,
              prefix.isEmpty() ? "" : prefix + '/',
              key,
              secret));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static boolean isBucket(String name) {
    return name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      if (!pair.isEmpty()) {
        parameters.put(sides[0], sides.length > 1 ? sides[1] : "");
      }
    }
    return parameters;
  }
}
