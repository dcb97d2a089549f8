package dateline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a benchmark works: the sources' folder, and one of its own that is gone afterwards. */
record Workplace(Path home, Path folder) implements AutoCloseable {

  /** Beside what was built, so that the data is on a disk and not in memory. */
  static Workplace open() throws IOException {
    Path home = Path.of(System.getProperty("dateline.home", "."));
    Path target = Files.createDirectories(home.resolve("modules/benchmarks/target"));
    return new Workplace(home, Files.createTempDirectory(target, "run-"));
  }

  /** A data folder that is not there yet. */
  Path data(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
  }
}
