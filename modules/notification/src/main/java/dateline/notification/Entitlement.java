package dateline.notification;

import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.Role;
import dateline.notification.NotificationCommand.AddPressContact;
import dateline.notification.NotificationCommand.ConfirmSubscription;
import dateline.notification.NotificationCommand.ForgetClearer;
import dateline.notification.NotificationCommand.KnowClearer;
import dateline.notification.NotificationCommand.RemovePressContact;
import dateline.notification.NotificationCommand.Subscribe;
import dateline.notification.NotificationCommand.Unsubscribe;
import java.util.Optional;

/** Who may ask what about whom. */
final class Entitlement {

  private Entitlement() {}

  /** Why this person may not ask this about this subscriber; empty if they may. */
  static Optional<Decision<NotificationEvent>> refusal(
      NotificationCommand command, Actor actor, String subscriberId) {
    return switch (command) {
      case AddPressContact _ -> unlessKeeper(actor);
      case RemovePressContact _ -> unlessKeeper(actor);
      case Subscribe _ -> unlessKeeperOrSelf(actor, subscriberId);
      case ConfirmSubscription() ->
          isSelf(actor, subscriberId)
              ? Optional.empty()
              : NotificationDecider.refusal(
                  "NOT_YOURS_TO_CONFIRM",
                  "Only the person behind the address can confirm; ask them to use the link in"
                      + " their mail.");
      case KnowClearer _ -> unlessInviter(actor);
      case ForgetClearer _ -> unlessInviter(actor);
      case Unsubscribe() -> unlessKeeperOrSelf(actor, subscriberId);
    };
  }

  static boolean isPublic(Actor actor) {
    return actor.role() == Role.PUBLIC;
  }

  private static Optional<Decision<NotificationEvent>> unlessKeeper(Actor actor) {
    return keepsLists(actor.role())
        ? Optional.empty()
        : NotificationDecider.refusal(
            "NOT_YOUR_ROLE",
            "The press list is kept by press officers, duty officers and administrators; ask one of"
                + " them.");
  }

  private static Optional<Decision<NotificationEvent>> unlessKeeperOrSelf(
      Actor actor, String subscriberId) {
    return keepsLists(actor.role()) || isSelf(actor, subscriberId)
        ? Optional.empty()
        : NotificationDecider.refusal(
            "NOT_THE_SUBSCRIBER",
            "A subscription belongs to the person behind the address; use the link in one of the"
                + " mails.");
  }

  private static Optional<Decision<NotificationEvent>> unlessInviter(Actor actor) {
    return actor.role() == Role.PRESS_OFFICER
        ? Optional.empty()
        : NotificationDecider.refusal(
            "NOT_YOUR_ROLE",
            "Who outside the house clears a text is invited by press officers; ask one of them.");
  }

  private static boolean isSelf(Actor actor, String subscriberId) {
    return isPublic(actor) && actor.person().value().equals(subscriberId);
  }

  private static boolean keepsLists(Role role) {
    return switch (role) {
      case PRESS_OFFICER, DUTY_OFFICER, ADMINISTRATOR -> true;
      case REVIEWER, APPROVER, EMERGENCY_AUTHORITY, EXTERNAL_CLEARER, PUBLIC, SYSTEM -> false;
    };
  }
}
