package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** A difference of two texts, at the terminal or as a page in a file. */
final class GivenPage {

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write it as a page, both texts in full.")
  private Optional<Path> html = Optional.empty();

  /**
   * Shows what the desk answers there.
   *
   * @param heading of the two texts
   */
  void show(DeskClient desk, Talk talk, String path, Function<JsonNode, String> heading) {
    Optional<String> reader = talk.reader(desk);
    html.ifPresent(file -> write(file, desk.bytes(path, reader, "text/html")));
    talk.show(
        desk.get(path, reader).body(),
        difference ->
            html.map(file -> "The difference is written to %s.%n".formatted(file))
                .orElseGet(() -> heading.apply(difference) + difference.path("text").asText()));
  }

  private static void write(Path file, byte[] page) {
    try {
      Files.write(file, page);
    } catch (IOException e) {
      throw FileFault.unwritable(file, e);
    }
  }
}
