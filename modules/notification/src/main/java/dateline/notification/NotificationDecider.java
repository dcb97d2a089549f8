package dateline.notification;

import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.notification.NotificationCommand.AddPressContact;
import dateline.notification.NotificationCommand.ConfirmSubscription;
import dateline.notification.NotificationCommand.ForgetClearer;
import dateline.notification.NotificationCommand.KnowClearer;
import dateline.notification.NotificationCommand.RemovePressContact;
import dateline.notification.NotificationCommand.Subscribe;
import dateline.notification.NotificationCommand.Unsubscribe;
import dateline.notification.NotificationEvent.AddressErased;
import dateline.notification.NotificationEvent.AddressRecorded;
import dateline.notification.NotificationEvent.ClearerForgotten;
import dateline.notification.NotificationEvent.ClearerKnown;
import dateline.notification.NotificationEvent.PressContactAdded;
import dateline.notification.NotificationEvent.PressContactRemoved;
import dateline.notification.NotificationEvent.SubscriptionConfirmed;
import dateline.notification.NotificationEvent.SubscriptionEnded;
import dateline.notification.NotificationEvent.SubscriptionRequested;
import dateline.notification.PressListing.Listed;
import dateline.notification.PressListing.NotListed;
import dateline.notification.Subscription.Active;
import dateline.notification.Subscription.AwaitingChange;
import dateline.notification.Subscription.AwaitingConfirmation;
import dateline.notification.Subscription.None;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who gets mail. The press list is kept by staff; a subscription begins and changes only when the
 * person behind the address has said yes, and knowing an address gives nobody power over it.
 */
public final class NotificationDecider
    implements Decider<NotificationCommand, Subscriber, NotificationEvent> {

  /** How long a person is not asked again, however often somebody types their address. */
  public static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(24);

  @Override
  public Subscriber initialState() {
    return Subscriber.UNKNOWN;
  }

  @Override
  public Decision<NotificationEvent> decide(
      Envelope<NotificationCommand> command, Subscriber state) {
    return Entitlement.refusal(command.payload(), command.actor(), command.key())
        .or(() -> Wording.refusal(command.payload()))
        .orElseGet(() -> decideAllowed(command, state));
  }

  private static Decision<NotificationEvent> decideAllowed(
      Envelope<NotificationCommand> command, Subscriber state) {
    return switch (command.payload()) {
      case AddPressContact add -> add(add.interests(), state.press());
      case RemovePressContact remove -> remove(remove.reason(), state);
      case Subscribe subscribe -> subscribe(subscribe.interests(), command.at(), state);
      case ConfirmSubscription() -> confirm(state.subscription());
      case KnowClearer _ -> know(state);
      case ForgetClearer forget -> forget(forget.reason(), state);
      case Unsubscribe() -> unsubscribe(command.actor(), state);
    };
  }

  private static Decision<NotificationEvent> add(Interests wanted, PressListing press) {
    return switch (press) {
      case Listed(Interests interests) when interests.equals(wanted) ->
          Decision.nothingToDo("They are on the press list already, wanting exactly this.");
      case Listed _ -> listed(wanted);
      case NotListed() -> listed(wanted);
    };
  }

  /** The officer's way of writing name and address is the newest there is. */
  private static Decision<NotificationEvent> listed(Interests wanted) {
    return Decision.accept(List.of(new AddressRecorded(), new PressContactAdded(wanted)));
  }

  /** Who is on file already stays so as they are: an outlet is not lost, nor a name changed. */
  private static Decision<NotificationEvent> know(Subscriber state) {
    if (state.clearer()) {
      return Decision.nothingToDo("They are known already.");
    }
    return state.isReached()
        ? Decision.accept(new ClearerKnown())
        : Decision.accept(List.of(new AddressRecorded(), new ClearerKnown()));
  }

  private static Decision<NotificationEvent> forget(String reason, Subscriber state) {
    return state.clearer()
        ? accept(state, List.of(new ClearerForgotten(reason)))
        : Decision.nothingToDo("Nobody asks them to clear anything.");
  }

  private static Decision<NotificationEvent> remove(String reason, Subscriber state) {
    return switch (state.press()) {
      case NotListed() -> Decision.nothingToDo("They are not on the press list.");
      case Listed _ -> accept(state, List.of(new PressContactRemoved(reason)));
    };
  }

  private static Decision<NotificationEvent> subscribe(
      Interests wanted, Instant now, Subscriber state) {
    return switch (state.subscription()) {
      case None() when state.isReached() -> Decision.accept(new SubscriptionRequested(wanted));
      case None() ->
          Decision.accept(List.of(new AddressRecorded(), new SubscriptionRequested(wanted)));
      case AwaitingConfirmation(Interests _, Instant askedAt) -> askAgain(wanted, now, askedAt);
      case Active(Interests interests) when interests.equals(wanted) ->
          Decision.nothingToDo("They are subscribed to exactly this already.");
      case Active _ -> Decision.accept(new SubscriptionRequested(wanted));
      case AwaitingChange(Interests _, Interests _, Instant askedAt) ->
          askAgain(wanted, now, askedAt);
    };
  }

  private static Decision<NotificationEvent> askAgain(
      Interests wanted, Instant now, Instant askedAt) {
    return now.isBefore(askedAt.plus(ASKED_AGAIN_AFTER))
        ? Decision.nothingToDo(
            "A mail has asked them to confirm; they are asked again after a day at the earliest.")
        : Decision.accept(new SubscriptionRequested(wanted));
  }

  private static Decision<NotificationEvent> confirm(Subscription subscription) {
    return switch (subscription) {
      case None() ->
          Decision.refuse(
              "NOTHING_TO_CONFIRM",
              "Nobody has asked for mail to this address, or it has ended since; subscribe again.");
      case AwaitingConfirmation _ -> Decision.accept(new SubscriptionConfirmed());
      case Active _ -> Decision.nothingToDo("The subscription is confirmed already.");
      case AwaitingChange _ -> Decision.accept(new SubscriptionConfirmed());
    };
  }

  private static Decision<NotificationEvent> unsubscribe(Actor actor, Subscriber state) {
    List<NotificationEvent> events = new ArrayList<>();
    switch (state.press()) {
      case NotListed() -> {}
      case Listed _ ->
          events.add(
              new PressContactRemoved(
                  Entitlement.isPublic(actor) ? "They want no more mail." : "Unsubscribed."));
    }
    switch (state.subscription()) {
      case None() -> {}
      case AwaitingConfirmation _ -> events.add(new SubscriptionEnded());
      case Active _ -> events.add(new SubscriptionEnded());
      case AwaitingChange _ -> events.add(new SubscriptionEnded());
    }
    return events.isEmpty()
        ? Decision.nothingToDo("They get no mail already.")
        : accept(state, events);
  }

  /** With the erasure of the address if these leave nobody who needs it. */
  private static Decision<NotificationEvent> accept(
      Subscriber state, List<NotificationEvent> events) {
    Subscriber after = state;
    for (NotificationEvent event : events) {
      after = apply(after, event, Instant.EPOCH);
    }
    if (after.isReached()) {
      return Decision.accept(events);
    }
    List<NotificationEvent> all = new ArrayList<>(events);
    all.add(new AddressErased());
    return Decision.accept(all);
  }

  @Override
  public Subscriber evolve(Subscriber state, Envelope<NotificationEvent> event) {
    return apply(state, event.payload(), event.at());
  }

  private static Subscriber apply(Subscriber state, NotificationEvent event, Instant at) {
    return switch (event) {
      case PressContactAdded(Interests interests) -> state.with(new Listed(interests));
      case PressContactRemoved _ -> state.with(new NotListed());
      case SubscriptionRequested(Interests asked) ->
          state.with(requested(state.subscription(), asked, at));
      case SubscriptionConfirmed() -> state.with(confirmed(state.subscription()));
      case SubscriptionEnded() -> state.with(ended(state.subscription()));
      case ClearerKnown() -> state.asClearer(true);
      case ClearerForgotten _ -> state.asClearer(false);
      case AddressRecorded() -> state;
      case AddressErased() -> erased(state);
    };
  }

  private static Subscription requested(Subscription before, Interests asked, Instant at) {
    return switch (before) {
      case None() -> new AwaitingConfirmation(asked, at);
      case AwaitingConfirmation _ -> new AwaitingConfirmation(asked, at);
      case Active(Interests interests) -> new AwaitingChange(interests, asked, at);
      case AwaitingChange change -> new AwaitingChange(change.interests(), asked, at);
    };
  }

  private static Subscription confirmed(Subscription before) {
    return switch (before) {
      case None() -> throw impossible("confirmed without having been asked for");
      case AwaitingConfirmation(Interests asked, Instant _) -> new Active(asked);
      case Active _ -> throw impossible("confirmed twice");
      case AwaitingChange change -> new Active(change.asked());
    };
  }

  private static Subscription ended(Subscription before) {
    return switch (before) {
      case None() -> throw impossible("ended without having begun");
      case AwaitingConfirmation _ -> new None();
      case Active _ -> new None();
      case AwaitingChange _ -> new None();
    };
  }

  private static Subscriber erased(Subscriber state) {
    if (state.isReached()) {
      throw impossible("erased while mail is wanted");
    }
    return state;
  }

  private static IllegalStateException impossible(String what) {
    return new IllegalStateException("impossible history: " + what);
  }

  static Optional<Decision<NotificationEvent>> refusal(String code, String reason) {
    return Optional.of(Decision.refuse(code, reason));
  }
}
