package dateline.desk;

import dateline.contracts.InterestsV1;
import dateline.contracts.NotificationEventV1;
import dateline.contracts.PressContactAddedV1;
import dateline.desk.ContactEntry.Interests;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk's view of notification's events. */
final class ContactFacts {

  private ContactFacts() {}

  static ContactEntry apply(ContactEntry contact, NotificationEventV1 event) {
    Optional<Instant> listedAt = contact.listedAt();
    boolean subscribed = contact.subscribed();
    Interests interests = contact.interests();
    @Nullable PressContactAddedV1 added = event.getPressContactAdded();
    if (added != null) {
      listedAt = Optional.of(listedAt.orElse(event.getAt()));
      interests = read(added.getInterests());
    } else if (event.getPressContactRemoved() != null) {
      listedAt = Optional.empty();
      interests = Interests.ALL;
    } else if (event.getSubscriptionConfirmed() != null) {
      subscribed = true;
    } else if (event.getSubscriptionEnded() != null) {
      subscribed = false;
    }
    return contact.after(event.getCausationId(), listedAt, subscribed, interests);
  }

  private static Interests read(InterestsV1 wire) {
    return new Interests(wire.getKinds(), wire.getIssuers(), wire.getLanguages());
  }
}
