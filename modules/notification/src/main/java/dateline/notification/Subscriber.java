package dateline.notification;

import java.util.List;

/**
 * One person who gets mail. A journalist may also subscribe like anybody else; they are one person
 * and get one mail about one version.
 *
 * @param clearer whether they are outside the house and asked to clear texts
 */
public record Subscriber(PressListing press, Subscription subscription, boolean clearer) {

  /** Somebody nobody has heard of. */
  public static final Subscriber UNKNOWN =
      new Subscriber(new PressListing.NotListed(), new Subscription.None());

  /** Somebody who clears nothing. */
  public Subscriber(PressListing press, Subscription subscription) {
    this(press, subscription, false);
  }

  Subscriber with(PressListing other) {
    return new Subscriber(other, subscription, clearer);
  }

  Subscriber with(Subscription other) {
    return new Subscriber(press, other, clearer);
  }

  Subscriber asClearer(boolean known) {
    return new Subscriber(press, subscription, known);
  }

  /** Whether they are on the press list: their mail goes first. */
  public boolean isPress() {
    return press instanceof PressListing.Listed;
  }

  /** What they are to get: a note that any of these wants. Empty: nothing at all. */
  public List<Interests> wants() {
    List<Interests> listed =
        switch (press) {
          case PressListing.NotListed() -> List.of();
          case PressListing.Listed(Interests interests) -> List.of(interests);
        };
    List<Interests> subscribed =
        switch (subscription) {
          case Subscription.None() -> List.of();
          case Subscription.AwaitingConfirmation _ -> List.of();
          case Subscription.Active(Interests interests) -> List.of(interests);
          case Subscription.AwaitingChange change -> List.of(change.interests());
        };
    return java.util.stream.Stream.concat(listed.stream(), subscribed.stream()).toList();
  }

  /** Whether a mail asks them just now if it was they who asked. */
  public boolean isAsked() {
    return switch (subscription) {
      case Subscription.None() -> false;
      case Subscription.AwaitingConfirmation _ -> true;
      case Subscription.Active _ -> false;
      case Subscription.AwaitingChange _ -> true;
    };
  }

  /** Whether their address is needed for anything. */
  boolean isReached() {
    return clearer || isPress() || !(subscription instanceof Subscription.None);
  }
}
