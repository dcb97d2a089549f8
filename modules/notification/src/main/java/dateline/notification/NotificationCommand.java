package dateline.notification;

/** What can be asked about one person who gets mail. The key is the subscriber id. */
public sealed interface NotificationCommand {

  /**
   * Put a journalist on the press list, or change what they want.
   *
   * @param address as typed
   * @param name as the officer wrote it; empty if not known
   * @param outlet paper, station or agency; empty if none
   */
  record AddPressContact(String address, String name, String outlet, Interests interests)
      implements NotificationCommand {}

  /**
   * Take a journalist off the press list.
   *
   * @param reason for people; may be empty
   */
  record RemovePressContact(String reason) implements NotificationCommand {}

  /**
   * Ask for notes by mail, or for other notes than before.
   *
   * @param address as typed
   */
  record Subscribe(String address, Interests interests) implements NotificationCommand {}

  /** The person behind the address says yes. */
  record ConfirmSubscription() implements NotificationCommand {}

  /**
   * Know where somebody outside the house is reached who is to clear a text.
   *
   * @param address as typed
   * @param name as the officer wrote it
   */
  record KnowClearer(String address, String name) implements NotificationCommand {}

  /**
   * Nobody asks them to clear anything any more.
   *
   * @param reason for people; may be empty
   */
  record ForgetClearer(String reason) implements NotificationCommand {}

  /** The person wants no more mail: ends the subscription and the place on the press list. */
  record Unsubscribe() implements NotificationCommand {}
}
