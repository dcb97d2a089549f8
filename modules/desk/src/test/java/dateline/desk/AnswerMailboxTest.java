package dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.note.MediaNote;
import dateline.runtime.AnswerLink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mail server hears that hands a mail to the desk. */
class AnswerMailboxTest {

  private static final String NOTE = "ab12".repeat(8);
  private static final MediaNote TEXT = Facts.paragraphs("A bridge opens", "For 7 million.");

  @TempDir Path folder;
  private TestDesk desk;
  private AnswerMailbox mailbox;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    ReviewFacts review = new ReviewFacts(desk.facts, NOTE);
    desk.apply(
        desk.facts.created(NOTE, "c", TEXT),
        desk.facts.submitted(NOTE, 1, TEXT),
        review.requested(1, TEXT, 1, ReviewFacts.line("legal", "CLEAR", false, 1)));
    desk.doing(_ -> review.answered("legal", "CLEARED", "lea.legal", TEXT));
    mailbox = AnswerMailbox.start("clearance@desk.example", "127.0.0.1", 0, desk.mails());
  }

  @AfterEach
  void close() {
    mailbox.close();
    desk.close();
  }

  @Test
  void anAnswerIsAcceptedOnceItIsRecorded() throws IOException {
    try (Peer peer = new Peer(mailbox.port())) {
      assertThat(peer.hears()).startsWith("220 desk.example");
      assertThat(peer.says("EHLO mail.example")).contains("SIZE 262144");
      assertThat(peer.says("MAIL FROM:<lea.legal@example.org>")).startsWith("250");
      assertThat(peer.says("RCPT TO:<Clearance@Desk.example>")).startsWith("250");
      assertThat(peer.says("DATA")).startsWith("354");
      assertThat(peer.says(mail("Cleared.") + "\r\n."))
          .startsWith("250 2.0.0 RECORDED Office legal has cleared this text");
      assertThat(desk.given).hasSize(1);

      assertThat(peer.sends("lea.legal@example.org", mail("Perhaps.")))
          .startsWith("550 5.7.1 NO_ANSWER Nothing is recorded");
      assertThat(peer.sends("", mail("Cleared."))).startsWith("250 2.0.0 IGNORED");
      assertThat(peer.sends("lea.legal@example.org", mail("x".repeat(70) + "\r\n").repeat(2_000)))
          .startsWith("552 5.3.4 MAIL_TOO_LARGE");
      assertThat(desk.given).hasSize(1);
    }
  }

  @Test
  void mailForAnybodyElseIsNotTaken() throws IOException {
    try (Peer peer = new Peer(mailbox.port())) {
      peer.hears();
      peer.says("EHLO mail.example");
      peer.says("MAIL FROM:<lea.legal@example.org>");
      assertThat(peer.says("RCPT TO:<press@desk.example>")).startsWith("550 5.1.1 NOT_HERE");
      assertThat(peer.says("RCPT TO:<clearance@desk.example>")).startsWith("250");
    }
  }

  @Test
  void aPortThatIsTakenIsSaidInASentence() {
    assertThatThrownBy(() ->
            AnswerMailbox.start(
                "clearance@desk.example", "127.0.0.1", mailbox.port(), desk.mails()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("The desk cannot take mail on 127.0.0.1 port " + mailbox.port());
  }

  private static String mail(String text) {
    String token =
        new AnswerLink(
                NOTE,
                Facts.digest(TEXT),
                "legal",
                "lea.legal",
                Instant.parse("2026-03-04T12:00:00Z"))
            .token(TestDesk.SECRET, AnswerLink.Way.REPLY);
    return String.join(
        "\r\n",
        "Message-ID: <1@mail.example>",
        "From: lea.legal@example.org",
        "In-Reply-To: <answer." + token + "@desk.example>",
        "",
        text);
  }

  /** A mail server on the other side. */
  private static final class Peer implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private final Writer out;

    Peer(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(20_000);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
    }

    String sends(String from, String mail) throws IOException {
      says("MAIL FROM:<" + from + ">");
      says("RCPT TO:<clearance@desk.example>");
      says("DATA");
      return says(mail + "\r\n.");
    }

    String says(String line) throws IOException {
      out.write(line + "\r\n");
      out.flush();
      return hears();
    }

    /** A whole reply: its last line has no hyphen behind the code. */
    String hears() throws IOException {
      StringBuilder reply = new StringBuilder();
      String line = in.readLine();
      while (line != null && line.length() > 3 && line.charAt(3) == '-') {
        reply.append(line).append('\n');
        line = in.readLine();
      }
      return reply.append(line).toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
