package dateline.notification;

/** What happened about one person who gets mail. Holds no address, no name: those are erased. */
public sealed interface NotificationEvent {

  /** A journalist is on the press list, wanting this. */
  record PressContactAdded(Interests interests) implements NotificationEvent {}

  /**
   * A journalist is off the press list.
   *
   * @param reason for people; may be empty
   */
  record PressContactRemoved(String reason) implements NotificationEvent {}

  /** Somebody asked for notes; one mail asks the person behind the address whether it was they. */
  record SubscriptionRequested(Interests interests) implements NotificationEvent {}

  /** They said yes; what was asked for is now so. */
  record SubscriptionConfirmed() implements NotificationEvent {}

  /** They said no more. */
  record SubscriptionEnded() implements NotificationEvent {}

  /** Somebody outside the house may be asked to clear texts. */
  record ClearerKnown() implements NotificationEvent {}

  /**
   * Nobody asks them any more.
   *
   * @param reason for people; may be empty
   */
  record ClearerForgotten(String reason) implements NotificationEvent {}

  /** Somebody's address came on file, or a newer form of it, in the same transaction. */
  record AddressRecorded() implements NotificationEvent {}

  /** Nobody needs the address any more; it is erased in the same transaction. */
  record AddressErased() implements NotificationEvent {}
}
