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

  /**
   * Wrong, as one sentence tells it.
   *
   * @param sentence what is so; then, after its last semicolon, what to do
   */
  static Finding wrong(Check check, String sentence) {
    String both = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    int half = both.lastIndexOf("; ");
    return half < 0
        ? wrong(check, both + '.', "mend that, then start the modules again")
        : wrong(check, both.substring(0, half) + '.', both.substring(half + 2));
  }

  static Finding unknown(Check check, String what) {
    return new Finding(check.name(), State.UNKNOWN, what, "");
  }
}
