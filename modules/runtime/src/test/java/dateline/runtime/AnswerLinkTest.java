package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(AnswerLink.of(SECRET, LINK.token(SECRET))).contains(LINK);
  }

  @Test
  void noCharacterOfItCanBeAnother() {
    String token = LINK.token(SECRET);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(AnswerLink.of(SECRET, changed)).as(changed).isEmpty();
    }
  }

  @Test
  void anotherSecretMakesNone() {
    assertThat(AnswerLink.of(SECRET, LINK.token("another secret of tests"))).isEmpty();
  }

  @Test
  void whatIsNoTokenIsNoLink() {
    assertThat(AnswerLink.of(SECRET, "")).isEmpty();
    assertThat(AnswerLink.of(SECRET, ".")).isEmpty();
    assertThat(AnswerLink.of(SECRET, "x." + "0".repeat(32))).isEmpty();
    assertThat(AnswerLink.of(SECRET, new Tokens(SECRET).of(Tokens.Purpose.CONFIRM, "x"))).isEmpty();
  }

  @Test
  void itIsAnAddressOfTheDesk() {
    assertThat(new DeskLinks(URI.create("https://desk.example"), SECRET).answer(LINK))
        .hasScheme("https")
        .hasHost("desk.example")
        .hasPath("/answers/" + LINK.token(SECRET));
  }
}
