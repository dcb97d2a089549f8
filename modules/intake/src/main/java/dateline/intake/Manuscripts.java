package dateline.intake;

import dateline.intake.Manuscript.Code;
import dateline.note.DecodedText;
import dateline.note.Finding;
import dateline.note.Reading;
import dateline.note.Reading.Place;
import dateline.note.Source;
import dateline.note.VisibleText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads manuscripts: plain text, Markdown, HTML and .docx in any usual encoding. The content
 * decides which it is; where it contradicts what was said, that is among the findings. Never
 * throws: what cannot be read is {@link Manuscript.Refused}.
 */
public final class Manuscripts {

  /** Bytes of a file: 10 MiB. */
  public static final int LARGEST = 10 * 1024 * 1024;

  /** UTF-16 units of a text. */
  public static final int LONGEST = 2_000_000;

  /** Paragraphs, items, rows and the like of a text. */
  public static final int MOST_PIECES = 20_000;

  /** Cells of all tables of a Markdown text, with those that a short row leaves out. */
  public static final int MOST_CELLS = 200_000;

  private Manuscripts() {}

  /** How a sheet is read, with what was found before. */
  @FunctionalInterface
  private interface Way {
    Reading read(Sheet sheet, List<Finding> before);
  }

  /** Reads a file; any bytes can be given. */
  public static Manuscript read(byte[] file, Hint hint) {
    return read(file, hint, Sheet::read);
  }

  /** Reads a file that is the body of a note and nothing else: every word stays in it. */
  public static Manuscript readBody(byte[] file, Hint hint) {
    return read(file, hint, Sheet::readBody);
  }

  private static Manuscript read(byte[] file, Hint hint, Way way) {
    try {
      return readable(file, hint, way);
    } catch (RefusedException e) {
      return e.refused();
    }
  }

  /**
   * Reads HTML whose headline stands beside it, as in a feed.
   *
   * @param title the headline; if it shows nothing, it is looked for in the text
   */
  public static Manuscript readHtml(String title, String html) {
    try {
      bounded(title.length() + html.length());
      Notices notices = new Notices();
      String mended =
          new Mending(notices).mended(new DecodedText(html, StandardCharsets.UTF_8, false));
      Optional<String> headline =
          Optional.of(title).filter(words -> !VisibleText.of(words).isEmpty());
      Sheet sheet = HtmlSheet.of(mended, headline);
      return shown(sheet, Sheet::read, notices, Format.HTML, Optional.empty());
    } catch (RefusedException e) {
      return e.refused();
    }
  }

  private static Manuscript readable(byte[] file, Hint hint, Way way) throws RefusedException {
    if (file.length > LARGEST) {
      throw new RefusedException(
          Code.TOO_LARGE,
          "The file has more than %d MB; hand in the text, and pictures as attachments."
              .formatted(LARGEST / 1024 / 1024));
    }
    Optional<String> program = Formats.otherProgram(file);
    if (program.isPresent()) {
      throw new RefusedException(
          Code.OTHER_FORMAT,
          "The file is " + program.get() + "; save it as .docx, HTML or plain text.");
    }
    if (WordFiles.isOld(file)) {
      throw WordFiles.refusal(file);
    }
    return WordFiles.isZip(file) ? word(file, hint, way) : text(file, hint, way);
  }

  private static Manuscript word(byte[] file, Hint hint, Way way) throws RefusedException {
    Notices notices = new Notices();
    contradiction(Format.DOCX, hint, notices);
    Sheet sheet = WordSheet.of(file);
    bounded(sheet.source().text().length());
    return shown(sheet, way, notices, Format.DOCX, Optional.empty());
  }

  private static Manuscript text(byte[] file, Hint hint, Way way) throws RefusedException {
    Notices notices = new Notices();
    DecodedText decoded = Decoding.of(file, hint, notices);
    bounded(decoded.text().length());
    if (Mending.isNoText(decoded.text())) {
      throw new RefusedException(
          Code.NOT_A_TEXT,
          "The file is no text; hand in plain text, Markdown, HTML or a Word document (.docx).");
    }
    String text = new Mending(notices).mended(decoded);
    Format format = Formats.of(text, hint.format());
    contradiction(format, hint, notices);
    Sheet sheet =
        switch (format) {
          case HTML -> HtmlSheet.of(text, Optional.empty());
          case MARKDOWN -> markdown(text);
          case PLAIN_TEXT, DOCX -> new Sheet(new Source(text), List.of());
        };
    return shown(sheet, way, notices, format, Optional.of(decoded.encoding()));
  }

  private static Sheet markdown(String text) throws RefusedException {
    if (MarkdownSheet.cells(text) > MOST_CELLS) {
      throw new RefusedException(
          Code.TOO_LARGE,
          "The text has tables of more than %,d cells, with those that short rows leave out; hand in the note alone."
              .formatted(MOST_CELLS));
    }
    return MarkdownSheet.of(text);
  }

  private static void bounded(int length) throws RefusedException {
    if (length > LONGEST) {
      throw new RefusedException(
          Code.TOO_LARGE,
          "The text has more than %,d characters; hand in the note alone.".formatted(LONGEST));
    }
  }

  private static Manuscript shown(
      Sheet sheet, Way way, Notices notices, Format format, Optional<Charset> encoding)
      throws RefusedException {
    if (sheet.source().hasMorePiecesThan(MOST_PIECES)) {
      throw new RefusedException(
          Code.TOO_LARGE,
          "The text has more than %,d paragraphs; hand in the note alone.".formatted(MOST_PIECES));
    }
    Reading reading = way.read(sheet, notices.findings());
    if (reading.source().isBlank()) {
      throw new RefusedException(
          Code.EMPTY, "The file shows no text; hand in one that has at least a headline.");
    }
    return new Manuscript.Read(reading, format, encoding);
  }

  private static void contradiction(Format is, Hint hint, Notices notices) {
    Optional<Format> said = hint.format().filter(claimed -> claimed != is);
    said.ifPresent(claimed ->
        notices.say(
            Notice.OTHER_FORMAT,
            new Place(0, 0),
            claimed.words() + "; it was read as " + is.words() + ", which it is"));
  }
}
