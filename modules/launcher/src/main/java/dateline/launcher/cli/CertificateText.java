package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A certificate for people at a terminal. */
final class CertificateText {

  private static final List<String> HEADS =
      List.of("OFFICE", "POWER", "ANSWER", "WHO", "WHEN", "OF WHICH TEXT, AND WHY");
  private static final String NONE = "–";

  private CertificateText() {}

  static String of(JsonNode certificate) {
    StringBuilder out = new StringBuilder(inShort(certificate));
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    certificate.path("list").forEach(line -> rows.add(row(certificate, line)));
    out.append(Columns.of(rows)).append("! is mandatory\n");
    JsonNode submission = certificate.path("submission");
    submission
        .path("waivers")
        .forEach(waiver ->
            out.append(
                "  handed in in spite of %s: %s%n"
                    .formatted(waiver.path("code").asText(), waiver.path("reason").asText())));
    certificate.path("decisions").forEach(one -> out.append(decision(one)));
    out.append(
        "%s on the log lead here; ./dateline certificate %s --json is the document.%n"
            .formatted(
                NoteText.many(certificate.path("chain").size(), "event"),
                certificate.path("note").asText()));
    return out.toString();
  }

  /** What was approved, by whom, and whether it holds. */
  static String inShort(JsonNode certificate) {
    StringBuilder out = new StringBuilder();
    out.append(certificate.path("headline").asText()).append('\n');
    out.append(
        "  note %s, revision %d%n"
            .formatted(certificate.path("note").asText(), certificate.path("revision").asInt()));
    out.append("  SHA-256 %s%n".formatted(certificate.path("digest").asText()));
    for (JsonNode given : certificate.path("approval").path("given")) {
      out.append(
          "  approved by %s, %s%n"
              .formatted(given.path("person").asText(), NoteText.instant(given.path("at"))));
    }
    JsonNode emergency = certificate.path("emergency");
    if (!emergency.isMissingNode()) {
      out.append(emergency(emergency));
    }
    JsonNode ended = certificate.path("ended");
    if (!ended.isMissingNode()) {
      out.append(
          "  HOLDS NO LONGER since %s (%s)%s%n"
              .formatted(
                  NoteText.instant(ended.path("at")),
                  ended.path("what").asText(),
                  because(ended.path("reason"))));
    }
    return out.toString();
  }

  private static String emergency(JsonNode emergency) {
    return "  IN AN EMERGENCY declared by %s%s; %s%n"
        .formatted(
            emergency.path("authority").asText(),
            because(emergency.path("reason")),
            emergency.has("cleared")
                ? "cleared after the fact by " + emergency.path("cleared").path("person").asText()
                : "to be cleared by "
                    + NoteText.instant(emergency.path("due"))
                    + (emergency.has("overdueSince") ? ", which is OVER" : ""));
  }

  private static List<String> row(JsonNode certificate, JsonNode line) {
    JsonNode answer = line.path("answer");
    JsonNode passedOver = line.path("passedOver");
    return List.of(
        line.path("office").asText(),
        words(line.path("power")) + (line.path("mandatory").asBoolean() ? "!" : ""),
        passedOver.isMissingNode() ? words(answer.path("answer")) : "passed over",
        passedOver.isMissingNode() ? voice(line) : passedOver.path("person").asText(),
        at(passedOver.isMissingNode() ? answer : passedOver),
        why(certificate, line));
  }

  private static String at(JsonNode said) {
    return said.has("at") ? NoteText.instant(said.path("at")) : NONE;
  }

  private static String why(JsonNode certificate, JsonNode line) {
    List<String> parts = new ArrayList<>();
    JsonNode answer = line.path("answer");
    if (answer.has("digest")) {
      parts.add(
          answer.path("digest").equals(certificate.path("digest")) ? "this text" : "a former text");
    }
    for (JsonNode said : List.of(answer, line.path("kept"), line.path("passedOver"))) {
      if (!said.path("reason").asText().isEmpty()) {
        parts.add(said.path("reason").asText());
      }
    }
    return parts.isEmpty() ? NONE : String.join("; ", parts);
  }

  private static String voice(JsonNode line) {
    JsonNode answer = line.path("answer");
    String channel = answer.path("channel").asText("DESK");
    String person =
        answer.has("person") && line.has("invitation")
            ? line.path("invitation").path("name").asText()
            : answer.path("person").asText(NONE);
    return person
        + (channel.equals("DESK") ? "" : " by " + channel.toLowerCase(Locale.ROOT))
        + (answer.has("deputyFor") ? " for " + answer.path("deputyFor").asText() : "")
        + (answer.has("recordedBy") ? ", recorded by " + answer.path("recordedBy").asText() : "");
  }

  private static String decision(JsonNode one) {
    String office = one.path("office").asText();
    return "  %s %s%s by %s%s%n"
        .formatted(
            NoteText.instant(one.path("at")),
            one.path("what").asText(),
            office.isEmpty() ? "" : " " + office,
            one.path("person").asText(),
            because(one.path("reason")));
  }

  private static String because(JsonNode reason) {
    return reason.asText().isEmpty() ? "" : ": " + reason.asText();
  }

  private static String words(JsonNode name) {
    return name.asText(NONE).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
