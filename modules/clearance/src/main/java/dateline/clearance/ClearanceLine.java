package dateline.clearance;

import dateline.kernel.OfficeId;

/**
 * One line of a clearance list.
 *
 * @param office who is asked
 * @param power what it may do
 * @param mandatory whether nobody may ever proceed without it; only a {@link Power#CLEAR} line is
 * @param because the rules that put it on the list, for people
 */
public record ClearanceLine(OfficeId office, Power power, boolean mandatory, String because) {

  public ClearanceLine {
    if (office.equals(OfficeId.NONE)) {
      throw new IllegalArgumentException("a clearance line names an office");
    }
    if (mandatory && power != Power.CLEAR) {
      throw new IllegalArgumentException("only a line that must clear can be mandatory");
    }
  }

  /** Both lines of one office as one: the stronger power, and both reasons once. */
  ClearanceLine and(ClearanceLine other) {
    String both =
        because.contains(other.because) || other.because.isEmpty()
            ? because
            : because.isEmpty() ? other.because : because + "; " + other.because;
    return new ClearanceLine(
        office,
        power.compareTo(other.power) >= 0 ? power : other.power,
        mandatory || other.mandatory,
        both);
  }
}
