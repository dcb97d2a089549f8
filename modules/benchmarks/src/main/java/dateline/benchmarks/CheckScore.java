package dateline.benchmarks;

import dateline.note.checks.Rule;
import java.util.Locale;

/** What one check found in first versions, and how much of it was later corrected. */
final class CheckScore {

  private final Rule rule;
  private int findings;
  private int borneOut;
  private int changes;
  private int cries;

  CheckScore(Rule rule) {
    this.rule = rule;
  }

  Rule rule() {
    return rule;
  }

  /** Findings in one note that nobody corrected. */
  void uncorrected(int found) {
    findings += found;
    cries += found > 0 ? 1 : 0;
  }

  /**
   * Findings in one note that was corrected.
   *
   * @param right how many of them pointed at what was corrected
   * @param hit how many changes they pointed at
   */
  void corrected(int found, int right, int hit) {
    findings += found;
    borneOut += right;
    changes += hit;
  }

  int findings() {
    return findings;
  }

  int borneOut() {
    return borneOut;
  }

  /** Whether it cries in more than one of fifty notes that nobody corrected. */
  boolean criesWolf(int uncorrected) {
    return cries * 50 > uncorrected;
  }

  /** A row of the table in Markdown. */
  String row(int uncorrected, int allChanges) {
    return "| `%s` | %s | %d | %s | %d | %s | %s |"
        .formatted(
            rule.code(),
            rule.severity().name().toLowerCase(Locale.ROOT),
            findings,
            cries == 0 ? "0" : "%d (%s)".formatted(cries, percent(cries, uncorrected)),
            borneOut,
            findings == 0 ? "" : percent(borneOut, findings),
            changes == 0 ? "" : percent(changes, allChanges));
  }

  static String percent(int part, int whole) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
