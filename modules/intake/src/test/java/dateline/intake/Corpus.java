package dateline.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Real notes in the folder {@code shared} beside the checkout, or where {@code DATELINE_SHARED}
 * says. Not part of the repository: what needs it says that it skips.
 */
final class Corpus {

  /** One version of one note, as a site had it. */
  record Version(String id, String title, String html) {}

  private Corpus() {}

  static Optional<Path> folder() {
    Stream<Path> set = Stream.ofNullable(System.getenv("DATELINE_SHARED")).map(Path::of);
    Stream<Path> beside =
        Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
            .map(at -> at.resolve("shared"));
    return Stream.concat(set, beside)
        .map(at -> at.resolve("corpus"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** For a test that is skipped without the corpus. */
  static boolean isAbsent(String test) {
    boolean absent = folder().isEmpty();
    if (absent) {
      System.out.println("SKIPPED " + test + ": no shared/corpus beside the checkout");
    }
    return absent;
  }

  static List<Version> versions() throws IOException {
    Path file = folder().orElseThrow().resolve("state-2021.jsonl.gz");
    ObjectMapper json = new ObjectMapper();
    List<Version> versions = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode note = json.readTree(line);
        for (JsonNode version : note.path("versions")) {
          versions.add(
              new Version(
                  note.path("id").asText(),
                  version.path("title").asText(),
                  version.path("html").asText()));
        }
      }
    }
    return versions;
  }
}
