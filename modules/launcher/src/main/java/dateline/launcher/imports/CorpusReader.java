package dateline.launcher.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dateline.launcher.imports.Lines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the corpus format: one JSON object a line with {@code id}, {@code link}, {@code published}
 * and {@code versions}, oldest first, each with {@code title}, {@code issuer}, {@code html} and
 * {@code text}. Refuses with {@code LINE_TOO_LONG}, {@code NOT_UTF8}, {@code BROKEN_JSON}, {@code
 * FIELD_MISSING}, {@code NOT_AN_INSTANT}, {@code NO_VERSIONS}, {@code EMPTY_VERSION}, {@code
 * UNREADABLE_FILE}.
 */
final class CorpusReader {

  /** Bytes of a line: a note takes a megabyte at most, and has a few versions. */
  static final int LONGEST_LINE = 16 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Sources sources;
  private final Found.Taker taker;

  CorpusReader(Sources sources, Found.Taker taker) {
    this.sources = sources;
    this.taker = taker;
  }

  /**
   * Reads to the end.
   *
   * @param file as it was given
   */
  void read(String file, InputStream in) throws InterruptedException {
    Lines lines = new Lines(in, LONGEST_LINE);
    try {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        line(new Place(file, "line " + lines.number()), line.get());
      }
    } catch (IOException e) {
      taker.take(
          Trouble.refused(
              new Place(file, "line " + (lines.number() + 1)),
              "UNREADABLE_FILE",
              "The file cannot be read from here on (%s); what stands before is imported. Mend the file and import it again."
                  .formatted(e.getMessage())));
    }
  }

  private void line(Place place, Line line) throws InterruptedException {
    switch (line) {
      case Line.TooLong() ->
          taker.take(
              Trouble.refused(
                  place,
                  "LINE_TOO_LONG",
                  "The line has more than %d bytes; make it several notes."
                      .formatted(LONGEST_LINE)));
      case Line.NotUtf8() ->
          taker.take(
              Trouble.refused(
                  place, "NOT_UTF8", "The line is not in UTF-8; save the file in that encoding."));
      case Line.Text(String text) -> {
        String json = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (!json.isBlank()) {
          json(place, json);
        }
      }
    }
  }

  private void json(Place place, String text) throws InterruptedException {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      taker.take(
          Trouble.refused(
              place,
              "BROKEN_JSON",
              "The line is no JSON object (%s); mend it.".formatted(e.getOriginalMessage())));
      return;
    }
    note(place, json);
  }

  private void note(Place place, JsonNode json) throws InterruptedException {
    Optional<String> id = text(json, "id").filter(it -> !it.isBlank());
    Optional<String> link = text(json, "link").filter(it -> !it.isBlank());
    Optional<String> published = text(json, "published").filter(it -> !it.isBlank());
    if (id.isEmpty()) {
      taker.take(Trouble.refused(place, "FIELD_MISSING", "The line has no \"id\"; give it one."));
      return;
    }
    Optional<Instant> instant;
    try {
      instant = published.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeParseException e) {
      taker.take(
          Trouble.refused(
              place,
              "NOT_AN_INSTANT",
              "\"published\" is \"%s\"; write it as 2021-05-20T22:14:56Z or leave it out."
                  .formatted(published.orElse(""))));
      return;
    }
    List<SourceVersion> versions = versions(place, json.path("versions"));
    Optional<String> source = sources.of(id.get(), link);
    if (source.isEmpty()) {
      taker.take(Sources.unknown(place, id.get()));
    } else if (!versions.isEmpty()) {
      taker.take(new SourceNote(place, source.get(), id.get(), link, instant, versions));
    }
  }

  private List<SourceVersion> versions(Place place, JsonNode json) throws InterruptedException {
    if (!json.isArray() || json.isEmpty()) {
      taker.take(
          Trouble.refused(
              place, "NO_VERSIONS", "The line has no \"versions\"; a note has at least one."));
      return List.of();
    }
    List<SourceVersion> versions = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      Place at = place.within("version " + (i + 1));
      JsonNode version = json.get(i);
      String title = text(version, "title").orElse("");
      String html = text(version, "html").orElse("");
      String text = text(version, "text").orElse("");
      if (title.isBlank()) {
        taker.take(
            Trouble.refused(at, "FIELD_MISSING", "The version has no \"title\"; give it one."));
      } else if (html.isBlank() && text.isBlank()) {
        taker.take(
            Trouble.refused(
                at,
                "EMPTY_VERSION",
                "The version has neither \"html\" nor \"text\"; give it one."));
      } else {
        Optional<String> issuer = text(version, "issuer").filter(it -> !it.isBlank());
        versions.add(new SourceVersion(at, title, issuer, html, text, Optional.empty()));
      }
    }
    return versions;
  }

  /** A text or a number; anything else counts as missing. */
  private static Optional<String> text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isTextual() || value.isIntegralNumber()
        ? Optional.of(value.asText())
        : Optional.empty();
  }
}
