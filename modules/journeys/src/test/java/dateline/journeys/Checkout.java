package dateline.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the repository, and the folder beside it that is not part of it. */
final class Checkout {

  private Checkout() {}

  /** The repository's root. */
  static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("dateline")) && Files.isDirectory(at.resolve("modules"))) {
        return at;
      }
    }
    throw new IllegalStateException("not run from within the repository");
  }

  /** The launcher script. */
  static Path script() {
    return root().resolve("dateline");
  }

  /** The virtual machine options that the launcher script gives. */
  static List<String> jvmOptions() throws IOException {
    return Files.readAllLines(root().resolve("modules/launcher/src/main/jvm.options")).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /**
   * The real note in {@code shared/seeds} beside the checkout, or where {@code DATELINE_SHARED}
   * says (system property or environment).
   */
  static Optional<Path> seed() {
    return shared("seeds").flatMap(Checkout::firstText);
  }

  /** The real notes with their histories in {@code shared/corpus}, as {@link #seed}. */
  static Optional<Path> corpus() {
    return shared("corpus")
        .map(folder -> folder.resolve("state-2021.jsonl.gz"))
        .filter(Files::isRegularFile);
  }

  private static Optional<Path> shared(String folder) {
    String set =
        Optional.ofNullable(System.getProperty("DATELINE_SHARED"))
            .or(() -> Optional.ofNullable(System.getenv("DATELINE_SHARED")))
            .orElse("");
    if (!set.isEmpty()) {
      return Optional.of(Path.of(set, folder)).filter(Files::isDirectory);
    }
    for (Path at = root(); at != null; at = at.getParent()) {
      Path found = at.resolve("shared").resolve(folder);
      if (Files.isDirectory(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> firstText(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text of our own from the test's resources. */
  static Path text(String name) {
    return root().resolve("modules/journeys/src/test/resources").resolve(name);
  }
}
