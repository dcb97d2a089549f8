package dateline.publishing;

import static dateline.publishing.Releases.AT_ONCE;
import static dateline.publishing.Releases.CLOCK;
import static dateline.publishing.Releases.DANA;
import static dateline.publishing.Releases.DIGEST;
import static dateline.publishing.Releases.OMAR;
import static dateline.publishing.Releases.OTHER;
import static dateline.publishing.Releases.POLICY;
import static dateline.publishing.Releases.SIX;
import static dateline.publishing.Releases.TEXT;
import static dateline.publishing.Releases.ZONE;
import static dateline.publishing.Releases.cancelled;
import static dateline.publishing.Releases.nothing;
import static dateline.publishing.Releases.prepared;
import static dateline.publishing.Releases.ready;
import static dateline.publishing.Releases.scheduled;

import dateline.publishing.PublishingCommand.CancelSchedule;
import dateline.publishing.PublishingCommand.ReleaseDue;
import dateline.publishing.PublishingCommand.ReleaseNow;
import dateline.publishing.PublishingCommand.ScheduleRelease;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.publishing.PublishingEvent.ReleaseScheduled;
import dateline.publishing.PublishingEvent.ScheduleCancelled;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a release waits for its instant, sentence by sentence. */
class ScheduleTest {

  // Scheduling

  @Test
  void aReleaseIsScheduledForAnInstantSaidInAZone() {
    ready()
        .when(DANA, new ScheduleRelease(DIGEST, SIX, ZONE))
        .then(new ReleaseScheduled(DIGEST, SIX, ZONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-05:00", "UTC", "Europe/Vilnius"})
  void aZoneIsANameOrAnOffset(String zone) {
    ready()
        .when(DANA, new ScheduleRelease(DIGEST, SIX, zone))
        .then(new ReleaseScheduled(DIGEST, SIX, zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mars/Olympus", "New York", "+99:00"})
  void aZoneThatDoesNotExistIsRefused(String zone) {
    ready().when(DANA, new ScheduleRelease(DIGEST, SIX, zone)).isRefused("UNKNOWN_ZONE");
  }

  @Test
  void anInstantThatHasPassedIsRefused() {
    ready().at(SIX).when(DANA, new ScheduleRelease(DIGEST, SIX, ZONE)).isRefused("PAST_INSTANT");
  }

  @Test
  void schedulingForTheSameInstantAgainDoesNothing() {
    scheduled().when(OMAR, new ScheduleRelease(DIGEST, SIX, ZONE)).isNothingToDo();
  }

  @Test
  void anInstantThatAColleagueSetIsNotOverwrittenUnknowingly() {
    scheduled()
        .when(OMAR, new ScheduleRelease(DIGEST, SIX.plusSeconds(60), ZONE))
        .isRefused("SCHEDULED");
    scheduled().when(OMAR, new ReleaseNow(DIGEST, AT_ONCE)).isRefused("SCHEDULED");
    scheduled()
        .when(OMAR, new ReleaseNow(DIGEST, Optional.of(SIX.plusSeconds(60))))
        .isRefused("SCHEDULED");
  }

  @Test
  void theOfficerWhoNamesTheInstantLiftsIt() {
    scheduled()
        .when(OMAR, new ReleaseNow(DIGEST, Optional.of(SIX)))
        .then(
            new ScheduleCancelled("Lifted: released at once."),
            new NoteReleased(TEXT, DIGEST, 1, Optional.empty()));
  }

  @Test
  void aScheduleIsTakenBackAndTheTextStaysReady() {
    scheduled().when(OMAR, new CancelSchedule("Not yet.")).then(new ScheduleCancelled("Not yet."));
    cancelled()
        .when(OMAR, new ReleaseNow(DIGEST, AT_ONCE))
        .then(new NoteReleased(TEXT, DIGEST, 1, Optional.empty()));
  }

  @Test
  void takingBackAScheduleThatIsNotThereDoesNothing() {
    nothing().when(DANA, new CancelSchedule("")).isNothingToDo();
    ready().when(DANA, new CancelSchedule("")).isNothingToDo();
    cancelled().when(DANA, new CancelSchedule("")).isNothingToDo();
  }

  @Test
  void aReasonHasAtMostAThousandCharacters() {
    scheduled().when(DANA, new CancelSchedule("x".repeat(1_001))).isRefused("REASON_TOO_LONG");
  }

  // The instant comes

  @Test
  void aScheduledTextIsReleasedWhenItsInstantComes() {
    scheduled()
        .at(SIX)
        .when(CLOCK, new ReleaseDue(SIX))
        .then(new NoteReleased(TEXT, DIGEST, 1, Optional.of(SIX)));
  }

  @Test
  void aClockThatWasDownReleasesLate() {
    scheduled()
        .at(SIX.plusSeconds(3_600))
        .when(CLOCK, new ReleaseDue(SIX))
        .then(new NoteReleased(TEXT, DIGEST, 1, Optional.of(SIX)));
  }

  @Test
  void aClockThatIsFastReleasesNothing() {
    scheduled().at(SIX.minusMillis(1)).when(CLOCK, new ReleaseDue(SIX)).isNothingToDo();
  }

  @Test
  void theReminderOfAnEarlierScheduleReleasesNothing() {
    scheduled().at(SIX).when(CLOCK, new ReleaseDue(SIX.minusMillis(1))).isNothingToDo();
  }

  @Test
  void theReminderOfAScheduleThatWasTakenBackReleasesNothing() {
    cancelled().at(SIX).when(CLOCK, new ReleaseDue(SIX)).isNothingToDo();
    nothing().at(SIX).when(CLOCK, new ReleaseDue(SIX)).isNothingToDo();
  }

  @Test
  void theReminderOfATextThatWasReplacedReleasesNothing() {
    cancelled()
        .by(POLICY, prepared(OTHER, "maya"))
        .at(SIX)
        .when(CLOCK, new ReleaseDue(SIX))
        .isNothingToDo();
  }

  @Test
  void anOfficerMayReleaseWhatIsOverdue() {
    scheduled()
        .at(SIX)
        .when(DANA, new ReleaseNow(DIGEST, AT_ONCE))
        .then(new NoteReleased(TEXT, DIGEST, 1, Optional.of(SIX)));
  }

  @Test
  void ofTheClockAndAnOfficerAtTheSameMomentOneReleases() {
    scheduled()
        .at(SIX)
        .after(CLOCK, new ReleaseDue(SIX))
        .when(DANA, new ReleaseNow(DIGEST, AT_ONCE))
        .isNothingToDo();
    scheduled()
        .at(SIX)
        .after(DANA, new ReleaseNow(DIGEST, AT_ONCE))
        .when(CLOCK, new ReleaseDue(SIX))
        .isNothingToDo();
  }
}
