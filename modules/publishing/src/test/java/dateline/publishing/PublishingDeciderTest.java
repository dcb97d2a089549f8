package dateline.publishing;

import static dateline.publishing.Releases.AT_ONCE;
import static dateline.publishing.Releases.CLOCK;
import static dateline.publishing.Releases.DANA;
import static dateline.publishing.Releases.DIGEST;
import static dateline.publishing.Releases.OMAR;
import static dateline.publishing.Releases.OTHER;
import static dateline.publishing.Releases.OTHER_DIGEST;
import static dateline.publishing.Releases.POLICY;
import static dateline.publishing.Releases.SIX;
import static dateline.publishing.Releases.TEXT;
import static dateline.publishing.Releases.ZONE;
import static dateline.publishing.Releases.nothing;
import static dateline.publishing.Releases.people;
import static dateline.publishing.Releases.prepare;
import static dateline.publishing.Releases.prepared;
import static dateline.publishing.Releases.ready;
import static dateline.publishing.Releases.released;
import static dateline.publishing.Releases.scheduled;
import static dateline.publishing.Releases.scheduledBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.publishing.PublishingCommand.CancelSchedule;
import dateline.publishing.PublishingCommand.DiscardRelease;
import dateline.publishing.PublishingCommand.PrepareRelease;
import dateline.publishing.PublishingCommand.ReleaseDue;
import dateline.publishing.PublishingCommand.ReleaseNow;
import dateline.publishing.PublishingCommand.ScheduleRelease;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.publishing.PublishingEvent.ReleaseDiscarded;
import dateline.publishing.PublishingEvent.ScheduleCancelled;
import dateline.testkit.DeciderScenario;
import dateline.testkit.Notes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What publishing does, sentence by sentence; instants stand in {@link ScheduleTest}. */
class PublishingDeciderTest {

  // Preparing

  @Test
  void aClearedTextIsPrepared() {
    nothing().when(POLICY, prepare(TEXT, "maya")).then(prepared(TEXT, "maya"));
  }

  @Test
  void aTextThatIsNotTheApprovedOneIsNotPrepared() {
    nothing()
        .when(POLICY, new PrepareRelease(1, OTHER, DIGEST, people("maya")))
        .isRefused("DIGEST_MISMATCH");
    ready()
        .when(POLICY, new PrepareRelease(2, OTHER, Digest.of(Notes.saying("No.")), people("maya")))
        .isRefused("DIGEST_MISMATCH");
  }

  @Test
  void aTextThatNobodyWroteIsNotPrepared() {
    nothing().when(POLICY, prepare(TEXT)).isRefused("NO_CONTRIBUTORS");
  }

  @Test
  void preparingTheSameTextAgainDoesNothingAndKeepsItsSchedule() {
    ready().when(POLICY, prepare(TEXT, "maya")).isNothingToDo();
    scheduled().when(POLICY, prepare(TEXT, "maya")).isNothingToDo();
  }

  @Test
  void aTextThatWasPutBackByAnotherHandIsAlsoTheirs() {
    ready().when(POLICY, prepare(TEXT, "maya", "dana")).then(prepared(TEXT, "maya", "dana"));
    ready()
        .by(POLICY, prepared(TEXT, "maya", "dana"))
        .when(DANA, new ReleaseNow(DIGEST, AT_ONCE))
        .isRefused("OWN_TEXT");
  }

  @Test
  void aNewlyClearedTextReplacesTheOneThatWasNotReleased() {
    ready().when(POLICY, prepare(OTHER, "maya")).then(prepared(OTHER, "maya"));
  }

  @Test
  void aNewlyClearedTextDoesNotInheritASchedule() {
    scheduled()
        .when(POLICY, prepare(OTHER, "maya"))
        .then(new ScheduleCancelled("The note was cleared anew."), prepared(OTHER, "maya"));
  }

  @Test
  void aTextThatIsClearedAfterReleaseIsNotPrepared() {
    released().when(POLICY, prepare(OTHER, "maya")).isRefused("ALREADY_RELEASED");
    released().when(POLICY, prepare(TEXT, "maya")).isNothingToDo();
  }

  // Who

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "DUTY_OFFICER", mode = EnumSource.Mode.EXCLUDE)
  void onlyDutyOfficersRelease(Role role) {
    Actor other = new Actor(new PersonId("rita"), new OfficeId("legal"), role);
    ready().when(other, new ReleaseNow(DIGEST, AT_ONCE)).isRefused("WRONG_ROLE");
    ready().when(other, new ScheduleRelease(DIGEST, SIX, ZONE)).isRefused("WRONG_ROLE");
    scheduled().when(other, new CancelSchedule("")).isRefused("WRONG_ROLE");
  }

  @Test
  void nobodyButDatelineItselfPreparesDiscardsOrSaysThatAnInstantHasCome() {
    nothing().when(DANA, prepare(TEXT, "maya")).isRefused("WRONG_ROLE");
    ready().when(DANA, new DiscardRelease(Optional.of(DIGEST), "")).isRefused("WRONG_ROLE");
    scheduled().at(SIX).when(DANA, new ReleaseDue(SIX)).isRefused("WRONG_ROLE");
  }

  @Test
  void nobodyReleasesWhatTheyWrote() {
    nothing()
        .by(POLICY, prepared(TEXT, "maya", "dana"))
        .when(DANA, new ReleaseNow(DIGEST, AT_ONCE))
        .isRefused("OWN_TEXT");
    nothing()
        .by(POLICY, prepared(TEXT, "maya", "dana"))
        .when(DANA, new ScheduleRelease(DIGEST, SIX, ZONE))
        .isRefused("OWN_TEXT");
    scheduledBy(OMAR, "maya", "dana")
        .at(SIX)
        .when(DANA, new ReleaseNow(DIGEST, Optional.of(SIX)))
        .isRefused("OWN_TEXT");
  }

  // Releasing at once

  @Test
  void aPreparedTextIsReleasedWholeAsVersionOne() {
    ready()
        .when(DANA, new ReleaseNow(DIGEST, AT_ONCE))
        .then(new NoteReleased(TEXT, DIGEST, 1, Optional.empty()));
  }

  @Test
  void aNoteThatNobodyClearedIsNotReleased() {
    nothing().when(DANA, new ReleaseNow(DIGEST, AT_ONCE)).isRefused("NOT_CLEARED");
    nothing().when(DANA, new ScheduleRelease(DIGEST, SIX, ZONE)).isRefused("NOT_CLEARED");
  }

  @Test
  void aTextOtherThanTheOneThatWasReadIsNotReleased() {
    ready().when(DANA, new ReleaseNow(OTHER_DIGEST, AT_ONCE)).isRefused("NOT_CLEARED");
    ready().when(DANA, new ScheduleRelease(OTHER_DIGEST, SIX, ZONE)).isRefused("NOT_CLEARED");
    ready()
        .by(POLICY, prepared(OTHER, "maya"))
        .when(DANA, new ReleaseNow(DIGEST, AT_ONCE))
        .isRefused("NOT_CLEARED");
  }

  @Test
  void aNoteIsReleasedOnce() {
    released().when(OMAR, new ReleaseNow(DIGEST, AT_ONCE)).isNothingToDo();
    released().when(OMAR, new ReleaseNow(OTHER_DIGEST, AT_ONCE)).isRefused("ALREADY_RELEASED");
    released().when(OMAR, new ScheduleRelease(DIGEST, SIX, ZONE)).isRefused("ALREADY_RELEASED");
    released().when(OMAR, new CancelSchedule("")).isRefused("ALREADY_RELEASED");
    released().at(SIX).when(CLOCK, new ReleaseDue(SIX)).isNothingToDo();
  }

  // The clearance ends

  @Test
  void aTextWhoseClearanceEndedIsForgotten() {
    ready()
        .when(POLICY, new DiscardRelease(Optional.of(DIGEST), "Recalled."))
        .then(new ReleaseDiscarded(DIGEST, "Recalled."));
    ready()
        .by(POLICY, new ReleaseDiscarded(DIGEST, "Recalled."))
        .when(DANA, new ReleaseNow(DIGEST, AT_ONCE))
        .isRefused("NOT_CLEARED");
  }

  @Test
  void whenTheOfficesAreAskedAnewWhateverIsPreparedIsForgotten() {
    ready()
        .when(POLICY, new DiscardRelease(Optional.empty(), "Asked anew."))
        .then(new ReleaseDiscarded(DIGEST, "Asked anew."));
  }

  @Test
  void aForgottenTextLosesItsSchedule() {
    scheduled()
        .when(POLICY, new DiscardRelease(Optional.of(DIGEST), "Recalled."))
        .then(
            new ScheduleCancelled("The clearance no longer holds."),
            new ReleaseDiscarded(DIGEST, "Recalled."));
  }

  @Test
  void theEndOfAnEarlierClearanceLeavesTheCurrentOne() {
    ready().when(POLICY, new DiscardRelease(Optional.of(OTHER_DIGEST), "")).isNothingToDo();
  }

  @Test
  void nothingIsForgottenWhereNothingIsPrepared() {
    nothing().when(POLICY, new DiscardRelease(Optional.of(DIGEST), "")).isNothingToDo();
    nothing().when(POLICY, new DiscardRelease(Optional.empty(), "")).isNothingToDo();
  }

  @Test
  void whatIsPublicIsNotForgotten() {
    released()
        .when(POLICY, new DiscardRelease(Optional.of(DIGEST), ""))
        .isRefused("ALREADY_RELEASED");
  }

  // Histories

  @Test
  void anImpossibleHistoryIsNotReplayed() {
    DeciderScenario<PublishingCommand, Release, PublishingEvent> twice =
        released().by(DANA, new NoteReleased(TEXT, DIGEST, 1, Optional.empty()));
    assertThatThrownBy(() -> twice.when(DANA, new ReleaseNow(DIGEST, AT_ONCE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NoteReleased cannot follow Released");
  }

  @Test
  void aRefusalNeverQuotesTheText() {
    Decision<PublishingEvent> refused =
        nothing().when(POLICY, new PrepareRelease(1, OTHER, DIGEST, people("maya"))).decision();
    assertThat(refused.toString()).doesNotContain("ferry").doesNotContain("Ferry");
  }
}
