package dateline.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a mail gives to the one person it is sent to: to answer for one office about one text, until
 * an instant, without signing in. It opens nothing else, and says nothing about another text.
 *
 * @param noteId of the text
 * @param digest of the text, SHA-256, 64 hex characters
 * @param office id of the office that is asked
 * @param person id of who may answer
 * @param until when it ends
 */
public record AnswerLink(
    String noteId, String digest, String office, String person, Instant until) {

  /** What a token opens. The names are part of every token and never change. */
  public enum Way {
    /** The page: it shows the text and takes an answer. */
    LINK,
    /**
     * A reply by mail, and nothing to read: it stands in the mail's Message-ID, which every server
     * on the way writes into its log.
     */
    REPLY
  }

  /** Part of every token, so that none made for another purpose is one of these. */
  private static final String PURPOSE = "ANSWER";

  private static final int FIELDS = 5;

  /**
   * The link as text: {@code A-Z a-z 0-9 - _} and one dot, about 250 characters. Nobody without the
   * secret makes one or changes one.
   *
   * @param secret {@code DATELINE_SECRET}
   */
  public String token(String secret, Way way) {
    String said =
        String.join("\n", noteId, digest, office, person, Long.toString(until.getEpochSecond()));
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(said.getBytes(StandardCharsets.UTF_8));
    return payload + '.' + seal(secret, way, payload);
  }

  /** The link that a token is; empty if it is none, or was not made with this secret for this. */
  public static Optional<AnswerLink> of(String secret, Way way, String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String payload = token.substring(0, dot);
    boolean genuine =
        MessageDigest.isEqual(
            seal(secret, way, payload).getBytes(StandardCharsets.UTF_8),
            token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    return genuine ? read(payload) : Optional.empty();
  }

  private static Optional<AnswerLink> read(String payload) {
    try {
      String said = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
      List<String> fields = List.of(said.split("\n", -1));
      return fields.size() == FIELDS
          ? Optional.of(
              new AnswerLink(
                  fields.get(0),
                  fields.get(1),
                  fields.get(2),
                  fields.get(3),
                  Instant.ofEpochSecond(Long.parseLong(fields.get(4)))))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** 128 bits of HMAC-SHA-256, 32 hex characters. */
  private static String seal(String secret, Way way, String payload) {
    return Tokens.hmac(secret, PURPOSE + '\n' + way + '\n' + payload).substring(0, 32);
  }
}
