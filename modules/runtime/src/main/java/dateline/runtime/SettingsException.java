package dateline.runtime;

import java.util.List;

/** Settings that cannot be used. The message names every faulty variable, one a line. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  /**
   * @param faults one sentence each, beginning with the variable's name
   */
  public SettingsException(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  /** One sentence a fault, each beginning with the variable's name. */
  public List<String> faults() {
    return faults;
  }
}
