package dateline.launcher.cli;

import dateline.intake.Manuscript;
import dateline.note.Finding;
import java.util.List;

/** A file that was to be read, and what came of it. */
sealed interface ReadFile {

  /** As it was named. */
  String name();

  /**
   * @param findings of the reader and of the checks, in the text's order
   */
  record Understood(String name, Manuscript.Read manuscript, List<Finding> findings)
      implements ReadFile {
    public Understood {
      findings = List.copyOf(findings);
    }
  }

  /**
   * @param code stable for machines: {@code NOT_A_TEXT}
   * @param reason one sentence: what is so, then what to do
   */
  record Refused(String name, String code, String reason) implements ReadFile {}
}
