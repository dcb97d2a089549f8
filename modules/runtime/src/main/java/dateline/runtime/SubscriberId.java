package dateline.runtime;

import java.util.Locale;

/**
 * The name of a person who gets mail, everywhere but in the {@code addresses} topic: nobody without
 * the secret can tell the address from it, and one address is one person.
 */
public final class SubscriberId {

  private SubscriberId() {}

  /**
   * The id of an address: 32 lowercase hex characters, the first half of HMAC-SHA-256 over the
   * trimmed, lower-cased address.
   *
   * @param secret {@code DATELINE_SECRET}, the same for every module of one press office
   */
  public static String of(String secret, String address) {
    return Tokens.hmac(secret, address.strip().toLowerCase(Locale.ROOT)).substring(0, 32);
  }
}
