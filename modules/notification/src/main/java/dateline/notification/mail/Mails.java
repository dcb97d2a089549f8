package dateline.notification.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * Builds mails. The same delivery makes the same mail, byte for byte but for its MIME boundary. No
 * header can be injected: whatever comes from a note or a person is one line before it is set.
 */
public final class Mails {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Letterhead letterhead;
  private final Session session = Session.getInstance(new Properties());

  public Mails(Letterhead letterhead) {
    this.letterhead = letterhead;
  }

  /** A released note for one person. */
  public SMTPMessage release(Recipient to, ReleasedNote note) {
    URI page = letterhead.links().note(note.noteId());
    URI leave = letterhead.links().unsubscribe(to.subscriberId());
    try {
      SMTPMessage mail =
          begin(to, letterhead.messageId(to.deliveryId()), note.headline(), note.at());
      mail.setHeader(
          "List-Id", oneLine(letterhead.name()) + " <notes." + letterhead.domain() + '>');
      mail.setHeader("List-Unsubscribe", "<" + leave + '>');
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      return finish(
          mail,
          note.text() + Footers.text(page, leave),
          note.html() + Footers.html(page, leave),
          note.language());
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail in memory cannot fail", e);
    }
  }

  /** The one mail that asks whether a subscription is wanted. */
  public SMTPMessage confirmation(Recipient to, Instant at) {
    URI confirm = letterhead.links().confirm(to.subscriberId());
    String office = oneLine(letterhead.name());
    try {
      return finish(
          begin(
              to,
              letterhead.messageId(to.deliveryId()),
              "Please confirm your subscription to " + office,
              at),
          Footers.confirmationText(office, confirm),
          Footers.confirmationHtml(office, confirm),
          "en");
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail in memory cannot fail", e);
    }
  }

  /**
   * A letter to a person of the house. Its id names the link by which it is answered, if there is
   * one: a reply has it in {@code In-Reply-To}.
   */
  public SMTPMessage notice(Recipient to, Letter letter, Instant at) {
    String id = letter.token().map(token -> "answer." + token).orElse(to.deliveryId());
    try {
      SMTPMessage mail = begin(to, letterhead.messageId(id), letter.subject(), at);
      if (letter.replies().isPresent()) {
        mail.setReplyTo(new Address[] {letter.replies().get()});
      }
      return finish(mail, letter.text(), letter.html(), "en");
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail in memory cannot fail", e);
    }
  }

  private SMTPMessage begin(Recipient to, String messageId, String subject, Instant at)
      throws MessagingException {
    StableMessage mail = new StableMessage(session, messageId);
    mail.setEnvelopeFrom(letterhead.returnPath(to.deliveryId()));
    mail.setFrom(letterhead.from());
    mail.setRecipient(Message.RecipientType.TO, address(to));
    mail.setSubject(oneLine(subject), UTF_8);
    mail.setSentDate(Date.from(at));
    mail.setHeader("Auto-Submitted", "auto-generated");
    return mail;
  }

  private static SMTPMessage finish(SMTPMessage mail, String text, String html, String language)
      throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, UTF_8);
    MimeBodyPart rich = new MimeBodyPart();
    rich.setText(Footers.page(html, language), UTF_8, "html");
    mail.setContent(new MimeMultipart("alternative", plain, rich));
    mail.saveChanges();
    return mail;
  }

  private static InternetAddress address(Recipient to) throws MessagingException {
    InternetAddress address = new InternetAddress(oneLine(to.address()), true);
    if (!to.name().isBlank()) {
      try {
        address.setPersonal(oneLine(to.name()), UTF_8);
      } catch (UnsupportedEncodingException e) {
        throw new IllegalStateException("every Java runtime has UTF-8", e);
      }
    }
    return address;
  }

  /** Everything that ends a line, or a C string, becomes a blank. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }
}
