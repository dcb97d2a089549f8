package dateline.publishing;

import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.publishing.PublishingCommand.PrepareRelease;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.publishing.PublishingEvent.ReleasePrepared;
import dateline.publishing.PublishingEvent.ReleaseScheduled;
import dateline.publishing.PublishingEvent.ScheduleCancelled;
import dateline.testkit.DeciderScenario;
import dateline.testkit.Notes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Texts, people and releases that publishing's tests begin with. */
final class Releases {

  static final Actor DANA = duty("dana");
  static final Actor OMAR = duty("omar");
  static final Actor POLICY = Actor.system("policy");
  static final Actor CLOCK = Actor.system("clock");

  static final MediaNote TEXT = Notes.saying("The ferry sails at nine.");
  static final MediaNote OTHER = Notes.saying("The ferry sails at ten.");
  static final MediaNote JOINT = Notes.ofKind("Joint Statement", TEXT);
  static final Digest JOINT_DIGEST = Digest.of(JOINT);
  static final Digest DIGEST = Digest.of(TEXT);
  static final Digest OTHER_DIGEST = Digest.of(OTHER);

  /** After every instant at which a scenario begins. */
  static final Instant SIX = Instant.parse("2026-03-02T18:00:00Z");

  static final String ZONE = "America/New_York";
  static final Optional<Instant> AT_ONCE = Optional.empty();

  static DeciderScenario<PublishingCommand, Release, PublishingEvent> nothing() {
    return DeciderScenario.given(new PublishingDecider());
  }

  static DeciderScenario<PublishingCommand, Release, PublishingEvent> ready() {
    return nothing().by(POLICY, prepared(TEXT, "maya"));
  }

  static DeciderScenario<PublishingCommand, Release, PublishingEvent> scheduled() {
    return scheduledBy(DANA, "maya");
  }

  static DeciderScenario<PublishingCommand, Release, PublishingEvent> scheduledBy(
      Actor officer, String... authors) {
    return nothing()
        .by(POLICY, prepared(TEXT, authors))
        .by(officer, new ReleaseScheduled(DIGEST, SIX, ZONE));
  }

  static DeciderScenario<PublishingCommand, Release, PublishingEvent> cancelled() {
    return scheduled().by(DANA, new ScheduleCancelled("Not yet."));
  }

  static DeciderScenario<PublishingCommand, Release, PublishingEvent> released() {
    return ready().by(DANA, new NoteReleased(TEXT, DIGEST, 1, Optional.empty()));
  }

  static DeciderScenario<PublishingCommand, Release, PublishingEvent> jointIsPublic() {
    return nothing()
        .by(POLICY, prepared(JOINT, "maya"))
        .by(DANA, new NoteReleased(JOINT, JOINT_DIGEST, 1, Optional.empty()));
  }

  static Actor duty(String name) {
    return new Actor(new PersonId(name), new OfficeId("duty"), Role.DUTY_OFFICER);
  }

  static List<PersonId> people(String... names) {
    return List.of(names).stream().map(PersonId::new).toList();
  }

  static PrepareRelease prepare(MediaNote note, String... authors) {
    return new PrepareRelease(1, note, Digest.of(note), people(authors));
  }

  static ReleasePrepared prepared(MediaNote note, String... authors) {
    return new ReleasePrepared(1, note, Digest.of(note), people(authors));
  }

  private Releases() {}
}
