package dateline.launcher.doctor;

import java.util.List;

/** The settings, as the modules read them. */
final class SettingsCheck implements Check {

  private final List<String> faults;

  SettingsCheck(List<String> faults) {
    this.faults = faults;
  }

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public boolean needsTheLog() {
    return false;
  }

  @Override
  public List<Finding> look() {
    if (faults.isEmpty()) {
      return List.of(
          Finding.ok(
              this, "Every module can read its settings, and the secret is set and long enough."));
    }
    return faults.stream()
        .map(fault -> Finding.wrong(this, fault + '.', "set it for the modules that read it"))
        .toList();
  }
}
