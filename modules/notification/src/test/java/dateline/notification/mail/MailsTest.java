package dateline.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.runtime.NewsroomLinks;
import dateline.runtime.Tokens;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailsTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String DELIVERY = "0123456789abcdef0123456789abcdef";
  private static final String ADA = "fedcba9876543210fedcba9876543210";
  private static final Tokens TOKENS = new Tokens("a secret of some length");

  private Mails mails;

  @BeforeEach
  void letterhead() throws Exception {
    mails =
        new Mails(
            new Letterhead(
                new InternetAddress("press@press.example", "Press Office"),
                new NewsroomLinks(URI.create("https://news.example"), TOKENS)));
  }

  private static Recipient to(String name) {
    return new Recipient(DELIVERY, ADA, "ada@example.org", name);
  }

  private static ReleasedNote note(String headline) {
    return new ReleasedNote(
        "note-1", headline, NOON, "The bridge opens — today.\n", "<p>The bridge opens</p>", "en");
  }

  @Test
  void aMailSaysWhatMailProgramsNeedToKnow() throws Exception {
    SMTPMessage built = mails.release(to("Ada Stone"), note("Bridge opens"));
    MimeMessage mail = overTheWire(built);

    assertThat(built.getEnvelopeFrom()).isEqualTo("bounces+" + DELIVERY + "@press.example");
    assertThat(mail.getMessageID()).isEqualTo("<" + DELIVERY + "@press.example>");
    assertThat(mail.getSubject()).isEqualTo("Bridge opens");
    assertThat(mail.getFrom())
        .containsExactly(new InternetAddress("Press Office <press@press.example>"));
    assertThat(mail.getRecipients(Message.RecipientType.TO))
        .extracting(Object::toString)
        .containsExactly("Ada Stone <ada@example.org>");
    assertThat(mail.getSentDate()).isEqualTo(Date.from(NOON));
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(mail.getHeader("List-Id", null)).isEqualTo("Press Office <notes.press.example>");
    assertThat(mail.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    assertThat(mail.getHeader("List-Unsubscribe", "").replaceAll("\\s", ""))
        .isEqualTo(
            "<https://news.example/subscriptions/unsubscribe?subscriber="
                + ADA
                + "&token="
                + TOKENS.of(Tokens.Purpose.UNSUBSCRIBE, ADA)
                + ">");
  }

  @Test
  void aMailIsTextAndHtmlWithTheNotesAddress() throws Exception {
    Multipart parts =
        (Multipart) overTheWire(mails.release(to(""), note("Bridge opens"))).getContent();

    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains("The bridge opens — today.", "https://news.example/notes/note-1");
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("<p>The bridge opens</p>", "href=\"https://news.example/notes/note-1\"");
  }

  @Test
  void theSameDeliveryIsTheSameMail() throws Exception {
    assertThat(
            bytes(mails.release(to("Ada"), note("Bridge opens"))).replaceAll("=_Part[^\"\\s]*", ""))
        .isEqualTo(
            bytes(mails.release(to("Ada"), note("Bridge opens")))
                .replaceAll("=_Part[^\"\\s]*", ""));
  }

  @Test
  void noHeaderCanBeInjected() throws Exception {
    for (String evil :
        List.of(
            "Bridge\r\nBcc: all@example.net",
            "Bridge\nBcc: all@example.net",
            "Bridge\r\n\r\nBcc: all@example.net",
            "Bridge\u2028Bcc: all@example.net",
            "Bridge\0Bcc: all@example.net",
            "Brücke\r\nBcc: all@example.net")) {
      MimeMessage mail = overTheWire(mails.release(to(evil), note(evil)));
      assertThat(mail.getHeader("Bcc")).as(evil).isNull();
      assertThat(mail.getAllRecipients()).hasSize(1);
      assertThat(mail.getSubject()).doesNotContain("\r", "\n", "\0").contains("Bcc: all");
      assertThat(names(mail)).doesNotContain("bcc");
    }
    assertThatThrownBy(() ->
            mails.release(
                new Recipient(DELIVERY, ADA, "ada@example.org, all@example.net", ""),
                note("Bridge")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void linesOnTheWireAreShort() throws Exception {
    ReleasedNote endless =
        new ReleasedNote(
            "note-1", "Bridge " + "opens ".repeat(160), NOON, "x".repeat(5_000), "<p></p>", "en");
    assertThat(bytes(mails.release(to(""), endless)).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
  }

  @Test
  void theMailThatAsksHoldsALinkThatConfirmsAndNoList() throws Exception {
    MimeMessage mail = overTheWire(mails.confirmation(to(""), NOON));

    assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    assertThat(mail.getSubject()).isEqualTo("Please confirm your subscription to Press Office");
    assertThat(((Multipart) mail.getContent()).getBodyPart(0).getContent().toString())
        .contains(
            "https://news.example/subscriptions/confirm?subscriber="
                + ADA
                + "&token="
                + TOKENS.of(Tokens.Purpose.CONFIRM, ADA));
  }

  private static List<String> names(MimeMessage mail) throws Exception {
    return Collections.list(mail.getAllHeaders()).stream()
        .map(header -> header.getName().toLowerCase(java.util.Locale.ROOT))
        .toList();
  }

  private static MimeMessage overTheWire(SMTPMessage mail) throws Exception {
    return new MimeMessage(null, new ByteArrayInputStream(bytes(mail).getBytes(UTF_8)));
  }

  private static String bytes(SMTPMessage mail) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mail.writeTo(out);
    return out.toString(UTF_8);
  }
}
