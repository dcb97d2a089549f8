package dateline.note;

/**
 * Something a check found in a text.
 *
 * @param code stable for machines: {@code DEAD_LINK}
 * @param severity what it means for submission
 * @param line of the source text, from 1; 0 if it has no single place
 * @param column in that line, from 1, in UTF-16 units; 0 if it has no single place
 * @param message one sentence for people: what is so
 * @param fix one sentence for people: what to do
 */
public record Finding(
    String code, Severity severity, int line, int column, String message, String fix) {

  /** What a finding means. */
  public enum Severity {
    /** Submission is refused until it is mended or waived. */
    BLOCKS,
    /** Probably wrong. */
    WARNS,
    /** Worth a look. */
    ADVISES
  }
}
