package dateline.desk;

import dateline.note.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What no text may hold that is sent to the desk. The name is the code of a note's refusal. */
enum Unfit {
  /** It would be another text on the wire than the one that was read. */
  HALF_A_CHARACTER("holds half of a character (a lone surrogate); send whole ones"),

  /** Nobody sees it, and it may steer the terminal of whoever reads it. */
  CONTROL_CHARACTER("holds a control character; take it out");

  private final String whatAndWhatToDo;

  Unfit(String whatAndWhatToDo) {
    this.whatAndWhatToDo = whatAndWhatToDo;
  }

  /** What is wrong with this text, if anything. White space is no control. */
  static Optional<Unfit> in(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return Optional.of(HALF_A_CHARACTER);
    }
    return text.chars().anyMatch(c -> Character.isISOControl(c) && !VisibleText.isSpace(c))
        ? Optional.of(CONTROL_CHARACTER)
        : Optional.empty();
  }

  /** What is so, then what to do, behind the name of what it is in. */
  String whatAndWhatToDo() {
    return whatAndWhatToDo;
  }
}
