package dateline.notification.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contracts.ActorV1;
import dateline.contracts.NotificationCommandV1;
import dateline.contracts.NotificationEventV1;
import dateline.contracts.Topic;
import dateline.kernel.Actor;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
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
import dateline.notification.PressListing;
import dateline.notification.Subscriber;
import dateline.notification.Subscription;
import dateline.runtime.WireCodec;
import dateline.runtime.wire.UnreadableRecordException;
import dateline.runtime.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What goes onto the wire, or into a store, comes back as it was. */
class NotificationCodecsTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");
  private static final Actor OFFICER =
      new Actor(new PersonId("maya.okafor"), new OfficeId("press"), Role.PRESS_OFFICER);
  private static final Interests SOME =
      new Interests(List.of("Readout", "Überblick"), List.of("Harbour"), List.of("en", "de"));

  private final Wire wire =
      new Wire(
          Map.of(
              "schema.registry.url", "mock://notification-codecs", "auto.register.schemas", true));

  @Test
  void everyCommandComesBackAsItWas() {
    List<NotificationCommand> commands =
        List.of(
            new AddPressContact("ada@example.org", "Ada Stone", "The Wire", SOME),
            new RemovePressContact("left"),
            new Subscribe("ada@example.org", Interests.ALL),
            new ConfirmSubscription(),
            new KnowClearer("kari@example.org", "Kari Nordmann"),
            new ForgetClearer("over"),
            new Unsubscribe());
    assertThat(commands)
        .as("every kind is tried")
        .hasSameSizeAs(NotificationCommand.class.getPermittedSubclasses());
    commands.forEach(command ->
        assertComesBack(new NotificationCodecs.Commands(), Topic.NOTIFICATION_COMMANDS, command));
  }

  @Test
  void everyEventComesBackAsItWas() {
    List<NotificationEvent> events =
        List.of(
            new PressContactAdded(SOME),
            new PressContactRemoved("left"),
            new SubscriptionRequested(Interests.ALL),
            new SubscriptionConfirmed(),
            new SubscriptionEnded(),
            new ClearerKnown(),
            new ClearerForgotten("over"),
            new AddressRecorded(),
            new AddressErased());
    assertThat(events)
        .as("every kind is tried")
        .hasSameSizeAs(NotificationEvent.class.getPermittedSubclasses());
    events.forEach(event ->
        assertComesBack(new NotificationCodecs.Events(), Topic.NOTIFICATION_EVENTS, event));
  }

  @Test
  void whatHasNoKindIsSetAside() {
    ActorV1 actor = new ActorV1("maya.okafor", "", "PRESS_OFFICER");
    NotificationCommandV1 command =
        NotificationCommandV1.newBuilder()
            .setId("a")
            .setCausationId("a")
            .setAt(NOON)
            .setActor(actor)
            .setSubscriberId("s")
            .build();
    assertThatThrownBy(() -> new NotificationCodecs.Commands().fromWire(command))
        .isInstanceOfSatisfying(
            UnreadableRecordException.class, e -> assertThat(e.code()).isEqualTo("UNKNOWN_KIND"));
    NotificationEventV1 event =
        NotificationEventV1.newBuilder()
            .setId("a")
            .setCausationId("a")
            .setAt(NOON)
            .setActor(actor)
            .setSubscriberId("s")
            .build();
    assertThatThrownBy(() -> new NotificationCodecs.Events().fromWire(event))
        .isInstanceOf(UnreadableRecordException.class);
  }

  @Test
  void whatThePlannerStoresComesBackAsItWas() {
    List<PressListing> listings =
        List.of(new PressListing.NotListed(), new PressListing.Listed(SOME));
    List<Subscription> subscriptions =
        List.of(
            new Subscription.None(),
            new Subscription.AwaitingConfirmation(SOME, NOON),
            new Subscription.Active(SOME),
            new Subscription.AwaitingChange(Interests.ALL, SOME, NOON));
    for (PressListing listing : listings) {
      for (Subscription subscription : subscriptions) {
        Reached reached = new Reached("example.org", new Subscriber(listing, subscription));
        assertThat(Reached.fromBytes(reached.toBytes())).isEqualTo(reached);
      }
    }
    assertThat(Reached.wants(Reached.toBytes(List.of(SOME, Interests.ALL))))
        .containsExactly(SOME, Interests.ALL);
  }

  private <P, W extends SpecificRecord> void assertComesBack(
      WireCodec<P, W> codec, Topic topic, P payload) {
    Envelope<P> message =
        new Envelope<>(
            new MessageId("id-1"), new MessageId("cause-1"), "subscriber", NOON, OFFICER, payload);
    byte[] bytes = wire.write(topic, codec.toWire(message));
    assertThat(codec.fromWire(codec.wireType().cast(wire.read(topic, bytes)))).isEqualTo(message);
  }
}
