package dateline.intake;

import dateline.note.Reading;
import java.nio.charset.Charset;
import java.util.Optional;

/** What came of a file that was handed in. */
public sealed interface Manuscript {

  /**
   * It was read.
   *
   * @param reading the note, with what was mended or left out among its findings
   * @param format it turned out to be in
   * @param encoding it turned out to be in; empty for a Word document
   */
  record Read(Reading reading, Format format, Optional<Charset> encoding) implements Manuscript {}

  /**
   * No note can be read from it, and nothing of it was kept.
   *
   * @param code stable for machines
   * @param reason one sentence for people: what is so, then what to do
   */
  record Refused(Code code, String reason) implements Manuscript {}

  /** Why a file is refused. */
  enum Code {
    /** It shows not one character. */
    EMPTY,
    /**
     * It is longer than {@link Manuscripts#LARGEST} bytes, its text is longer than {@link
     * Manuscripts#LONGEST}, or has more pieces than {@link Manuscripts#MOST_PIECES} or more cells
     * than {@link Manuscripts#MOST_CELLS}.
     */
    TOO_LARGE,
    /** It is an image, a PDF, a program or anything else that is no text. */
    NOT_A_TEXT,
    /** A document of another program, or of Word before 2007. */
    OTHER_FORMAT,
    /** Its elements stand too deep in each other. */
    TOO_DEEP,
    /** A Word document that cannot be opened. */
    DAMAGED_DOCX,
    /** A Word document that unpacks to far more than it is. */
    DOCX_BOMB,
    /** A Word document with a password. */
    PASSWORD,
    /** A Word document with macros. */
    MACROS
  }
}
