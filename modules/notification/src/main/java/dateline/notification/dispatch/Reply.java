package dateline.notification.dispatch;

/** What became of handing one mail over. */
sealed interface Reply {

  /**
   * The server has it.
   *
   * @param status enhanced status code, "2.0.0"; empty if it gave none
   */
  record Accepted(int code, String status) implements Reply {}

  /**
   * Not now: the server said so (4xx), or the connection broke before the mail's end was sent.
   *
   * @param code 0 if the connection broke
   */
  record PutOff(int code, String status) implements Reply {}

  /** Never: the server said so (5xx). */
  record Turned(int code, String status) implements Reply {}

  /** Its end was sent and no answer came: it may have arrived. Never sent again. */
  record Lost() implements Reply {}

  /** No connection could be made at all; nothing was tried. */
  record NoServer() implements Reply {}

  /** The ledger is lost to another dispatcher; the mail's end was not sent. */
  record NotOurs() implements Reply {}
}
