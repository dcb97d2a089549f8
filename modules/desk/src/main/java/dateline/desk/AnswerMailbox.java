package dateline.desk;

import dateline.desk.AnswerMails.Verdict;
import dateline.runtime.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/**
 * Takes mail for one address, by SMTP. A mail is accepted when what it says is decided, and not
 * before. Owns its threads; {@link #close} stops them.
 */
final class AnswerMailbox implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AnswerMailbox.class);

  /** A reply with everything it quotes; files belong elsewhere. */
  private static final int LARGEST = 256 << 10;

  private static final int CONNECTIONS = 50;

  private final SMTPServer smtp;

  private AnswerMailbox(SMTPServer smtp) {
    this.smtp = smtp;
  }

  /**
   * Starts to listen.
   *
   * @param address the only one it takes mail for: {@code "clearance@desk.example"}
   * @param port 0 for any free one
   * @throws UncheckedIOException if it cannot listen there
   */
  static AnswerMailbox start(String address, String host, int port, AnswerMails mails) {
    try {
      SMTPServer smtp =
          SMTPServer.port(port)
              .bindAddress(InetAddress.getByName(host))
              .hostName(address.substring(address.indexOf('@') + 1))
              .softwareName("Dateline")
              .maxMessageSize(LARGEST)
              .maxConnections(CONNECTIONS)
              .maxRecipients(1)
              .insertReceivedHeaders(false)
              .serverSocketFactory(() -> new ServerSocket())
              .messageHandlerFactory(session -> new Arriving((Session) session, address, mails))
              .build();
      smtp.start();
      return new AnswerMailbox(smtp);
    } catch (UnknownHostException e) {
      throw cannotListen(host, port, e);
    } catch (RuntimeException e) { // SubEtha's own word for a port it cannot have.
      throw cannotListen(host, port, e);
    }
  }

  private static UncheckedIOException cannotListen(String host, int port, Exception cause) {
    return new UncheckedIOException(
        "The desk cannot take mail on %s port %d; stop what uses it or set DATELINE_DESK_MAIL_PORT to another."
            .formatted(host, port),
        new IOException(cause));
  }

  int port() {
    return smtp.getPortAllocated();
  }

  @Override
  public void close() {
    smtp.stop();
  }

  /** One mail on its way in. */
  private static final class Arriving implements MessageHandler {

    private final Session session;
    private final String address;
    private final AnswerMails mails;
    private boolean fromNobody;

    Arriving(Session session, String address, AnswerMails mails) {
      this.session = session;
      this.address = address;
      this.mails = mails;
    }

    @Override
    public void from(String sender) {
      fromNobody = sender.isEmpty();
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      if (!recipient.equalsIgnoreCase(address)) {
        throw new RejectException(
            550, "5.1.1 NOT_HERE Only answers to mails that ask for clearance are taken here");
      }
    }

    @Override
    public String data(InputStream content) throws RejectException, IOException {
      byte[] bytes = content.readNBytes(LARGEST);
      if (content.transferTo(OutputStream.nullOutputStream()) > 0) {
        throw refused(552, "5.3.4 MAIL_TOO_LARGE The mail is too large; answer without files");
      }
      Verdict verdict =
          fromNobody
              ? new Verdict(250, "IGNORED", "Mails of machines answer nothing.")
              : Trace.begin().during(() -> mails.take(bytes));
      log.atInfo()
          .addKeyValue("status", verdict.status())
          .addKeyValue("code", verdict.code())
          .log("mail to the desk");
      if (verdict.status() != 250) {
        throw refused(verdict.status(), verdict.line());
      }
      return verdict.line();
    }

    /** SubEtha does not end a mail that is refused: the next would be taken for its rest. */
    private RejectException refused(int status, String line) {
      session.resetMailTransaction();
      return new RejectException(status, line);
    }

    @Override
    public void done() {}
  }
}
