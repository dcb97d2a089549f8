package dateline.clearance;

import dateline.kernel.OfficeId;
import java.time.Instant;
import java.util.Optional;

/**
 * That an office was asked, and until when it has to answer.
 *
 * @param remindAt when it is reminded
 * @param due when its silence is recorded; empty if its line has no term
 */
public record Asked(OfficeId office, Optional<Instant> remindAt, Optional<Instant> due) {

  static Asked at(Instant now, ClearanceLine line) {
    return new Asked(
        line.office(),
        line.term().map(term -> term.remindAfter(now)),
        line.term().map(term -> term.dueAfter(now)));
  }
}
