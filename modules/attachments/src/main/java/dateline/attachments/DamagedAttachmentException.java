package dateline.attachments;

import java.io.IOException;

/** Bytes that do not have the digest they are known by. */
public final class DamagedAttachmentException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedAttachmentException(Sha256 digest, Sha256 found) {
    super("The attachment " + digest + " has other bytes, " + found + "; put it in again.");
  }
}
