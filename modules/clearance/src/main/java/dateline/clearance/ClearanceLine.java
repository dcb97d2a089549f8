package dateline.clearance;

import dateline.kernel.OfficeId;
import java.util.Optional;

/**
 * One line of a clearance list.
 *
 * @param office who is asked
 * @param power what it may do
 * @param mandatory whether nobody but the final approver may ever proceed without it, and its
 *     answer never outlives a changed text; only a {@link Power#CLEAR} line is
 * @param because the rules that put it on the list, for people
 * @param stage from 1: it is asked once all lines of former stages that must clear have
 * @param interest what of the text concerns it
 * @param term how long it has; without one its silence is never recorded
 */
public record ClearanceLine(
    OfficeId office,
    Power power,
    boolean mandatory,
    String because,
    int stage,
    Interest interest,
    Optional<Term> term) {

  public ClearanceLine {
    if (office.equals(OfficeId.NONE)) {
      throw new IllegalArgumentException("a clearance line names an office");
    }
    if (mandatory && power != Power.CLEAR) {
      throw new IllegalArgumentException("only a line that must clear can be mandatory");
    }
    if (stage < 1) {
      throw new IllegalArgumentException("stages count from 1");
    }
  }

  /** Of the first stage, about the whole text, without a term. */
  public ClearanceLine(OfficeId office, Power power, boolean mandatory, String because) {
    this(office, power, mandatory, because, 1, Interest.WHOLE, Optional.empty());
  }

  boolean mustClear() {
    return power == Power.CLEAR;
  }

  /**
   * Both lines of one office as one: the stronger power, the earlier stage, all that concerns it,
   * the shorter time and both reasons once.
   */
  ClearanceLine and(ClearanceLine other) {
    String both =
        because.contains(other.because) || other.because.isEmpty()
            ? because
            : because.isEmpty() ? other.because : because + "; " + other.because;
    return new ClearanceLine(
        office,
        power.compareTo(other.power) >= 0 ? power : other.power,
        mandatory || other.mandatory,
        both,
        Math.min(stage, other.stage),
        interest.and(other.interest),
        shorter(term, other.term));
  }

  private static Optional<Term> shorter(Optional<Term> one, Optional<Term> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().within().compareTo(other.get().within()) <= 0 ? one : other;
  }
}
