package dateline.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Room for the local copies of this machine. */
final class DiskCheck implements Check {

  /**
   * An engine's store and a face's index of a busy house, with what a rebuild needs beside them.
   */
  static final long LEAST_BYTES = 1L << 30;

  private final Path data;
  private final long least;

  DiskCheck(Path data, long least) {
    this.data = data.toAbsolutePath();
    this.least = least;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public boolean needsTheLog() {
    return false;
  }

  @Override
  public List<Finding> look() throws IOException {
    Path there = data;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      return List.of(
          Finding.wrong(
              this,
              "The data folder %s cannot be written.".formatted(data),
              "give it to the user that runs Dateline, or name another with DATELINE_DATA"));
    }
    long free = Files.getFileStore(there).getUsableSpace();
    String room = "The disk of %s has %,d MiB free.".formatted(data, free >> 20);
    return List.of(
        free < least
            ? Finding.wrong(this, room, "free at least %,d MiB of it".formatted(least >> 20))
            : Finding.ok(this, room));
  }
}
