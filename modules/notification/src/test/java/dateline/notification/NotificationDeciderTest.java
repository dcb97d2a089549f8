package dateline.notification;

import static dateline.testkit.DeciderScenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.kernel.Actor;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
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
import dateline.testkit.DeciderScenario;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationDeciderTest {
  /** The scenario's key: whoever is this person is the subscriber it is about. */
  private static final Actor ADA =
      new Actor(new PersonId("note-under-test"), OfficeId.NONE, Role.PUBLIC);

  private static final Actor STRANGER =
      new Actor(new PersonId("somebody-else"), OfficeId.NONE, Role.PUBLIC);
  private static final Actor OFFICER = staff(Role.PRESS_OFFICER);
  private static final Interests READOUTS =
      new Interests(List.of("Readout"), List.of(), List.of("en"));

  private final NotificationDecider decider = new NotificationDecider();

  private static Actor staff(Role role) {
    return new Actor(new PersonId("maya.okafor"), new OfficeId("press"), role);
  }

  private DeciderScenario<NotificationCommand, Subscriber, NotificationEvent> nobody() {
    return given(decider);
  }

  private static Subscribe subscribe(Interests interests) {
    return new Subscribe("ada@example.org", interests);
  }

  private static AddPressContact add(Interests interests) {
    return new AddPressContact("ada@example.org", "Ada Stone", "The Wire", interests);
  }

  // Who outside the house clears a text

  private static final NotificationCommand KNOW =
      new KnowClearer("kari@example.org", "Kari Nordmann");

  @Test
  void aPressOfficerNamesWhereAClearerIsReached() {
    nobody().when(OFFICER, KNOW).then(new AddressRecorded(), new ClearerKnown());
    nobody().by(OFFICER, new ClearerKnown()).when(OFFICER, KNOW).isNothingToDo();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PRESS_OFFICER"})
  void nobodyElseDoes(Role role) {
    nobody().when(staff(role), KNOW).isRefused("NOT_YOUR_ROLE");
    nobody().when(staff(role), new ForgetClearer("over")).isRefused("NOT_YOUR_ROLE");
  }

  @Test
  void aClearerWhoGetsMailBesidesStaysOnFileAsTheyAre() {
    nobody()
        .by(OFFICER, new PressContactAdded(READOUTS))
        .when(OFFICER, KNOW)
        .then(new ClearerKnown());
    nobody()
        .by(OFFICER, new PressContactAdded(READOUTS))
        .by(OFFICER, new ClearerKnown())
        .when(OFFICER, new ForgetClearer("over"))
        .then(new ClearerForgotten("over"));
    nobody()
        .by(OFFICER, new PressContactAdded(READOUTS))
        .by(OFFICER, new ClearerKnown())
        .when(OFFICER, new RemovePressContact("left"))
        .then(new PressContactRemoved("left"));
  }

  @Test
  void theAddressOfAClearerNobodyAsksAnyMoreIsErased() {
    nobody()
        .by(OFFICER, new ClearerKnown())
        .when(OFFICER, new ForgetClearer("over"))
        .then(new ClearerForgotten("over"), new AddressErased());
    nobody().when(OFFICER, new ForgetClearer("over")).isNothingToDo();
  }

  @Test
  void aClearerIsReachedAtAnAddressAndNamedInALine() {
    nobody().when(OFFICER, new KnowClearer("kari", "Kari")).isRefused("UNUSABLE_ADDRESS");
    nobody()
        .when(OFFICER, new KnowClearer("kari@example.org", "Kari\nBcc: all"))
        .isRefused("UNUSABLE_TEXT");
  }

  @Test
  void whoClearsATextGetsNoReleasesByThat() {
    assertThat(new Subscriber(new PressListing.NotListed(), new Subscription.None(), true).wants())
        .isEmpty();
  }

  // The press list

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"PRESS_OFFICER", "DUTY_OFFICER", "ADMINISTRATOR"})
  void officersKeepThePressList(Role role) {
    nobody()
        .when(staff(role), add(READOUTS))
        .then(new AddressRecorded(), new PressContactAdded(READOUTS));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"REVIEWER", "APPROVER", "PUBLIC", "SYSTEM"})
  void nobodyElseKeepsThePressList(Role role) {
    nobody().when(staff(role), add(READOUTS)).isRefused("NOT_YOUR_ROLE");
    nobody().when(staff(role), new RemovePressContact("left")).isRefused("NOT_YOUR_ROLE");
  }

  @Test
  void addingAPressContactTwiceIsNothingToDo() {
    nobody()
        .by(OFFICER, new PressContactAdded(READOUTS))
        .when(OFFICER, add(READOUTS))
        .isNothingToDo();
  }

  @Test
  void addingAPressContactWithOtherInterestsChangesThem() {
    nobody()
        .by(OFFICER, new PressContactAdded(READOUTS))
        .when(OFFICER, add(Interests.ALL))
        .then(new AddressRecorded(), new PressContactAdded(Interests.ALL));
  }

  @Test
  void removingAPressContactErasesTheAddress() {
    nobody()
        .by(OFFICER, new PressContactAdded(READOUTS))
        .when(OFFICER, new RemovePressContact("left the paper"))
        .then(new PressContactRemoved("left the paper"), new AddressErased());
  }

  @Test
  void removingAPressContactWhoSubscribedKeepsTheSubscription() {
    nobody()
        .by(OFFICER, new PressContactAdded(READOUTS))
        .by(ADA, new SubscriptionRequested(Interests.ALL))
        .by(ADA, new SubscriptionConfirmed())
        .when(OFFICER, new RemovePressContact(""))
        .then(new PressContactRemoved(""));
  }

  @Test
  void removingSomebodyWhoIsNotOnTheListIsNothingToDo() {
    nobody().when(OFFICER, new RemovePressContact("")).isNothingToDo();
  }

  // Subscriptions

  @Test
  void askingForMailSendsOneMailThatAsks() {
    nobody()
        .when(ADA, subscribe(READOUTS))
        .then(new AddressRecorded(), new SubscriptionRequested(READOUTS));
  }

  @Test
  void staffMayAskInSomebodysNameButNotConfirm() {
    nobody()
        .when(OFFICER, subscribe(READOUTS))
        .then(new AddressRecorded(), new SubscriptionRequested(READOUTS));
    nobody()
        .by(OFFICER, new SubscriptionRequested(READOUTS))
        .when(OFFICER, new ConfirmSubscription())
        .isRefused("NOT_YOURS_TO_CONFIRM");
  }

  @Test
  void thePersonBehindTheAddressConfirms() {
    nobody()
        .by(ADA, new SubscriptionRequested(READOUTS))
        .when(ADA, new ConfirmSubscription())
        .then(new SubscriptionConfirmed());
  }

  @Test
  void confirmingTwiceIsNothingToDo() {
    nobody()
        .by(ADA, new SubscriptionRequested(READOUTS))
        .by(ADA, new SubscriptionConfirmed())
        .when(ADA, new ConfirmSubscription())
        .isNothingToDo();
  }

  @Test
  void confirmingWhatNobodyAskedForIsRefused() {
    nobody().when(ADA, new ConfirmSubscription()).isRefused("NOTHING_TO_CONFIRM");
  }

  @Test
  void anUnconfirmedSubscriptionGetsNothing() {
    assertThat(after(new SubscriptionRequested(Interests.ALL)).wants()).isEmpty();
    assertThat(after(new SubscriptionRequested(READOUTS), new SubscriptionConfirmed()).wants())
        .containsExactly(READOUTS);
  }

  @Test
  void askingAgainWhilePendingSendsNoSecondMailThatDay() {
    nobody()
        .by(ADA, new SubscriptionRequested(READOUTS))
        .when(ADA, subscribe(Interests.ALL))
        .isNothingToDo();
  }

  @Test
  void askingAgainADayLaterSendsAnotherMail() {
    nobody()
        .at(Instant.parse("2026-03-02T12:00:00Z"))
        .by(ADA, new SubscriptionRequested(READOUTS))
        .at(Instant.parse("2026-03-03T12:00:00Z"))
        .when(ADA, subscribe(READOUTS))
        .then(new SubscriptionRequested(READOUTS));
  }

  @Test
  void subscribingToTheSameAgainIsNothingToDo() {
    nobody()
        .by(ADA, new SubscriptionRequested(READOUTS))
        .by(ADA, new SubscriptionConfirmed())
        .when(ADA, subscribe(READOUTS))
        .isNothingToDo();
  }

  @Test
  void whoKnowsAnAddressCannotChangeItsSubscription() {
    assertThat(
            after(
                    new SubscriptionRequested(READOUTS),
                    new SubscriptionConfirmed(),
                    new SubscriptionRequested(Interests.ALL))
                .wants())
        .as("until they say yes, what they get stays as it was")
        .containsExactly(READOUTS);
    assertThat(
            after(
                    new SubscriptionRequested(READOUTS),
                    new SubscriptionConfirmed(),
                    new SubscriptionRequested(Interests.ALL),
                    new SubscriptionConfirmed())
                .wants())
        .containsExactly(Interests.ALL);
  }

  @Test
  void whoKnowsAnAddressCannotCancelItsSubscription() {
    nobody()
        .by(ADA, new SubscriptionRequested(READOUTS))
        .by(ADA, new SubscriptionConfirmed())
        .when(STRANGER, new Unsubscribe())
        .isRefused("NOT_THE_SUBSCRIBER");
    nobody().when(STRANGER, subscribe(READOUTS)).isRefused("NOT_THE_SUBSCRIBER");
  }

  @Test
  void unsubscribingErasesTheAddress() {
    nobody()
        .by(ADA, new SubscriptionRequested(READOUTS))
        .by(ADA, new SubscriptionConfirmed())
        .when(ADA, new Unsubscribe())
        .then(new SubscriptionEnded(), new AddressErased());
  }

  @Test
  void sayingNoToTheMailThatAsksErasesTheAddress() {
    nobody()
        .by(ADA, new SubscriptionRequested(READOUTS))
        .when(ADA, new Unsubscribe())
        .then(new SubscriptionEnded(), new AddressErased());
  }

  @Test
  void aJournalistWhoWantsNoMoreMailLeavesThePressListToo() {
    nobody()
        .by(OFFICER, new PressContactAdded(READOUTS))
        .by(ADA, new SubscriptionRequested(READOUTS))
        .by(ADA, new SubscriptionConfirmed())
        .when(ADA, new Unsubscribe())
        .then(
            new PressContactRemoved("They want no more mail."),
            new SubscriptionEnded(),
            new AddressErased());
  }

  @Test
  void unsubscribingTwiceIsNothingToDo() {
    nobody().when(ADA, new Unsubscribe()).isNothingToDo();
  }

  @Test
  void whoLeftMayComeBack() {
    nobody()
        .by(ADA, new SubscriptionRequested(READOUTS))
        .by(ADA, new SubscriptionEnded())
        .by(ADA, new AddressErased())
        .when(ADA, subscribe(READOUTS))
        .then(new AddressRecorded(), new SubscriptionRequested(READOUTS));
  }

  @Test
  void aJournalistMaySubscribeTooAndKeepsTheNameOnFile() {
    nobody()
        .by(OFFICER, new PressContactAdded(READOUTS))
        .when(ADA, subscribe(Interests.ALL))
        .then(new SubscriptionRequested(Interests.ALL));
  }

  // Words

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@example",
        "ada@@example.org",
        "ada@example.org@example.org",
        "ada@example.org\r\nBcc: all@example.org",
        "ada\r\n@example.org",
        "ada\0@example.org",
        "ada smith@example.org",
        "\"ada\"@example.org",
        ".ada@example.org",
        "a..da@example.org",
        "ada@-example.org",
        "ada@example..org",
        "ada@[127.0.0.1]",
        "ada@127.0.0.1",
        "ada@exa mple.org",
        "ada@example.org.",
        "ada,bob@example.org",
        "<ada@example.org>",
        "a234567890123456789012345678901234567890123456789012345678901234x@example.org"
      })
  void anAddressThatMailCannotGoToIsRefused(String address) {
    nobody()
        .when(OFFICER, new AddPressContact(address, "Ada", "", Interests.ALL))
        .isRefused("UNUSABLE_ADDRESS");
    nobody().when(ADA, new Subscribe(address, Interests.ALL)).isRefused("UNUSABLE_ADDRESS");
  }

  @Test
  void anAddressIsReadAsPeopleTypeIt() {
    assertThat(MailAddress.read(" Ada.Stone+news@Bücher.Example "))
        .hasToString("Ada.Stone+news@xn--bcher-kva.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada\r\nBcc: all@example.org", "Ada\0", "Ada\u2028Stone"})
  void aNameIsOneLine(String name) {
    nobody()
        .when(OFFICER, new AddPressContact("ada@example.org", name, "", Interests.ALL))
        .isRefused("UNUSABLE_TEXT");
  }

  @Test
  void interestsAreShortAndFew() {
    Interests endless = new Interests(List.of("x".repeat(201)), List.of(), List.of());
    nobody().when(ADA, subscribe(endless)).isRefused("UNUSABLE_INTERESTS");
    Interests many =
        new Interests(java.util.Collections.nCopies(101, "Readout"), List.of(), List.of());
    nobody().when(ADA, subscribe(many)).isRefused("UNUSABLE_INTERESTS");
  }

  // What is wanted

  @Test
  void anEmptyListWantsAllAndAnyOtherMustBeMet() {
    assertThat(Interests.ALL.want(Optional.empty(), Optional.empty(), List.of())).isTrue();
    assertThat(READOUTS.want(Optional.of("READOUT"), Optional.empty(), List.of("en-GB"))).isTrue();
    assertThat(READOUTS.want(Optional.of("Remarks"), Optional.empty(), List.of("en"))).isFalse();
    assertThat(READOUTS.want(Optional.empty(), Optional.empty(), List.of("en"))).isFalse();
    assertThat(READOUTS.want(Optional.of("Readout"), Optional.empty(), List.of("enx"))).isFalse();
  }

  // Histories

  @Test
  void anImpossibleHistoryIsNotPassedOver() {
    assertThatThrownBy(() -> after(new SubscriptionConfirmed()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> after(new SubscriptionEnded()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> after(new PressContactAdded(READOUTS), new AddressErased()))
        .isInstanceOf(IllegalStateException.class);
  }

  private Subscriber after(NotificationEvent... events) {
    Subscriber state = decider.initialState();
    for (NotificationEvent event : events) {
      state =
          decider.evolve(
              state, Envelope.of(MessageId.of("e"), "note-under-test", Instant.EPOCH, ADA, event));
    }
    return state;
  }
}
