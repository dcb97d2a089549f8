package dateline.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps attachments by their digest, for ever. All of it may be called by many threads and many
 * processes at once. An {@link IOException} means that the store could not do it now: nothing is
 * half done, and the same call may be made again.
 */
public interface AttachmentStore extends AutoCloseable {

  /**
   * Keeps these bytes. When it returns they are durable. Again with the same bytes changes nothing;
   * a kept copy that was damaged is replaced.
   *
   * @param content a file, which is only read
   * @throws DamagedAttachmentException if the file does not have this digest; nothing is kept
   */
  void put(Sha256 digest, Path content) throws IOException;

  /** Whether something is kept under this digest. */
  boolean holds(Sha256 digest) throws IOException;

  /**
   * The bytes, after all of them were compared with the digest; empty if nothing is kept under it.
   * To be closed by the caller.
   *
   * @throws DamagedAttachmentException if what is kept is not what was put
   */
  Optional<InputStream> get(Sha256 digest) throws IOException;

  @Override
  void close();
}
