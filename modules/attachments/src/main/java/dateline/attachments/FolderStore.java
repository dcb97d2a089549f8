package dateline.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.Optional;

/**
 * A folder, for one machine or a file system that several share: {@code ab/abcd…}, the first two
 * digits of the digest and all of them. A file comes to its name whole: it is written beside,
 * synced and renamed. What a crash leaves in {@code incoming} may be deleted.
 */
public final class FolderStore implements AttachmentStore {

  private final Path folder;

  /**
   * @throws IOException if the folder is not there and cannot be made
   */
  public FolderStore(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath();
    Files.createDirectories(incoming());
  }

  @Override
  public void put(Sha256 digest, Path content) throws IOException {
    Path file = file(digest);
    if (Files.exists(file) && found(file).equals(digest)) {
      return;
    }
    Path written = Files.createTempFile(incoming(), digest.hex(), "");
    try {
      Sha256 found = copy(content, written);
      if (!found.equals(digest)) {
        throw new DamagedAttachmentException(digest, found);
      }
      Path shelf = folder.resolve(digest.hex().substring(0, 2));
      if (!Files.isDirectory(shelf)) {
        Files.createDirectories(shelf);
        sync(folder);
      }
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(shelf);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  @Override
  public boolean holds(Sha256 digest) {
    return Files.isRegularFile(file(digest));
  }

  @Override
  public Optional<InputStream> get(Sha256 digest) throws IOException {
    Path file = file(digest);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Sha256 found = found(file);
    if (!found.equals(digest)) {
      throw new DamagedAttachmentException(digest, found);
    }
    return Optional.of(Files.newInputStream(file));
  }

  @Override
  public void close() {
    // Nothing is held open.
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  private Path incoming() {
    return folder.resolve("incoming");
  }

  private Path file(Sha256 digest) {
    return folder.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
  }

  private static Sha256 found(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
      in.transferTo(OutputStream.nullOutputStream());
      return Sha256.of(in.getMessageDigest());
    }
  }

  private static Sha256 copy(Path from, Path to) throws IOException {
    try (DigestInputStream in = new DigestInputStream(Files.newInputStream(from), Sha256.digest());
        FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
      in.transferTo(Channels.newOutputStream(out));
      out.force(true);
      return Sha256.of(in.getMessageDigest());
    }
  }

  /** A name in a folder is durable when the folder is. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
