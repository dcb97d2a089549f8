package dateline.publishing;

import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.publishing.PublishingCommand.AddEndorsers;
import dateline.publishing.PublishingCommand.CancelSchedule;
import dateline.publishing.PublishingCommand.DiscardRelease;
import dateline.publishing.PublishingCommand.Endorsing;
import dateline.publishing.PublishingCommand.LeaveEndorsers;
import dateline.publishing.PublishingCommand.PrepareRelease;
import dateline.publishing.PublishingCommand.ProposeEndorsers;
import dateline.publishing.PublishingCommand.ReleaseDue;
import dateline.publishing.PublishingCommand.ReleaseNow;
import dateline.publishing.PublishingCommand.RemoveEndorser;
import dateline.publishing.PublishingCommand.ScheduleRelease;
import dateline.publishing.PublishingEvent.EndorsersAdded;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.testkit.Notes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A random life of one note: few texts, people and instants, so that everything meets everything.
 * Clocks differ between senders: time mostly passes and sometimes goes back.
 */
final class PublishingWalk {

  private static final List<MediaNote> TEXTS =
      List.of(
          Notes.ofKind("Joint Statement", Notes.saying("One.")),
          Notes.ofKind("Joint Statement", Notes.saying("Two.")),
          Notes.saying("Three."));
  private static final List<PersonId> PEOPLE =
      List.of(new PersonId("ann"), new PersonId("ben"), new PersonId("dana"));
  private static final List<String> NAMES =
      List.of("Norland", "NORLAND", "Sudland", "East\u00a0Isle");
  private static final List<String> ZONES = List.of("America/New_York", "+02:00", "Mars/Olympus");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Random random;
  private final List<Envelope<PublishingEvent>> history = new ArrayList<>();
  private final Set<Digest> approved = new HashSet<>();
  private Instant now = NOON;

  PublishingWalk(Random random) {
    this.random = random;
  }

  /**
   * Sends this many commands to these rules, replaying the whole history before each.
   *
   * @throws IllegalStateException if the rules made a history that they cannot replay
   */
  <S> void run(Decider<PublishingCommand, S, PublishingEvent> rules, int commands) {
    for (int i = 0; i < commands; i++) {
      now = now.plusMillis(random.nextInt(5) == 0 ? -700 : random.nextInt(1_000));
      PublishingCommand command = command();
      Envelope<PublishingCommand> asked =
          Envelope.of(MessageId.of("walk/" + i), "note", now, actor(command), command);
      if (rules.decide(asked, rules.replay(history))
          instanceof Decision.Accepted<PublishingEvent>(List<PublishingEvent> events)) {
        for (int n = 0; n < events.size(); n++) {
          history.add(asked.event(n, events.get(n)));
        }
      }
    }
    rules.replay(history);
  }

  List<Envelope<PublishingEvent>> history() {
    return history;
  }

  /** Digests that clearance approved, as far as this walk went. */
  Set<Digest> approved() {
    return approved;
  }

  private PublishingCommand command() {
    return random.nextInt(10) < (publicDigest().isPresent() ? 8 : 1)
        ? aboutEndorsers(publicDigest().filter(_ -> random.nextInt(4) > 0).orElseGet(this::digest))
        : aboutRelease();
  }

  private PublishingCommand aboutRelease() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> prepare();
      case 3 -> new ReleaseNow(digest(), maybeInstant());
      case 4, 5, 6 -> new ScheduleRelease(digest(), instant(), one(ZONES));
      case 7 -> new CancelSchedule("");
      case 8, 9, 10 -> new ReleaseDue(instant());
      default ->
          new DiscardRelease(random.nextBoolean() ? Optional.of(digest()) : Optional.empty(), "");
    };
  }

  private PublishingCommand aboutEndorsers(Digest digest) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> new ProposeEndorsers(digest, names(), maybeSaid());
      case 3, 4, 5 -> new AddEndorsers(digest, names());
      case 6, 7 -> new LeaveEndorsers(digest, names(), maybeSaid());
      default -> new RemoveEndorser(digest, endorser(), maybeSaid());
    };
  }

  /** One in four names a digest that is not the text's: a note changed on its way. */
  private PrepareRelease prepare() {
    MediaNote text = one(TEXTS);
    Digest named = random.nextInt(4) == 0 ? digest() : Digest.of(text);
    approved.add(named);
    List<PersonId> authors = PEOPLE.stream().filter(person -> random.nextInt(3) == 0).toList();
    return new PrepareRelease(1 + random.nextInt(3), text, named, authors);
  }

  private Actor actor(PublishingCommand command) {
    boolean asMeant = random.nextInt(10) != 0;
    return switch (command) {
      case PrepareRelease _, ReleaseDue _, DiscardRelease _ ->
          asMeant ? Actor.system("policy") : person(Role.DUTY_OFFICER);
      case ReleaseNow _, ScheduleRelease _, CancelSchedule _ ->
          person(asMeant ? Role.DUTY_OFFICER : one(List.of(Role.values())));
      case ProposeEndorsers _ -> person(asMeant ? Role.PRESS_OFFICER : one(List.of(Role.values())));
      case Endorsing _ -> person(asMeant ? Role.APPROVER : one(List.of(Role.values())));
    };
  }

  private List<String> names() {
    return NAMES.stream().filter(name -> random.nextInt(3) == 0).toList();
  }

  /** Who was public at some time, if anybody was. */
  private String endorser() {
    List<String> added =
        history.stream()
            .map(Envelope::payload)
            .filter(EndorsersAdded.class::isInstance)
            .flatMap(event -> ((EndorsersAdded) event).names().stream())
            .toList();
    return one(added.isEmpty() ? NAMES : added);
  }

  private String maybeSaid() {
    return random.nextInt(4) == 0 ? "" : "Note verbale.";
  }

  private Actor person(Role role) {
    return new Actor(one(PEOPLE), new OfficeId("duty"), role);
  }

  private Digest digest() {
    return Digest.of(one(TEXTS));
  }

  /** Of the text that is public, if one is. */
  private Optional<Digest> publicDigest() {
    return history.stream()
        .map(Envelope::payload)
        .filter(NoteReleased.class::isInstance)
        .map(event -> ((NoteReleased) event).digest())
        .findFirst();
  }

  private Optional<Instant> maybeInstant() {
    return random.nextBoolean() ? Optional.of(instant()) : Optional.empty();
  }

  /** One of six instants, one second apart. */
  private Instant instant() {
    return NOON.plusSeconds(4L + random.nextInt(6));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
