package dateline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.intake.Manuscript;
import dateline.intake.Manuscripts;
import dateline.note.MediaNote;
import dateline.note.PlainTextReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Real notes with what became of them: gzipped JSON, one note a line. */
final class Corpus {

  /**
   * A note.
   *
   * @param versions oldest first, at least one
   */
  record Note(String id, Instant published, List<Version> versions) {
    boolean isCorrected() {
      return versions.size() > 1;
    }
  }

  /** What a note said at one time. */
  record Version(String title, String html, String text) {

    /** As the plain text reads, which has lost its links. */
    MediaNote ofText() {
      return PlainTextReader.read(title + "\n\n" + text).note();
    }

    MediaNote ofHtml() {
      return switch (Manuscripts.readHtml(title, html)) {
        case Manuscript.Read read -> read.reading().note();
        case Manuscript.Refused refused -> throw new IllegalArgumentException(refused.reason());
      };
    }
  }

  private Corpus() {}

  static List<Note> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> note(json, line)).toList();
    }
  }

  private static Note note(ObjectMapper json, String line) {
    try {
      JsonNode note = json.readTree(line);
      List<Version> versions = new ArrayList<>();
      for (JsonNode version : note.path("versions")) {
        versions.add(
            new Version(
                version.path("title").asText(),
                version.path("html").asText(),
                version.path("text").asText()));
      }
      return new Note(
          note.path("id").asText(),
          Instant.parse(note.path("published").asText().replace("+00:00", "Z")),
          List.copyOf(versions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
