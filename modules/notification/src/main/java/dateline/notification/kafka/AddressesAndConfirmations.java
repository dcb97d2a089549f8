package dateline.notification.kafka;

import dateline.contracts.AddressV1;
import dateline.contracts.DeliveryBatchV1;
import dateline.contracts.DeliveryV1;
import dateline.contracts.Topic;
import dateline.kernel.Envelope;
import dateline.notification.MailAddress;
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
import dateline.notification.ReadAddress;
import dateline.runtime.Engine.Publication;
import dateline.runtime.Engine.Publications;
import java.util.List;
import java.util.Optional;

/**
 * What the engine says beside its events, in the same transaction: where somebody is reached, that
 * nobody may know it any more, and the one mail that asks whether a subscription is wanted.
 */
final class AddressesAndConfirmations
    implements Publications<NotificationCommand, NotificationEvent> {

  @Override
  public List<Publication> of(
      Envelope<NotificationCommand> command, List<Envelope<NotificationEvent>> events) {
    return events.stream().flatMap(event -> publication(command, event).stream()).toList();
  }

  private static Optional<Publication> publication(
      Envelope<NotificationCommand> command, Envelope<NotificationEvent> event) {
    return switch (event.payload()) {
      case AddressRecorded() ->
          Optional.of(
              new Publication(Topic.ADDRESSES, command.key(), Optional.of(address(command))));
      case AddressErased() ->
          Optional.of(new Publication(Topic.ADDRESSES, command.key(), Optional.empty()));
      case SubscriptionRequested _ -> Optional.of(confirmation(command, event));
      case PressContactAdded _ -> Optional.empty();
      case PressContactRemoved _ -> Optional.empty();
      case ClearerKnown() -> Optional.empty();
      case ClearerForgotten _ -> Optional.empty();
      case SubscriptionConfirmed() -> Optional.empty();
      case SubscriptionEnded() -> Optional.empty();
    };
  }

  private static AddressV1 address(Envelope<NotificationCommand> command) {
    return switch (command.payload()) {
      case AddPressContact(String typed, String name, String outlet, _) ->
          new AddressV1(read(typed).toString(), name, outlet);
      case Subscribe(String typed, _) -> new AddressV1(read(typed).toString(), "", "");
      case KnowClearer(String typed, String name) ->
          new AddressV1(read(typed).toString(), name, "");
      case ForgetClearer _ -> throw holdsNone();
      case RemovePressContact _ -> throw holdsNone();
      case ConfirmSubscription() -> throw holdsNone();
      case Unsubscribe() -> throw holdsNone();
    };
  }

  private static Publication confirmation(
      Envelope<NotificationCommand> command, Envelope<NotificationEvent> event) {
    String domain = read(address(command).getAddress()).domain();
    DeliveryBatchV1 batch =
        DeliveryBatchV1.newBuilder()
            .setId(event.id().derive("batch").value())
            .setPurpose("CONFIRMATION")
            .setLane("PUBLIC")
            .setDomain(domain)
            .setAt(event.at())
            .setDeliveries(
                List.of(new DeliveryV1(event.id().derive("delivery").value(), command.key(), null)))
            .build();
    return new Publication(Topic.DELIVERIES, domain, Optional.of(batch));
  }

  private static MailAddress read(String typed) {
    return switch (MailAddress.read(typed)) {
      case MailAddress address -> address;
      case ReadAddress.Unusable _ ->
          throw new IllegalStateException("a command with an unusable address was accepted");
    };
  }

  private static IllegalStateException holdsNone() {
    return new IllegalStateException("an address was recorded by a command that holds none");
  }
}
