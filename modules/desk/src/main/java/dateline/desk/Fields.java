package dateline.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The fields of a JSON object that a client sent. A wrong one is a 422 that names it.
 *
 * @param place where the object stands in the body: {@code "waivers[0]."}; empty for the body
 */
record Fields(JsonNode json, String place) {

  /** The request's body; a request without one has no fields. */
  static Fields of(Request request) {
    if (request.body().length() == 0) {
      return new Fields(DeskJson.MAPPER.createObjectNode(), "");
    }
    JsonNode json = request.json();
    if (!json.isObject()) {
      throw wrong(422, "UNUSABLE_BODY", "The body is no JSON object; send one.");
    }
    return new Fields(json, "");
  }

  /** What stands in the address, of a request whose body is something else or nothing. */
  static Fields ofQuery(Request request) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    request
        .query()
        .keySet()
        .forEach(name -> request.query(name).ifPresent(value -> json.put(name, value)));
    return new Fields(json, "");
  }

  Optional<String> optional(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw unusable(name, "is no text; send a string");
    }
    return Optional.of(fit(name, value.asText()));
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

  /** {@code true} or {@code false}; false if it is not there. */
  boolean flag(String name) {
    JsonNode value = json.path(name);
    if (!value.isBoolean() && !value.isMissingNode() && !value.isNull()) {
      throw unusable(name, "is neither true nor false; send one of them");
    }
    return value.asBoolean(false);
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
    return each(name, this::whole);
  }

  private int whole(String name, JsonNode value) {
    if (!value.isInt() || value.intValue() < 0) {
      throw unusable(name, "is no whole number from 0; send one");
    }
    return value.intValue();
  }

  List<String> texts(String name) {
    return each(
        name,
        (at, item) -> {
          if (!item.isTextual()) {
            throw unusable(at, "is no text; send a string");
          }
          return fit(at, item.asText());
        });
  }

  /** The objects of a list. */
  List<Fields> objects(String name) {
    return each(name, this::object);
  }

  /** An object, without fields if there is none. */
  Fields object(String name) {
    return object(name, json.path(name));
  }

  private Fields object(String name, JsonNode value) {
    if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
      throw unusable(name, "is no object; send one");
    }
    return new Fields(value, place + name + '.');
  }

  private <T> List<T> each(String name, BiFunction<String, JsonNode, T> item) {
    JsonNode value = json.path(name);
    if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
      throw unusable(name, "is no list; send one");
    }
    return IntStream.range(0, value.size())
        .mapToObj(i -> item.apply(name + '[' + i + ']', value.get(i)))
        .toList();
  }

  private String fit(String name, String text) {
    Unfit.in(text)
        .ifPresent(unfit -> {
          throw unusable(name, unfit.whatAndWhatToDo());
        });
    return text;
  }

  static ProblemException wrong(int status, String code, String detail) {
    return new ProblemException(Problem.of(status, code, "Unusable request", detail));
  }

  private ProblemException unusable(String name, String whatAndWhatToDo) {
    return unusable("UNUSABLE_FIELD", place + name, whatAndWhatToDo);
  }

  /**
   * A field that will not do, named for people and for programs.
   *
   * @param path where it stands in the body: {@code "contacts[0].email"}
   */
  static ProblemException unusable(String code, String path, String whatAndWhatToDo) {
    return new ProblemException(
        Problem.of(
                422,
                code,
                "Unusable request",
                "The field \"" + path + "\" " + whatAndWhatToDo + ".")
            .with("field", path));
  }
}
