package dateline.intake;

import dateline.intake.Manuscript.Code;
import java.nio.charset.StandardCharsets;

/** Tells files of Word by how they begin. */
final class WordFiles {

  private WordFiles() {}

  static boolean isZip(byte[] file) {
    return file.length > 3
        && file[0] == 'P'
        && file[1] == 'K'
        && ((file[2] == 3 && file[3] == 4) || (file[2] == 5 && file[3] == 6));
  }

  /** A compound file: Word before 2007, or a document that was encrypted. */
  static boolean isOld(byte[] file) {
    return file.length > 7
        && (file[0] & 0xFF) == 0xD0
        && (file[1] & 0xFF) == 0xCF
        && file[2] == 0x11
        && (file[3] & 0xFF) == 0xE0;
  }

  static RefusedException refusal(byte[] file) {
    String names = new String(file, StandardCharsets.UTF_16LE);
    if (names.contains("EncryptedPackage") || names.contains("EncryptionInfo")) {
      return new RefusedException(
          Code.PASSWORD, "The document has a password; save it without one.");
    }
    return new RefusedException(
        Code.OTHER_FORMAT,
        "The file is of an older program; save it as .docx, HTML or plain text.");
  }
}
