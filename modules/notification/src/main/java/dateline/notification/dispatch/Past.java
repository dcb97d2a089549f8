package dateline.notification.dispatch;

import dateline.contracts.OutcomeV1;
import java.time.Instant;
import java.util.Optional;

/**
 * What the ledger says of one delivery.
 *
 * @param last the newest outcome's name
 * @param putOff how often it was put off
 * @param retryAt when to try again, if it was put off last
 */
record Past(Outcome last, int putOff, Optional<Instant> retryAt) {

  static final Past NONE = new Past(Outcome.NONE, 0, Optional.empty());

  /** Outcomes by the names they have on the wire; NONE is never written. */
  enum Outcome {
    NONE,
    STARTED,
    ACCEPTED,
    DEFERRED,
    BOUNCED,
    HELD,
    IN_DOUBT
  }

  Past and(OutcomeV1 outcome) {
    Outcome now = Outcome.valueOf(outcome.getOutcome());
    return new Past(
        now,
        now == Outcome.DEFERRED ? putOff + 1 : putOff,
        Optional.ofNullable(outcome.getRetryAt()));
  }
}
