package dateline.attachments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an attachment is known by: the SHA-256 of its bytes.
 *
 * @param hex 64 hex digits in lower case
 */
public record Sha256(String hex) {

  /**
   * @throws IllegalArgumentException if these are not 64 hex digits in lower case
   */
  public Sha256 {
    if (!isHex(hex)) {
      throw new IllegalArgumentException("not 64 hex digits in lower case: " + hex);
    }
  }

  /** Whether this text is a SHA-256, as a path or a form may hold one. */
  public static boolean isHex(String text) {
    return text.length() == 64 && text.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
  }

  /** The digest of these bytes. */
  public static Sha256 of(byte[] bytes) {
    MessageDigest digest = digest();
    digest.update(bytes);
    return of(digest);
  }

  static Sha256 of(MessageDigest digest) {
    return new Sha256(HexFormat.of().formatHex(digest.digest()));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
