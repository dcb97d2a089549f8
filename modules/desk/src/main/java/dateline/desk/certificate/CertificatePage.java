package dateline.desk.certificate;

import static dateline.note.HtmlText.escaped;

import dateline.desk.certificate.Certificate.Answer;
import dateline.desk.certificate.Certificate.Decision;
import dateline.desk.certificate.Certificate.Invitation;
import dateline.desk.certificate.Certificate.Line;
import dateline.desk.certificate.Certificate.Link;
import dateline.desk.certificate.Certificate.Submission;
import dateline.desk.certificate.Certificate.Use;
import dateline.runtime.http.Content;
import dateline.runtime.http.OwnStyles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A certificate as a page to print, whole in one file. */
public final class CertificatePage {

  private static final String STYLES =
      """
      body { font-family: system-ui, sans-serif; line-height: 1.45; max-width: 52rem;
        margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
      h1 { font-size: 1.1rem; text-transform: uppercase; letter-spacing: 0.08em;
        border-bottom: 0.2rem solid #1b1b1b; padding-bottom: 0.4rem; }
      .headline { font-size: 1.5rem; font-weight: bold; margin: 1rem 0; }
      h2 { font-size: 1.1rem; margin-top: 2rem; break-after: avoid; }
      table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
      th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0;
        border-bottom: 1px solid #767676; overflow-wrap: anywhere; }
      tr { break-inside: avoid; }
      code, pre { font-family: ui-monospace, monospace; font-size: 0.85rem; }
      code { overflow-wrap: anywhere; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #767676;
        padding: 0.75rem; }
      .warning { border: 0.2rem solid #8a1c1c; padding: 0.75rem 1rem; font-weight: bold; }
      .wide { overflow-x: auto; }
      @page { margin: 18mm; }
      @media print { body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } }
      """;

  private static final String POLICY = OwnStyles.policy(STYLES);

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Certificate certificate;
  private final UnaryOperator<String> person;
  private final UnaryOperator<String> office;

  private CertificatePage(
      Certificate certificate, UnaryOperator<String> person, UnaryOperator<String> office) {
    this.certificate = certificate;
    this.person = id -> named(person.apply(id), id);
    this.office = id -> named(office.apply(id), id);
  }

  /**
   * The page.
   *
   * @param person what the directory calls a person of this id now, or the id
   * @param office what it calls an office
   */
  public static Content of(
      Certificate certificate, UnaryOperator<String> person, UnaryOperator<String> office) {
    return Content.html(200, new CertificatePage(certificate, person, office).html())
        .withHeader("Content-Security-Policy", POLICY);
  }

  private static String named(String name, String id) {
    return escaped(name.equals(id) ? id : name + " (" + id + ")");
  }

  private String html() {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Certificate of clearance: %s</title>
    <style>%s</style>
    </head>
    <body>
    <main>
    <h1>Certificate of clearance</h1>
    <p class="headline" dir="auto">%s</p>
    %s%s%s%s%s%s%s</main>
    </body>
    </html>
    """
        .formatted(
            escaped(certificate.note()),
            STYLES,
            escaped(certificate.headline()),
            warnings(),
            facts(),
            offices(),
            submission(),
            decisions(),
            text(),
            chain());
  }

  private String warnings() {
    StringBuilder out = new StringBuilder();
    certificate
        .ended()
        .ifPresent(ended ->
            out.append(
                warning(
                    "This approval holds no longer: it ended at %s (%s)%s."
                        .formatted(
                            when(ended.at()),
                            escaped(ended.what()),
                            ended.reason().isEmpty()
                                ? ""
                                : ", because: " + escaped(ended.reason())))));
    certificate
        .emergency()
        .ifPresent(emergency ->
            out.append(
                warning(
                    "The text passed in an emergency, declared by %s: %s. %s"
                        .formatted(
                            person.apply(emergency.authority()),
                            escaped(emergency.reason()),
                            emergency
                                .cleared()
                                .map(done ->
                                    "It was cleared after the fact at %s by %s."
                                        .formatted(when(done.at()), person.apply(done.person())))
                                .orElse(
                                    "%s owes its clearance after the fact by %s%s."
                                        .formatted(
                                            office.apply(emergency.office()),
                                            when(emergency.due()),
                                            emergency.overdueSince().isPresent()
                                                ? ", which is over"
                                                : ""))))));
    return out.toString();
  }

  private static String warning(String sentence) {
    return "<p class=\"warning\">" + sentence + "</p>\n";
  }

  private String facts() {
    StringBuilder out = new StringBuilder("<table>\n");
    fact(out, "Note", "<code>" + escaped(certificate.note()) + "</code>");
    fact(out, "Text", "revision " + certificate.revision());
    fact(out, "SHA-256", "<code>" + escaped(certificate.digest()) + "</code>");
    fact(out, "Approved", when(certificate.approval().at()));
    fact(
        out,
        "Approved by",
        String.join(
            "<br>",
            certificate.approval().given().stream()
                .map(one -> person.apply(one.person()) + ", " + when(one.at()))
                .toList()));
    fact(out, "Written by", people(certificate.contributors()));
    if (!certificate.actionOffice().isEmpty()) {
      fact(out, "Action office", office.apply(certificate.actionOffice()));
    }
    fact(out, "Rules", "directory version " + certificate.directoryVersion());
    return out.append("</table>\n").toString();
  }

  private static void fact(StringBuilder out, String name, String html) {
    out.append("<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n".formatted(name, html));
  }

  private String people(List<String> ids) {
    return String.join("<br>", ids.stream().map(person).toList());
  }

  private String offices() {
    StringBuilder out =
        new StringBuilder(
            """
            <h2>What the offices said</h2>
            <div class="wide"><table>
            <thead><tr><th scope="col">Office</th><th scope="col">Asked</th><th scope="col">Answer</th><th scope="col">Who, when, how</th></tr></thead>
            <tbody>
            """);
    for (Line line : certificate.list()) {
      out.append(
          "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td></tr>\n"
              .formatted(office.apply(line.office()), asked(line), outcome(line), voice(line)));
    }
    return out.append("</tbody>\n</table></div>\n").toString();
  }

  private String asked(Line line) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "to "
            + word(line.power())
            + (line.mandatory() ? ", mandatory" : "")
            + (line.stage() > 1 ? ", stage " + line.stage() : ""));
    parts.add(escaped(line.because()));
    line.passages()
        .ifPresent(n -> parts.add(n + (n == 1 ? " passage concerns it" : " passages concern it")));
    line.invitation().ifPresent(link -> parts.add(invited(link)));
    line.askedAt().ifPresent(at -> parts.add("asked " + when(at)));
    line.due().ifPresent(at -> parts.add("until " + when(at)));
    line.remindedAt().ifPresent(at -> parts.add("reminded " + when(at)));
    line.silentSince().ifPresent(at -> parts.add("silent since " + when(at)));
    return String.join("<br>", parts);
  }

  /** Who was invited, and each use of their link. */
  private String invited(Invitation link) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "invited %s by %s as <span dir=\"auto\">%s</span>, until %s"
            .formatted(
                when(link.at()),
                person.apply(link.by()),
                escaped(link.name()),
                when(link.until())));
    for (Use use : link.uses()) {
      parts.add(
          switch (use.what()) {
            case "CODE_ASKED" -> "code %d asked for %s".formatted(use.code(), when(use.at()));
            case "OPENED" -> "text shown %s, for code %d".formatted(when(use.at()), use.code());
            default -> "wrong code typed " + when(use.at());
          });
    }
    link.revoked().ifPresent(ended -> parts.add("link ended by " + reasoned(ended)));
    return String.join("<br>", parts);
  }

  private String outcome(Line line) {
    List<String> parts = new ArrayList<>();
    line.answer()
        .ifPresent(answer -> {
          parts.add("<strong>" + word(answer.answer()) + "</strong>");
          if (!answer.digest().equals(certificate.digest())) {
            parts.add("a former text, <code>" + escaped(answer.digest()) + "</code>");
          }
          if (!answer.reason().isEmpty()) {
            parts.add(escaped(answer.reason()));
          }
        });
    line.kept().ifPresent(kept -> parts.add("It stands for this text: " + reasoned(kept)));
    line.passedOver()
        .ifPresent(without -> parts.add("<strong>passed over</strong> by " + reasoned(without)));
    return parts.isEmpty() ? "none" : String.join("<br>", parts);
  }

  private String voice(Line line) {
    Optional<Answer> answer = line.answer();
    if (answer.isEmpty()) {
      return "–";
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        line.invitation()
            .map(link -> "<span dir=\"auto\">" + escaped(link.name()) + "</span>")
            .orElseGet(() -> person.apply(answer.get().person())));
    answer.get().deputyFor().ifPresent(whom -> parts.add("as deputy for " + person.apply(whom)));
    parts.add(when(answer.get().at()));
    parts.add(
        switch (answer.get().channel()) {
          case "LINK" -> "by signed link";
          case "EMAIL" -> "by e-mail";
          case "PHONE" -> "by phone";
          default -> "at the desk";
        });
    answer.get().recordedBy().ifPresent(who -> parts.add("written down by " + person.apply(who)));
    return String.join("<br>", parts);
  }

  private String reasoned(Decision decision) {
    return "%s, %s: %s"
        .formatted(
            person.apply(decision.person()), when(decision.at()), escaped(decision.reason()));
  }

  private String submission() {
    if (certificate.submission().isEmpty()) {
      return "";
    }
    Submission handedIn = certificate.submission().get();
    List<String> said = new ArrayList<>();
    said.add(
        "Handed in by %s at %s%s."
            .formatted(
                person.apply(handedIn.person()),
                when(handedIn.at()),
                handedIn.urgent() ? ", as urgent" : ""));
    handedIn
        .waivers()
        .forEach(waiver ->
            said.add(
                "In spite of <code>%s</code>: %s"
                    .formatted(escaped(waiver.code()), escaped(waiver.reason()))));
    handedIn
        .agreed()
        .forEach(agreed ->
            said.add(
                "Agreed with <span dir=\"auto\">%s</span>: <code dir=\"auto\">%s</code>"
                    .formatted(escaped(agreed.with()), escaped(agreed.paragraph()))));
    handedIn
        .attachments()
        .forEach(file ->
            said.add(
                "With the file <span dir=\"auto\">%s</span>, <code>%s</code>"
                    .formatted(escaped(file.name()), escaped(file.sha256()))));
    return "<h2>How it was handed in</h2>\n<ul>\n"
        + String.join("", said.stream().map(one -> "<li>" + one + "</li>\n").toList())
        + "</ul>\n";
  }

  private String decisions() {
    if (certificate.decisions().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("<h2>What was decided beside</h2>\n<ul>\n");
    for (Decision one : certificate.decisions()) {
      out.append(
          "<li>%s: %s%s, by %s%s</li>\n"
              .formatted(
                  when(one.at()),
                  escaped(one.what()),
                  one.office().isEmpty() ? "" : " " + office.apply(one.office()),
                  person.apply(one.person()),
                  one.reason().isEmpty() ? "" : ": " + escaped(one.reason())));
    }
    return out.append("</ul>\n").toString();
  }

  private String text() {
    return """
    <h2>The text</h2>
    <p>In canonical form; the SHA-256 of its UTF-8 bytes is the one above.</p>
    <pre dir="auto">%s</pre>
    """
        .formatted(escaped(certificate.canonicalForm()));
  }

  private String chain() {
    StringBuilder out =
        new StringBuilder(
            """
            <h2>The events on the log</h2>
            <div class="wide"><table>
            <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Who</th><th scope="col">Event</th><th scope="col">Caused by</th></tr></thead>
            <tbody>
            """);
    for (Link link : certificate.chain()) {
      out.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td><td><code>%s</code></td><td><code>%s</code></td></tr>\n"
              .formatted(
                  when(link.at()),
                  escaped(link.what()),
                  escaped(link.person()),
                  escaped(link.id()),
                  escaped(link.causedBy())));
    }
    return out.append("</tbody>\n</table></div>\n").toString();
  }

  private static String when(Instant at) {
    return "<time datetime=\"%s\">%s</time>".formatted(at, INSTANT.format(at));
  }

  private static String word(String constant) {
    return escaped(constant.toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
