package dateline.runtime.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The policy of a page that is whole in one file, with its styles in it. */
public final class OwnStyles {

  private OwnStyles() {}

  /** The page's {@code Content-Security-Policy}: nothing is allowed but these very styles. */
  public static String policy(String styles) {
    return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        .formatted(sha256(styles));
  }

  private static String sha256(String styles) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(styles.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
