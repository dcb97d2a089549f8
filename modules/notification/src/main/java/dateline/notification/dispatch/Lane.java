package dateline.notification.dispatch;

/** Who goes first. Each lane has its own connections, which the other cannot take. */
enum Lane {
  PRESS,
  PUBLIC
}
