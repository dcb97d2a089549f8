package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.runtime.Tokens.Purpose;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final String ADA = SubscriberId.of("secret", "ada@example.org");
  private static final String BOB = SubscriberId.of("secret", "bob@example.org");
  private final Tokens tokens = new Tokens("secret");

  @Test
  void aTokenIsGoodForItsPurposeAndSubscriberAlone() {
    String token = tokens.of(Purpose.CONFIRM, ADA);

    assertThat(token).matches("[0-9a-f]{64}");
    assertThat(tokens.accepts(Purpose.CONFIRM, ADA, token)).isTrue();
    assertThat(tokens.accepts(Purpose.UNSUBSCRIBE, ADA, token)).isFalse();
    assertThat(tokens.accepts(Purpose.CONFIRM, BOB, token)).isFalse();
    assertThat(tokens.accepts(Purpose.CONFIRM, ADA, token.substring(1))).isFalse();
    assertThat(tokens.accepts(Purpose.CONFIRM, ADA, "")).isFalse();
    assertThat(new Tokens("other").accepts(Purpose.CONFIRM, ADA, token)).isFalse();
  }

  @Test
  void oneAddressIsOnePersonHoweverItIsTyped() {
    assertThat(ADA).matches("[0-9a-f]{32}").isNotEqualTo(BOB);
    assertThat(SubscriberId.of("secret", "  Ada@Example.ORG ")).isEqualTo(ADA);
    assertThat(SubscriberId.of("other", "ada@example.org")).isNotEqualTo(ADA);
  }
}
