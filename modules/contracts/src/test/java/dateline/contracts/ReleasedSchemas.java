package dateline.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The snapshots in {@code schemas/released/}: {@code <topic>-<n>.avsc}, n from 1. A snapshot is
 * written when a version of Dateline is released and is never changed or removed, because records
 * written with it are on logs for ever.
 *
 * <p>{@code docs/evolving-events.md} says how they are written.
 */
final class ReleasedSchemas {

  private ReleasedSchemas() {}

  /** The folder, found from the module's or the repository's. */
  static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("schemas"))) {
      if (here.getParent() == null) {
        throw new IllegalStateException(
            "There is no folder schemas/ above. Run it in the project.");
      }
      here = here.getParent();
    }
    return here.resolve("schemas").resolve("released");
  }

  /** The snapshots of a topic, oldest first. */
  static List<Schema> of(Path folder, Topic topic) throws IOException {
    List<Schema> snapshots = new ArrayList<>();
    for (int n = 1; Files.exists(file(folder, topic, n)); n++) {
      snapshots.add(new Schema.Parser().parse(Files.readString(file(folder, topic, n))));
    }
    return snapshots;
  }

  static Path file(Path folder, Topic topic, int n) {
    return folder.resolve(topic.topicName() + "-" + n + ".avsc");
  }

  /** As it stands in the file; the documentation is part of it. */
  static String text(Schema schema) {
    return schema.toString(true) + "\n";
  }

  /** Writes the next snapshot of every topic whose schema differs from its newest one. */
  static void writeNext(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Topic topic : Topic.values()) {
      List<Schema> snapshots = of(folder, topic);
      if (snapshots.isEmpty() || !text(snapshots.getLast()).equals(text(topic.schema()))) {
        Files.writeString(file(folder, topic, snapshots.size() + 1), text(topic.schema()));
      }
    }
  }

  /**
   * Writes all first snapshots anew, for the time before the first release.
   *
   * @throws IllegalStateException if there is a second one: then something was released
   */
  static void writeFirst(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().endsWith("-1.avsc")) {
          throw new IllegalStateException(
              file.getFileName() + " is there. Keep what was released.");
        }
        Files.delete(file);
      }
    }
    writeNext(folder);
  }
}
