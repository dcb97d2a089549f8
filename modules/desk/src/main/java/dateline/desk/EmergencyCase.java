package dateline.desk;

import dateline.desk.Standing.Decided;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody wanted a text to pass before all offices had cleared it, and what came of it.
 *
 * @param digest of the text
 * @param office office id of the action office, which owes its clearance
 * @param declared by which authority, when and why
 * @param refusedBecause empty unless refused
 * @param due by when it must be cleared after the fact; empty unless granted
 * @param overdueSince set once that instant has come and it was not
 * @param cleared by whom after the fact; empty until then
 */
record EmergencyCase(
    Stage stage,
    String digest,
    String office,
    Decided declared,
    String refusedBecause,
    Optional<Instant> due,
    Optional<Instant> overdueSince,
    Optional<Decided> cleared) {

  enum Stage {
    /** Whether the text passes is being decided. */
    DECLARED,
    /** The action office owes a clearance that is overdue: the text does not pass. */
    REFUSED,
    /** The text passed; its clearance is owed. */
    GRANTED,
    /** The text was no longer there. */
    LAPSED,
    /** The text passed and was cleared since. */
    CLEARED_AFTER_THE_FACT
  }

  static EmergencyCase declared(String digest, String office, Decided by) {
    return new EmergencyCase(
        Stage.DECLARED,
        digest,
        office,
        by,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether clearance after the fact is owed. */
  boolean isOwed() {
    return stage == Stage.GRANTED;
  }

  EmergencyCase refused(String because) {
    return now(Stage.REFUSED, because, due, overdueSince, cleared);
  }

  EmergencyCase granted(Instant until) {
    return now(Stage.GRANTED, refusedBecause, Optional.of(until), overdueSince, cleared);
  }

  EmergencyCase lapsed() {
    return now(Stage.LAPSED, refusedBecause, due, overdueSince, cleared);
  }

  EmergencyCase overdue(Instant since) {
    return now(stage, refusedBecause, due, Optional.of(since), cleared);
  }

  EmergencyCase cleared(Decided by) {
    return now(Stage.CLEARED_AFTER_THE_FACT, refusedBecause, due, overdueSince, Optional.of(by));
  }

  private EmergencyCase now(
      Stage newStage,
      String because,
      Optional<Instant> until,
      Optional<Instant> since,
      Optional<Decided> by) {
    return new EmergencyCase(newStage, digest, office, declared, because, until, since, by);
  }
}
