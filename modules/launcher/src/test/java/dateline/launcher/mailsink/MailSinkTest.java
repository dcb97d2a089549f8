package dateline.launcher.mailsink;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {

  @TempDir Path folder;

  @Test
  void whatWasAcceptedIsThereAfterARestart() throws Exception {
    List<ReceivedMail> before;
    try (MailSink sink = MailSink.start(folder, "127.0.0.1", 0, 0)) {
      send(sink, "Bridge opens", "<p>Hello</p>");
      send(sink, "Brücke öffnet", "<p>Hello</p>");
      before = sink.mails();
    }
    try (MailSink sink = MailSink.start(folder, "127.0.0.1", 0, 0)) {
      assertThat(sink.mails()).isEqualTo(before);
      assertThat(sink.mails())
          .extracting(ReceivedMail::subject)
          .containsExactly("Brücke öffnet", "Bridge opens");
      assertThat(sink.mails().getFirst().to()).containsExactly("ada@example.org");
      assertThat(sink.mails().getFirst().from()).isEqualTo("bounces+1@press.example");
      send(sink, "Third", "<p>Hello</p>");
      assertThat(sink.mails()).hasSize(3);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(3).allMatch(file -> file.toString().endsWith(".eml"));
    }
  }

  @Test
  void theInboxShowsMailsToPeopleAndPrograms() throws Exception {
    try (MailSink sink = MailSink.start(folder, "127.0.0.1", 0, 0)) {
      send(sink, "<b>Bridge</b> opens", "<p>Hello</p>");
      String id = sink.mails().getFirst().id();

      assertThat(get(sink, "/").body()).contains("&lt;b&gt;Bridge&lt;/b&gt; opens");
      assertThat(get(sink, "/mails.json").body())
          .contains("\"to\":[\"ada@example.org\"]", "\"messageId\":\"<", "\"id\":\"" + id);
      assertThat(get(sink, "/mails.json?to=bob@example.org").body()).isEqualTo("[]");
      assertThat(get(sink, "/mails/" + id).body())
          .contains("href=\"http://localhost/confirm?a=1&amp;b=2\"", "<iframe");
      assertThat(get(sink, "/mails/" + id + "/raw").body())
          .contains("Delivered-To: ada@example.org");
      assertThat(get(sink, "/mails/none").statusCode()).isEqualTo(404);
      assertThat(get(sink, "/mails/..%2Fsecret").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aMailRunsNoScriptInTheInbox() throws Exception {
    try (MailSink sink = MailSink.start(folder, "127.0.0.1", 0, 0)) {
      send(sink, "Bridge opens", "<script>alert(1)</script>");
      String id = sink.mails().getFirst().id();

      HttpResponse<String> html = get(sink, "/mails/" + id + "/html");
      assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("sandbox")
          .contains("default-src 'none'")
          .doesNotContain("allow-scripts");
      assertThat(get(sink, "/mails/" + id).body()).doesNotContain("<script");
    }
  }

  private static HttpResponse<String> get(MailSink sink, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(sink.inboxUrl() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static void send(MailSink sink, String subject, String html) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(sink.smtpPort()));
    properties.setProperty("mail.smtp.from", "bounces+1@press.example");
    MimeMessage mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom(new InternetAddress("press@press.example"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress("ada@example.org"));
    mail.setSubject(subject, "UTF-8");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("Say yes: http://localhost/confirm?a=1&b=2\n", "UTF-8");
    MimeBodyPart rich = new MimeBodyPart();
    rich.setText(html, "UTF-8", "html");
    mail.setContent(new MimeMultipart("alternative", text, rich));
    Transport.send(mail);
  }
}
