package dateline.launcher.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Why a file or folder could not be used, in words for people. */
public final class FileFault {

  private FileFault() {}

  /** Words that go into brackets: {@code "it is a folder"}. */
  public static String of(Path file, IOException why) {
    return switch (why) {
      case AccessDeniedException _ -> "you have no right to it";
      case FileAlreadyExistsException _ when Files.isRegularFile(file) -> "it is a file";
      case FileAlreadyExistsException _ -> "something of that name is in its way";
      case NoSuchFileException _ -> "it cannot be made there";
      case CharacterCodingException _ -> "it is not UTF-8 text";
      case FileSystemException e when e.getReason() != null -> said(e.getReason());
      default ->
          Files.isDirectory(file)
              ? "it is a folder"
              : Optional.ofNullable(why.getMessage())
                  .map(FileFault::said)
                  .orElse("the disk does not say why");
    };
  }

  /** What to say of a file that could not be written. */
  static DeskRefusal unwritable(Path file, IOException why) {
    return DeskRefusal.of(
        "UNWRITABLE_FILE",
        "The file %s cannot be written (%s); name another.".formatted(file, of(file, why)));
  }

  /** An operating system's own words, as the middle of a sentence. */
  private static String said(String words) {
    return words.isEmpty()
        ? "the disk does not say why"
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
