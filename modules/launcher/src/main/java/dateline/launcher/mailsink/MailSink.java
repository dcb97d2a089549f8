package dateline.launcher.mailsink;

import dateline.runtime.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes every mail, delivers none, and shows them in a web inbox. What it accepted is on disk and
 * there again after a restart. Owns its threads; {@link #close} stops them.
 */
public final class MailSink implements AutoCloseable {

  private static final int LARGEST = 25 << 20;

  private final MailFolder folder;
  private final SMTPServer smtp;
  private final HttpServer http;

  private MailSink(MailFolder folder, SMTPServer smtp, HttpServer http) {
    this.folder = folder;
    this.smtp = smtp;
    this.http = http;
  }

  /**
   * Starts the sink.
   *
   * @param folder where mails are kept, made if it is not there
   * @param host to listen on: {@code "127.0.0.1"}
   * @param smtpPort 0 for any free one
   * @param httpPort of the inbox; 0 for any free one
   * @throws IOException if the folder cannot be used
   * @throws dateline.runtime.http.CannotListenException if the inbox's port is taken
   * @throws UncheckedIOException if the SMTP port is taken
   */
  public static MailSink start(Path folder, String host, int smtpPort, int httpPort)
      throws IOException {
    MailFolder mails = MailFolder.open(folder);
    SMTPServer smtp = smtp(mails, host, smtpPort);
    HttpServer http = HttpServer.start("mail inbox", host, httpPort, new Inbox(mails).routes());
    try {
      smtp.start();
    } catch (RuntimeException e) { // SubEtha's own word for a port it cannot have.
      http.close();
      throw new UncheckedIOException(
          new IOException("The mail sink cannot listen on " + host + ':' + smtpPort + '.', e));
    }
    return new MailSink(mails, smtp, http);
  }

  private static SMTPServer smtp(MailFolder mails, String host, int port)
      throws UnknownHostException {
    InetAddress address = InetAddress.getByName(host);
    return SMTPServer.port(port)
        .bindAddress(address)
        .hostName("dateline.invalid")
        .softwareName("Dateline mail sink")
        .maxMessageSize(LARGEST)
        .maxConnections(1_000)
        .insertReceivedHeaders(false)
        .serverSocketFactory(() -> new ServerSocket())
        .messageHandlerFactory(_ -> new Receiver(mails))
        .build();
  }

  /** The port on which it takes mail. */
  public int smtpPort() {
    return smtp.getPortAllocated();
  }

  /** The inbox's address, without a slash at its end. */
  public String inboxUrl() {
    return http.url();
  }

  /** Every mail it has, newest first. */
  public List<ReceivedMail> mails() {
    return folder.all();
  }

  @Override
  public void close() {
    smtp.stop();
    http.close();
  }
}
