package dateline.clearance.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.clearance.ClearanceCommand.RequestClearance;
import dateline.clearance.ClearanceCommand.SuspendClearance;
import dateline.clearance.ClearanceLine;
import dateline.clearance.Directory;
import dateline.clearance.Power;
import dateline.clearance.SubmittedText;
import dateline.contracts.ClearanceRuleV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.RulesV1;
import dateline.contracts.Topic;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.runtime.LogRecord;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class PoliciesTest {

  private final LiveDirectory directory = new LiveDirectory();

  @Test
  void aSubmittedNoteIsSentToTheOfficesTheRulesName() {
    read("rules", rules(3, "Peru", "CLEAR"));
    assertThat(request().list().directoryVersion()).isEqualTo(3);
    assertThat(request().list().owner()).isEqualTo(new OfficeId("press"));
    ClearanceLine line = request().list().lines().getFirst();
    assertThat(request().list().lines()).hasSize(1);
    assertThat(line.office()).isEqualTo(new OfficeId("andes"));
    assertThat(line.power()).isEqualTo(Power.CLEAR);
    assertThat(line.mandatory()).isTrue();
    assertThat(line.because()).isEqualTo("It names Peru.");
    assertThat(line.interest().passages()).as("the one passage that names it").hasSize(1);
  }

  @Test
  void aSubmittedNoteIsSentWholeWithWhoWroteIt() {
    assertThat(request().text())
        .isEqualTo(
            new SubmittedText(
                4,
                Drafted.NOTE,
                Drafted.DIGEST,
                List.of(new PersonId("ana"), new PersonId("ben"))));
  }

  @Test
  void withoutADirectoryNobodyIsAsked() {
    assertThat(request().list().directoryVersion()).isZero();
    assertThat(request().list().lines()).isEmpty();
  }

  @Test
  void theNewestRulesCount() {
    read("rules", rules(3, "Peru", "CLEAR"));
    read("office/andes", Optional.empty());
    read("rules", rules(4, "Chile", "CLEAR"));
    assertThat(request().list().lines()).isEmpty();
    assertThat(request().list().directoryVersion()).isEqualTo(4);
  }

  @Test
  void rulesThatCannotBeReadLeaveTheFormerOnesInForce() {
    read("rules", rules(3, "Peru", "CLEAR"));
    read("rules", rules(4, "Chile", "WAVE_THROUGH"));
    assertThat(directory.get().version()).isEqualTo(3);
  }

  @Test
  void rulesThatWereTakenAwayAskNobody() {
    read("rules", rules(3, "Peru", "CLEAR"));
    read("rules", Optional.empty());
    assertThat(directory.get()).isEqualTo(Directory.NONE);
  }

  @Test
  void aRecalledNoteIsNoLongerAskedAbout() {
    assertThat(
            new WhenNoteRecalledSuspendClearance()
                .when(DraftingEvents.readRecalled(Drafted.recalled()).orElseThrow()))
        .contains(new SuspendClearance(Drafted.DIGEST, "One more comma."));
  }

  @Test
  void otherEventsOfDraftingAreNotClearancesConcern() {
    assertThat(DraftingEvents.readSubmitted(Drafted.created())).isEmpty();
    assertThat(DraftingEvents.readRecalled(Drafted.created())).isEmpty();
  }

  private RequestClearance request() {
    return (RequestClearance)
        new WhenNoteSubmittedRequestClearance(directory)
            .when(DraftingEvents.readSubmitted(Drafted.submitted()).orElseThrow())
            .orElseThrow();
  }

  private void read(String key, Optional<SpecificRecord> value) {
    directory.on(List.of(new LogRecord(Topic.DIRECTORY, 0, 0, key, value)));
  }

  private static Optional<SpecificRecord> rules(long version, String mention, String power) {
    return Optional.of(
        DirectoryEntryV1.newBuilder()
            .setVersion(version)
            .setRules(
                new RulesV1(
                    "Press Office",
                    "America/Lima",
                    List.of(
                        ClearanceRuleV1.newBuilder()
                            .setBecause("It names " + mention + ".")
                            .setMentions(List.of(mention))
                            .setOffice("andes")
                            .setPower(power)
                            .setMandatory(true)
                            .build()),
                    null,
                    null,
                    null,
                    null))
            .build());
  }
}
