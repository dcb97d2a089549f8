package dateline.runtime;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * What is mailed to somebody outside the house who is to clear one text. The link names an
 * invitation and shows nothing; the text is behind a code, which is mailed when they ask for it.
 *
 * @param noteId of the text
 * @param invitation id of the invitation
 */
public record InvitationLink(String noteId, String invitation) {

  /** Digits of a code. */
  public static final int DIGITS = 8;

  private static final String LINK = "INVITATION";
  private static final String CODE = "INVITATION CODE";
  private static final String OPENED = "INVITATION OPENED";
  private static final BigInteger CODES = BigInteger.TEN.pow(DIGITS);

  /**
   * The link as text: {@code A-Z a-z 0-9 - _} and one dot, about 130 characters.
   *
   * @param secret {@code DATELINE_SECRET}
   */
  public String token(String secret) {
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((noteId + '\n' + invitation).getBytes(StandardCharsets.UTF_8));
    return payload + '.' + seal(secret, LINK, payload);
  }

  /** The link that a token is; empty if it is none, or was not made with this secret. */
  public static Optional<InvitationLink> of(String secret, String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String payload = token.substring(0, dot);
    return same(seal(secret, LINK, payload), token.substring(dot + 1))
        ? read(payload)
        : Optional.empty();
  }

  private static Optional<InvitationLink> read(String payload) {
    try {
      String said = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
      int end = said.indexOf('\n');
      return end < 0
          ? Optional.empty()
          : Optional.of(new InvitationLink(said.substring(0, end), said.substring(end + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The code that opens the text, {@value #DIGITS} digits. It is never on the log: who mails it and
   * who checks it compute it.
   *
   * @param number which of the codes that were asked for, from 1
   */
  public String code(String secret, int number) {
    String hex = Tokens.hmac(secret, CODE + '\n' + invitation + '\n' + number);
    return String.format(Locale.ROOT, "%0" + DIGITS + "d", new BigInteger(hex, 16).mod(CODES));
  }

  /** Whether this is that code, however it was spaced. */
  public boolean isCode(String secret, int number, String typed) {
    return number > 0 && same(code(secret, number), digits(typed));
  }

  /** Whether this can be a code at all. */
  public static boolean looksLikeACode(String typed) {
    return digits(typed).length() == DIGITS;
  }

  /** The digits of any script, as ours. */
  private static String digits(String typed) {
    StringBuilder digits = new StringBuilder();
    typed
        .codePoints()
        .filter(Character::isDigit)
        .forEach(c -> digits.append(Character.digit(c, 10)));
    return digits.toString();
  }

  /**
   * What the browser in which the text was opened keeps, so that it need not ask again.
   *
   * @param until when it opens nothing any more
   */
  public String opened(String secret, Instant until) {
    long end = until.getEpochSecond();
    return end + "." + seal(secret, OPENED, noteId + '\n' + invitation + '\n' + end);
  }

  /** Whether this is what such a browser keeps, and still opens the text. */
  public boolean isOpened(String secret, String kept, Instant now) {
    int dot = kept.indexOf('.');
    if (!kept.substring(0, Math.max(dot, 0)).matches("[0-9]{1,12}")) {
      return false;
    }
    Instant until = Instant.ofEpochSecond(Long.parseLong(kept.substring(0, dot)));
    return now.isBefore(until) && same(opened(secret, until), kept);
  }

  private static String seal(String secret, String purpose, String what) {
    return Tokens.hmac(secret, purpose + '\n' + what).substring(0, 32);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
