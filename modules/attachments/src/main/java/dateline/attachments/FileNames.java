package dateline.attachments;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Names of files that are safe on any system and cannot pretend to be something else. */
final class FileNames {

  private static final int LONGEST = 120;
  private static final int LONGEST_EXTENSION = 10;
  private static final String UNSAFE = "<>:\"|?*\\/";

  /** Devices of Windows, with any ending. */
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private FileNames() {}

  /**
   * The last part of a path, in NFC, without what is unsafe; {@code "attachment"} if none is left.
   */
  static String safe(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder out = new StringBuilder();
    Normalizer.normalize(last, Normalizer.Form.NFC)
        .codePoints()
        .filter(FileNames::isSeen)
        .forEach(c -> out.appendCodePoint(UNSAFE.indexOf(c) >= 0 ? '_' : c));
    String tidy = out.toString().replaceAll("[\\s\\h]+", " ").replaceAll("^[ .]+|[ .]+$", "");
    if (tidy.isEmpty()) {
      return "attachment";
    }
    return shortened(isDevice(tidy) ? '_' + tidy : tidy);
  }

  /** What stands behind the last dot, if it can be an ending; without the dot. */
  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    String end = name.substring(dot + 1);
    boolean isOne = dot > 0 && end.length() <= LONGEST_EXTENSION && end.matches("[\\p{Alnum}]+");
    return isOne ? end : "";
  }

  /** Controls, half surrogates and what turns or hides text are not. */
  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\t';
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

  private static boolean isDevice(String name) {
    String stem = name.split("\\.", 2)[0].strip().toLowerCase(Locale.ROOT);
    return DEVICES.contains(stem) || stem.matches("(com|lpt)\\d");
  }

  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    String extension = extension(name);
    String end = extension.isEmpty() ? "" : '.' + extension;
    int cut = LONGEST - end.length();
    if (Character.isHighSurrogate(name.charAt(cut - 1))) {
      cut--;
    }
    return name.substring(0, cut).strip() + end;
  }
}
