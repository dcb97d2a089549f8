package dateline.note.checks;

import dateline.note.Part;
import dateline.note.Reading.Place;
import java.util.Optional;

/**
 * What a check has to say, before it is known where in the source that is.
 *
 * @param at the words it is about; empty if it is about no words
 * @param part the part of the note it is about, if that is a value and no words
 * @param message one sentence: what is so; without its end if there is another place
 * @param mend one sentence: what to do
 * @param other words elsewhere that do not agree with these
 */
record Remark(
    Rule rule,
    Optional<Spot> at,
    Optional<Part> part,
    String message,
    String mend,
    Optional<Spot> other) {

  /**
   * The message, with the other place at its end if there is one.
   *
   * @param where that is, if it is known
   */
  String message(Place where) {
    boolean known = where.line() > 0;
    return other.isEmpty()
        ? message
        : message + (known ? " at " + where.line() + ":" + where.column() : " elsewhere") + ".";
  }
}
