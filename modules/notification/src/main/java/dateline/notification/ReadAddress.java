package dateline.notification;

/** What became of reading an address. */
public sealed interface ReadAddress permits MailAddress, ReadAddress.Unusable {

  /**
   * No mail can be sent there.
   *
   * @param reason for people: what is so, then what to do; never holds the address
   */
  record Unusable(String reason) implements ReadAddress {}
}
