package dateline.notification;

import java.time.Instant;

/**
 * Where somebody's subscription is.
 *
 * <pre>
 *   None ──requested──▶ AwaitingConfirmation ──confirmed──▶ Active ──requested──▶ AwaitingChange
 *    ▲                          │                            │ ▲                       │ │
 *    │                          │                            │ └───────confirmed───────┘ │
 *    └──────────ended───────────┴────────────────────────────┴───────────────────────────┘
 * </pre>
 */
public sealed interface Subscription {

  /** Nobody asked, or it ended. */
  record None() implements Subscription {}

  /**
   * Somebody asked and gets nothing until the person behind the address has said yes.
   *
   * @param askedAt when the confirmation mail was last sent for
   */
  record AwaitingConfirmation(Interests asked, Instant askedAt) implements Subscription {}

  /** They get what they want. */
  record Active(Interests interests) implements Subscription {}

  /**
   * They get what they want, and somebody asked for something else in their name.
   *
   * @param askedAt when the confirmation mail was last sent for
   */
  record AwaitingChange(Interests interests, Interests asked, Instant askedAt)
      implements Subscription {}
}
