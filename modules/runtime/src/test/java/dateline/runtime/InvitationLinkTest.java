package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvitationLinkTest {

  private static final String SECRET = "a secret of tests";
  private static final InvitationLink LINK = new InvitationLink("8d0f".repeat(8), "c4e2".repeat(8));

  @Test
  void itIsReadAsItWasMade() {
    assertThat(InvitationLink.of(SECRET, LINK.token(SECRET))).contains(LINK);
  }

  @Test
  void noCharacterOfItCanBeAnother() {
    String token = LINK.token(SECRET);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(InvitationLink.of(SECRET, token.substring(0, i) + other + token.substring(i + 1)))
          .isEmpty();
    }
    assertThat(InvitationLink.of(SECRET, "")).isEmpty();
    assertThat(InvitationLink.of("another secret", token)).isEmpty();
  }

  @Test
  void aLinkForOnePurposeIsNoneForAnother() {
    assertThat(AnswerLink.of(SECRET, AnswerLink.Way.LINK, LINK.token(SECRET))).isEmpty();
    assertThat(AnswerLink.of(SECRET, AnswerLink.Way.REPLY, LINK.token(SECRET))).isEmpty();
  }

  @Test
  void everyCodeIsEightDigitsAndAnother() {
    Set<String> codes = new HashSet<>();
    for (int n = 1; n <= 200; n++) {
      codes.add(LINK.code(SECRET, n));
    }
    assertThat(codes).hasSize(200).allSatisfy(code -> assertThat(code).matches("[0-9]{8}"));
    assertThat(LINK.code("another secret", 1)).isNotEqualTo(LINK.code(SECRET, 1));
    assertThat(new InvitationLink(LINK.noteId(), "other").code(SECRET, 1))
        .isNotEqualTo(LINK.code(SECRET, 1));
  }

  @Test
  void aCodeIsReadHoweverItIsSpaced() {
    String code = LINK.code(SECRET, 3);
    assertThat(LINK.isCode(SECRET, 3, " " + code.substring(0, 4) + "\u00a0" + code.substring(4)))
        .isTrue();
    assertThat(LINK.isCode(SECRET, 3, code.substring(0, 4) + "-" + code.substring(4))).isTrue();
    assertThat(LINK.isCode(SECRET, 2, code)).isFalse();
    assertThat(LINK.isCode(SECRET, 0, LINK.code(SECRET, 0))).isFalse();
    assertThat(LINK.isCode(SECRET, 3, "")).isFalse();
    StringBuilder arabic = new StringBuilder();
    code.chars().forEach(c -> arabic.append((char) (c - '0' + 0x0660)));
    assertThat(LINK.isCode(SECRET, 3, arabic.toString())).isTrue();
    assertThat(InvitationLink.looksLikeACode("12 34-5678")).isTrue();
    assertThat(InvitationLink.looksLikeACode("1234567")).isFalse();
  }

  @Test
  void whatABrowserKeepsOpensOneInvitation() {
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    String kept = LINK.opened(SECRET, noon);
    assertThat(LINK.isOpened(SECRET, kept, noon.minusSeconds(1))).isTrue();
    assertThat(LINK.isOpened(SECRET, kept, noon)).isFalse();
    assertThat(LINK.isOpened(SECRET, kept.replaceFirst("^\\d", "2"), noon.minusSeconds(1)))
        .isFalse();
    String others = new InvitationLink(LINK.noteId(), "other").opened(SECRET, noon);
    assertThat(LINK.isOpened(SECRET, others, noon.minusSeconds(1))).isFalse();
    for (String odd : new String[] {"", ".", "x.y", "99999999999999999999.a"}) {
      assertThat(LINK.isOpened(SECRET, odd, noon)).isFalse();
    }
  }
}
