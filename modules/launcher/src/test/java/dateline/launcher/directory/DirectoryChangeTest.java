package dateline.launcher.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.DirectoryEntryV1;
import dateline.kernel.OfficeId;
import dateline.launcher.directory.PressDirectory.Office;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectoryChangeTest {

  private static final PressDirectory SAMPLE =
      ((DirectoryFile.Reading.Sound) DirectoryFile.read(DirectoryFile.sample())).directory();

  @Test
  void theFirstDirectoryIsWrittenWholeAsVersionOne() {
    DirectoryChange first = DirectoryChange.between(Map.of(), SAMPLE).orElseThrow();
    assertThat(first.version()).isEqualTo(1);
    assertThat(first.records())
        .hasSize(SAMPLE.offices().size() + SAMPLE.people().size() + 1)
        .containsKeys("office/legal", "person/maya.okafor", "rules");
    assertThat(first.records().values()).allMatch(Optional::isPresent);
  }

  @Test
  void theSameDirectoryChangesNothing() {
    assertThat(DirectoryChange.between(held(Map.of(), SAMPLE), SAMPLE)).isEmpty();
  }

  @Test
  void onlyWhatDiffersIsWrittenWithTheRulesThatCarryTheVersion() {
    Map<String, DirectoryEntryV1> held = held(Map.of(), SAMPLE);
    List<Office> offices = new ArrayList<>(SAMPLE.offices());
    Office gone = offices.removeLast();
    offices.set(0, new Office(offices.getFirst().id(), "Renamed", SAMPLE.zone()));
    offices.add(new Office(new OfficeId("new"), "New", ZoneId.of("Asia/Tokyo")));
    DirectoryChange change = DirectoryChange.between(held, with(offices)).orElseThrow();
    assertThat(change.version()).isEqualTo(2);
    assertThat(change.records())
        .containsOnlyKeys(
            "office/" + gone.id(), "office/" + offices.getFirst().id(), "office/new", "rules");
    assertThat(change.records()).containsEntry("office/" + gone.id(), Optional.empty());
    assertThat(change.records().get("rules")).get().extracting("version").isEqualTo(2L);
    assertThat(change.records().keySet()).last().isEqualTo("rules");
  }

  @Test
  void versionsGoOnAfterEachChange() {
    Map<String, DirectoryEntryV1> first = held(Map.of(), SAMPLE);
    PressDirectory smaller = with(SAMPLE.offices().subList(1, SAMPLE.offices().size()));
    Map<String, DirectoryEntryV1> second = held(first, smaller);
    assertThat(DirectoryChange.between(second, smaller)).isEmpty();
    assertThat(DirectoryChange.between(second, SAMPLE).orElseThrow().version()).isEqualTo(3);
  }

  private static PressDirectory with(List<Office> offices) {
    return new PressDirectory(
        SAMPLE.name(), SAMPLE.zone(), offices, SAMPLE.people(), SAMPLE.clearing());
  }

  /** What the log holds after this directory was applied. */
  private static Map<String, DirectoryEntryV1> held(
      Map<String, DirectoryEntryV1> before, PressDirectory applied) {
    Map<String, DirectoryEntryV1> after = new HashMap<>(before);
    DirectoryChange.between(before, applied)
        .orElseThrow()
        .records()
        .forEach(
            (key, entry) -> entry.ifPresentOrElse(e -> after.put(key, e), () -> after.remove(key)));
    return after;
  }
}
