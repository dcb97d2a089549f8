package dateline.note;

/** Reads {@code [-deleted-]} and {@code {+inserted+}} back, as a program would. */
final class WordMarks {

  private WordMarks() {}

  /** The text outside marks and inside those that open with this bracket. */
  static String read(String marked, char wanted) {
    StringBuilder out = new StringBuilder();
    char inside = wanted;
    for (int i = 0; i < marked.length(); i++) {
      String two = marked.substring(i, Math.min(marked.length(), i + 2));
      switch (two) {
        case "[-", "{+" -> {
          inside = marked.charAt(i++);
          continue;
        }
        case "-]", "+}" -> {
          inside = wanted;
          i++;
          continue;
        }
        default -> {}
      }
      if (marked.charAt(i) == '\\') {
        i++;
      }
      if (inside == wanted) {
        out.append(marked.charAt(i));
      }
    }
    return out.toString().replaceAll(" \\(links to [^ ]*?\\)(?= |$|[^)])", "");
  }
}
