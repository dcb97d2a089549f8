package dateline.launcher.mailsink;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail on its way in. It is accepted when it is on disk, and not before. */
final class Receiver implements MessageHandler {

  private static final Logger log = LoggerFactory.getLogger(Receiver.class);

  private final MailFolder folder;
  private final List<String> to = new ArrayList<>();
  private String from = "";

  Receiver(MailFolder folder) {
    this.folder = folder;
  }

  @Override
  public void from(String sender) {
    from = sender;
  }

  @Override
  public void recipient(String recipient) {
    to.add(recipient);
  }

  @Override
  public String data(InputStream content) throws RejectException, IOException {
    byte[] bytes = content.readAllBytes();
    try {
      ReceivedMail mail = folder.store(from, to, bytes);
      log.atInfo().addKeyValue("mailId", mail.id()).log("mail received");
      return "2.0.0 Ok: stored as " + mail.id();
    } catch (IOException e) {
      log.atError().setCause(e).log("mail not stored");
      throw new RejectException(451, "4.3.0 The mail cannot be stored; try again later");
    }
  }

  @Override
  public void done() {}
}
