package dateline.note.checks;

import dateline.note.Finding.Severity;

/**
 * What a check is, for people and for the table in {@code docs/checks.md}.
 *
 * @param code stable for machines: {@code "DEAD_LINK"}
 * @param severity of its findings, unless a house style says otherwise
 * @param sentence what is wrong where it speaks: {@code "A link leads nowhere."}
 * @param example words in which it speaks: {@code "See the [plan](#)."}
 * @param mend what to do about it, one sentence
 */
public record Rule(String code, Severity severity, String sentence, String example, String mend) {

  static Rule blocks(String code, String sentence, String example, String mend) {
    return new Rule(code, Severity.BLOCKS, sentence, example, mend);
  }

  static Rule warns(String code, String sentence, String example, String mend) {
    return new Rule(code, Severity.WARNS, sentence, example, mend);
  }

  static Rule advises(String code, String sentence, String example, String mend) {
    return new Rule(code, Severity.ADVISES, sentence, example, mend);
  }

  /** Whether its findings stop a submission: decided here and nowhere else. */
  public boolean blocks() {
    return severity == Severity.BLOCKS;
  }
}
