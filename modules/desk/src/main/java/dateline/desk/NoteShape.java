package dateline.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.note.Block.ListItem;
import dateline.note.Links;
import dateline.note.Part;
import dateline.runtime.http.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a note or a part of one must be in JSON. What is wrong is named by its place in the note:
 * {@code contacts[0].email}, {@code body[2].spans[1].href}. A field that no note has would be lost
 * unsaid, so it is wrong, too.
 */
final class NoteShape {

  private static final Set<String> FORMS =
      Set.of("paragraph", "heading", "item", "quotation", "footnote", "row");

  /** Of a whole note: its parts, and where it was taken from ({@link Origins}). */
  private static final Set<String> OF_A_NOTE =
      Stream.concat(Stream.of("origin"), Arrays.stream(Part.values()).map(Part::component))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern LINE_END = Pattern.compile("\\R");

  /** Said of what is wrong: {@code NOT_A_NOTE}. */
  private final String code;

  private NoteShape(String code) {
    this.code = code;
  }

  /**
   * @throws ProblemException 422 {@code NOT_A_NOTE}, {@code UNUSABLE_FIELD}, {@code UNSAFE_LINK} or
   *     the name of an {@link Unfit}
   */
  static void requireNote(JsonNode json) {
    if (!json.isObject()) {
      throw Fields.wrong(
          422, "NOT_A_NOTE", "The body is no JSON object; send a note as the API describes notes.");
    }
    known("", json, OF_A_NOTE);
    NoteShape shape = new NoteShape("NOT_A_NOTE");
    for (Part part : Part.values()) {
      shape.part(part, json.path(part.component()));
    }
  }

  /**
   * @throws ProblemException 422 {@code NOT_A_PART}, {@code UNUSABLE_FIELD}, {@code UNSAFE_LINK} or
   *     the name of an {@link Unfit}
   */
  static void requirePart(Part part, JsonNode value) {
    new NoteShape("NOT_A_PART").part(part, value);
  }

  private void part(Part part, JsonNode value) {
    String name = part.component();
    switch (part) {
      case HEADLINE,
          SUBHEADLINE,
          KIND,
          ISSUER,
          PLACE,
          RELEASE_LINE,
          EMBARGO_LINE,
          ATTRIBUTION,
          CORRECTION,
          RELEASE_NUMBER,
          END_MARK ->
          line(name, value);
      case DATE -> day(name, value);
      case BODY -> each(name, value, this::block);
      case CONTACTS -> each(name, value, this::contact);
      case BOILERPLATE -> each(name, value, this::words);
      case LANGUAGES -> each(name, value, this::language);
    }
  }

  private static void known(String place, JsonNode json, Set<String> names) {
    json.fieldNames()
        .forEachRemaining(name -> {
          if (!names.contains(name)) {
            throw Fields.unusable(
                "UNUSABLE_FIELD",
                place + name,
                "is none that a note has there; send it by its right name, or leave it out");
          }
        });
  }

  private void block(String place, JsonNode json) {
    object(place, json);
    known(place + '.', json, Set.of("form", "mark", "level", "spans", "cells"));
    JsonNode form = json.path("form");
    if (!FORMS.contains(form.asText())) {
      throw wrong(
          place + ".form",
          "is no form of a block; send paragraph, heading, item, quotation, footnote or row");
    }
    text(place + ".mark", json.path("mark"));
    level(place + ".level", json.path("level"));
    each(place + ".spans", json.path("spans"), this::span);
    each(place + ".cells", json.path("cells"), this::cell);
  }

  private void level(String place, JsonNode json) {
    boolean level = json.canConvertToInt() && json.isIntegralNumber();
    if (!isNothing(json) && !(level && json.asInt() >= 0 && json.asInt() <= ListItem.DEEPEST)) {
      throw wrong(place, "is no level of an item; send a whole number from 0 to 8");
    }
  }

  private void cell(String place, JsonNode spans) {
    if (spans.isNull()) {
      throw wrong(place, "is no list; send one");
    }
    each(place, spans, this::span);
  }

  private void span(String place, JsonNode json) {
    object(place, json);
    known(place + '.', json, Set.of("text", "href"));
    words(place + ".text", json.path("text"));
    if (!Links.isSafe(json.path("href").asText())) {
      throw Fields.unusable(
          "UNSAFE_LINK",
          place + ".href",
          "links to something that is no address of the web, of mail or of a telephone; link to an address that readers can open, or take the link out");
    }
    text(place + ".href", json.path("href"));
  }

  private void contact(String place, JsonNode json) {
    object(place, json);
    known(place + '.', json, Set.of("name", "office", "email", "phones"));
    for (String name : List.of("name", "office", "email")) {
      text(place + '.' + name, json.path(name));
    }
    each(place + ".phones", json.path("phones"), this::words);
  }

  /** What stands at one place of a list. */
  @FunctionalInterface
  private interface Item {
    void require(String place, JsonNode json);
  }

  private void each(String place, JsonNode json, Item item) {
    if (isNothing(json)) {
      return;
    }
    if (!json.isArray()) {
      throw wrong(place, "is no list; send one");
    }
    for (int i = 0; i < json.size(); i++) {
      item.require(place + '[' + i + ']', json.get(i));
    }
  }

  private void object(String place, JsonNode json) {
    if (!json.isObject()) {
      throw wrong(place, "is no object; send it as a note has it");
    }
  }

  private void text(String place, JsonNode json) {
    if (!isNothing(json)) {
      words(place, json);
    }
  }

  private void words(String place, JsonNode json) {
    if (!json.isTextual()) {
      throw wrong(place, "is no text; send a string");
    }
    Unfit.in(json.asText())
        .ifPresent(unfit -> {
          throw Fields.unusable(unfit.name(), place, unfit.whatAndWhatToDo());
        });
  }

  private void line(String place, JsonNode json) {
    text(place, json);
    if (LINE_END.matcher(json.asText()).find()) {
      throw wrong(place, "is more than one line; send it in one");
    }
  }

  private void day(String place, JsonNode json) {
    text(place, json);
    if (!isNothing(json) && !isDay(json.asText())) {
      throw wrong(place, "is no day; send one like 2026-03-02");
    }
  }

  /** ISO 8601, the year in four digits. */
  private static boolean isDay(String text) {
    try {
      int year = LocalDate.parse(text).getYear();
      return year >= 1000 && year <= 9999;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private void language(String place, JsonNode json) {
    words(place, json);
    if (!isLanguage(json.asText())) {
      throw wrong(place, "is no tag of a language (BCP 47); send one like en or pt-BR");
    }
  }

  private static boolean isLanguage(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException _) {
      return false;
    }
  }

  private static boolean isNothing(JsonNode json) {
    return json.isMissingNode() || json.isNull();
  }

  private ProblemException wrong(String place, String whatAndWhatToDo) {
    return Fields.unusable(code, place, whatAndWhatToDo);
  }
}
