package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Notes as text for people at a terminal. */
public final class NoteText {

  private NoteText() {}

  /** A note's own line: id, where it is and what it is called. */
  static String line(JsonNode note) {
    return "%s  %s  %s%n".formatted(shortId(note), state(note), note.path("headline").asText());
  }

  /** Where it was taken from; nothing if it was written here. */
  private static String origin(JsonNode note) {
    JsonNode origin = note.path("origin");
    if (origin.isMissingNode()) {
      return "";
    }
    int versions = origin.path("versions").size();
    return "Imported: %s%s%s, published there %s; %d version%s%n%n"
        .formatted(
            origin.path("id").asText(),
            origin.path("source").asText().isEmpty() ? "" : " of " + origin.path("source").asText(),
            origin.has("link") ? ", " + origin.path("link").asText() : "",
            origin.has("published") ? instant(origin.path("published")) : "at a time unknown",
            versions,
            versions == 1 ? "" : "s");
  }

  /**
   * Everything about a note but its history: the fields, the findings, the clearance, the release.
   */
  static String whole(JsonNode note) {
    StringBuilder out = new StringBuilder();
    out.append(
        "%s%nNote %s, revision %d, %s%nDigest %s%n%n"
            .formatted(
                note.path("headline").asText(),
                note.path("id").asText(),
                note.path("revision").asInt(),
                state(note),
                note.path("digest").asText()));
    out.append(origin(note));
    out.append(fields(note)).append(findings(note)).append(waivers(note));
    out.append(ClearanceText.of(note)).append(release(note)).append(EndorserCommands.text(note));
    out.append(PapersText.of(note));
    out.append('\n').append(note.path("text").asText()).append('\n');
    out.append("\nHistory\n");
    for (JsonNode event : note.path("history")) {
      out.append(
          "  %s  %-20s %s%s%n"
              .formatted(
                  event.path("at").asText(),
                  event.path("what").asText(),
                  event.path("person").asText(),
                  event.path("detail").asText().isEmpty()
                      ? ""
                      : "  " + event.path("detail").asText()));
    }
    return out.toString();
  }

  /** The fields the reader found, and those it did not. */
  public static String fields(JsonNode note) {
    JsonNode parts = note.path("note");
    StringBuilder out = new StringBuilder();
    for (String name :
        List.of(
            "headline",
            "subheadline",
            "kind",
            "issuer",
            "place",
            "date",
            "releaseLine",
            "embargoLine",
            "attribution",
            "correction",
            "releaseNumber",
            "endMark")) {
      text(parts, name)
          .ifPresent(value -> out.append("  %-14s %s%n".formatted(words(name), value)));
    }
    out.append(
        "  %-14s %s, %s%n"
            .formatted(
                "body", many(parts.path("body").size(), "block"), many(links(parts), "link")));
    for (JsonNode contact : parts.path("contacts")) {
      List<String> said = new ArrayList<>();
      for (String name : List.of("name", "office", "email")) {
        text(contact, name).ifPresent(said::add);
      }
      contact.path("phones").forEach(phone -> said.add(phone.asText()));
      out.append("  %-14s %s%n".formatted("contact", String.join(", ", said)));
    }
    for (JsonNode boilerplate : parts.path("boilerplate")) {
      out.append("  %-14s %s%n".formatted("boilerplate", cut(boilerplate.asText(), 80)));
    }
    if (!note.path("missing").isEmpty()) {
      List<String> missing = new ArrayList<>();
      note.path("missing").forEach(name -> missing.add(words(name.asText())));
      out.append("  %-14s %s%n".formatted("not said", String.join(", ", missing)));
    }
    return out.toString();
  }

  /** Findings under their own line, or that there are none. */
  static String found(String findings) {
    return findings.isEmpty()
        ? "Nothing found that is wrong%n".formatted()
        : "Found%n%s".formatted(findings);
  }

  /** What the checks found. */
  public static String findings(JsonNode reading) {
    StringBuilder out = new StringBuilder();
    for (JsonNode finding : reading.path("findings")) {
      String place =
          finding.path("line").asInt() > 0
              ? "line %d, column %d: "
                  .formatted(finding.path("line").asInt(), finding.path("column").asInt())
              : "";
      out.append(
          "  %-8s %s%s %s [%s]%n"
              .formatted(
                  finding.path("severity").asText().toLowerCase(java.util.Locale.ROOT),
                  place,
                  finding.path("message").asText(),
                  finding.path("fix").asText(),
                  finding.path("code").asText()));
    }
    return out.toString();
  }

  /** What was submitted in spite of its findings, and why. */
  private static String waivers(JsonNode note) {
    StringBuilder out = new StringBuilder();
    for (JsonNode waiver : note.path("waivers")) {
      out.append(
          "  waived   %s: %s%n"
              .formatted(waiver.path("code").asText(), waiver.path("reason").asText()));
    }
    return out.toString();
  }

  static String release(JsonNode note) {
    JsonNode release = note.path("release");
    if (text(release, "releasedAt").isPresent()) {
      return "  released at %s%n".formatted(release.path("releasedAt").asText());
    }
    if (text(release, "scheduledFor").isPresent()) {
      return "  scheduled for %s (said in %s)%n"
          .formatted(release.path("scheduledFor").asText(), zone(release.path("zone").asText()));
    }
    return "";
  }

  /** An instant to the second: {@code 2026-03-02T14:00:05Z}. */
  static String instant(JsonNode at) {
    return at.asText().replaceAll("\\.\\d+Z$", "Z");
  }

  private static String zone(String id) {
    return id.equals("Z") ? "UTC" : id;
  }

  /** The note's state in words. */
  static String state(JsonNode note) {
    return note.path("state").asText().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** Enough of a note's id to name it. */
  static String shortId(JsonNode note) {
    String id = note.path("id").asText();
    return id.length() > 8 ? id.substring(0, 8) : id;
  }

  static Optional<String> text(JsonNode node, String name) {
    return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /** {@code "1 link"}, {@code "2 links"}. */
  static String many(long count, String of) {
    return "%d %s%s".formatted(count, of, count == 1 ? "" : "s");
  }

  private static long links(JsonNode parts) {
    return StreamSupport.stream(parts.path("body").spliterator(), false)
        .flatMap(block -> block.findValues("href").stream())
        .count();
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  /** {@code releaseLine} is "release line". */
  private static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
  }
}
