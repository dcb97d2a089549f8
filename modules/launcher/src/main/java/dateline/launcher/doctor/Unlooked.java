package dateline.launcher.doctor;

import java.util.List;

/** Stands for what cannot be looked at while its settings are faulty. */
record Unlooked(String name) implements Check {

  @Override
  public boolean needsTheLog() {
    return false;
  }

  @Override
  public List<Finding> look() {
    return List.of(Finding.unknown(this, "not looked at, because of the settings"));
  }
}
