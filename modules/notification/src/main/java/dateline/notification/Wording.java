package dateline.notification;

import dateline.kernel.Decision;
import dateline.notification.NotificationCommand.AddPressContact;
import dateline.notification.NotificationCommand.ConfirmSubscription;
import dateline.notification.NotificationCommand.ForgetClearer;
import dateline.notification.NotificationCommand.KnowClearer;
import dateline.notification.NotificationCommand.RemovePressContact;
import dateline.notification.NotificationCommand.Subscribe;
import dateline.notification.NotificationCommand.Unsubscribe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the words of a command must be like before they can reach a mail or the log. */
final class Wording {

  private static final int LONGEST = 200;
  private static final int MOST_INTERESTS = 100;

  private Wording() {}

  /** What is wrong with the command's words; empty if nothing is. */
  static Optional<Decision<NotificationEvent>> refusal(NotificationCommand command) {
    return switch (command) {
      case AddPressContact add ->
          address(add.address())
              .or(() -> line("The name", add.name()))
              .or(() -> line("The outlet", add.outlet()))
              .or(() -> interests(add.interests()));
      case RemovePressContact remove -> line("The reason", remove.reason());
      case Subscribe subscribe ->
          address(subscribe.address()).or(() -> interests(subscribe.interests()));
      case KnowClearer clearer ->
          address(clearer.address()).or(() -> line("The name", clearer.name()));
      case ForgetClearer forget -> line("The reason", forget.reason());
      case ConfirmSubscription() -> Optional.empty();
      case Unsubscribe() -> Optional.empty();
    };
  }

  private static Optional<Decision<NotificationEvent>> address(String typed) {
    return switch (MailAddress.read(typed)) {
      case MailAddress _ -> Optional.empty();
      case ReadAddress.Unusable(String reason) ->
          NotificationDecider.refusal("UNUSABLE_ADDRESS", reason);
    };
  }

  private static Optional<Decision<NotificationEvent>> line(String what, String text) {
    return isLine(text)
        ? Optional.empty()
        : NotificationDecider.refusal(
            "UNUSABLE_TEXT", what + " is not one line of at most 200 characters; shorten it.");
  }

  private static Optional<Decision<NotificationEvent>> interests(Interests interests) {
    List<String> all =
        Stream.of(interests.kinds(), interests.issuers(), interests.languages())
            .flatMap(List::stream)
            .toList();
    return all.size() <= MOST_INTERESTS && all.stream().allMatch(t -> isLine(t) && !t.isBlank())
        ? Optional.empty()
        : NotificationDecider.refusal(
            "UNUSABLE_INTERESTS",
            "The interests are more than 100 or one is not a line of 1 to 200 characters; leave"
                + " some out.");
  }

  private static boolean isLine(String text) {
    return text.length() <= LONGEST && text.chars().noneMatch(Wording::breaksALine);
  }

  private static boolean breaksALine(int c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }
}
