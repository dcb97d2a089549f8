package dateline.note;

/** Reads a press release from plain text, by the rules of {@link SourceReader}. */
public final class PlainTextReader {

  private PlainTextReader() {}

  /** Reads a text; any text can be read. Characters no text can hold are read as U+FFFD. */
  public static Reading read(String text) {
    return SourceReader.read(new Source(text));
  }

  /**
   * Reads a file: UTF-8 or UTF-16 with or without a byte order mark, else Windows-1252.
   *
   * @see #read(String)
   */
  public static Reading read(byte[] file) {
    return read(DecodedText.of(file).text());
  }
}
