package dateline.publishing;

import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.publishing.PublishingCommand.DiscardRelease;
import dateline.publishing.PublishingCommand.PrepareRelease;
import dateline.publishing.PublishingCommand.ReleaseDue;
import dateline.publishing.PublishingCommand.ReleaseNow;
import dateline.publishing.PublishingCommand.ScheduleRelease;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.testkit.DeciderScenario;
import dateline.testkit.Notes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Defects of the systems that do this job today, tried on publishing. Each test is named after the
 * defect and its number in the list of bypasses; it passes if the defect does not get through.
 */
class BypassesTest {

  private static final Actor ANN = duty("ann");
  private static final Actor DANA = duty("dana");
  private static final Actor POLICY = Actor.system("policy");
  private static final Actor CLOCK = Actor.system("clock");
  private static final MediaNote APPROVED = Notes.saying("Eighty million are spent.");
  private static final MediaNote LATEST = Notes.saying("Fifty-eight million are spent.");
  private static final Instant SIX = Instant.parse("2026-03-02T18:00:00Z");

  @Test
  void bypass02TheFirstOfTwoWritersReleases() {
    publishing()
        .after(POLICY, prepare(APPROVED, "ann", "ben"))
        .when(ANN, releaseNow(APPROVED))
        .isRefused("OWN_TEXT");
  }

  @Test
  void bypass04AStaleScreenReleasesTheNewText() {
    publishing()
        .after(POLICY, prepare(APPROVED, "ann"))
        .after(POLICY, prepare(LATEST, "ann"))
        .when(DANA, releaseNow(APPROVED))
        .isRefused("NOT_CLEARED");
  }

  @Test
  void bypass05AClearanceThatChangesNothingLosesTheSchedule() {
    publishing()
        .after(POLICY, prepare(APPROVED, "ann"))
        .after(DANA, schedule(APPROVED))
        .when(POLICY, prepare(APPROVED, "ann"))
        .isNothingToDo();
  }

  @Test
  void bypass06PublishingNeverLooksAtTheApprovals() {
    publishing()
        .when(POLICY, new PrepareRelease(1, LATEST, Digest.of(APPROVED), people("ann")))
        .isRefused("DIGEST_MISMATCH");
    publishing()
        .after(POLICY, prepare(APPROVED, "ann"))
        .when(DANA, releaseNow(LATEST))
        .isRefused("NOT_CLEARED");
    publishing()
        .after(POLICY, prepare(APPROVED, "ann"))
        .after(POLICY, new DiscardRelease(Optional.of(Digest.of(APPROVED)), "Recalled."))
        .when(DANA, releaseNow(APPROVED))
        .isRefused("NOT_CLEARED");
  }

  @Test
  void bypass11ReleaseIsGuardedAndItsScheduledTwinIsNot() {
    publishing()
        .after(POLICY, prepare(APPROVED, "ann"))
        .when(ANN, schedule(APPROVED))
        .isRefused("OWN_TEXT");
    publishing()
        .after(POLICY, prepare(APPROVED, "ann"))
        .when(DANA, schedule(LATEST))
        .isRefused("NOT_CLEARED");
  }

  @Test
  void bypass12ANoteWithoutAWorkflowIsPublishedAnyway() {
    publishing().when(DANA, releaseNow(APPROVED)).isRefused("NOT_CLEARED");
    publishing().when(DANA, schedule(APPROVED)).isRefused("NOT_CLEARED");
    publishing().at(SIX).when(CLOCK, new ReleaseDue(SIX)).isNothingToDo();
  }

  @Test
  void bypass13CompletionPublishesTheLatestTextNotTheApprovedOne() {
    publishing()
        .after(POLICY, prepare(APPROVED, "ann"))
        .after(DANA, schedule(APPROVED))
        .at(SIX)
        .when(CLOCK, new ReleaseDue(SIX))
        .then(new NoteReleased(APPROVED, Digest.of(APPROVED), 1, Optional.of(SIX)));
    publishing()
        .after(POLICY, prepare(APPROVED, "ann"))
        .after(DANA, schedule(APPROVED))
        .after(POLICY, prepare(LATEST, "ann"))
        .at(SIX)
        .when(CLOCK, new ReleaseDue(SIX))
        .isNothingToDo();
  }

  @Test
  void bypass18AScheduleIsMissedBecauseTheClockWasDown() {
    publishing()
        .after(POLICY, prepare(APPROVED, "ann"))
        .after(DANA, schedule(APPROVED))
        .at(SIX.plusSeconds(86_400))
        .when(CLOCK, new ReleaseDue(SIX))
        .then(new NoteReleased(APPROVED, Digest.of(APPROVED), 1, Optional.of(SIX)));
  }

  @Test
  void bypass23CorrectionsAreMadeBySaving() {
    publishing()
        .after(POLICY, prepare(APPROVED, "ann"))
        .after(DANA, releaseNow(APPROVED))
        .when(POLICY, prepare(LATEST, "ann"))
        .isRefused("ALREADY_RELEASED");
  }

  private static DeciderScenario<PublishingCommand, Release, PublishingEvent> publishing() {
    return DeciderScenario.given(new PublishingDecider());
  }

  private static PrepareRelease prepare(MediaNote note, String... authors) {
    return new PrepareRelease(1, note, Digest.of(note), people(authors));
  }

  private static ReleaseNow releaseNow(MediaNote note) {
    return new ReleaseNow(Digest.of(note), Optional.empty());
  }

  private static ScheduleRelease schedule(MediaNote note) {
    return new ScheduleRelease(Digest.of(note), SIX, "America/New_York");
  }

  private static Actor duty(String name) {
    return new Actor(new PersonId(name), new OfficeId("duty"), Role.DUTY_OFFICER);
  }

  private static List<PersonId> people(String... names) {
    return List.of(names).stream().map(PersonId::new).toList();
  }
}
