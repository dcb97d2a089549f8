package dateline.launcher;

import dateline.launcher.cli.FileFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The folder of a Dateline that runs in one process: the log, the local copies, the mails of the
 * sink and the secrets. One process at a time owns it.
 */
final class DataFolder implements AutoCloseable {

  /**
   * Less free space than this refuses to start and stops a running Dateline before the log is hurt.
   */
  static final long LEAST_FREE_BYTES = 128L << 20;

  /** Locked while it is owned, not empty while the log is worked on. */
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lockFile;
  private final boolean leftBehind;

  private DataFolder(Path path, FileChannel lockFile, boolean leftBehind) {
    this.path = path;
    this.lockFile = lockFile;
    this.leftBehind = leftBehind;
  }

  /** Whether no Dateline has ever owned this folder. */
  static boolean isUnused(Path path) {
    return Files.notExists(path.resolve(LOCK));
  }

  /**
   * Takes the folder, making it if needed.
   *
   * @throws StartException if it cannot be written, is in use or its disk is full
   */
  static DataFolder open(Path path) {
    try {
      Files.createDirectories(path);
      Path folder = path.toRealPath();
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      refuseIfTaken(folder, channel);
      DataFolder data = new DataFolder(folder, channel, channel.size() > 0);
      if (data.freeBytes() < LEAST_FREE_BYTES) {
        channel.close();
        throw new StartException(
            "The disk of the data folder %s has only %d MB free and Dateline needs %d; free some space or choose another folder with --data."
                .formatted(folder, data.freeBytes() >> 20, LEAST_FREE_BYTES >> 20));
      }
      return data;
    } catch (IOException e) {
      throw new StartException(
          "The data folder %s cannot be written (%s); give yourself the right to write it or choose another with --data."
              .formatted(path.toAbsolutePath(), FileFault.of(path, e)),
          e);
    }
  }

  private static void refuseIfTaken(Path folder, FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new StartException(
          "The data folder %s is in use by another running Dateline; stop that one or choose another folder with --data."
              .formatted(folder));
    }
  }

  /**
   * Notes that work on the log has begun, until {@link #close}: whoever opens a folder where it did
   * not end must wait for the sessions of the one that did.
   */
  void begun() throws IOException {
    lockFile.write(ByteBuffer.wrap("running\n".getBytes(StandardCharsets.US_ASCII)), 0);
  }

  /** Whether the Dateline that owned it before was killed. */
  boolean leftBehind() {
    return leftBehind;
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /** Free bytes of the folder's disk. */
  long freeBytes() throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  /** The secret behind subscriber ids and mail links: made once, readable by the owner alone. */
  String secret() throws IOException {
    return once("secret");
  }

  /** The operator's token for the desk: made once, readable by the owner alone. */
  String operatorToken() throws IOException {
    return once("operator-token");
  }

  /** The desk's tokens file, which lets the operator's token speak for anybody in the directory. */
  Path deskTokens() throws IOException {
    Path file = path.resolve("desk-tokens");
    if (!Files.exists(file)) {
      write(file, sha256(operatorToken()) + " *\n");
    }
    return file;
  }

  private String once(String name) throws IOException {
    Path file = path.resolve(name);
    if (!Files.exists(file)) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      write(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  /** Whole or not at all: written beside and moved into place. */
  private static void write(Path file, String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    Files.createFile(
        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(beside, text);
    Files.move(beside, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.truncate(0);
    lockFile.close();
  }
}
