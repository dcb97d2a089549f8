package dateline.notification.dispatch;

import dateline.notification.MailAddress;
import dateline.notification.mail.Letterhead;
import dateline.notification.mail.NoticeWriter;
import dateline.runtime.DeskLinks;
import dateline.runtime.NewsroomLinks;
import dateline.runtime.SettingsReader;
import dateline.runtime.Tokens;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How mails are made and handed over.
 *
 * @param smtp {@code DATELINE_SMTP}, host:port of the server that takes our mail; default {@code
 *     localhost:2525}
 * @param login {@code DATELINE_SMTP_USER} and {@code DATELINE_SMTP_PASSWORD}; default none
 * @param tlsRequired {@code DATELINE_SMTP_TLS}, {@code required} hands nothing over in the clear,
 *     {@code offered} uses TLS where the server offers it; default {@code offered}
 * @param from {@code DATELINE_MAIL_FROM}, whom mails come from; example {@code Press Office
 *     <press@example.org>}
 * @param newsroom {@code DATELINE_NEWSROOM_URL}, the public's address of the newsroom; default
 *     {@code http://localhost:8080}
 * @param desk {@code DATELINE_DESK_URL}, where the staff reach the desk, for the links in their
 *     mails; default {@code http://127.0.0.1:8081}
 * @param replies {@code DATELINE_DESK_MAIL}, the address at which answers by mail are read; default
 *     none, and then no mail offers it
 * @param secret {@code DATELINE_SECRET}, at least 16 characters, the same for every module
 * @param connections {@code DATELINE_MAIL_CONNECTIONS}, to the server at once for each lane, 1 to
 *     1,000; default 32
 * @param connectionsPerDomain {@code DATELINE_MAIL_CONNECTIONS_PER_DOMAIN}, for one recipient
 *     domain at once, 1 to 100; default 4
 * @param retries {@code DATELINE_MAIL_RETRIES}, how long to wait before each further try of a mail
 *     that was put off, ISO 8601 durations separated by commas; after the last it counts as bounced
 */
public record NotificationSettings(
    Smtp smtp,
    Optional<Login> login,
    boolean tlsRequired,
    InternetAddress from,
    URI newsroom,
    URI desk,
    Optional<InternetAddress> replies,
    String secret,
    int connections,
    int connectionsPerDomain,
    List<Duration> retries) {

  private static final String RETRIES = "PT1M,PT5M,PT15M,PT1H,PT2H,PT4H,PT8H,PT16H,P1D,P1D,P1D";

  /** Where mail is handed over. */
  public record Smtp(String host, int port) {}

  /** Who we are there. */
  public record Login(String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Login[" + user + ']';
    }
  }

  public NotificationSettings {
    retries = List.copyOf(retries);
  }

  /**
   * Reads the settings.
   *
   * @throws dateline.runtime.SettingsException naming every faulty variable
   */
  public static NotificationSettings from(Map<String, String> variables) {
    SettingsReader read = new SettingsReader(variables);
    NotificationSettings settings = read(read);
    read.done();
    return settings;
  }

  /** Reads the settings, leaving faults with the reader: for a record that holds this one. */
  public static NotificationSettings read(SettingsReader read) {
    return new NotificationSettings(
        smtp(read),
        login(read),
        tls(read),
        from(read),
        read.url("DATELINE_NEWSROOM_URL", URI.create("http://localhost:8080")),
        read.url("DATELINE_DESK_URL", URI.create("http://127.0.0.1:8081")),
        replies(read),
        read.secret(),
        read.integer("DATELINE_MAIL_CONNECTIONS", 32, 1, 1000),
        read.integer("DATELINE_MAIL_CONNECTIONS_PER_DOMAIN", 4, 1, 100),
        retries(read));
  }

  Letterhead letterhead() {
    return new Letterhead(from, links());
  }

  NoticeWriter noticeWriter() {
    return new NoticeWriter(letterhead().name(), new DeskLinks(desk, secret), links(), replies);
  }

  private NewsroomLinks links() {
    return new NewsroomLinks(newsroom, new Tokens(secret));
  }

  private static Smtp smtp(SettingsReader read) {
    String text = read.text("DATELINE_SMTP", "localhost:2525");
    int colon = text.lastIndexOf(':');
    if (colon > 0) {
      try {
        int port = Integer.parseInt(text.substring(colon + 1));
        if (port > 0 && port < 65_536) {
          return new Smtp(text.substring(0, colon), port);
        }
      } catch (NumberFormatException e) {
        // Told below, as a port out of range is.
      }
    }
    read.fault("DATELINE_SMTP", "is \"" + text + "\"; it must be host:port, as localhost:2525");
    return new Smtp("localhost", 2525);
  }

  private static Optional<Login> login(SettingsReader read) {
    Optional<String> user = read.optional("DATELINE_SMTP_USER");
    Optional<String> password = read.optional("DATELINE_SMTP_PASSWORD");
    if (user.isPresent() != password.isPresent()) {
      read.fault(
          "DATELINE_SMTP_USER", "and DATELINE_SMTP_PASSWORD belong together; set both or neither");
    }
    return user.flatMap(name -> password.map(word -> new Login(name, word)));
  }

  private static boolean tls(SettingsReader read) {
    String text = read.text("DATELINE_SMTP_TLS", "offered");
    if (!text.equals("offered") && !text.equals("required")) {
      read.fault("DATELINE_SMTP_TLS", "is \"" + text + "\"; it must be offered or required");
    }
    return text.equals("required");
  }

  private static InternetAddress from(SettingsReader read) {
    String text = read.text("DATELINE_MAIL_FROM", "Press Office <press@dateline.example>");
    return address(text)
        .orElseGet(() -> {
          read.fault(
              "DATELINE_MAIL_FROM",
              "is not an address; write it as Press Office <press@example.org>");
          return new InternetAddress();
        });
  }

  private static Optional<InternetAddress> replies(SettingsReader read) {
    Optional<String> text = read.optional("DATELINE_DESK_MAIL");
    Optional<InternetAddress> address = text.flatMap(NotificationSettings::address);
    if (text.isPresent() && address.isEmpty()) {
      read.fault("DATELINE_DESK_MAIL", "is not an address; write it as answers@desk.example.org");
    }
    return address;
  }

  /** Empty if nobody can write to it. */
  private static Optional<InternetAddress> address(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      return MailAddress.read(address.getAddress()) instanceof MailAddress
          ? Optional.of(address)
          : Optional.empty();
    } catch (AddressException e) {
      return Optional.empty();
    }
  }

  private static List<Duration> retries(SettingsReader read) {
    String text = read.text("DATELINE_MAIL_RETRIES", RETRIES);
    try {
      return Arrays.stream(text.split(",")).map(String::strip).map(Duration::parse).toList();
    } catch (DateTimeParseException e) {
      read.fault(
          "DATELINE_MAIL_RETRIES", "is \"" + text + "\"; it must be durations as PT1M,PT5M,P1D");
      return List.of();
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "NotificationSettings[" + smtp.host() + ':' + smtp.port() + ']';
  }
}
