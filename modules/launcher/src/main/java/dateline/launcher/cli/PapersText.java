package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What lies beside a text, for people at a terminal. */
final class PapersText {

  private PapersText() {}

  /** Nothing for what there is none of. */
  static String of(JsonNode note) {
    return number(note)
        + abandoned(note)
        + coDrafters(note)
        + translations(note)
        + agreed(note)
        + attachments(note)
        + comments(note);
  }

  static String number(JsonNode note) {
    JsonNode number = note.path("number");
    return number.isMissingNode()
        ? ""
        : "  release number %d of %d, %s%n"
            .formatted(
                number.path("number").asInt(),
                number.path("year").asInt(),
                number.path("officeName").asText(number.path("office").asText()));
  }

  private static String abandoned(JsonNode note) {
    JsonNode abandoned = note.path("abandoned");
    return abandoned.isMissingNode()
        ? ""
        : "  abandoned by %s, %s: %s%n"
            .formatted(
                abandoned.path("by").asText(),
                NoteText.instant(abandoned.path("at")),
                abandoned.path("reason").asText());
  }

  static String coDrafters(JsonNode note) {
    List<String> people = new ArrayList<>();
    note.path("coDrafters").forEach(person -> people.add(person.asText()));
    return people.isEmpty() ? "" : "  co-drafters %s%n".formatted(String.join(", ", people));
  }

  static String translations(JsonNode note) {
    StringBuilder out = new StringBuilder();
    JsonNode source = note.path("translationOf");
    if (!source.isMissingNode()) {
      out.append(
          "  %s translation of %s, revision %d%s%n"
              .formatted(
                  source.path("language").asText(),
                  source.has("note") ? other(source) : "a note of another office",
                  source.path("revision").asInt(),
                  source.path("stale").asBoolean()
                      ? ", STALE: it is at revision %d".formatted(source.path("newest").asInt())
                      : ""));
      if (source.path("circle").asBoolean()) {
        out.append(
            "  IN A CIRCLE: its sources lead back to it; take one link back, translate --unlink%n"
                .formatted());
      }
    }
    for (JsonNode translation : note.path("translations")) {
      out.append(
          "  translated to %s by %s%s%n"
              .formatted(
                  translation.path("language").asText(),
                  other(translation),
                  translation.path("stale").asBoolean()
                      ? ", STALE: it says revision %d"
                          .formatted(translation.path("revision").asInt())
                      : ""));
    }
    return out.toString();
  }

  private static String other(JsonNode note) {
    return "%s (%s)".formatted(shortened(note.path("note")), note.path("headline").asText());
  }

  static String agreed(JsonNode note) {
    StringBuilder out = new StringBuilder();
    for (JsonNode lock : note.path("agreed")) {
      List<String> blocks = new ArrayList<>();
      lock.path("blocks").forEach(block -> blocks.add(block.asText()));
      out.append(
          "  agreed %s  block %s with %s; locked by %s, %s%n"
              .formatted(
                  shortened(lock.path("lock")),
                  String.join(", ", blocks),
                  lock.path("agreedWith").asText(),
                  lock.path("officeName").asText(lock.path("office").asText()),
                  lock.path("person").asText()));
    }
    return out.toString();
  }

  static String attachments(JsonNode note) {
    StringBuilder out = new StringBuilder();
    for (JsonNode file : note.path("attachments")) {
      out.append(
          "  file %s  %s, %s, %,d bytes: %s%n"
              .formatted(
                  shortened(file.path("sha256")),
                  file.path("name").asText(),
                  file.path("mediaType").asText(),
                  file.path("size").asLong(),
                  file.path("description").asText()));
    }
    return out.toString();
  }

  static String comments(JsonNode note) {
    StringBuilder out = new StringBuilder();
    for (JsonNode comment : note.path("comments")) {
      out.append(
          "  comment %s  %s, %s, %s%n      %s%n"
              .formatted(
                  shortened(comment.path("id")),
                  comment.path("person").asText(),
                  NoteText.instant(comment.path("at")),
                  passage(comment.path("passage")),
                  comment.path("text").asText()));
      for (JsonNode reply : comment.path("replies")) {
        out.append(
            "      %s: %s%n".formatted(reply.path("person").asText(), reply.path("text").asText()));
      }
      if (comment.has("resolved")) {
        out.append(
            "      resolved by %s%n".formatted(comment.path("resolved").path("person").asText()));
      }
    }
    return out.toString();
  }

  private static String passage(JsonNode passage) {
    String words = passage.path("words").asText();
    String quoted = words.isEmpty() ? "" : " \"" + words + '"';
    return passage.path("gone").asBoolean()
        ? "on %s of revision %d%s, which is GONE"
            .formatted(
                Passages.name(passage.path("block").asInt()),
                passage.path("revision").asInt(),
                quoted)
        : "on %s%s".formatted(Passages.name(passage.path("blockNow").asInt()), quoted);
  }

  /** Enough of an id to name it. */
  static String shortened(JsonNode id) {
    String text = id.asText();
    return text.substring(0, Math.min(8, text.length()));
  }
}
