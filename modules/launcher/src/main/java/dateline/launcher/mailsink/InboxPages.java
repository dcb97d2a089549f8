package dateline.launcher.mailsink;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The inbox's pages; all text is escaped. */
final class InboxPages {

  static final String STYLE =
      """
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
      table { border-collapse: collapse; width: 100% }
      th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #767676; vertical-align: top }
      pre { white-space: pre-wrap; overflow-wrap: anywhere }
      iframe { width: 100%; height: 40rem; border: 1px solid #767676 }
      """;

  /** In text that is escaped already. */
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

  private InboxPages() {}

  static String list(List<ReceivedMail> mails) {
    String rows =
        mails.stream()
            .map(mail ->
                "<tr><td>%s</td><td>%s</td><td><a href=\"/mails/%s\">%s</a></td></tr>\n"
                    .formatted(
                        mail.receivedAt(),
                        escape(String.join(", ", mail.to())),
                        mail.id(),
                        escape(mail.subject().isEmpty() ? "(no subject)" : mail.subject())))
            .collect(Collectors.joining());
    return page(
        "Mail inbox",
        "<p>Mails: %d, delivered to nobody but this inbox.</p>\n".formatted(mails.size())
            + "<table>\n<thead><tr><th>Received</th><th>To</th><th>Subject</th></tr></thead>\n"
            + "<tbody>\n"
            + rows
            + "</tbody>\n</table>\n");
  }

  static String mail(ReceivedMail mail, String text, boolean hasHtml) {
    return page(
        mail.subject().isEmpty() ? "(no subject)" : mail.subject(),
        "<p><a href=\"/\">Inbox</a> · <a href=\"/mails/%s/raw\">Raw</a></p>\n".formatted(mail.id())
            + "<p>From %s<br>To %s<br>Received %s</p>\n"
                .formatted(
                    escape(mail.from()), escape(String.join(", ", mail.to())), mail.receivedAt())
            + "<h2>As text</h2>\n<pre>"
            + withLinks(escape(text))
            + "</pre>\n"
            + (hasHtml ? frame(mail.id()) : ""));
  }

  private static String frame(String id) {
    return "<h2>As HTML</h2>\n<iframe title=\"The mail as HTML\" src=\"/mails/"
        + id
        + "/html\"\n sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>\n";
  }

  private static String page(String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%1$s</title><link rel="stylesheet" href="/style.css"></head>
    <body>
    <main>
    <h1>%1$s</h1>
    %2$s</main>
    </body>
    </html>
    """
        .formatted(escape(title), body);
  }

  private static String withLinks(String escaped) {
    return LINK.matcher(escaped).replaceAll("<a rel=\"noreferrer\" href=\"$0\">$0</a>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
