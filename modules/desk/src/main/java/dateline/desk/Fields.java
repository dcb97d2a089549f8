package dateline.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The fields of a JSON object that a client sent. A wrong one is a 422 that names it. */
record Fields(JsonNode json) {

  /** The request's body; a request without one has no fields. */
  static Fields of(Request request) {
    return new Fields(
        request.body().length() == 0 ? DeskJson.MAPPER.createObjectNode() : request.json());
  }

  Optional<String> optional(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw unusable(name, "is no text; send a string");
    }
    return Optional.of(wellFormed(name, value.asText()));
  }

  String textOr(String name, String otherwise) {
    return optional(name).orElse(otherwise);
  }

  String text(String name) {
    return optional(name)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> unusable(name, "is missing; send it"));
  }

  String oneOf(String name, String... values) {
    return optional(name)
        .filter(Arrays.asList(values)::contains)
        .orElseThrow(() -> unusable(name, "must be one of " + String.join(", ", values)));
  }

  /** The SHA-256 of the text that the client read. */
  String digest() {
    return optional("digest")
        .filter(hex -> hex.matches("[0-9a-f]{64}"))
        .orElseThrow(
            () -> unusable("digest", "must name the text you read; send the note's digest"));
  }

  Optional<Instant> instant(String name) {
    try {
      return optional(name).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw unusable(name, "is no instant such as 2026-03-02T14:00:00Z");
    }
  }

  /** A whole number from 0. */
  Optional<Integer> number(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(whole(name, value));
  }

  List<Integer> numbers(String name) {
    return list(name).stream().map(item -> whole(name, item)).toList();
  }

  private static int whole(String name, JsonNode value) {
    if (!value.isInt() || value.intValue() < 0) {
      throw unusable(name, "is no whole number from 0; send one");
    }
    return value.intValue();
  }

  List<JsonNode> list(String name) {
    JsonNode value = json.path(name);
    if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
      throw unusable(name, "is no list; send one");
    }
    List<JsonNode> items = new ArrayList<>();
    value.forEach(items::add);
    return items;
  }

  List<String> texts(String name) {
    return list(name).stream()
        .map(item -> {
          if (!item.isTextual()) {
            throw unusable(name, "is no list of texts; send one");
          }
          return wellFormed(name, item.asText());
        })
        .toList();
  }

  Fields object(String name) {
    return new Fields(json.path(name));
  }

  /**
   * Half a surrogate pair is no character: it would be another text on the wire than the one that
   * was read.
   */
  private static String wellFormed(String name, String text) {
    if (!isWhole(text)) {
      throw unusable(name, "holds half of a character (a lone surrogate); send whole ones");
    }
    return text;
  }

  static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  static ProblemException wrong(int status, String code, String detail) {
    return new ProblemException(Problem.of(status, code, "Unusable request", detail));
  }

  private static ProblemException unusable(String name, String whatAndWhatToDo) {
    return wrong(422, "UNUSABLE_FIELD", "The field \"" + name + "\" " + whatAndWhatToDo + ".");
  }
}
