package dateline.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes files in. A file is counted and hashed while it arrives, looked at by its content, and only
 * then kept; one that is refused leaves nothing behind.
 */
public final class Intake {

  /** 25 MB. */
  public static final long MOST_BYTES = 25_000_000;

  private final AttachmentStore store;

  public Intake(AttachmentStore store) {
    this.store = store;
  }

  /**
   * What a sender says of a file.
   *
   * @param name of the file; what is unsafe in it is taken out
   * @param contentType as in the header; {@code application/octet-stream} says nothing
   * @param digest 64 hex digits, to be compared with what arrives
   */
  public record Said(String name, Optional<String> contentType, Optional<String> digest) {}

  /** What became of a file. */
  public sealed interface Outcome {

    /** It is kept, durably. */
    record Taken(Attachment attachment) implements Outcome {}

    /** It is not; the reason is a sentence for people. */
    record Refused(Code code, String reason) implements Outcome {}
  }

  /** Why a file is refused. */
  public enum Code {
    /** It has no bytes. */
    EMPTY,
    /** It has more than {@link #MOST_BYTES}; no more of it is read. */
    TOO_LARGE,
    /** Its content is nothing that may be attached. */
    TYPE_NOT_ALLOWED,
    /** Its content is not what its name or its content type says. */
    TYPE_MISMATCH,
    /** It begins as its type does and does not end so. */
    DAMAGED,
    /** It is small and opens to far more than that. */
    UNPACKS_TOO_LARGE,
    /** It did not arrive as it was sent. */
    DIGEST_MISMATCH
  }

  /**
   * Reads to the end, unless the file is too large; does not close.
   *
   * @throws IOException if reading or keeping fails; the same file may be sent again
   */
  public Outcome take(InputStream content, Said said) throws IOException {
    Path arrived = Files.createTempFile("dateline-attachment", "");
    try {
      MessageDigest hash = Sha256.digest();
      long size = spool(content, arrived, hash);
      if (size == 0) {
        return new Outcome.Refused(Code.EMPTY, "The file has no content; attach another.");
      }
      if (size > MOST_BYTES) {
        return new Outcome.Refused(
            Code.TOO_LARGE,
            "The file has more than %,d bytes; attach a smaller one.".formatted(MOST_BYTES));
      }
      return judged(arrived, Sha256.of(hash), size, said);
    } finally {
      Files.deleteIfExists(arrived);
    }
  }

  private Outcome judged(Path arrived, Sha256 digest, long size, Said said) throws IOException {
    Optional<String> expected = said.digest().map(text -> text.strip().toLowerCase(Locale.ROOT));
    if (expected.isPresent() && !expected.get().equals(digest.hex())) {
      return new Outcome.Refused(
          Code.DIGEST_MISMATCH,
          "The file arrived with the SHA-256 %s, not %s; send it again."
              .formatted(digest, expected.get()));
    }
    String name = FileNames.safe(said.name());
    return switch (Contents.of(arrived, FileNames.extension(name))) {
      case Contents.Other(String mediaType, String why) ->
          new Outcome.Refused(
              Code.TYPE_NOT_ALLOWED,
              "The file is %s, %s; attach one of %s."
                  .formatted(mediaType, why, AttachmentType.list()));
      case Contents.Allowed(AttachmentType type) -> {
        Optional<Outcome.Refused> refused = contradiction(type, name, said);
        if (refused.isEmpty()) {
          refused = Structure.fault(arrived, type);
        }
        if (refused.isPresent()) {
          yield refused.get();
        }
        store.put(digest, arrived);
        yield new Outcome.Taken(new Attachment(digest, named(name, type), type, size));
      }
    };
  }

  private static Optional<Outcome.Refused> contradiction(
      AttachmentType type, String name, Said said) {
    String extension = FileNames.extension(name);
    Optional<String> contentType =
        said.contentType()
            .map(AttachmentType::bare)
            .filter(text -> !text.isEmpty() && !text.equals("application/octet-stream"));
    if (!extension.isEmpty() && !type.isNamed(extension)) {
      return mismatch("is named ." + extension, type);
    }
    if (contentType.isPresent() && !type.isSaid(contentType.get())) {
      return mismatch("was sent as " + contentType.get(), type);
    }
    return Optional.empty();
  }

  private static Optional<Outcome.Refused> mismatch(String said, AttachmentType type) {
    return Optional.of(
        new Outcome.Refused(
            Code.TYPE_MISMATCH,
            "The file %s, but its content is %s; name it .%s and send it as %s."
                .formatted(said, type.mediaType(), type.extension(), type.mediaType())));
  }

  private static String named(String name, AttachmentType type) {
    return FileNames.extension(name).isEmpty() ? name + '.' + type.extension() : name;
  }

  /** The bytes written; one more than allowed if there are more. */
  private static long spool(InputStream content, Path to, MessageDigest hash) throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      byte[] buffer = new byte[64 * 1024];
      long size = 0;
      while (size <= MOST_BYTES) {
        int most = (int) Math.min(buffer.length, MOST_BYTES + 1 - size);
        int read = content.read(buffer, 0, most);
        if (read < 0) {
          return size;
        }
        hash.update(buffer, 0, read);
        out.write(buffer, 0, read);
        size += read;
      }
      return size;
    }
  }
}
