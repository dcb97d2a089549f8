package dateline.clearance;

import dateline.kernel.Decision;
import java.util.Optional;

/** What a reason must be that a person gives. */
final class Reason {

  /**
   * Code points of a reason that a person gives. An approval carries the reasons of all offices.
   */
  private static final int LONGEST = 1_000;

  private Reason() {}

  /** This refusal if the reason says nothing, another if it is too long, or empty. */
  static Optional<Decision<ClearanceEvent>> missing(
      String reason, Decision<ClearanceEvent> refusal) {
    return saysNothing(reason) ? Optional.of(refusal) : tooLong(reason);
  }

  static Optional<Decision<ClearanceEvent>> tooLong(String reason) {
    String said = reason.strip();
    return said.codePointCount(0, said.length()) > LONGEST
        ? Optional.of(Refusals.reasonTooLong(LONGEST))
        : Optional.empty();
  }

  /** A reason has at least one letter or digit of some script: blanks and dashes are none. */
  private static boolean saysNothing(String reason) {
    return reason.codePoints().noneMatch(Character::isLetterOrDigit);
  }
}
