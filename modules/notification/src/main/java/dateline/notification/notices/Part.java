package dateline.notification.notices;

/** What an office's answer is for. */
public enum Part {
  /** Nobody goes on without it but the final approver. */
  MANDATORY,
  /** It must clear. */
  CLEAR,
  /** It may clear or return; nothing waits for it. */
  CONSULT,
  /** It is told. */
  INFORM
}
