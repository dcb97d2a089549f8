package dateline.note.difference;

/** Which way a text is written, by its first letter that tells. */
final class Direction {

  private Direction() {}

  static boolean isRightToLeft(Line line, boolean otherwise) {
    String text = line.later().isEmpty() ? line.former() : line.later();
    return isRightToLeft(text, otherwise);
  }

  static boolean isRightToLeft(String text, boolean otherwise) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (Character.getDirectionality(c)) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          return false;
        }
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          return true;
        }
        default -> {}
      }
    }
    return otherwise;
  }
}
