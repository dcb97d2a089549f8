package dateline.launcher.registry;

import java.util.Locale;

/** Whether schemas may be registered and deleted. */
enum Mode {
  READWRITE,
  READONLY;

  /**
   * @throws RegistryRefusal 42204
   */
  static Mode of(String name) {
    for (Mode mode : values()) {
      if (mode.name().equals(name.toUpperCase(Locale.ROOT))) {
        return mode;
      }
    }
    throw RegistryRefusal.invalidMode();
  }
}
