package dateline.launcher.mailsink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.runtime.http.Body;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import dateline.runtime.http.Routes;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The web inbox: what the sink has, for people and for programs. */
final class Inbox {

  /** A page of ours may hold a mail in a frame; nothing else. */
  private static final String PAGE =
      "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'";

  /** A mail may show itself and open a link beside it; it runs nothing and loads nothing. */
  private static final String MAIL =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src"
          + " 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'";

  private final MailFolder folder;

  Inbox(MailFolder folder) {
    this.folder = folder;
  }

  Routes routes() {
    return Routes.of(
        List.of(
            Route.get("/", _ -> page(InboxPages.list(folder.all()))),
            Route.get("/mails.json", this::json),
            Route.get(
                "/style.css",
                _ -> Content.of("text/css; charset=utf-8", Body.of(InboxPages.STYLE))),
            Route.get("/mails/{id}", this::mail),
            Route.get("/mails/{id}/html", this::html),
            Route.get("/mails/{id}/raw", this::raw)));
  }

  private static Content page(String html) {
    return Content.html(200, html).withHeader("Content-Security-Policy", PAGE);
  }

  private Response json(Request request) {
    Optional<String> to = request.query("to");
    return Content.json(
        200,
        folder.all().stream()
            .filter(mail -> to.isEmpty() || mail.to().contains(to.get()))
            .map(Inbox::json)
            .toList());
  }

  private static Map<String, Object> json(ReceivedMail mail) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", mail.id());
    json.put("from", mail.from());
    json.put("to", mail.to());
    json.put("subject", mail.subject());
    json.put("receivedAt", mail.receivedAt().toString());
    json.put("messageId", mail.messageId());
    return json;
  }

  private Response mail(Request request) {
    ReceivedMail mail = find(request);
    byte[] content = folder.content(mail);
    return page(
        InboxPages.mail(
            mail, part(content, "text/plain").orElse(""), part(content, "text/html").isPresent()));
  }

  private Response html(Request request) {
    String html = part(folder.content(find(request)), "text/html").orElseThrow(Inbox::notFound);
    return Content.html(200, "<base target=\"_blank\">" + html)
        .withHeader("Content-Security-Policy", MAIL)
        .withHeader("X-Frame-Options", "SAMEORIGIN")
        .withHeader("Referrer-Policy", "no-referrer");
  }

  private Response raw(Request request) {
    return Content.text(200, new String(folder.content(find(request)), UTF_8));
  }

  private ReceivedMail find(Request request) {
    return folder.find(request.param("id")).orElseThrow(Inbox::notFound);
  }

  private static ProblemException notFound() {
    return new ProblemException(Problem.notFound());
  }

  /** The first part of this type, decoded. */
  private static Optional<String> part(byte[] content, String type) {
    try {
      return part(MailFolder.parse(content), type);
    } catch (MessagingException | IOException e) {
      return Optional.of("This mail cannot be taken apart; look at it raw.");
    }
  }

  private static Optional<String> part(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type) && part.getContent() instanceof String text) {
      return Optional.of(text);
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        Optional<String> found = part(parts.getBodyPart(i), type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
