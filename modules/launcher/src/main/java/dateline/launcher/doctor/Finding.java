package dateline.launcher.doctor;

/**
 * One thing that was looked at.
 *
 * @param check whose: {@code "brokers"}
 * @param what what is so, in a sentence
 * @param mend what to do; empty if nothing is wrong
 */
public record Finding(String check, State state, String what, String mend) {

  /** How it is. */
  public enum State {
    OK,
    WRONG,
    /** Could not be looked at, because of something else that is wrong. */
    UNKNOWN
  }

  static Finding ok(Check check, String what) {
    return new Finding(check.name(), State.OK, what, "");
  }

  static Finding wrong(Check check, String what, String mend) {
    return new Finding(check.name(), State.WRONG, what, mend);
  }

  static Finding unknown(Check check, String what) {
    return new Finding(check.name(), State.UNKNOWN, what, "");
  }
}
