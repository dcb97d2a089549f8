package dateline.publishing;

import dateline.kernel.Envelope;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.publishing.PublishingEvent.Endorsed;
import dateline.publishing.PublishingEvent.EndorserProposalLeft;
import dateline.publishing.PublishingEvent.EndorserWithdrew;
import dateline.publishing.PublishingEvent.EndorsersAdded;
import dateline.publishing.PublishingEvent.EndorsersProposed;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.publishing.PublishingEvent.ReleaseDiscarded;
import dateline.publishing.PublishingEvent.ReleasePrepared;
import dateline.publishing.PublishingEvent.ReleaseScheduled;
import dateline.publishing.PublishingEvent.ScheduleCancelled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a history of one note must be true of, checked without the decider: nothing uncleared,
 * nothing early, nothing twice, nobody's own text; and no endorser by one person alone.
 */
final class PublicPromises {

  private final Set<Digest> approved;
  private final List<String> broken = new ArrayList<>();
  private Optional<ReleasePrepared> prepared = Optional.empty();
  private Optional<Instant> schedule = Optional.empty();
  private Optional<Digest> released = Optional.empty();
  private final Map<String, PersonId> proposedBy = new HashMap<>();
  private final Set<String> endorsers = new HashSet<>();

  private PublicPromises(Set<Digest> approved) {
    this.approved = approved;
  }

  /**
   * Which promises this history breaks, a sentence each.
   *
   * @param approved digests of the texts that clearance approved for this note
   */
  static List<String> brokenBy(List<Envelope<PublishingEvent>> history, Set<Digest> approved) {
    PublicPromises promises = new PublicPromises(approved);
    history.forEach(promises::see);
    return promises.broken;
  }

  private void see(Envelope<PublishingEvent> event) {
    check(
        released.isEmpty() || event.payload() instanceof Endorsed,
        "nothing but endorsers follows a release");
    switch (event.payload()) {
      case ReleasePrepared it -> {
        prepared = Optional.of(it);
        schedule = Optional.empty();
      }
      case ReleaseScheduled it -> {
        check(schedule.isEmpty(), "an instant is not overwritten");
        check(isPrepared(it.digest()), "what is scheduled is prepared");
        schedule = Optional.of(it.releaseAt());
        checkWriter(event);
      }
      case ScheduleCancelled _ -> schedule = Optional.empty();
      case ReleaseDiscarded _ -> {
        prepared = Optional.empty();
        schedule = Optional.empty();
      }
      case NoteReleased it -> {
        released = Optional.of(it.digest());
        check(Digest.of(it.note()).equals(it.digest()), "the digest is the text's own");
        check(approved.contains(Digest.of(it.note())), "the text was approved");
        check(isPrepared(it.digest()), "its clearance still holds");
        check(it.scheduledFor().equals(schedule), "it says what it was scheduled for");
        check(schedule.stream().noneMatch(at -> event.at().isBefore(at)), "its instant has come");
        check(
            schedule.isPresent() || event.actor().role() == Role.DUTY_OFFICER,
            "without a schedule a duty officer releases");
        checkWriter(event);
      }
      case EndorsersProposed it -> {
        checkReleased(it.digest());
        check(!it.reason().isBlank(), "it is said how an endorser is known");
        it.names().forEach(name -> proposedBy.put(key(name), event.actor().person()));
      }
      case EndorserProposalLeft it -> {
        checkReleased(it.digest());
        it.names().forEach(name -> proposedBy.remove(key(name)));
      }
      case EndorsersAdded it -> {
        checkReleased(it.digest());
        checkWriter(event);
        check(event.actor().role() == Role.APPROVER, "an approver adds endorsers");
        for (String name : it.names()) {
          Optional<PersonId> by = Optional.ofNullable(proposedBy.remove(key(name)));
          check(by.isPresent(), "who is added was proposed");
          check(!by.equals(Optional.of(event.actor().person())), "nobody adds whom they proposed");
          check(endorsers.add(key(name)), "nobody endorses twice");
        }
      }
      case EndorserWithdrew it -> {
        checkReleased(it.digest());
        check(endorsers.remove(key(it.name())), "who withdraws endorsed it");
      }
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
  }

  private void checkReleased(Digest digest) {
    check(released.equals(Optional.of(digest)), "what is endorsed is the public text");
  }

  private boolean isPrepared(Digest digest) {
    return prepared.filter(it -> it.digest().equals(digest)).isPresent();
  }

  private void checkWriter(Envelope<PublishingEvent> event) {
    check(
        prepared.stream().noneMatch(it -> it.contributors().contains(event.actor().person())),
        "nobody makes public what they wrote");
  }

  private void check(boolean kept, String promise) {
    if (!kept) {
      broken.add(promise);
    }
  }
}
