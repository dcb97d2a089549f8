package dateline.notification.kafka;

import dateline.contracts.AddPressContactV1;
import dateline.contracts.AddressErasedV1;
import dateline.contracts.AddressRecordedV1;
import dateline.contracts.ClearerForgottenV1;
import dateline.contracts.ClearerKnownV1;
import dateline.contracts.ConfirmSubscriptionV1;
import dateline.contracts.ForgetClearerV1;
import dateline.contracts.InterestsV1;
import dateline.contracts.KnowClearerV1;
import dateline.contracts.NotificationCommandV1;
import dateline.contracts.NotificationEventV1;
import dateline.contracts.PressContactAddedV1;
import dateline.contracts.PressContactRemovedV1;
import dateline.contracts.RemovePressContactV1;
import dateline.contracts.SubscribeV1;
import dateline.contracts.SubscriptionConfirmedV1;
import dateline.contracts.SubscriptionEndedV1;
import dateline.contracts.SubscriptionRequestedV1;
import dateline.contracts.UnsubscribeV1;
import dateline.kernel.Envelope;
import dateline.notification.Interests;
import dateline.notification.NotificationCommand;
import dateline.notification.NotificationCommand.AddPressContact;
import dateline.notification.NotificationCommand.ConfirmSubscription;
import dateline.notification.NotificationCommand.ForgetClearer;
import dateline.notification.NotificationCommand.KnowClearer;
import dateline.notification.NotificationCommand.RemovePressContact;
import dateline.notification.NotificationCommand.Subscribe;
import dateline.notification.NotificationCommand.Unsubscribe;
import dateline.notification.NotificationEvent;
import dateline.notification.NotificationEvent.AddressErased;
import dateline.notification.NotificationEvent.AddressRecorded;
import dateline.notification.NotificationEvent.ClearerForgotten;
import dateline.notification.NotificationEvent.ClearerKnown;
import dateline.notification.NotificationEvent.PressContactAdded;
import dateline.notification.NotificationEvent.PressContactRemoved;
import dateline.notification.NotificationEvent.SubscriptionConfirmed;
import dateline.notification.NotificationEvent.SubscriptionEnded;
import dateline.notification.NotificationEvent.SubscriptionRequested;
import dateline.runtime.ActorCodec;
import dateline.runtime.EnvelopeCodec;
import dateline.runtime.WireCodec;
import dateline.runtime.wire.UnreadableRecordException;

/** Where notification's rules meet the wire. */
public final class NotificationCodecs {

  private NotificationCodecs() {}

  /** {@link NotificationCommand} and {@link NotificationCommandV1}. */
  public static final class Commands
      implements WireCodec<NotificationCommand, NotificationCommandV1> {

    @Override
    public Class<NotificationCommandV1> wireType() {
      return NotificationCommandV1.class;
    }

    @Override
    public NotificationCommandV1 toWire(Envelope<NotificationCommand> message) {
      NotificationCommandV1.Builder wire =
          NotificationCommandV1.newBuilder()
              .setId(message.id().value())
              .setCausationId(message.causationId().value())
              .setAt(message.at())
              .setActor(ActorCodec.toWire(message.actor()))
              .setSubscriberId(message.key());
      return switch (message.payload()) {
        case AddPressContact(String address, String name, String outlet, Interests interests) ->
            wire.setAddPressContact(
                    new AddPressContactV1(address, name, outlet, interests(interests)))
                .build();
        case RemovePressContact(String reason) ->
            wire.setRemovePressContact(new RemovePressContactV1(reason)).build();
        case Subscribe(String address, Interests interests) ->
            wire.setSubscribe(new SubscribeV1(address, interests(interests))).build();
        case ConfirmSubscription() ->
            wire.setConfirmSubscription(new ConfirmSubscriptionV1()).build();
        case KnowClearer(String address, String name) ->
            wire.setKnowClearer(new KnowClearerV1(address, name)).build();
        case ForgetClearer(String reason) ->
            wire.setForgetClearer(new ForgetClearerV1(reason)).build();
        case Unsubscribe() -> wire.setUnsubscribe(new UnsubscribeV1()).build();
      };
    }

    @Override
    public Envelope<NotificationCommand> fromWire(NotificationCommandV1 wire) {
      return EnvelopeCodec.fromWire(
          wire.getId(),
          wire.getCausationId(),
          wire.getSubscriberId(),
          wire.getAt(),
          wire.getActor(),
          payload(wire));
    }

    private static NotificationCommand payload(NotificationCommandV1 wire) {
      if (wire.getAddPressContact() != null) {
        AddPressContactV1 it = wire.getAddPressContact();
        return new AddPressContact(
            it.getAddress(), it.getName(), it.getOutlet(), interests(it.getInterests()));
      }
      if (wire.getRemovePressContact() != null) {
        return new RemovePressContact(wire.getRemovePressContact().getReason());
      }
      if (wire.getSubscribe() != null) {
        SubscribeV1 it = wire.getSubscribe();
        return new Subscribe(it.getAddress(), interests(it.getInterests()));
      }
      if (wire.getConfirmSubscription() != null) {
        return new ConfirmSubscription();
      }
      if (wire.getUnsubscribe() != null) {
        return new Unsubscribe();
      }
      if (wire.getKnowClearer() != null) {
        return new KnowClearer(wire.getKnowClearer().getAddress(), wire.getKnowClearer().getName());
      }
      if (wire.getForgetClearer() != null) {
        return new ForgetClearer(wire.getForgetClearer().getReason());
      }
      throw unknownKind("command");
    }
  }

  /** {@link NotificationEvent} and {@link NotificationEventV1}. */
  public static final class Events implements WireCodec<NotificationEvent, NotificationEventV1> {

    @Override
    public Class<NotificationEventV1> wireType() {
      return NotificationEventV1.class;
    }

    @Override
    public NotificationEventV1 toWire(Envelope<NotificationEvent> message) {
      NotificationEventV1.Builder wire =
          NotificationEventV1.newBuilder()
              .setId(message.id().value())
              .setCausationId(message.causationId().value())
              .setAt(message.at())
              .setActor(ActorCodec.toWire(message.actor()))
              .setSubscriberId(message.key());
      return switch (message.payload()) {
        case PressContactAdded(Interests interests) ->
            wire.setPressContactAdded(new PressContactAddedV1(interests(interests))).build();
        case PressContactRemoved(String reason) ->
            wire.setPressContactRemoved(new PressContactRemovedV1(reason)).build();
        case SubscriptionRequested(Interests interests) ->
            wire.setSubscriptionRequested(new SubscriptionRequestedV1(interests(interests)))
                .build();
        case SubscriptionConfirmed() ->
            wire.setSubscriptionConfirmed(new SubscriptionConfirmedV1()).build();
        case SubscriptionEnded() -> wire.setSubscriptionEnded(new SubscriptionEndedV1()).build();
        case AddressRecorded() -> wire.setAddressRecorded(new AddressRecordedV1()).build();
        case ClearerKnown() -> wire.setClearerKnown(new ClearerKnownV1()).build();
        case ClearerForgotten(String reason) ->
            wire.setClearerForgotten(new ClearerForgottenV1(reason)).build();
        case AddressErased() -> wire.setAddressErased(new AddressErasedV1()).build();
      };
    }

    @Override
    public Envelope<NotificationEvent> fromWire(NotificationEventV1 wire) {
      return EnvelopeCodec.fromWire(
          wire.getId(),
          wire.getCausationId(),
          wire.getSubscriberId(),
          wire.getAt(),
          wire.getActor(),
          payload(wire));
    }

    private static NotificationEvent payload(NotificationEventV1 wire) {
      if (wire.getPressContactAdded() != null) {
        return new PressContactAdded(interests(wire.getPressContactAdded().getInterests()));
      }
      if (wire.getPressContactRemoved() != null) {
        return new PressContactRemoved(wire.getPressContactRemoved().getReason());
      }
      if (wire.getSubscriptionRequested() != null) {
        return new SubscriptionRequested(interests(wire.getSubscriptionRequested().getInterests()));
      }
      if (wire.getSubscriptionConfirmed() != null) {
        return new SubscriptionConfirmed();
      }
      if (wire.getSubscriptionEnded() != null) {
        return new SubscriptionEnded();
      }
      if (wire.getAddressRecorded() != null) {
        return new AddressRecorded();
      }
      if (wire.getAddressErased() != null) {
        return new AddressErased();
      }
      if (wire.getClearerKnown() != null) {
        return new ClearerKnown();
      }
      if (wire.getClearerForgotten() != null) {
        return new ClearerForgotten(wire.getClearerForgotten().getReason());
      }
      throw unknownKind("event");
    }
  }

  private static InterestsV1 interests(Interests interests) {
    return new InterestsV1(interests.kinds(), interests.issuers(), interests.languages());
  }

  private static Interests interests(InterestsV1 wire) {
    return new Interests(wire.getKinds(), wire.getIssuers(), wire.getLanguages());
  }

  private static UnreadableRecordException unknownKind(String what) {
    return new UnreadableRecordException(
        "UNKNOWN_KIND", "it is a " + what + " of a kind this version does not know");
  }
}
