package dateline.launcher;

import dateline.runtime.SettingsException;
import dateline.runtime.SettingsReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The levels and the form of the log lines that a serving process prints. */
final class LogLevels {

  private static final List<String> ALL = List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE");

  private static final List<String> FORMATS = List.of("text", "json");

  private LogLevels() {}

  /**
   * Refuses a level that there is not, which the logging library would take for DEBUG, and a form
   * that there is not, for which it would log nothing.
   *
   * @throws SettingsException naming the levels there are
   */
  static void check(Map<String, String> variables) {
    SettingsReader read = new SettingsReader(variables);
    for (String name : List.of("DATELINE_LOG", "DATELINE_LOG_LIBRARIES")) {
      read.optional(name)
          .filter(level -> !ALL.contains(level.toUpperCase(Locale.ROOT)))
          .ifPresent(level ->
              read.fault(
                  name,
                  "is \"%s\"; it must be one of %s".formatted(level, String.join(", ", ALL))));
    }
    String format = read.text("DATELINE_LOG_FORMAT", "text");
    if (!FORMATS.contains(format)) {
      read.fault(
          "DATELINE_LOG_FORMAT",
          "is \"%s\"; it must be one of %s".formatted(format, String.join(", ", FORMATS)));
    }
    read.done();
  }
}
