package dateline.note;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder {@code shared} with the corpus, beside the checkout, or where {@code DATELINE_SHARED}
 * says (system property or environment). Not part of the repository: what needs it says that it
 * skips.
 */
final class Shared {

  private Shared() {}

  static Optional<Path> folder() {
    String set =
        Optional.ofNullable(System.getProperty("DATELINE_SHARED"))
            .or(() -> Optional.ofNullable(System.getenv("DATELINE_SHARED")))
            .orElse("");
    if (!set.isEmpty()) {
      return Optional.of(Path.of(set)).filter(Shared::hasCorpus);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (hasCorpus(at.resolve("shared"))) {
        return Optional.of(at.resolve("shared"));
      }
    }
    return Optional.empty();
  }

  /** For a test that is skipped without the corpus. */
  static boolean isAbsent(String test) {
    boolean absent = folder().isEmpty();
    if (absent) {
      System.out.println(
          "SKIPPED " + test + ": no folder shared/corpus beside the checkout (DATELINE_SHARED)");
    }
    return absent;
  }

  private static boolean hasCorpus(Path folder) {
    return Files.isDirectory(folder.resolve("corpus"));
  }
}
