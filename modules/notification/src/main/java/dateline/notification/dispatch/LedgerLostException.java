package dateline.notification.dispatch;

/** The ledger of a partition can no longer be written here: another dispatcher may have it now. */
final class LedgerLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
