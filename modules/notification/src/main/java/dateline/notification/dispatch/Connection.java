package dateline.notification.dispatch;

import dateline.notification.dispatch.NotificationSettings.Login;
import dateline.notification.dispatch.NotificationSettings.Smtp;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the server, used for one mail after the other by one thread. */
final class Connection implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Connection.class);
  private static final Pattern STATUS = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})");

  private final HandOver transport;
  private final Smtp smtp;
  private final Optional<Login> login;
  private final Relay relay;

  Connection(HandOver transport, Smtp smtp, Optional<Login> login, Relay relay) {
    this.transport = transport;
    this.smtp = smtp;
    this.login = login;
    this.relay = relay;
  }

  /** Hands a mail over; {@code started} is run when all but its end has been sent. */
  Reply send(SMTPMessage mail, HandOver.BeforeTheDot started) {
    if (!isConnected()) {
      return new Reply.NoServer();
    }
    transport.expect(started);
    try {
      transport.sendMessage(mail, recipients(mail));
      return new Reply.Accepted(transport.getLastReturnCode(), status());
    } catch (MessagingException e) {
      return failed(e);
    }
  }

  private static Address[] recipients(SMTPMessage mail) throws MessagingException {
    return mail.getAllRecipients();
  }

  private Reply failed(MessagingException failure) {
    int code = code(failure);
    if (code >= 500) {
      return new Reply.Turned(code, status());
    }
    if (code >= 400) {
      return new Reply.PutOff(code, status());
    }
    if (transport.isDotSent()) {
      return new Reply.Lost();
    }
    return isLedgerLost(failure) ? new Reply.NotOurs() : new Reply.PutOff(0, "");
  }

  private static boolean isLedgerLost(MessagingException failure) {
    Exception next = failure.getNextException();
    return next instanceof IOException && next.getCause() instanceof LedgerLostException;
  }

  /** The server's reply to what failed, or 0 if none came. */
  private static int code(MessagingException failure) {
    int code = 0;
    Exception next = failure;
    while (next instanceof MessagingException messaging) {
      int found =
          switch (messaging) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSenderFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> e.getReturnCode();
            default -> 0;
          };
      code = found > 0 ? found : code;
      next = messaging.getNextException();
    }
    return code;
  }

  private String status() {
    String response = transport.getLastServerResponse();
    if (response == null) {
      return "";
    }
    Matcher matcher = STATUS.matcher(response);
    return matcher.find() ? matcher.group(1) : "";
  }

  private boolean isConnected() {
    if (transport.isConnected()) {
      return true;
    }
    try {
      if (login.isPresent()) {
        transport.connect(smtp.host(), smtp.port(), login.get().user(), login.get().password());
      } else {
        transport.connect(smtp.host(), smtp.port(), null, null);
      }
      relay.reached();
      return true;
    } catch (MessagingException e) {
      log.atWarn()
          .addKeyValue("host", smtp.host())
          .addKeyValue("port", smtp.port())
          .addKeyValue("fault", e.getClass().getSimpleName())
          .log("mail server not reached");
      relay.notReached(Instant.now());
      return false;
    }
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      // It is gone already, and every mail on it has its reply.
    }
  }
}
