package dateline.runtime;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a link in a mail proves: who holds it reads the subscriber's mail. A token is good for one
 * purpose and one subscriber, for ever; it opens nothing else. Who presents a good one acts as
 * {@code new Actor(new PersonId(subscriberId), OfficeId.NONE, Role.PUBLIC)}.
 */
public final class Tokens {

  /** What a link is for. The names are part of every token and never change. */
  public enum Purpose {
    /** The person behind the address says yes. */
    CONFIRM,
    /** The person behind the address wants no more mail. */
    UNSUBSCRIBE
  }

  private final String secret;

  /**
   * @param secret {@code DATELINE_SECRET}
   */
  public Tokens(String secret) {
    this.secret = secret;
  }

  /** The token for this purpose and subscriber: 64 lowercase hex characters. */
  public String of(Purpose purpose, String subscriberId) {
    return hmac(secret, purpose.name() + '\n' + subscriberId);
  }

  /** Whether it is the token for this purpose and subscriber; takes the same time either way. */
  public boolean accepts(Purpose purpose, String subscriberId, String token) {
    return MessageDigest.isEqual(
        of(purpose, subscriberId).getBytes(StandardCharsets.UTF_8),
        token.getBytes(StandardCharsets.UTF_8));
  }

  static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }
}
