package dateline.notification.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that owns the moment between a mail's text and its final dot: before the dot
 * the server has nothing, after it only the server's reply says whether it has. What must be known
 * for ever before that moment is written in it.
 */
final class HandOver extends SMTPTransport {

  /** Written before the dot. */
  @FunctionalInterface
  interface BeforeTheDot {
    /**
     * @throws IOException if the dot must not be sent; the connection is given up
     */
    void run() throws IOException;
  }

  private BeforeTheDot before = () -> {};
  private boolean dotSent;

  HandOver(Session session) {
    super(session, new URLName("smtp", null, -1, null, null, null));
  }

  void expect(BeforeTheDot next) {
    before = next;
    dotSent = false;
  }

  /** Whether the last mail's end was sent, or may have been. */
  boolean isDotSent() {
    return dotSent;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    before.run();
    dotSent = true;
    super.finishData();
  }
}
