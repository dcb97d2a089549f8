package dateline.notification.dispatch;

/** Who goes first, in order. Each lane has its own connections, which the others cannot take. */
enum Lane {
  /** People of the house, who are waited for. */
  NOTICE,
  PRESS,
  PUBLIC
}
