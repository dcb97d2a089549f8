package dateline.launcher.cli;

import dateline.intake.Format;
import dateline.intake.Hint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a person named on the command line. */
public final class GivenFile {

  private GivenFile() {}

  /**
   * Its content.
   *
   * @param instead what to name, as an order: {@code "name the text to submit"}
   * @throws DeskRefusal if it is not there or cannot be read
   */
  public static byte[] read(Path file, String instead) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw refusal(file, instead, e);
    }
  }

  /** What its name says of a text: {@code "text/markdown"}. Its content decides all the same. */
  public static String mediaType(String name) {
    return Hint.fileName(name).format().map(Format::mediaType).orElse("application/octet-stream");
  }

  /** What to say of a file that could not be read. */
  public static DeskRefusal refusal(Path file, String instead, IOException why) {
    boolean absent = why instanceof NoSuchFileException;
    String sentence =
        absent
            ? "There is no file %s; %s.".formatted(file, instead)
            : "The file %s cannot be read (%s); %s.".formatted(file, reason(file, why), instead);
    return DeskRefusal.of(absent ? "NO_SUCH_FILE" : "UNREADABLE_FILE", sentence);
  }

  private static String reason(Path file, IOException why) {
    return Files.isDirectory(file) ? "it is a folder" : FileFault.of(file, why);
  }
}
