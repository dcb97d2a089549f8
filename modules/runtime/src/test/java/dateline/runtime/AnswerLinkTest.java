package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.runtime.AnswerLink.Way;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnswerLinkTest {

  private static final String SECRET = "a secret of tests";
  private static final AnswerLink LINK =
      new AnswerLink(
          "8d0f0c6e8d0f0c6e8d0f0c6e8d0f0c6e",
          "ab".repeat(32),
          "legal",
          "rosa.legal",
          Instant.parse("2026-03-02T12:00:00Z"));

  @Test
  void itIsReadAsItWasMade() {
    assertThat(AnswerLink.of(SECRET, Way.LINK, LINK.token(SECRET, Way.LINK))).contains(LINK);
  }

  @Test
  void noCharacterOfItCanBeAnother() {
    String token = LINK.token(SECRET, Way.LINK);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(AnswerLink.of(SECRET, Way.LINK, changed)).as(changed).isEmpty();
    }
  }

  @Test
  void anotherSecretMakesNone() {
    assertThat(AnswerLink.of(SECRET, Way.LINK, LINK.token("another secret of tests", Way.LINK)))
        .isEmpty();
  }

  @Test
  void whatAnswersByMailOpensNoPageAndTheOtherWayRound() {
    assertThat(AnswerLink.of(SECRET, Way.LINK, LINK.token(SECRET, Way.REPLY))).isEmpty();
    assertThat(AnswerLink.of(SECRET, Way.REPLY, LINK.token(SECRET, Way.LINK))).isEmpty();
    assertThat(AnswerLink.of(SECRET, Way.REPLY, LINK.token(SECRET, Way.REPLY))).contains(LINK);
  }

  @Test
  void whatIsNoTokenIsNoLink() {
    assertThat(AnswerLink.of(SECRET, Way.LINK, "")).isEmpty();
    assertThat(AnswerLink.of(SECRET, Way.LINK, ".")).isEmpty();
    assertThat(AnswerLink.of(SECRET, Way.LINK, "x." + "0".repeat(32))).isEmpty();
    assertThat(AnswerLink.of(SECRET, Way.LINK, new Tokens(SECRET).of(Tokens.Purpose.CONFIRM, "x")))
        .isEmpty();
  }

  @Test
  void itIsAnAddressOfTheDesk() {
    assertThat(new DeskLinks(URI.create("https://desk.example"), SECRET).answer(LINK))
        .hasScheme("https")
        .hasHost("desk.example")
        .hasPath("/answers/" + LINK.token(SECRET, Way.LINK));
  }
}
