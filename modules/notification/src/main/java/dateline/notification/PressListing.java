package dateline.notification;

/** Whether somebody is on the press list. */
public sealed interface PressListing {

  record NotListed() implements PressListing {}

  record Listed(Interests interests) implements PressListing {}
}
