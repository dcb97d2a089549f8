package dateline.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of one command or event.
 *
 * @param value 1 to 128 characters of {@code [A-Za-z0-9._:-]}; those made here are 32 lowercase hex
 *     characters
 */
public record MessageId(String value) {

  public MessageId {
    if (value.isEmpty() || value.length() > 128 || !value.chars().allMatch(MessageId::allowed)) {
      throw new IllegalArgumentException(
          "a message id is 1 to 128 characters of A-Z a-z 0-9 . _ : -");
    }
  }

  /**
   * The id that follows from another one, the same each time: a command that is sent again makes
   * the same event, not a twin.
   *
   * @param label tells the followers of one id apart: {@code "event/0"}
   */
  public MessageId derive(String label) {
    return of(value + '\n' + label);
  }

  /**
   * The id of anything that has a name of its own: the first 128 bits of the SHA-256 of its UTF-8
   * bytes, in hex.
   */
  public static MessageId of(String name) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return new MessageId(HexFormat.of().formatHex(sha, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static boolean allowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == ':'
        || c == '-';
  }

  @Override
  public String toString() {
    return value;
  }
}
